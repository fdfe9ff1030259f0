import { AppRunnerClient, ListServicesCommand } from '@aws-sdk/client-apprunner';
import {
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OidcJob } from '../../local-aws/github/oidc/job.ts';
import { type LocalOidc, startOidc } from '../../local-aws/github/oidc/start.ts';
import { manualClock } from '../support/manual-clock.ts';
import { seedTrustedRole, trustOf } from '../support/unit-trusted-role.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

const BRANCH = 'repo:octo/hello:ref:refs/heads/main';
const HOST = 'token.actions.githubusercontent.com';
const ARN = 'arn:aws:iam::123456789012:role/deploy-hello';
const DENIED = {
  name: 'AccessDenied',
  text: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
};
const clock = manualClock();

let fixture: AwsFixture;
let oidc: LocalOidc;

beforeAll(async () => {
  fixture = await startFixture({ clock });
  oidc = await startOidc({ repository: 'octo/hello', clock });
});

beforeEach(() => {
  seedTrustedRole(fixture.aws, oidc, BRANCH);
});

afterAll(async () => {
  await oidc.close();
  await fixture.close();
});

async function tokenOf(job: OidcJob = {}, audience = 'sts.amazonaws.com'): Promise<string> {
  const env = oidc.env(job);
  const answer = await fetch(`${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${audience}`, {
    headers: { authorization: `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  });
  return String(Object(await answer.json()).value);
}

/** A client that could sign nothing. */
const bare = () =>
  new STSClient({
    endpoint: fixture.aws.endpoint,
    region: fixture.aws.region,
    maxAttempts: 1,
    credentials: async () => {
      throw new Error('this call is not to be signed');
    },
  });

const assume = (
  token: string,
  more: { RoleArn?: string; DurationSeconds?: number; RoleSessionName?: string } = {},
) =>
  bare().send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: ARN,
      RoleSessionName: 'ci',
      WebIdentityToken: token,
      ...more,
    }),
  );

/** A token's claims with some of them changed, signed with the issuer's key. */
async function altered(changes: object): Promise<string> {
  const [, body = ''] = (await tokenOf()).split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  return oidc.sign({ ...claims, ...changes });
}

describe('AssumeRoleWithWebIdentity', () => {
  it('takes no signature and gives credentials of the role', async () => {
    const now = clock.now();
    const answer = await assume(await tokenOf());
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: BRANCH,
      Audience: 'sts.amazonaws.com',
      Provider: `arn:aws:iam::123456789012:oidc-provider/${HOST}`,
      AssumedRoleUser: {
        Arn: 'arn:aws:sts::123456789012:assumed-role/deploy-hello/ci',
        AssumedRoleId: expect.stringMatching(/^AROA[0-9A-F]{17}:ci$/),
      },
      Credentials: {
        AccessKeyId: expect.stringMatching(/^ASIA[0-9A-F]{16}$/),
        SecretAccessKey: expect.stringMatching(/^.{40}$/),
      },
    });
    const seconds = Math.floor(now / 1000) + 3600;
    expect(answer.Credentials?.Expiration).toEqual(new Date(seconds * 1000));
  });

  it('leaves the path of a role out of the name of its session', async () => {
    const { provider } = oidc;
    const trust = trustOf(fixture.aws.iam.putProvider(provider), BRANCH);
    const { arn } = fixture.aws.iam.putRole({ name: 'teams/web/deploy', trust });
    const answer = await assume(await tokenOf(), { RoleArn: arn });
    expect(answer.AssumedRoleUser?.Arn).toMatch(/:assumed-role\/deploy\/ci$/);
  });

  it.each<[string, OidcJob]>([
    ['another branch', { ref: 'refs/heads/other' }],
    ['an environment', { environment: 'production' }],
    ['a pull request', { event: 'pull_request', ref: 'refs/pull/7/merge' }],
    ['a tag', { ref: 'refs/tags/main' }],
  ])('refuses the token of %s that the role does not trust', async (_name, job) => {
    expect(await refusal(assume(await tokenOf(job)))).toEqual(DENIED);
  });

  it.each<[string, OidcJob, string]>([
    ['an environment', { environment: 'production' }, 'repo:octo/hello:environment:production'],
    ['a pull request', { event: 'pull_request' }, 'repo:octo/hello:pull_request'],
    ['any branch', { ref: 'refs/heads/any' }, 'repo:octo/hello:ref:refs/heads/*'],
    ['all of the repository', { environment: 'a:b' }, 'repo:octo/hello:*'],
  ])('takes the token of %s when the role trusts its form', async (_name, job, subject) => {
    seedTrustedRole(fixture.aws, oidc, subject);
    expect(await refusal(assume(await tokenOf(job)))).toMatchObject({ name: '' });
  });

  it('refuses a role that does not exist in the same words as one that does not trust', async () => {
    const RoleArn = 'arn:aws:iam::123456789012:role/gone';
    expect(await refusal(assume(await tokenOf(), { RoleArn }))).toEqual(DENIED);
  });

  it('holds a policy that denies above one that allows', async () => {
    const { iam } = fixture.aws;
    const allow = trustOf(iam.putProvider(oidc.provider), 'repo:octo/*');
    const [statement] = trustOf(iam.putProvider(oidc.provider), '*:environment:*').Statement;
    if (!statement) throw new Error('no statement');
    const deny = { ...statement, Effect: 'Deny' as const };
    iam.putRole({
      name: 'deploy-hello',
      trust: { ...allow, Statement: [...allow.Statement, deny] },
    });
    expect(await refusal(assume(await tokenOf()))).toMatchObject({ name: '' });
    expect(await refusal(assume(await tokenOf({ environment: 'production' })))).toEqual(DENIED);
  });

  it('knows no provider that the account has not made, nor one of another account', async () => {
    const text = `No OpenIDConnect provider found in your account for https://${HOST}`;
    const token = await tokenOf();
    const RoleArn = ARN.replace('123456789012', '999999999999');
    const wanted = { name: 'InvalidIdentityTokenException', text };
    expect(await refusal(assume(token, { RoleArn }))).toEqual(wanted);
    fixture.aws.iam.removeProvider(oidc.provider.issuer);
    expect(await refusal(assume(token))).toEqual(wanted);
  });

  it('refuses a token for another audience', async () => {
    expect(await refusal(assume(await tokenOf({}, 'api.example.com')))).toEqual({
      name: 'InvalidIdentityTokenException',
      text: 'Incorrect token audience',
    });
  });

  it('refuses a token after its five minutes', async () => {
    const token = await tokenOf();
    clock.pass(299_000);
    expect(await refusal(assume(token))).toMatchObject({ name: '' });
    clock.pass(2_000);
    const { name, text } = await refusal(assume(token));
    expect(name).toBe('ExpiredTokenException');
    expect(text).toMatch(/^Token expired: current date\/time \d+ must be before the expiration/);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['that is no token', async () => 'not-a-token', 'The ID Token provided is not a valid JWT.'],
    [
      'whose claims were changed after it was signed',
      async () => {
        const [head, , signature] = (await tokenOf()).split('.');
        const [, body] = (await altered({ sub: 'repo:octo/other:ref:refs/heads/main' })).split('.');
        return `${head}.${body}.${signature}`;
      },
      'Token signature invalid',
    ],
    [
      'that is not signed at all',
      async () => {
        const [head = '', body, signature] = (await tokenOf()).split('.');
        const header = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
        const none = Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url');
        return `${none}.${body}.${signature}`;
      },
      'Token signature invalid',
    ],
    [
      'of another issuer',
      () => altered({ iss: 'https://token.example.com' }),
      'No OpenIDConnect provider found in your account for https://token.example.com',
    ],
    [
      'signed with a key that the issuer does not publish',
      async () => {
        const other = await startOidc({ repository: 'octo/hello', clock });
        const token = await other.sign({ iss: oidc.provider.issuer });
        await other.close();
        return token;
      },
      "Couldn't retrieve verification key from your identity provider,  please reference",
    ],
    [
      'without subject',
      () => altered({ sub: 7 }),
      'The ID Token provided is not a valid JWT: it has',
    ],
    ['of the future', () => altered({ iat: 9e9, exp: 9e9 }), 'Token issued in the future'],
  ])('refuses a token %s', async (_name, token, text) => {
    const found = await refusal(assume(await token()));
    expect(found.name).toBe('InvalidIdentityTokenException');
    expect(found.text.slice(0, text.length)).toBe(text);
  });

  it('keeps to the longest session of the role, and says so before the API its own limits', async () => {
    const token = await tokenOf();
    seedTrustedRole(fixture.aws, oidc, BRANCH, 7200);
    expect(await refusal(assume(token, { DurationSeconds: 7200 }))).toMatchObject({ name: '' });
    expect(await refusal(assume(token, { DurationSeconds: 7201 }))).toEqual({
      name: 'ValidationError',
      text: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    });
    for (const more of [{ DurationSeconds: 899 }, { RoleSessionName: 'a b' }]) {
      const { name, text } = await refusal(assume(token, more));
      expect(name).toBe('ValidationError');
      expect(text).toMatch(/^1 validation error detected: Value '.*' at '.*' failed to satisfy/);
      expect(text).not.toContain(token);
    }
  });
});

describe('credentials of a role', () => {
  async function client() {
    const { Credentials } = await assume(await tokenOf(), { DurationSeconds: 900 });
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    return { ...fixture.settings(), credentials };
  }

  it('sign calls as the role until they end', async () => {
    const settings = await client();
    const sts = new STSClient(settings);
    const apprunner = new AppRunnerClient(settings);
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '123456789012',
      Arn: 'arn:aws:sts::123456789012:assumed-role/deploy-hello/ci',
      UserId: expect.stringMatching(/^AROA.*:ci$/),
    });
    clock.pass(899_000);
    expect(await refusal(apprunner.send(new ListServicesCommand({})))).toMatchObject({ name: '' });
    clock.pass(1_000);
    const text = 'The security token included in the request is expired';
    expect(await refusal(apprunner.send(new ListServicesCommand({})))).toEqual({
      name: 'ExpiredTokenException',
      text,
    });
    expect(await refusal(sts.send(new GetCallerIdentityCommand({})))).toEqual({
      name: expect.stringMatching(/^ExpiredToken/),
      text,
    });
  });

  it('are nothing without their token, with another secret, or with the token of another', async () => {
    const settings = await client();
    const other = await client();
    const name = async (credentials: object) => {
      const changed = { ...settings, credentials: { ...settings.credentials, ...credentials } };
      return (await refusal(new AppRunnerClient(changed).send(new ListServicesCommand({})))).name;
    };
    const { sessionToken } = other.credentials;
    expect(await name({})).toBe('');
    expect(await name({ sessionToken: '' })).toBe('UnrecognizedClientException');
    expect(await name({ sessionToken })).toBe('UnrecognizedClientException');
    expect(await name({ secretAccessKey: 'other' })).toBe('InvalidSignatureException');
  });

  it('are named by what a policy denies', async () => {
    fixture.aws.faults.add({ kind: 'deny', action: 'apprunner:ListServices' });
    const call = new AppRunnerClient(await client()).send(new ListServicesCommand({}));
    expect((await refusal(call)).text).toMatch(
      /^User: arn:aws:sts::123456789012:assumed-role\/deploy-hello\/ci is not authorized/,
    );
    fixture.aws.faults.clear();
  });
});

describe('a trust policy', () => {
  const provider = `arn:aws:iam::123456789012:oidc-provider/${HOST}`;
  it.each<[string, object, RegExp]>([
    ['without a condition on the subject', { StringEquals: { [`${HOST}:aud`]: 'x' } }, /:sub\.$/],
    ['with a condition that is not understood', { ArnLike: {} }, /knows no condition ArnLike/],
    [
      'about another provider than its own',
      { StringLike: { 'gitlab.com:sub': '*' } },
      /is no aud or sub of token\.actions/,
    ],
  ])('%s is no role', (_name, condition, text) => {
    const trust = trustOf(provider, '', condition);
    expect(() => fixture.aws.iam.putRole({ name: 'odd', trust })).toThrow(text);
  });
});
