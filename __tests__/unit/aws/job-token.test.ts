import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type LocalOidc,
  type OidcTrouble,
  startOidc,
} from '../../../local-aws/github/oidc/start.ts';
import { jobToken } from '../../../src/aws/job-token.ts';
import { tokenClaims } from '../../../src/aws/token-claims.ts';
import { ActionError, CancelledError, causes, errorMessage } from '../../../src/errors.ts';
import { manualClock } from '../../support/manual-clock.ts';
import '../../support/unit-one-realm.ts';

const AUDIENCE = 'sts.amazonaws.com';
let oidc: LocalOidc;

beforeAll(async () => {
  oidc = await startOidc({ repository: 'octo/hello' });
});

afterAll(() => oidc.close());

function options(cancelled = new AbortController().signal) {
  const told: string[] = [];
  const clock = manualClock();
  const tell = (text: string) => told.push(text);
  const notAfter = () => Number.POSITIVE_INFINITY;
  return { clock, cancelled, tell, random: () => 0, notAfter, told };
}

/** What is thrown while a token is asked for. */
async function failure(env: object, given = options()): Promise<Error> {
  try {
    await jobToken(AUDIENCE, { ...env }, given);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error('there was a token');
}

describe("the job's token", () => {
  it.each([AUDIENCE, 'https://example.com/?a=b&audience=other'])('is for %s', async (audience) => {
    const token = await jobToken(audience, oidc.env(), options());
    expect(token).toBe(oidc.tokens.at(-1));
    expect(tokenClaims(token).audience).toBe(audience);
  });

  it.each<[string, OidcTrouble[], number[]]>([
    ['a server error', [503], [100]],
    ['a limit', [429, 429], [100, 200]],
    ['broken connections', ['drop', 500, 'drop'], [100, 200, 400]],
  ])('is asked for again after %s', async (_name, troubles, sleeps) => {
    oidc.fail(...troubles);
    const given = options();
    expect(await jobToken(AUDIENCE, oidc.env(), given)).toBe(oidc.tokens.at(-1));
    expect(given.clock.sleeps).toEqual(sleeps);
  });

  it('is given up after half a minute, and long waits are told', async () => {
    oidc.fail(...Array.from({ length: 10 }, () => 500));
    const before = oidc.requests;
    const given = options();
    const { message } = await failure(oidc.env(), given);
    expect(message).toBe(
      'GitHub gave no OIDC token for this job: HTTP 500: {"message":"not now"}. Run the job again; https://www.githubstatus.com says whether Actions has trouble.',
    );
    expect(given.clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBe(30_000);
    expect(given.told[0]).toBe(
      'GitHub gave no OIDC token (HTTP 500: {"message":"not now"}). It is asked again in 1.6 s.',
    );
    expect(oidc.requests - before).toBe(10);
  });

  it('is not asked for again after a deadline', async () => {
    oidc.fail(500, 500);
    const given = options();
    const late = { ...given, notAfter: () => given.clock.now() };
    await failure(oidc.env(), late);
    expect(given.clock.sleeps).toEqual([]);
    expect(await jobToken(AUDIENCE, oidc.env(), given)).toBe(oidc.tokens.at(-1));
  });

  it.each<[string, OidcTrouble[], string]>([
    ['a refusal', [403], 'HTTP 403: {"message":"not now"}'],
    ['a page in its place', [{ body: '<html>sign in</html>' }], 'HTTP 200 without a token in it'],
    ['another text', [{ body: '{"value":"a secret"}' }], 'HTTP 200 without a token in it'],
  ])('is given up at once after %s', async (_name, troubles, why) => {
    oidc.fail(...troubles);
    const given = options();
    const { message } = await failure(oidc.env(), given);
    expect(message).toBe(
      `GitHub gave no OIDC token for this job: ${why}. Check "id-token: write" in the permissions of the job, and run it again.`,
    );
    expect(given.clock.sleeps).toEqual([]);
  });

  it('is not waited for after a cancel, whose reason is thrown', async () => {
    const cancel = new AbortController();
    const reason = new CancelledError('SIGTERM');
    oidc.fail('hang');
    const before = oidc.requests;
    const asking = jobToken(AUDIENCE, oidc.env(), options(cancel.signal));
    while (oidc.requests === before) await new Promise((resolve) => setImmediate(resolve));
    cancel.abort(reason);
    await expect(asking).rejects.toBe(reason);
    await expect(jobToken(AUDIENCE, oidc.env(), options(cancel.signal))).rejects.toBe(reason);
    expect(oidc.requests).toBe(before + 1);
  });
});

describe('a job that may not ask', () => {
  it.each([
    ['URL', {}],
    ['URL', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }],
    ['TOKEN', { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com' }],
  ])('is told which permission is missing when there is no %s in %j', async (missing, env) => {
    const { message } = await failure(env);
    expect(message).toContain(`ACTIONS_ID_TOKEN_REQUEST_${missing} is not set`);
    expect(message).toContain('Add "id-token: write" to the permissions of the job');
    expect(message).toContain('A pull request from a fork or from Dependabot is given none');
  });

  it.each([
    ['a bearer token that fits into no header', 'https://example.com', 'se\ncret'],
    ['no URL', 'se cret', 'se-cret'],
    ['a URL of a file', 'file:///se/cret', 'se-cret'],
  ])('is told of %s without its text', async (_name, url, bearer) => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer };
    const error = await failure(env);
    expect(error.message).toContain("is not what GitHub's runner sets");
    expect([errorMessage(error), ...causes(error)].join('\n')).not.toMatch(/se.?cret/);
  });

  it('is not shown what it asked with when the address answers with it', async () => {
    const env = oidc.env();
    const echo = { body: env.ACTIONS_ID_TOKEN_REQUEST_TOKEN };
    oidc.fail(echo);
    const error = await failure(env);
    const shown = [errorMessage(error), ...causes(error)].join('\n');
    expect(shown).not.toContain(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
  });
});
