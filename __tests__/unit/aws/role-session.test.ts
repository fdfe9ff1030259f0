import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OidcJob } from '../../../local-aws/github/oidc/job.ts';
import { CancelledError, causes, errorMessage } from '../../../src/errors.ts';
import type { Role } from '../../../src/ports.ts';
import { BRANCH, ROLE, type RoleWorld, startRoleWorld } from '../../support/unit-role-session.ts';
import { seedTrustedRole, trustOf } from '../../support/unit-trusted-role.ts';

let world: RoleWorld;

beforeAll(async () => {
  world = await startRoleWorld();
});

beforeEach(() => {
  world.aws.faults.clear();
  world.events.splice(0);
  seedTrustedRole(world.aws, world.oidc, BRANCH);
});

afterAll(() => world.close());

/** Names of the AWS calls that something makes. */
async function callsOf(work: () => Promise<unknown>): Promise<string[]> {
  const from = world.aws.calls.length;
  await work();
  return world.aws.calls.slice(from).map(({ service, operation }) => `${service}:${operation}`);
}

describe('a session of a role', () => {
  it('is who AWS says it is, which is asked for once', async () => {
    const calls = await callsOf(async () => {
      const { calls: aws, underWay } = world.session();
      await underWay;
      expect(await aws.identity()).toEqual({
        account: '123456789012',
        arn: 'arn:aws:sts::123456789012:assumed-role/deploy-hello/GitHubActions',
      });
      await Promise.all([aws.appRunner.list(), aws.ecr.login()]);
    });
    expect(calls[0]).toBe('sts:AssumeRoleWithWebIdentity');
    expect(calls.slice(1).sort()).toEqual(['apprunner:ListServices', 'ecr:GetAuthorizationToken']);
  });

  it('masks the token before STS sees it, and the credentials before anything is signed', async () => {
    const { calls: aws } = world.session();
    await Promise.all([aws.identity(), aws.appRunner.list()]);
    const token = world.oidc.tokens.at(-1);
    const session = world.aws.roleSessions.all().at(-1);
    expect(world.events).toEqual([
      `mask ${token}`,
      `mask ${session?.accessKeyId}`,
      `mask ${session?.secretAccessKey}`,
      `mask ${session?.sessionToken}`,
    ]);
    expect(Object.values(process.env)).not.toContain(session?.secretAccessKey);
  });

  it('renews its credentials with a new token while calls go on', async () => {
    seedTrustedRole(world.aws, world.oidc, BRANCH);
    const { calls: aws } = world.session({ durationSeconds: 900 });
    const given = () => world.aws.roleSessions.all().length;
    await aws.identity();
    const [tokens, sessions] = [world.oidc.tokens.length, given()];
    for (let minutes = 0; minutes < 120; minutes += 1) {
      world.clock.pass(60_000);
      await Promise.all([aws.appRunner.list(), aws.ecr.login()]);
    }
    // Ten minutes of each quarter of an hour are used.
    expect(given() - sessions).toBe(12);
    expect(world.oidc.tokens.length - tokens).toBe(12);
    expect(new Set(world.oidc.tokens).size).toBe(world.oidc.tokens.length);
    expect(world.aws.calls.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it('goes on with good credentials when they can not be renewed yet', async () => {
    const { calls: aws } = world.session({ durationSeconds: 900 });
    await aws.identity();
    world.clock.pass(11 * 60_000);
    world.oidc.fail(403);
    await aws.appRunner.list();
    expect(world.events.at(-1)).toMatch(
      /^tell The AWS credentials could not be renewed yet: GitHub gave no OIDC token .* HTTP 403/,
    );
    world.clock.pass(60_000);
    const before = world.aws.roleSessions.all().length;
    await aws.appRunner.list();
    expect(world.aws.roleSessions.all()).toHaveLength(before + 1);
  });

  it.each([
    ['throttling', { code: 'Throttling', status: 400, message: 'Rate exceeded' }],
    ['a server error', { code: 'InternalFailure', status: 500, message: 'so it is' }],
    [
      'an identity provider that AWS could not reach',
      { code: 'IDPCommunicationError', status: 400, message: 'so it is' },
    ],
    [
      'keys that AWS could not read',
      {
        code: 'InvalidIdentityToken',
        status: 400,
        message: "Couldn't retrieve verification key from your identity provider",
      },
    ],
  ])('tries again after %s', async (_name, refusal) => {
    world.aws.faults.add({
      kind: 'refuse',
      action: 'sts:AssumeRoleWithWebIdentity',
      ...refusal,
      times: 2,
    });
    const { calls: aws } = world.session();
    expect((await aws.identity()).account).toBe('123456789012');
  });

  it('asks nobody after a cancel, and says why', async () => {
    const cancel = new AbortController();
    const reason = new CancelledError('SIGTERM');
    cancel.abort(reason);
    const { calls: aws, underWay } = world.session({}, { cancelled: cancel.signal });
    const requests = world.oidc.requests;
    await underWay;
    await expect(aws.identity()).rejects.toBe(reason);
    expect(world.oidc.requests).toBe(requests);
  });
});

describe('a role that is not assumed', () => {
  /** A refusal: what the run is, what is wrong with it, and what its error says. */
  type Refusal = [
    name: string,
    job: OidcJob,
    role: Partial<Role>,
    wrong: () => void,
    said: readonly string[],
  ];
  const nothing = () => undefined;
  const HOST = 'token.actions.githubusercontent.com';

  it.each<Refusal>([
    [
      'because it trusts another branch',
      { ref: 'refs/heads/blue' },
      {},
      nothing,
      [
        `sts:AssumeRoleWithWebIdentity failed for role ${ROLE.arn}: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity.`,
        'its trust policy',
        `${HOST}:sub 'repo:octo/hello:ref:refs/heads/blue' (the run is of this branch;`,
        `${HOST}:aud 'sts.amazonaws.com'`,
        `Federated 'arn:aws:iam::123456789012:oidc-provider/${HOST}'`,
      ],
    ],
    [
      'because the job has an environment',
      { environment: 'production' },
      {},
      nothing,
      [
        "sub 'repo:octo/hello:environment:production'",
        'the job names an environment, which stands in the place of branch',
      ],
    ],
    [
      'because the run is of a pull request',
      { event: 'pull_request', ref: 'refs/pull/7/merge' },
      {},
      nothing,
      ["sub 'repo:octo/hello:pull_request' (a pull_request run has this form"],
    ],
    [
      'because the run is of a tag',
      { ref: 'refs/tags/v1' },
      {},
      nothing,
      ["sub 'repo:octo/hello:ref:refs/tags/v1' (the run is of a tag)"],
    ],
    [
      'because there is none',
      {},
      { arn: 'arn:aws:iam::123456789012:role/gone' },
      nothing,
      ['role/gone: AccessDenied', 'Check that there is such a role (AWS says the same'],
    ],
    [
      'because the account has no identity provider',
      {},
      {},
      () => world.aws.iam.removeProvider(world.oidc.provider.issuer),
      [
        'InvalidIdentityToken',
        `No OpenIDConnect provider found in your account for https://${HOST}.`,
        `Account 123456789012 has no identity provider for GitHub: make one in IAM with the URL https://${HOST} and the audience 'sts.amazonaws.com'`,
      ],
    ],
    [
      'because the audience is not of the provider',
      {},
      { audience: 'api.example.com' },
      nothing,
      [
        'Incorrect token audience.',
        "The token is for 'api.example.com': add that to the audiences of arn:aws:iam::",
        'or set the input audience',
      ],
    ],
    [
      'because the trust policy wants another audience',
      {},
      { audience: 'api.example.com' },
      () => {
        const provider = { ...world.oidc.provider, audiences: ['api.example.com'] };
        const trust = trustOf(world.aws.iam.putProvider(provider), BRANCH);
        world.aws.iam.putRole({ name: 'deploy-hello', trust });
      },
      ['AccessDenied', `${HOST}:aud 'api.example.com'`],
    ],
    [
      'for so long',
      {},
      { durationSeconds: 7200 },
      nothing,
      [
        'ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
        'role-duration-seconds is 7200: set it to what the role allows, 3600 unless',
      ],
    ],
    [
      'because the token came too late',
      {},
      {},
      () =>
        refuse('ExpiredTokenException', 400, 'Token expired: current date/time 2 must be before'),
      ['ExpiredTokenException: Token expired', 'is good for five minutes'],
    ],
    [
      'because STS is off in the Region',
      {},
      {},
      () => refuse('RegionDisabledException', 403, 'STS is not activated in this region'),
      [
        'RegionDisabledException: STS is not activated in this region.',
        'Activate STS for us-east-1 in the account settings of IAM in account 123456789012',
      ],
    ],
    [
      'because the provider rejected it',
      {},
      {},
      () => refuse('IDPRejectedClaim', 403, 'The identity provider rejected the claim'),
      ['IDPRejectedClaim', `AWS could not check the token with https://${HOST}`],
    ],
    [
      'for a reason that nobody knows',
      {},
      {},
      () => refuse('InvalidIdentityToken', 400, 'The token is odd'),
      ['The token is odd.', `AWS could not check the token of https://${HOST}. Run the job again`],
    ],
  ])('%s is told with what to check', async (_name, job, role, wrong, said) => {
    wrong();
    const { calls: aws } = world.session(role, { env: world.oidc.env(job) });
    const error: unknown = await aws.identity().catch((thrown: unknown) => thrown);
    for (const text of said) expect(errorMessage(error)).toContain(text);
    const token = world.oidc.tokens.at(-1) ?? '';
    expect([errorMessage(error), ...causes(error)].join('\n')).not.toContain(token);
    // Every other call fails with that same error, and asks nobody again.
    const requests = world.oidc.requests;
    await expect(aws.appRunner.list()).rejects.toBe(error);
    await expect(aws.ecr.login()).rejects.toBe(error);
    expect(world.oidc.requests).toBe(requests);
  });

  it('because the job may not ask for a token sends nothing', async () => {
    const calls = await callsOf(async () => {
      const { calls: aws, underWay } = world.session({}, { env: {} });
      await underWay;
      await expect(aws.identity()).rejects.toThrow('Add "id-token: write" to the permissions');
    });
    expect(calls).toEqual([]);
    expect(world.events).toEqual([]);
  });

  function refuse(code: string, status: number, message: string): void {
    const action = 'sts:AssumeRoleWithWebIdentity';
    world.aws.faults.add({ kind: 'refuse', action, code, status, message });
  }
});
