import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { createService } from '../../support/create-service.ts';
import type { World } from '../../support/fake-ports.ts';
import { deeds, runAction } from '../../support/unit-deployment.ts';

function failing(message: string) {
  return async (): Promise<never> => {
    throw new ActionError(message);
  };
}

describe('bad inputs', () => {
  it('end the run before anything is asked or built', async () => {
    const { code, error, events, docker, runner } = await runAction({
      inputs: { service: 'api', port: '0' },
    });
    expect(code).toBe(1);
    expect(error).toMatch(/^error: Wrong input: Input 'service' is 'api'.*\nInput 'port' is '0'/);
    expect(events).toEqual([]);
    expect(docker.calls).toEqual([]);
    expect(runner.outputs).toEqual({ result: 'failed' });
    expect(runner.summaries[0]).toContain("> Input 'service' is 'api'");
  });
});

describe('what can be known before the build', () => {
  it.each<[string, World, string]>([
    ['a missing Dockerfile', { inputs: { file: 'nope/Dockerfile' } }, 'There is no Dockerfile'],
    ['a missing context', { inputs: { context: './nope' } }, "Input 'context' is './nope'"],
    [
      'a missing buildx',
      { docker: () => ({ code: 1, stderr: "'buildx' is not a docker command" }) },
      'docker/setup-buildx-action',
    ],
    [
      'a missing repository',
      { ecr: { repository: failing('no repository hello-api') } },
      'no repository hello-api',
    ],
    ['a refused login', { ecr: { login: failing('login refused') } }, 'login refused'],
    ['no ListServices', { appRunner: { find: failing('denied to list') } }, 'denied to list'],
    [
      'a missing access role',
      { inputs: { 'access-role-arn': '' } },
      "'access-role-arn' is missing",
    ],
    [
      'a missing instance role',
      { inputs: { 'environment-secrets': 'A=/x' } },
      "'instance-role-arn' is missing",
    ],
    [
      'a service from code',
      {
        service: createService({
          SourceConfiguration: {
            CodeRepository: { RepositoryUrl: 'x', SourceCodeVersion: undefined },
          },
        }),
      },
      'code repository',
    ],
    [
      'a size that does not fit the service',
      { service: createService(), inputs: { cpu: '256' } },
      "can't have this size",
    ],
  ])('%s ends the run before login, build and any call that writes', async (_, world, reason) => {
    const run = await runAction(world);
    expect(run.code).toBe(1);
    expect(run.error).toContain(reason);
    expect(deeds(run)).toEqual([]);
    expect(run.runner.state).toEqual({});
    expect(run.runner.outputs).toMatchObject({ 'service-name': 'hello-api', result: 'failed' });
  });

  it('is told all together', async () => {
    const { error } = await runAction({
      inputs: { file: 'nope' },
      docker: () => new Error('spawn docker ENOENT'),
      ecr: { repository: failing('no repository'), login: failing('no login') },
      appRunner: { find: failing('no list') },
    });
    const lines = error.split('\n');
    expect(lines).toHaveLength(5);
    for (const part of [
      'no Dockerfile',
      'spawn docker ENOENT',
      'no list',
      'no login',
      'no repository',
    ])
      expect(lines.filter((line) => line.includes(part))).toHaveLength(1);
  });

  it('says once that the credentials are not valid', async () => {
    const expired = failing('The credentials have expired');
    const { error } = await runAction({
      identity: expired,
      ecr: { repository: expired, login: expired },
      appRunner: { find: expired },
    });
    expect(error).toBe('error: Deployment failed: The credentials have expired');
  });

  it('says with bad credentials what is wrong with the checkout too', async () => {
    const { error } = await runAction({
      inputs: { file: 'nope' },
      identity: failing('The credentials have expired'),
    });
    expect(error.split('\n')).toHaveLength(2);
  });
});
