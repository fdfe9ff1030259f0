import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OidcJob, subjectOf } from '../../local-aws/github/oidc/job.ts';
import { type LocalOidc, type OidcTrouble, startOidc } from '../../local-aws/github/oidc/start.ts';
import { manualClock } from '../support/manual-clock.ts';

const clock = manualClock();
let oidc: LocalOidc;

beforeAll(async () => {
  oidc = await startOidc({ repository: 'octo/hello', clock });
});

afterAll(() => oidc.close());

async function ask(
  job: OidcJob,
  { query = '&audience=sts.amazonaws.com', bearer = '', method = 'GET', from = '' } = {},
) {
  const env = oidc.env(job);
  const url = from || env.ACTIONS_ID_TOKEN_REQUEST_URL;
  const answer = await fetch(`${url}${query}`, {
    method,
    headers: { authorization: bearer || `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  });
  const body = await answer.text();
  return { status: answer.status, value: answer.ok ? String(JSON.parse(body).value) : '' };
}

const decoded = (token: string, part: number) =>
  JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString('utf8'));

describe("the token of a job, as GitHub's", () => {
  it('has the claims of the job and is good for five minutes', async () => {
    const { value } = await ask({ ref: 'refs/heads/blue', actor: 'mona' });
    const made = Math.floor(clock.now() / 1000);
    expect(decoded(value, 1)).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      sub: 'repo:octo/hello:ref:refs/heads/blue',
      aud: 'sts.amazonaws.com',
      repository: 'octo/hello',
      repository_owner: 'octo',
      ref: 'refs/heads/blue',
      ref_type: 'branch',
      event_name: 'push',
      actor: 'mona',
      iat: made,
      nbf: made - 600,
      exp: made + 300,
    });
  });

  it('is signed with a key that the issuer publishes', async () => {
    const { value } = await ask({});
    const base = new URL(oidc.provider.keysUrl).origin;
    const found = await fetch(`${base}/.well-known/openid-configuration`);
    const { jwks_uri } = Object(await found.json());
    expect(jwks_uri).toBe(oidc.provider.keysUrl);
    const { keys } = Object(await (await fetch(jwks_uri)).json());
    const { kid, alg } = decoded(value, 0);
    expect(alg).toBe('RS256');
    const key = [...keys].find((each) => each.kid === kid);
    const [head, body, signature = ''] = value.split('.');
    const data = Buffer.from(`${head}.${body}`);
    const publicKey = createPublicKey({ key, format: 'jwk' });
    expect(verify('RSA-SHA256', data, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q)":/);
  });

  it.each<[OidcJob, string]>([
    [{}, 'repo:octo/hello:ref:refs/heads/main'],
    [{ ref: 'refs/tags/v1' }, 'repo:octo/hello:ref:refs/tags/v1'],
    [{ event: 'pull_request', ref: 'refs/pull/7/merge' }, 'repo:octo/hello:pull_request'],
    [{ event: 'pull_request_target' }, 'repo:octo/hello:ref:refs/heads/main'],
    [{ environment: 'production' }, 'repo:octo/hello:environment:production'],
    [{ environment: 'eu:1', event: 'pull_request' }, 'repo:octo/hello:environment:eu%3A1'],
  ])('of %j has the subject %s', (job, subject) => {
    expect(subjectOf('octo/hello', job)).toBe(subject);
  });

  it("is for the owner's URL where no audience is named", async () => {
    const { value } = await ask({}, { query: '' });
    expect(decoded(value, 1).aud).toBe('https://github.com/octo');
  });
});

describe('a request for a token', () => {
  it.each([
    ['with the bearer token of another job', { bearer: 'bearer other' }, 401],
    ['without a bearer token', { bearer: 'basic x' }, 401],
    ['that is a POST', { method: 'POST' }, 405],
  ])('%s is refused', async (_name, changes, status) => {
    const before = oidc.tokens.length;
    expect((await ask({}, changes)).status).toBe(status);
    expect(oidc.tokens).toHaveLength(before);
  });

  it('is refused at the address of another job, and without the version of the API', async () => {
    const other = oidc.env().ACTIONS_ID_TOKEN_REQUEST_URL;
    expect((await ask({}, { from: other })).status).toBe(401);
    const env = oidc.env();
    const answer = await fetch(env.ACTIONS_ID_TOKEN_REQUEST_URL.replace(/\?.*$/, ''), {
      headers: { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
    });
    expect(answer.status).toBe(400);
  });

  it('fails as often as it is told to, and no longer', async () => {
    const troubles: OidcTrouble[] = [503, { body: 'odd' }, 'drop'];
    oidc.fail(...troubles);
    expect((await ask({})).status).toBe(503);
    await expect(ask({})).rejects.toThrow(/JSON/);
    await expect(ask({})).rejects.toThrow('fetch failed');
    expect((await ask({})).status).toBe(200);
  });
});
