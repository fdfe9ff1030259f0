import { describe, expect, it, jest } from '@jest/globals';
import { withScene } from './fixture.ts';

jest.setTimeout(60_000);

const READS = /^(sts:GetCallerIdentity|(ecr|apprunner):(Get|Describe|List|BatchGet)\w+)$/;

describe('a dry run', () => {
  it.concurrent('of a deployment only reads, and needs no docker login', () =>
    withScene({}, async (scene) => {
      await scene.aws.appRunner.seed({ ServiceName: 'hello', Status: 'PAUSED' });
      const step = await scene.deploy({
        'dry-run': 'true',
        'skip-unchanged': 'true',
        'environment-variables': 'TOKEN=hunter2hunter2',
      });
      expect(step).toMatchObject({ code: 0, postCode: 0 });
      expect(step.outputs).toMatchObject({ result: 'planned', 'service-status': 'PAUSED' });
      expect(scene.newCalls().filter((call) => !READS.test(call))).toEqual([]);
      expect(await scene.dockerCommands()).toEqual([['buildx', 'version']]);
      expect(step.summary).toContain('2. ResumeService: the service is paused.');
      expect(step.summary).toContain('3. UpdateService: settings change as below.');
      expect(step.summary).toMatch(/RuntimeEnvironmentVariables\.TOKEN \| added/);
      expect(step.raw).not.toContain('hunter2');
    }));

  it.concurrent('of a deletion only reads', () =>
    withScene({}, async (scene) => {
      await scene.aws.appRunner.seed({ ServiceName: 'hello' });
      const step = await scene.deploy({ command: 'delete', 'dry-run': 'true' });
      expect(step.outputs).toMatchObject({ result: 'planned', 'service-status': 'RUNNING' });
      expect(scene.newCalls().filter((call) => !READS.test(call))).toEqual([]);
      expect(step.log).toContain('1. DeleteService: the service is RUNNING.');
    }));
});

describe('skip-unchanged', () => {
  it.concurrent('ends the second run of a commit in seconds, without a deployment', () =>
    withScene({}, async (scene) => {
      const inputs = { 'skip-unchanged': 'true' };
      const first = await scene.deploy(inputs);
      expect(first.outputs.result).toBe('created');
      scene.newCalls();
      const second = await scene.deploy(inputs);
      expect(second.outputs).toMatchObject({ result: 'unchanged', 'service-status': 'RUNNING' });
      expect(second.outputs['service-url']).toBe(first.outputs['service-url']);
      expect(second.ms).toBeLessThan(10_000);
      const calls = scene.newCalls().filter((call) => call.startsWith('apprunner:'));
      expect(calls.filter((call) => !READS.test(call))).toEqual([]);
    }));

  it.concurrent('without apprunner:TagResource warns, names it, and deploys each time', () =>
    withScene({}, async (scene) => {
      scene.aws.faults.add({ kind: 'deny', action: 'apprunner:TagResource' });
      const inputs = { 'skip-unchanged': 'true' };
      const first = await scene.deploy(inputs);
      expect(first.code).toBe(0);
      expect(first.log).toMatch(
        /The digest could not be kept in tags .* Allow apprunner:TagResource in the policy/,
      );
      expect((await scene.deploy(inputs)).outputs.result).toBe('deployed');
    }));
});
