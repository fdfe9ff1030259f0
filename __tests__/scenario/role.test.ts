import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalOidc, startOidc } from '../../local-aws/github/oidc/start.ts';
import { seedTrustedRole } from '../support/unit-trusted-role.ts';
import { type VirtualScene, withVirtualScene } from '../support/virtual-run.ts';
import '../support/unit-one-realm.ts';

const IMAGE = 'public.ecr.aws/team/hello:1';
const ROLE = 'arn:aws:iam::123456789012:role/deploy-hello';
const INPUTS = {
  service: 'hello',
  'aws-region': 'us-east-1',
  image: IMAGE,
  'role-to-assume': ROLE,
  'role-duration-seconds': '900',
  'timeout-minutes': '120',
};

/** A variable of the environment, empty as a runner has it before a credentials step. */
const NO_KEYS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

/** Sets a scene whose environment has no credentials, only what a job needs to ask for its token. */
async function withRole(
  play: (scene: VirtualScene, oidc: LocalOidc) => Promise<void>,
): Promise<void> {
  await withVirtualScene(
    () => ({}),
    async (scene) => {
      const oidc = await startOidc({ repository: 'octo/hello', clock: scene.clock });
      try {
        // Making the key takes a while that no request shows.
        await oidc.sign({});
        seedTrustedRole(scene.aws, oidc, 'repo:octo/hello:ref:refs/heads/main');
        scene.aws.appRunner.registerImage(IMAGE);
        for (const name of Object.keys(NO_KEYS)) delete process.env[name];
        await play(scene, oidc);
      } finally {
        await oidc.close();
      }
    },
  );
}

let environment: NodeJS.ProcessEnv;

beforeEach(() => {
  environment = { ...process.env };
});

afterEach(() => {
  process.env = environment;
});

describe('a deployment with a role that the step assumes', () => {
  it('outlives its credentials several times, and no call is refused', () =>
    withRole(async ({ aws, act }, oidc) => {
      const hour = 60 * 60_000;
      const env = { ...NO_KEYS, ...oidc.env() };
      await act(INPUTS, env);
      aws.faults.add({ kind: 'ending', end: 'ROLLBACK_SUCCEEDED', afterMs: hour });
      await act({ ...INPUTS, wait: 'false' }, env);
      const tokens = oidc.tokens.length;
      // The service is busy for an hour before it can be deployed to.
      const { code, runner, calls, ms } = await act(INPUTS, env);
      expect(code).toBe(0);
      expect(runner.outputs).toMatchObject({ result: 'deployed', 'operation-status': 'SUCCEEDED' });
      expect(ms).toBeGreaterThan(hour);
      expect(aws.calls.filter(({ errorCode }) => /Expired|Token/.test(errorCode ?? ''))).toEqual(
        [],
      );
      expect(runner.text()).not.toContain('could not be renewed');
      // Each is good for fifteen minutes, and serves for ten or a little longer.
      const assumed = calls.filter((call) => call === 'sts:AssumeRoleWithWebIdentity');
      expect(assumed.length).toBeGreaterThan(ms / 900_000);
      expect(assumed.length).toBeLessThanOrEqual(1 + ms / 600_000);
      expect(oidc.tokens.length - tokens).toBe(assumed.length);
      expect(calls[0]).toBe('sts:AssumeRoleWithWebIdentity');
      expect(calls).not.toContain('sts:GetCallerIdentity');
    }));

  it('says who it is, and shows nobody what it is let in with', () =>
    withRole(async ({ aws, act }, oidc) => {
      const env = { ...NO_KEYS, ...oidc.env() };
      const { code, runner } = await act(INPUTS, env);
      expect(code).toBe(0);
      expect(runner.text()).toContain(
        'AWS account 123456789012 in us-east-1 as arn:aws:sts::123456789012:assumed-role/deploy-hello/GitHubActions',
      );
      const [session] = aws.roleSessions.all();
      const secrets = [
        ...oidc.tokens,
        session?.accessKeyId ?? '',
        session?.secretAccessKey ?? '',
        session?.sessionToken ?? '',
      ];
      expect(runner.masked).toEqual(secrets);
      const { log, outputs, state, summaries } = runner;
      const shown = JSON.stringify([log, outputs, state, summaries, process.env]);
      for (const secret of [...secrets, env.ACTIONS_ID_TOKEN_REQUEST_TOKEN]) {
        expect(secret).not.toBe('');
        expect(shown).not.toContain(secret);
      }
    }));

  it('that does not let the run in fails before anything else is asked, with what to check', () =>
    withRole(async ({ act }, oidc) => {
      const env = { ...NO_KEYS, ...oidc.env({ environment: 'production' }) };
      const { code, runner, calls } = await act(INPUTS, env);
      expect(code).toBe(1);
      expect(calls).toEqual(['sts:AssumeRoleWithWebIdentity']);
      const errors = runner.log.filter((line) => line.startsWith('error:'));
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain("sub 'repo:octo/hello:environment:production'");
      expect(runner.outputs).toMatchObject({ result: 'failed' });
    }));

  it('in a job without the permission fails before AWS hears of it', () =>
    withRole(async ({ act }) => {
      const { code, runner, calls } = await act(INPUTS, NO_KEYS);
      expect(code).toBe(1);
      expect(calls).toEqual([]);
      expect(runner.text()).toContain('Add "id-token: write" to the permissions of the job');
    }));

  it.each(['pause', 'delete'])('can be followed by %s with that role', (command) =>
    withRole(async ({ act }, oidc) => {
      const env = { ...NO_KEYS, ...oidc.env() };
      expect((await act(INPUTS, env)).code).toBe(0);
      const { code, calls } = await act({ ...INPUTS, command }, env);
      expect(code).toBe(0);
      expect(calls[0]).toBe('sts:AssumeRoleWithWebIdentity');
    }),
  );

  it('stops within its seconds when it is cancelled while credentials are renewed', () =>
    withRole(async ({ aws, act }, oidc) => {
      aws.faults.add({ kind: 'ending', end: 'HANG' });
      const env = { ...NO_KEYS, ...oidc.env() };
      const renewal = 10 * 60_000;
      const running = act(INPUTS, env, renewal + 20_000);
      // From the first renewal on GitHub answers with errors only.
      while (oidc.tokens.length === 0) await new Promise((resolve) => setImmediate(resolve));
      oidc.fail(...Array.from({ length: 30 }, () => 503));
      const { code, ms } = await running;
      expect(code).toBe(143);
      expect(ms).toBeLessThan(renewal + 25_000);
    }));
});
