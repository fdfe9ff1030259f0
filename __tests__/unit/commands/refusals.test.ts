import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { createService } from '../../support/create-service.ts';
import { ModelAppRunner, type Script } from '../../support/model-app-runner.ts';
import { REFUSED, sentAgain, unanswered } from '../../support/refusals.ts';
import { deeds, type Run, runAction } from '../../support/unit-deployment.ts';

async function deployTo(
  service: Service | undefined,
  script: Script,
  before?: (model: ModelAppRunner) => void,
  inputs: Readonly<Record<string, string>> = {},
) {
  let model: ModelAppRunner | undefined;
  const done = await runAction({
    inputs,
    appRunner: ({ now }) => {
      model = new ModelAppRunner(now, { service, ...script });
      before?.(model);
      return model;
    },
  });
  return { ...done, model };
}

function writes(run: Run): string[] {
  return deeds(run).filter((deed) => deed.startsWith('apprunner:'));
}

const SAME = { image: `${createService().SourceConfiguration?.ImageRepository?.ImageIdentifier}` };

describe('a role that can not be assumed yet', () => {
  it.each([
    ['access', 'create', undefined, REFUSED.accessRole],
    ['instance', 'create', undefined, REFUSED.instanceRole],
    ['access', 'update', createService(), REFUSED.accessRole],
    ['instance', 'update', createService(), REFUSED.instanceRole],
  ] as const)('is waited for: %s role on %s', async (_, call, service, error) => {
    const run = await deployTo(service, { refusals: { [call]: Array(5).fill(error) } });
    expect(run.error).toBe('');
    expect(writes(run)).toHaveLength(6);
    expect(run.model?.operations).toHaveLength(1);
  });

  it('is given up after two minutes, with who must trust whom', async () => {
    const run = await deployTo(undefined, {
      refusals: { create: Array(100).fill(REFUSED.accessRole) },
    });
    expect(run.code).toBe(1);
    expect(run.error).toContain('Error in assuming access role ARN');
    expect(run.error).toContain('build.apprunner.amazonaws.com');
    const waited = run.clock.sleeps.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(120_000);
    expect(waited).toBeLessThan(130_000);
    expect(run.runner.outputs.result).toBe('failed');
  });
});

describe('a service that is busy when it is called', () => {
  it.each([
    ['update', REFUSED.busyUpdate, {}],
    ['startDeployment', REFUSED.busyDeployment, SAME],
  ] as const)('takes %s when it is free again', async (call, error, inputs) => {
    const run = await deployTo(
      createService(),
      { refusals: { [call]: [error, error] } },
      undefined,
      inputs,
    );
    expect(run.error).toBe('');
    expect(writes(run)).toHaveLength(3);
    expect(run.model?.operations).toHaveLength(1);
  });
});

describe('a call whose answer is lost', () => {
  it.each([
    ['create', undefined, {}, 'created', [unanswered()]],
    ['create, sent again by the SDK', undefined, {}, 'created', [sentAgain(REFUSED.nameTaken)]],
    ['update', createService(), {}, 'updated', [unanswered()]],
    ['update, sent again', createService(), {}, 'updated', [sentAgain(REFUSED.busyUpdate)]],
    ['startDeployment', createService(), SAME, 'deployed', [unanswered()]],
    [
      'startDeployment, sent again',
      createService(),
      SAME,
      'deployed',
      [sentAgain(REFUSED.busyDeployment)],
    ],
  ] as const)(
    '%s: its operation is found and followed',
    async (name, service, inputs, result, errors) => {
      const call = name.replace(/,.*/, '');
      const run = await deployTo(service, { lost: { [call]: errors } }, undefined, inputs);
      expect(run.error).toBe('');
      expect(writes(run)).toHaveLength(1);
      expect(run.model?.operations).toHaveLength(1);
      expect(run.runner.outputs).toMatchObject({ result, 'operation-id': 'operation-1' });
      expect(run.runner.text()).toContain('its answer was lost');
    },
  );

  it('and which App Runner never took is told as unknown', async () => {
    const run = await deployTo(createService(), { refusals: { update: [unanswered()] } });
    expect(run.code).toBe(1);
    expect(run.error).toContain('ECONNRESET');
    expect(run.runner.text()).toContain('Whether AWS took UpdateService is not known');
  });
});

describe('under our feet', () => {
  it('a service that is created by somebody else is updated', async () => {
    const run = await deployTo(undefined, {}, (model) => {
      const { create } = model;
      model.create = (request) => {
        model.service ??= createService();
        return create(request);
      };
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['apprunner:CreateService', 'apprunner:UpdateService']);
    expect(run.runner.outputs.result).toBe('updated');
  });

  it('a service that is deleted by somebody else is created', async () => {
    const run = await deployTo(createService(), {}, (model) => {
      const { update } = model;
      model.update = (request) => {
        model.service = undefined;
        return update(request);
      };
    });
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['apprunner:UpdateService', 'apprunner:CreateService']);
    expect(run.runner.outputs.result).toBe('created');
  });

  it('an equal update of somebody else long before is not taken for ours', async () => {
    const service = createService();
    const run = await deployTo(service, { refusals: { update: [REFUSED.busyUpdate] } }, (model) => {
      model.begin('UPDATE_SERVICE', 'RUNNING');
      model.set('RUNNING');
    });
    expect(writes(run)).toEqual(['apprunner:UpdateService', 'apprunner:UpdateService']);
  });
});

describe('a refusal that waiting does not change', () => {
  it.each([
    ['quota', REFUSED.quota],
    ['access denied', REFUSED.denied],
  ])('ends the run at once: %s', async (_, error) => {
    const run = await deployTo(undefined, { refusals: { create: [error] } });
    expect(run.code).toBe(1);
    expect(writes(run)).toEqual(['apprunner:CreateService']);
    expect(run.clock.sleeps).toEqual([]);
    expect(run.runner.text()).toContain('The service was not changed.');
  });
});
