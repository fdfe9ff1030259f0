import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { describe, expect, it, jest } from '@jest/globals';
import { withScene } from './fixture.ts';

// Real operations, each waited for as the action waits.
jest.setTimeout(120_000);

const WRITES = /apprunner:(Create|Update|Start|Delete|Tag)|ecr:(PutImage|InitiateLayerUpload)/;

describe('bad input', () => {
  it.concurrent('ends in sentences that name all of it, without any AWS call', () =>
    withScene({}, async (scene) => {
      const step = await scene.deploy({
        service: 'abc',
        port: '0',
        cpu: '3 vCPU',
        image: 'nginx',
        context: '.',
      });
      expect(step.code).toBe(1);
      expect(step.outputs).toEqual({ result: 'failed' });
      for (const name of ['service', 'port', 'cpu', 'image', 'context']) {
        expect(step.log).toContain(`'${name}'`);
      }
      expect(scene.newCalls()).toEqual([]);
      expect(await scene.dockerCommands()).toEqual([]);
    }));

  it.concurrent.each([
    ['a missing Dockerfile', {}, 'There is no Dockerfile at'],
    ['a missing context', { context: './api' }, "Input 'context' is './api'"],
    ['a missing secret file', { 'secret-files': 'npmrc=.npmrc' }, "Input 'secret-files'"],
  ])('ends before the build for %s', (_what, inputs, sentence) =>
    withScene({}, async (scene) => {
      await rm(join(scene.workspace, 'Dockerfile'));
      const step = await scene.deploy(inputs);
      expect(step.code).toBe(1);
      expect(step.log).toContain(sentence);
      expect(scene.newCalls().filter((call) => WRITES.test(call))).toEqual([]);
      expect((await scene.dockerCommands()).flat()).not.toContain('build');
    }),
  );
});

describe('the check before the build', () => {
  it.concurrent.each([
    [
      'credentials AWS does not know',
      { AWS_SECRET_ACCESS_KEY: 'wrong' },
      {},
      'sts:GetCallerIdentity failed',
    ],
    [
      'no credentials',
      { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' },
      {},
      'No AWS credentials were found',
    ],
    [
      'a repository that is not there',
      {},
      { repository: 'team/absent' },
      "ecr:DescribeRepositories failed for repository 'team/absent'",
    ],
    [
      'no access role for a new service',
      {},
      { 'access-role-arn': '' },
      "Input 'access-role-arn' is missing",
    ],
    [
      'secrets without an instance role',
      {},
      { 'environment-secrets': 'KEY=/my/parameter' },
      "Input 'instance-role-arn' is missing",
    ],
    ['no docker', { PATH: '/nonexistent' }, {}, "docker can't be started"],
  ])('refuses %s', (_what, env, inputs, sentence) =>
    withScene({}, async (scene) => {
      const step = await scene.deploy(inputs, env);
      expect(step.code).toBe(1);
      expect(step.log).toContain(sentence);
      expect(step.outputs.result).toBe('failed');
      expect(scene.newCalls().filter((call) => WRITES.test(call))).toEqual([]);
      expect((await scene.dockerCommands()).flat()).not.toContain('build');
    }),
  );
});

describe('the check after the push', () => {
  it.concurrent('refuses an arm64 image and leaves App Runner alone', () =>
    withScene({}, async (scene) => {
      const step = await scene.deploy({}, { FAKE_DOCKER_ARCHITECTURE: 'arm64' });
      expect(step.code).toBe(1);
      expect(step.log).toContain('linux/arm64 image, and App Runner runs linux/amd64 only');
      expect(step.log).toContain('The service was not changed.');
      expect(
        scene.newCalls().filter((call) => /apprunner:(Create|Update|Start)/.test(call)),
      ).toEqual([]);
    }));

  it.concurrent('refuses an image that ECR does not have', () =>
    withScene({}, async (scene) => {
      const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:absent';
      const step = await scene.deploy({ image });
      expect(step.code).toBe(1);
      expect(step.log).toContain(`ECR has no image ${image}`);
    }));

  it.concurrent('deploys the image that has an immutable tag and builds nothing', () =>
    withScene({}, async (scene) => {
      await scene.ecr.send(
        new PutImageTagMutabilityCommand({
          repositoryName: 'hello',
          imageTagMutability: 'IMMUTABLE',
        }),
      );
      const first = await scene.deploy();
      const second = await scene.deploy({ 'build-args': 'VERSION=2' });
      expect(second.outputs).toMatchObject({
        result: 'deployed',
        'image-digest': first.outputs['image-digest'],
      });
      expect(second.log).toContain('its tag is immutable');
      expect((await scene.dockerCommands()).filter((args) => args.includes('build'))).toHaveLength(
        1,
      );
    }));

  it.concurrent("says the build's own error when it fails", () =>
    withScene({}, async (scene) => {
      const step = await scene.deploy(
        {},
        { FAKE_DOCKER_BUILD_ERROR: 'failed to solve: no such stage' },
      );
      expect(step.code).toBe(1);
      expect(step.log).toContain('ended with code 1: ERROR: failed to solve: no such stage');
      expect(scene.newCalls()).not.toContain('apprunner:CreateService');
    }));
});

describe('what is secret', () => {
  it.concurrent('shows in no log line, summary, output or docker argument, and the login is gone after post', () =>
    withScene({}, async (scene) => {
      await writeFile(
        join(scene.dockerConfig, 'config.json'),
        '{"auths":{"example.com":{"auth":"dTpw"}}}',
      );
      const step = await scene.deploy({
        'environment-variables': 'TOKEN=very-secret-variable',
        secrets: 'npm=very-secret-build',
      });
      expect(step.code).toBe(0);
      const passwords = [...step.raw.matchAll(/^::add-mask::(.*)$/gm)].map(
        ([, value]) => value ?? '',
      );
      expect(passwords.length).toBeGreaterThanOrEqual(3);
      const secrets = [...passwords, 'very-secret-variable', 'very-secret-build'];
      const shown = [
        step.log,
        step.summary,
        JSON.stringify(step.outputs),
        JSON.stringify(await scene.dockerCommands()),
      ].join('\n');
      expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
      const unmasked = step.raw.replaceAll(/^::add-mask::.*$/gm, '');
      expect(secrets.filter((secret) => unmasked.includes(secret))).toEqual([]);
      expect(step.state['docker-config']).toBeDefined();
      await expect(readdir(step.state['docker-config'] ?? '')).rejects.toThrow('ENOENT');
      expect(await readdir(scene.dockerConfig)).toEqual(['config.json']);
    }));
});
