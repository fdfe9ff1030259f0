import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { OidcJob } from '../../local-aws/github/oidc/job.ts';
import { type LocalOidc, startOidc } from '../../local-aws/github/oidc/start.ts';
import { seedTrustedRole } from '../support/unit-trusted-role.ts';
import { type Scene, withScene } from './fixture.ts';

/** An environment without credentials, as a job has it that ran no credentials step. */
const NO_KEYS = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  // The machine's own credentials are no part of the scene.
  AWS_EC2_METADATA_DISABLED: 'true',
};

async function deployWithRole(
  job: OidcJob,
  look: (ran: Awaited<ReturnType<Scene['deploy']>>, scene: Scene, oidc: LocalOidc) => Promise<void>,
): Promise<void> {
  await withScene({}, async (scene) => {
    const oidc = await startOidc({ repository: 'octo/hello' });
    try {
      const { arn } = seedTrustedRole(scene.aws, oidc, 'repo:octo/hello:ref:refs/heads/main');
      scene.newCalls();
      const inputs = { 'role-to-assume': arn };
      const files = { FAKE_DOCKER_ENVIRONMENT: join(scene.workspace, 'docker-environment') };
      const ran = await scene.deploy(inputs, { ...NO_KEYS, ...oidc.env(job), ...files });
      await look(ran, scene, oidc);
    } finally {
      await oidc.close();
    }
  });
}

/** Every file below a directory, as one text. */
async function allText(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

describe('the packed action with a role that it assumes', () => {
  it(
    'builds, pushes and deploys, and leaves nothing of the credentials anywhere',
    () =>
      deployWithRole({}, async ({ code, log, raw, outputs, state }, scene, oidc) => {
        expect(code).toBe(0);
        expect(outputs).toMatchObject({ result: 'created' });
        expect(log).toContain(
          'as arn:aws:sts::123456789012:assumed-role/deploy-hello/GitHubActions',
        );
        const calls = scene.newCalls();
        expect(calls[0]).toBe('sts:AssumeRoleWithWebIdentity');
        expect(calls).toContain('ecr:PutImage');
        const [session] = scene.aws.roleSessions.all();
        expect(scene.aws.roleSessions.all()).toHaveLength(1);
        const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = session ?? {};
        const secrets = [...oidc.tokens, accessKeyId, secretAccessKey, sessionToken];
        // The command that masks a value is the one thing that names it.
        const lines = raw.split(/\r?\n/);
        for (const secret of secrets) {
          expect(lines.filter((line) => line.includes(secret))).toEqual([`::add-mask::${secret}`]);
        }
        // Files of the runner, docker's configuration, arguments and environment, and the checkout.
        const left = await allText(dirname(scene.workspace));
        expect(left).toContain('FAKE_DOCKER_ENVIRONMENT');
        const shown = [log, left, JSON.stringify([outputs, state])].join('\n');
        for (const secret of secrets) expect(shown).not.toContain(secret);
      }),
    30_000,
  );

  it(
    'shows what its token says when the role does not trust it, and not the token',
    () =>
      deployWithRole({ environment: 'production' }, async ({ code, log, raw }, scene, oidc) => {
        expect(code).toBe(1);
        expect(scene.newCalls()).toEqual(['sts:AssumeRoleWithWebIdentity']);
        expect(log).toContain("sub 'repo:octo/hello:environment:production'");
        const [token = 'none'] = oidc.tokens;
        const lines = raw.split(/\r?\n/).filter((line) => line.includes(token));
        expect(lines).toEqual([`::add-mask::${token}`]);
      }),
    30_000,
  );
});
