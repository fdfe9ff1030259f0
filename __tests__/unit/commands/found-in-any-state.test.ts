import type { ServiceStatus } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { createService } from '../../support/create-service.ts';
import { ModelAppRunner, type Script } from '../../support/model-app-runner.ts';
import { REFUSED } from '../../support/refusals.ts';
import { deeds, type Run, runAction } from '../../support/unit-deployment.ts';

interface Scene {
  readonly Status?: ServiceStatus;
  readonly script?: Script;
  /** What somebody else does before the run begins. */
  readonly before?: (model: ModelAppRunner) => void;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function deployTo({ Status, script, before, inputs = {} }: Scene) {
  let model: ModelAppRunner | undefined;
  const done = await runAction({
    inputs,
    appRunner: ({ now }) => {
      model = new ModelAppRunner(now, { service: Status && createService({ Status }), ...script });
      before?.(model);
      return model;
    },
  });
  return { ...done, model };
}

/** The App Runner calls of a run that change something. */
function writes(run: Run): string[] {
  return deeds(run)
    .filter((deed) => deed.startsWith('apprunner:'))
    .map((deed) => deed.replace('apprunner:', ''));
}

describe('a deployment to a service', () => {
  it('that is busy waits for the operation and says which', async () => {
    const run = await deployTo({
      Status: 'RUNNING',
      before: (model) => model.begin('UPDATE_SERVICE', 'RUNNING'),
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['UpdateService']);
    expect(run.runner.text()).toContain('It is busy now; the deployment waits for it.');
    expect(run.runner.text()).toContain('busy with UPDATE_SERVICE (operation operation-1)');
    expect(run.runner.outputs).toMatchObject({ result: 'updated', 'operation-id': 'operation-2' });
  });

  it('that AWS maintains waits for its status', async () => {
    let looks = 0;
    const service = createService();
    const run = await deployTo({
      script: { service },
      before: (model) => {
        const { describe } = model;
        model.set('OPERATION_IN_PROGRESS');
        model.describe = () => {
          looks += 1;
          if (looks === 6) model.set('RUNNING');
          return describe.call(model);
        };
      },
    });
    expect(run.error).toBe('');
    expect(run.runner.text()).toContain('no operation listed, as in AWS maintenance');
    expect(writes(run)).toEqual(['UpdateService']);
  });

  it('that is paused resumes it first', async () => {
    const run = await deployTo({ Status: 'PAUSED' });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['ResumeService', 'UpdateService']);
    expect(run.runner.outputs).toMatchObject({ result: 'updated', 'service-status': 'RUNNING' });
  });

  it('that can not be resumed is not updated', async () => {
    const run = await deployTo({
      Status: 'PAUSED',
      script: { service: createService({ Status: 'PAUSED' }), ends: { RESUME_SERVICE: 'FAILED' } },
    });
    expect(run.code).toBe(1);
    expect(writes(run)).toEqual(['ResumeService']);
    expect(run.runner.outputs).toMatchObject({ result: 'failed' });
  });

  it('whose creation failed repairs it, also with the same settings', async () => {
    const run = await deployTo({ Status: 'CREATE_FAILED' });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['UpdateService']);
    expect(run.model?.operations).toHaveLength(1);
  });

  it('whose creation failed beyond repair is made anew with its own settings', async () => {
    const run = await deployTo({
      Status: 'CREATE_FAILED',
      script: {
        service: createService({ Status: 'CREATE_FAILED' }),
        refusals: { update: [REFUSED.notRepaired] },
      },
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['UpdateService', 'DeleteService', 'CreateService']);
    expect(run.created[0]).toMatchObject({
      ServiceName: 'hello-api',
      HealthCheckConfiguration: createService().HealthCheckConfiguration,
      EncryptionConfiguration: createService().EncryptionConfiguration,
    });
    expect(run.runner.outputs).toMatchObject({ result: 'created' });
  });

  it('whose deletion failed deletes it again and creates a new one', async () => {
    const run = await deployTo({ Status: 'DELETE_FAILED' });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['DeleteService', 'CreateService']);
    expect(run.created[0]).not.toHaveProperty('HealthCheckConfiguration');
  });

  it('that is being deleted waits and creates a new one', async () => {
    const run = await deployTo({
      Status: 'RUNNING',
      before: (model) => model.begin('DELETE_SERVICE', 'DELETED'),
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['CreateService']);
  });

  it('that is busy past the deadline ends there and has changed nothing', async () => {
    const run = await deployTo({
      script: { service: createService({ Status: 'OPERATION_IN_PROGRESS' }) },
      inputs: { 'timeout-minutes': '3' },
    });
    expect(run.code).toBe(1);
    expect(run.error).toContain('timeout-minutes (3) is over');
    expect(writes(run)).toEqual([]);
    expect(run.runner.text()).toContain('The service was not changed.');
  });
});
