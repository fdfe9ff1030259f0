import {
  AppRunnerClient,
  DeleteServiceCommand,
  PauseServiceCommand,
  ResumeServiceCommand,
} from '@aws-sdk/client-apprunner';
import { describe, expect, it, jest } from '@jest/globals';
import type { FakeRunner } from '../support/fake-runner.ts';
import { imageInputs, pushTags } from '../support/pushed-tags.ts';
import { type VirtualEnd, type VirtualScene, withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

type Inputs = Readonly<Record<string, string>>;

/** A scene with deployments of one image after the other. */
interface Play {
  readonly scene: VirtualScene;
  readonly appRunner: AppRunnerClient;
  /** Deploys the next image. */
  deploy(inputs?: Inputs): Promise<VirtualEnd>;
  waitFor(id: string | undefined, inputs?: Inputs): Promise<VirtualEnd>;
}

const TAGS = ['one', 'two', 'three', 'four'];

function playing(play: (stage: Play) => Promise<void>): Promise<void> {
  return withVirtualScene(
    () => ({}),
    async (scene) => {
      const { aws, act } = scene;
      await pushTags(aws, ...TAGS.map((tag) => [tag]));
      const appRunner = new AppRunnerClient(aws.clientConfig);
      const left = [...TAGS];
      try {
        await play({
          scene,
          appRunner,
          deploy: (inputs) => act(imageInputs(aws, left.shift() ?? '', inputs)),
          waitFor: (id = '', inputs = {}) =>
            act({ service: 'hello', command: 'wait', 'operation-id': id, ...inputs }),
        });
      } finally {
        appRunner.destroy();
      }
    },
  );
}

/** The outputs that both ways have to agree on. */
function verdict({ code, runner }: { readonly code: number; readonly runner: FakeRunner }) {
  const { outputs } = runner;
  const { image: _image, 'image-digest': _digest, 'operation-id': _id, ...others } = outputs;
  return { code, outputs: others };
}

/** The words of the error annotation, without ids and times. */
const annotation = ({ runner }: { readonly runner: FakeRunner }) =>
  runner.log
    .filter((line) => line.startsWith('error: '))
    .join('\n')
    .replace(/^error: [^:]*: /, '')
    .replace(/hello:(one|three)/, 'hello:TAG')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b|[0-9a-f$]{40,}/g, 'ID');

const ENDINGS = [
  ['success', undefined],
  ['rollback', 'ROLLBACK_SUCCEEDED'],
  ['failure', 'FAILED'],
] as const;

const idOf = ({ runner }: VirtualEnd) => runner.outputs['operation-id'];

describe('an operation that another run has started', () => {
  describe.each(ENDINGS)('and that ends with %s', (_, end) => {
    it.each(['while it goes on', 'after it has ended'])(
      'is judged %s as by the run that started it',
      (when) =>
        playing(async ({ scene, deploy, waitFor }) => {
          const reason = "Health check failed on protocol `TCP` [Port: '8080']. Check your port.";
          const spoil = () =>
            end && scene.aws.faults.add({ kind: 'ending', type: 'UPDATE_SERVICE', end, reason });
          await deploy();
          spoil();
          const inOne = await deploy();
          await deploy();
          spoil();
          const started = await deploy({ wait: 'false' });
          expect([started.code, started.runner.outputs.result]).toEqual([0, 'updated']);
          if (when === 'after it has ended') {
            await scene.settle();
            scene.pass(3_600_000);
          }
          const other = await waitFor(idOf(started));
          expect(verdict(other)).toEqual(verdict(inOne));
          expect(idOf(other)).toBe(idOf(started));
          expect(annotation(other)).toBe(annotation(inOne));
          if (end) expect(annotation(other)).toContain('Health check failed');
          if (when === 'after it has ended') expect(other.ms).toBeLessThan(5_000);
        }),
    );
  });

  it('is known by its id without dashes', () =>
    playing(async ({ deploy, waitFor }) => {
      const id = idOf(await deploy({ wait: 'false' }));
      const end = await waitFor(id?.replaceAll('-', '').toUpperCase());
      expect([end.code, end.runner.outputs.result, idOf(end)]).toEqual([0, 'created', id]);
      expect(end.runner.outputs.image).toMatch(/hello:one$/);
    }));

  it('is found on a later page, and judged for itself though others came after it', () =>
    playing(async ({ scene, appRunner, deploy, waitFor }) => {
      await deploy();
      const reason =
        'Failed to pull your application image. Reason: Invalid Access Role in AuthenticationConfiguration';
      scene.aws.faults.add({
        kind: 'ending',
        type: 'UPDATE_SERVICE',
        end: 'ROLLBACK_SUCCEEDED',
        reason,
      });
      const bad = await deploy();
      const good = await deploy();
      const ServiceArn = good.runner.outputs['service-arn'];
      for (let times = 0; times < 11; times += 1) {
        await appRunner.send(new PauseServiceCommand({ ServiceArn }));
        await scene.settle();
        await appRunner.send(new ResumeServiceCommand({ ServiceArn }));
        await scene.settle();
      }
      const judged = await waitFor(idOf(bad), { 'smoke-path': '/' });
      expect([judged.code, judged.runner.outputs.result]).toEqual([1, 'rolled-back']);
      expect(annotation(judged)).toContain('the one before served on.');
      expect(annotation(judged)).toContain('Other operations have worked on it since');
      expect(annotation(judged)).toContain(reason);
      const well = await waitFor(idOf(good), { 'smoke-path': '/' });
      expect([well.code, well.runner.outputs.result]).toEqual([0, 'updated']);
      expect(well.runner.text()).toContain('The smoke test was left out');
      expect(well.runner.outputs.image).toBeUndefined();
    }));

  it('that App Runner does not know is an error with the ones that it knows', () =>
    playing(async ({ deploy, waitFor }) => {
      const known = [await deploy(), await deploy()];
      const end = await waitFor('3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e');
      const text = end.runner.text();
      expect([end.code, text]).toEqual([
        1,
        expect.stringContaining(
          "App Runner lists no operation 3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e of service 'hello'",
        ),
      ]);
      for (const one of known) expect(text).toContain(`  ${idOf(one)} `);
      expect(text).toMatch(/ UPDATE_SERVICE SUCCEEDED in .*, begun .* ago/);
    }));

  it('that the list does not have yet is looked for again where the service was changed just now', () =>
    playing(async ({ scene, deploy, waitFor }) => {
      await deploy();
      scene.aws.faults.add({ kind: 'list-lag', ms: 20_000 });
      const end = await waitFor(idOf(await deploy({ wait: 'false' })));
      expect([end.code, end.runner.outputs.result]).toEqual([0, 'updated']);
      expect(end.runner.text()).toContain("is not in App Runner's list yet");
    }));

  it('asks the page that smoke-path names, as part of the verdict', () =>
    playing(async ({ deploy, waitFor }) => {
      const end = await waitFor(idOf(await deploy({ wait: 'false' })), {
        'smoke-path': '/',
        'smoke-status': '204',
        'timeout-minutes': '10',
      });
      expect([end.code, end.runner.outputs.result]).toEqual([1, 'failed']);
      expect(end.runner.text()).toContain('error: Smoke test failed');
      expect(end.runner.outputs['operation-status']).toBe('SUCCEEDED');
    }));

  it('that hangs is waited for until the deadline', () =>
    playing(async ({ scene, deploy, waitFor }) => {
      scene.aws.faults.add({ kind: 'ending', end: 'HANG' });
      const end = await waitFor(idOf(await deploy({ wait: 'false' })), { 'timeout-minutes': '5' });
      expect([end.code, end.runner.outputs['operation-status']]).toEqual([1, 'IN_PROGRESS']);
      expect(end.runner.text()).toContain('timeout-minutes is over (5 min)');
    }));

  it('goes on when the run that waits is cancelled, which says so', () =>
    playing(async ({ scene, deploy }) => {
      scene.aws.faults.add({ kind: 'ending', end: 'HANG' });
      const id = idOf(await deploy({ wait: 'false' })) ?? '';
      const inputs = { service: 'hello', command: 'wait', 'operation-id': id };
      const end = await scene.act(inputs, {}, 120_000);
      expect([end.code, end.runner.outputs['operation-status']]).toEqual([143, 'IN_PROGRESS']);
      expect(end.runner.text()).toContain(
        `App Runner goes on with operation ${id}, last seen IN_PROGRESS`,
      );
    }));

  it('is not waited for in a dry run', () =>
    playing(async ({ deploy, waitFor }) => {
      const id = idOf(await deploy());
      const end = await waitFor(id, { 'dry-run': 'true' });
      expect([end.code, end.runner.outputs.result]).toEqual([0, 'planned']);
      expect(end.runner.text()).toContain(
        `Judge CREATE_SERVICE (operation ${id}), which has ended SUCCEEDED.`,
      );
    }));

  it('may be to pause the service or to resume it; of one that is deleted nothing is told', () =>
    playing(async ({ scene, appRunner, deploy, waitFor }) => {
      const ServiceArn = (await deploy()).runner.outputs['service-arn'];
      const pause = await appRunner.send(new PauseServiceCommand({ ServiceArn }));
      const paused = await waitFor(pause.OperationId);
      expect(paused.runner.outputs).toMatchObject({ result: 'paused', 'service-status': 'PAUSED' });
      const resume = await appRunner.send(new ResumeServiceCommand({ ServiceArn }));
      await scene.settle();
      const resumed = await waitFor(resume.OperationId);
      expect(resumed.runner.outputs).toMatchObject({
        result: 'resumed',
        'service-status': 'RUNNING',
      });
      const { OperationId } = await appRunner.send(new DeleteServiceCommand({ ServiceArn }));
      const late = await waitFor(OperationId);
      expect(late.code).toBe(1);
      expect(late.runner.text()).toContain(
        `App Runner tells nothing of operation ${OperationId} any more; if it was to delete the service, the service is gone.`,
      );
    }));
});
