import { describe, expect, it } from '@jest/globals';
import { readBack } from '../../../src/service/configuration.ts';
import { ENVIRONMENT } from '../../support/create-inputs.ts';
import { ACCESS_ROLE, createService, REGISTRY, SERVICE_ARN } from '../../support/create-service.ts';
import { deeds, runAction } from '../../support/unit-deployment.ts';

const TAG = `${ENVIRONMENT.GITHUB_SHA}`;
const IMAGE = `${REGISTRY}/hello-api:${TAG}`;

/** A service that runs the image of this very commit. */
function serviceOfThisCommit() {
  const service = createService();
  const { SourceConfiguration } = service;
  return {
    ...service,
    SourceConfiguration: {
      ...SourceConfiguration,
      ImageRepository: {
        ...SourceConfiguration?.ImageRepository,
        ImageIdentifier: IMAGE,
        ImageRepositoryType: 'ECR' as const,
      },
    },
  };
}

describe('a service that runs', () => {
  it('gets a new image with its own configuration sent whole', async () => {
    const service = createService();
    const { code, updated, runner, events } = await runAction({ service });
    const own = readBack(service);
    expect(code).toBe(0);
    expect(updated).toEqual([
      {
        ServiceArn: SERVICE_ARN,
        ...own,
        SourceConfiguration: {
          ...own.SourceConfiguration,
          ImageRepository: {
            ...own.SourceConfiguration?.ImageRepository,
            ImageIdentifier: IMAGE,
          },
        },
      },
    ]);
    expect(runner.outputs.result).toBe('updated');
    expect(deeds({ events })).toEqual([
      'docker login AWS',
      'docker buildx build',
      'apprunner:UpdateService',
    ]);
    expect(runner.summaries[0]).toContain('ImageIdentifier | changed |');
  });

  it('tells what it changes by name, and no value of a variable', async () => {
    const { runner, updated } = await runAction({
      service: createService(),
      inputs: { 'environment-variables': 'PASSPHRASE=hunter2\nNEW=hunter3', cpu: '4', memory: '8' },
    });
    const told = [runner.text(), ...runner.summaries, JSON.stringify(runner.outputs)].join('\n');
    expect(told).toMatch(/changed {2}InstanceConfiguration\.Cpu +2048 -> 4096/);
    expect(told).toContain('RuntimeEnvironmentVariables.NEW');
    expect(told).toContain('RuntimeEnvironmentVariables.PASSPHRASE');
    expect(told).not.toMatch(/hunter2|hunter3|correct horse/);
    expect(JSON.stringify(updated)).toContain('hunter3');
  });

  it('is deployed again when tag and settings are the same', async () => {
    const { code, runner, events } = await runAction({ service: serviceOfThisCommit() });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('deployed');
    expect(runner.outputs['service-url']).toBe('https://psbqam834h.us-east-1.awsapprunner.com');
    expect(deeds({ events })).toEqual([
      'docker login AWS',
      'docker buildx build',
      'apprunner:StartDeployment',
    ]);
  });

  it('is read again after a long build, so that what somebody changed meanwhile is kept', async () => {
    const later = createService({ InstanceConfiguration: { Cpu: '4096', Memory: '8192' } });
    let reads = 0;
    const { updated } = await runAction({
      service: createService(),
      buildMs: 60_000,
      inputs: { 'instance-role-arn': ACCESS_ROLE },
      appRunner: {
        describe: async () => {
          reads += 1;
          return reads === 1 ? createService() : later;
        },
      },
    });
    expect(reads).toBe(2);
    expect(updated[0]?.InstanceConfiguration).toEqual({
      Cpu: '4096',
      Memory: '8192',
      InstanceRoleArn: ACCESS_ROLE,
    });
  });

  it('is not read again after a short one', async () => {
    const { events } = await runAction({ service: createService(), buildMs: 5_000 });
    expect(events.filter((event) => event === 'apprunner:DescribeService')).toHaveLength(1);
  });

  it('is updated when it was created by somebody else during the build', async () => {
    let looks = 0;
    const { runner, events } = await runAction({
      buildMs: 60_000,
      appRunner: {
        find: async () => {
          looks += 1;
          return looks === 1 ? undefined : createService();
        },
        describe: async () => createService(),
      },
    });
    expect(runner.outputs.result).toBe('updated');
    expect(events).not.toContain('apprunner:CreateService');
  });
});
