import { describe, expect, it, jest } from '@jest/globals';
import { withScene } from './fixture.ts';

jest.setTimeout(60_000);

const WRITES = /^apprunner:(Create|Update|Start|Pause|Resume|Delete)/;

describe('a deployment to a service', () => {
  it.concurrent.each([
    ['PAUSED', ['ResumeService', 'UpdateService'], 'updated'],
    ['CREATE_FAILED', ['UpdateService'], 'updated'],
    ['DELETE_FAILED', ['DeleteService', 'CreateService'], 'created'],
  ] as const)('that is %s', (Status, writes, result) =>
    withScene({}, async (scene) => {
      await scene.aws.appRunner.seed({ ServiceName: 'hello', Status });
      const step = await scene.deploy();
      expect(step).toMatchObject({ code: 0, postCode: 0 });
      expect(step.outputs).toMatchObject({ result, 'service-status': 'RUNNING' });
      expect(scene.newCalls().filter((call) => WRITES.test(call))).toEqual(
        writes.map((write) => `apprunner:${write}`),
      );
    }),
  );

  it.concurrent('that AWS maintains waits for it', () =>
    withScene({}, async (scene) => {
      await scene.aws.appRunner.seed({ ServiceName: 'hello' });
      scene.aws.appRunner.maintain('hello', 4_000);
      const step = await scene.deploy();
      expect(step.code).toBe(0);
      expect(step.log).toContain('no operation listed, as in AWS maintenance');
      expect(step.outputs).toMatchObject({ result: 'updated', 'service-status': 'RUNNING' });
    }));
});

describe('pause, resume and delete', () => {
  it.concurrent('take a service through its life, each also when it is so already', () =>
    withScene({}, async (scene) => {
      await scene.aws.appRunner.seed({ ServiceName: 'hello' });
      const results: string[] = [];
      for (const command of ['pause', 'pause', 'resume', 'resume', 'delete', 'delete']) {
        const step = await scene.deploy({ command });
        results.push(`${command} ${step.code} ${step.outputs.result}`);
      }
      expect(results).toEqual([
        'pause 0 paused',
        'pause 0 paused',
        'resume 0 resumed',
        'resume 0 resumed',
        'delete 0 deleted',
        'delete 0 deleted',
      ]);
      expect(scene.newCalls().filter((call) => WRITES.test(call))).toEqual([
        'apprunner:PauseService',
        'apprunner:ResumeService',
        'apprunner:DeleteService',
      ]);
    }));
});
