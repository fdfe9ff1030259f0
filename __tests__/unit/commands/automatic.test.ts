import { describe, expect, it } from '@jest/globals';
import { ENVIRONMENT } from '../../support/create-inputs.ts';
import { createService, REGISTRY } from '../../support/create-service.ts';
import { OPERATION_ID } from '../../support/fake-ports.ts';
import { runAction } from '../../support/unit-deployment.ts';

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

describe('a service that deploys pushes of the tag by itself', () => {
  function automatic(Status: 'RUNNING' | 'OPERATION_IN_PROGRESS' = 'RUNNING') {
    const service = serviceOfThisCommit();
    return {
      ...service,
      Status,
      SourceConfiguration: { ...service.SourceConfiguration, AutoDeploymentsEnabled: true },
    };
  }
  const START = Date.UTC(2026, 0, 1);

  function own(status: 'IN_PROGRESS' | 'SUCCEEDED', afterMs = 2_000) {
    return [
      {
        Id: 'automatic',
        Type: 'START_DEPLOYMENT' as const,
        Status: status,
        StartedAt: new Date(START + afterMs),
      },
    ];
  }

  it('has its own deployment followed', async () => {
    let looks = 0;
    const { code, runner, events } = await runAction({
      service: automatic(),
      appRunner: {
        newestOperations: async () => {
          looks += 1;
          return looks < 3 ? [] : own(looks < 5 ? 'IN_PROGRESS' : 'SUCCEEDED');
        },
      },
    });
    expect(code).toBe(0);
    expect(events).not.toContain('apprunner:StartDeployment');
    expect(runner.outputs).toMatchObject({
      'operation-id': 'automatic',
      'operation-status': 'SUCCEEDED',
      result: 'deployed',
    });
  });

  it('is not judged by a deployment that somebody started early in a long build', async () => {
    let started = false;
    const { code, runner } = await runAction({
      service: automatic(),
      buildMs: 60_000,
      appRunner: {
        newestOperations: async () =>
          started ? [{ Id: 'ours', Status: 'SUCCEEDED' as const }] : own('SUCCEEDED', 2_000),
        startDeployment: async () => {
          started = true;
          return { operationId: 'ours' };
        },
      },
    });
    expect(code).toBe(0);
    expect(runner.outputs['operation-id']).toBe('ours');
  });

  it('has its own deployment followed also when it is seen busy with it', async () => {
    let reads = 0;
    const { code, runner, error } = await runAction({
      service: automatic(),
      buildMs: 60_000,
      appRunner: {
        describe: async () => {
          reads += 1;
          return automatic(reads === 1 ? 'RUNNING' : 'OPERATION_IN_PROGRESS');
        },
        newestOperations: async () => own('SUCCEEDED', 59_000),
      },
    });
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(runner.outputs['operation-id']).toBe('automatic');
  });

  it('is told to deploy when it does not by itself', async () => {
    let started = false;
    const { code, runner } = await runAction({
      service: automatic(),
      appRunner: {
        startDeployment: async () => {
          started = true;
          return { operationId: OPERATION_ID };
        },
        newestOperations: async () =>
          started ? [{ Id: OPERATION_ID, Status: 'SUCCEEDED' as const }] : [],
      },
    });
    expect(code).toBe(0);
    expect(runner.outputs['operation-id']).toBe(OPERATION_ID);
    expect(runner.text()).toContain('No automatic deployment came within a minute');
  });
});
