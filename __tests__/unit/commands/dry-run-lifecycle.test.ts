import type { OperationType, ServiceStatus } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { createService } from '../../support/create-service.ts';
import { ModelAppRunner } from '../../support/model-app-runner.ts';
import { deeds, runAction } from '../../support/unit-deployment.ts';

/** A service as it is found, and what leaves it so. */
type Scene = readonly [status: ServiceStatus | undefined, running?: OperationType];

const SCENES: readonly Scene[] = [
  [undefined],
  ['RUNNING'],
  ['PAUSED'],
  ['CREATE_FAILED'],
  ['DELETE_FAILED'],
  ['PAUSED', 'PAUSE_SERVICE'],
  ['RUNNING', 'RESUME_SERVICE'],
  ['RUNNING', 'UPDATE_SERVICE'],
  ['DELETED', 'DELETE_SERVICE'],
];

async function act(command: string, [Status, running]: Scene, dryRun: boolean) {
  const run = await runAction({
    inputs: { command, 'dry-run': String(dryRun) },
    appRunner: ({ now }) => {
      const model = new ModelAppRunner(now, { service: Status && createService({ Status }) });
      if (running && Status) model.begin(running, Status);
      return model;
    },
  });
  return { ...run, writes: deeds(run).map((deed) => deed.replace('apprunner:', '')) };
}

describe.each(['pause', 'resume', 'delete'])('a dry run of %s', (command) => {
  it.each(SCENES)('tells of a service that is %s (%s) what a run does', async (...scene) => {
    const dry = await act(command, scene, true);
    const real = await act(command, scene, false);
    expect(dry.code).toBe(real.code);
    expect(dry.error).toBe(real.error);
    expect(dry.writes).toEqual([]);
    const told = dry.runner
      .text()
      .split('\n')
      .flatMap((line) => /^info: {3}\d+\. (\w+Service):/.exec(line)?.[1] ?? []);
    expect(told).toEqual(real.writes);
    if (dry.code === 0) expect(dry.runner.outputs.result).toBe('planned');
  });
});

describe('a dry run', () => {
  it('is told as one in log and summary', async () => {
    const { runner } = await act('pause', ['RUNNING', 'UPDATE_SERVICE'], true);
    const steps = [
      'Wait for UPDATE_SERVICE (operation operation-1) to end; the rest supposes that it succeeds.',
      'PauseService: the service is RUNNING.',
    ];
    expect(runner.log).toEqual(
      expect.arrayContaining([
        'info: This is a dry run, which changes nothing. Without dry-run it would:',
        ...steps.map((step, index) => `info:   ${index + 1}. ${step}`),
      ]),
    );
    expect(runner.summaries[0]).toContain('hello-api: planned, nothing was changed');
    expect(runner.summaries[0]).toContain('2. PauseService: the service is RUNNING.');
  });

  it('of what is so already does nothing', async () => {
    const { runner } = await act('pause', ['PAUSED'], true);
    expect(runner.text()).toContain("1. Nothing: Service 'hello-api' is PAUSED already.");
  });
});
