import { describe, expect, it, jest } from '@jest/globals';
import { imageInputs, pushTags } from '../support/pushed-tags.ts';
import { type VirtualScene, withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

const COMMIT = '1'.repeat(40);
const SECRET = 'correct horse battery staple';

/** A service that was deployed twice, the second time without success. */
function withService(play: (scene: VirtualScene) => Promise<void>): Promise<void> {
  return withVirtualScene(
    () => ({}),
    async (scene) => {
      const { aws, act } = scene;
      await pushTags(aws, [COMMIT], ['two']);
      const variables = { 'environment-variables': `PASSPHRASE="${SECRET}"` };
      expect((await act(imageInputs(aws, COMMIT, variables))).code).toBe(0);
      aws.faults.add({ kind: 'ending', end: 'ROLLBACK_SUCCEEDED', afterMs: 90_000 });
      expect((await act(imageInputs(aws, 'two'))).code).toBe(1);
      await play(scene);
    },
  );
}

const STATUS = { service: 'hello', command: 'status' };
const WRITES = /:(Create|Update|Delete|Start|Tag|Untag|Pause|Resume|Associate|Put)/;

describe('command: status', () => {
  it('tells image, digest, commit, health and the last operations, and changes nothing', () =>
    withService(async ({ act }) => {
      const { code, runner, calls } = await act(STATUS);
      const { outputs } = runner;
      expect([code, outputs.result]).toEqual([0, 'unchanged']);
      expect(outputs).toMatchObject({
        'service-status': 'RUNNING',
        'service-name': 'hello',
        commit: COMMIT,
        health: '200',
        'operation-status': 'ROLLBACK_SUCCEEDED',
        image: expect.stringMatching(new RegExp(`hello:${COMMIT}@sha256:[0-9a-f]{64}$`)),
      });
      const operations: { type: string; status: string; seconds: number }[] = JSON.parse(
        outputs.operations ?? '',
      );
      expect(operations.map(({ type, status }) => [type, status])).toEqual([
        ['UPDATE_SERVICE', 'ROLLBACK_SUCCEEDED'],
        ['CREATE_SERVICE', 'SUCCEEDED'],
      ]);
      expect(operations[0]?.seconds).toBe(90);
      const text = runner.text();
      expect(text).toMatch(/Health +GET http:\/\/127\.0\.0\.1:\d+\/ answered 200 in/);
      expect(text).toMatch(/UPDATE_SERVICE +ROLLBACK_SUCCEEDED +1 min 30 s/);
      expect(text).toContain(', which ECR has under that tag now');
      const summary = runner.summaries.join();
      expect(summary).toContain('### App Runner service hello: status');
      expect(summary).toContain('| Operation | Type | Outcome | Took | Begun |');
      expect(text + summary + JSON.stringify(outputs)).not.toContain(SECRET);
      expect(calls.filter((call) => WRITES.test(call))).toEqual([]);
    }));

  it('goes on without what it may not read, and says what is missing', () =>
    withService(async ({ aws, act }) => {
      const denied = ['ListOperations', 'ListTagsForResource', 'DescribeCustomDomains'].map(
        (call) => `apprunner:${call}`,
      );
      for (const action of [...denied, 'ecr:BatchGetImage'])
        aws.faults.add({ kind: 'deny', action });
      const { code, runner } = await act(STATUS);
      expect([code, runner.outputs.commit, runner.outputs.health]).toEqual([0, COMMIT, '200']);
      expect(runner.outputs['operation-id']).toBeUndefined();
      const summary = runner.summaries.join();
      expect(summary).toContain('#### Notes');
      for (const action of [...denied, 'ecr:BatchGetImage']) {
        expect(runner.text()).toContain(`Allow ${action} in the policy`);
      }
    }));

  it('does not ask a service that is paused', () =>
    withService(async ({ act, settle }) => {
      expect((await act({ service: 'hello', command: 'pause' })).code).toBe(0);
      await settle();
      const { code, runner } = await act(STATUS);
      expect([code, runner.outputs['service-status'], runner.outputs.health]).toEqual([
        0,
        'PAUSED',
        undefined,
      ]);
      expect(runner.text()).toContain('not asked: the service is PAUSED');
    }));

  it('says what answered otherwise than wanted, and fails not', () =>
    withService(async ({ act }) => {
      const { code, runner } = await act({
        ...STATUS,
        'smoke-path': '/health?token=hunter2-hunter2',
        'smoke-status': '204',
      });
      expect([code, runner.outputs.health]).toEqual([0, '200']);
      expect(runner.text()).toContain('wanted was status 204');
      expect(runner.text()).not.toContain('hunter2');
    }));

  it('of a service that does not exist is an error', () =>
    withVirtualScene(
      () => ({}),
      async ({ act }) => {
        const { code, runner } = await act(STATUS);
        expect([code, runner.outputs.result]).toEqual([1, 'failed']);
        expect(runner.text()).toContain(
          "Service 'hello' does not exist in this Region and account. Check service and aws-region.",
        );
      },
    ));
});
