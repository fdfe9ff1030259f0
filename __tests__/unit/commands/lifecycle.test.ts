import type { ServiceStatus } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { createService } from '../../support/create-service.ts';
import { ModelAppRunner, type Script } from '../../support/model-app-runner.ts';
import { REFUSED, unanswered } from '../../support/refusals.ts';
import { deeds, runAction } from '../../support/unit-deployment.ts';

type Command = 'pause' | 'resume' | 'delete';

async function command(
  name: Command,
  Status: ServiceStatus | undefined,
  script: Script = {},
  before?: (model: ModelAppRunner) => void,
  inputs: Readonly<Record<string, string>> = {},
) {
  let model: ModelAppRunner | undefined;
  const done = await runAction({
    inputs: { command: name, ...inputs },
    appRunner: ({ now }) => {
      model = new ModelAppRunner(now, { service: Status && createService({ Status }), ...script });
      before?.(model);
      return model;
    },
  });
  return { ...done, model, writes: deeds(done) };
}

describe('a lifecycle command', () => {
  it.each([
    ['pause', 'RUNNING', 'apprunner:PauseService', 'paused', 'PAUSED'],
    ['resume', 'PAUSED', 'apprunner:ResumeService', 'resumed', 'RUNNING'],
    ['delete', 'RUNNING', 'apprunner:DeleteService', 'deleted', 'DELETED'],
    ['delete', 'PAUSED', 'apprunner:DeleteService', 'deleted', 'DELETED'],
    ['delete', 'CREATE_FAILED', 'apprunner:DeleteService', 'deleted', 'DELETED'],
    ['delete', 'DELETE_FAILED', 'apprunner:DeleteService', 'deleted', 'DELETED'],
  ] as const)('%s takes a service that is %s', async (name, from, write, result, status) => {
    const { code, runner, writes } = await command(name, from);
    expect([code, writes]).toEqual([0, [write]]);
    expect(runner.outputs).toMatchObject({
      result,
      'service-status': status,
      'operation-id': 'operation-1',
      'operation-status': 'SUCCEEDED',
    });
  });

  it.each([
    ['pause', 'PAUSED', 'paused', 'is PAUSED already'],
    ['resume', 'RUNNING', 'resumed', 'is RUNNING already'],
    ['delete', undefined, 'deleted', 'there is nothing to delete'],
  ] as const)('%s leaves a service that is %s as it is', async (name, from, result, said) => {
    const { code, runner, writes } = await command(name, from);
    expect([code, writes]).toEqual([0, []]);
    expect(runner.outputs.result).toBe(result);
    expect(runner.text()).toContain(said);
  });

  it.each([
    ['pause', undefined],
    ['resume', 'CREATE_FAILED'],
  ] as const)('%s of a service that is %s fails with advice', async (name, from) => {
    const { code, error, writes } = await command(name, from);
    expect([code, writes]).toEqual([1, []]);
    expect(error).toContain("'hello-api'");
  });

  it('waits for a busy service, and is content when that did it', async () => {
    const { code, runner, writes } = await command('delete', 'RUNNING', {}, (model) =>
      model.begin('DELETE_SERVICE', 'DELETED'),
    );
    expect([code, writes]).toEqual([0, []]);
    expect(runner.outputs.result).toBe('deleted');
  });

  it('is refused while busy and comes through after it', async () => {
    const { code, writes } = await command('pause', 'RUNNING', {
      refusals: { pause: [REFUSED.busyUpdate] },
    });
    expect(code).toBe(0);
    expect(writes).toEqual(['apprunner:PauseService', 'apprunner:PauseService']);
  });

  it('whose answer is lost follows its own operation', async () => {
    const { code, runner, writes } = await command('pause', 'RUNNING', {
      lost: { pause: [unanswered()] },
    });
    expect([code, writes]).toEqual([0, ['apprunner:PauseService']]);
    expect(runner.outputs.result).toBe('paused');
  });

  it('that App Runner ends as failed is a failure', async () => {
    const { code, error, runner } = await command('delete', 'RUNNING', {
      ends: { DELETE_SERVICE: 'FAILED' },
    });
    expect(code).toBe(1);
    expect(error).toContain('operation-1');
    expect(runner.outputs).toMatchObject({
      result: 'failed',
      'service-status': 'DELETE_FAILED',
      'operation-status': 'FAILED',
    });
  });

  it('does not wait when it is told so', async () => {
    const { code, runner, clock } = await command('pause', 'RUNNING', {}, undefined, {
      wait: 'false',
    });
    expect(code).toBe(0);
    expect(clock.sleeps).toEqual([]);
    expect(runner.outputs).toMatchObject({ result: 'paused', 'operation-status': 'PENDING' });
  });
});
