import { describe, expect, it } from '@jest/globals';
import { PreviewLeftovers } from '../../../src/commands/preview-leftovers.ts';
import { Progress } from '../../../src/commands/progress.ts';
import { partOf, type SweepJob } from '../../../src/commands/sweep-job.ts';
import { SweptPreviews } from '../../../src/commands/swept-previews.ts';
import { ActionError, CancelledError } from '../../../src/errors.ts';
import { soFar } from '../../../src/report/so-far.ts';
import type { Stale } from '../../../src/teardown/staleness.ts';
import { fakePorts, type World } from '../../support/fake-ports.ts';
import { REFUSED } from '../../support/refusals.ts';
import { commit, REPOSITORY, TOKEN } from '../../support/seeded-previews.ts';

const PLACE = { repository: 'hello', registryId: '123456789012' };

const stale = (pullRequest: number): Stale => ({
  service: `hello-pr-${pullRequest}`,
  arn: 'arn',
  of: 'hello',
  pullRequest,
  updatedAt: undefined,
  why: 'not-open',
});

async function leftovers(world: World) {
  const { ports, runner, events } = fakePorts(world);
  const aws = await ports.aws('us-east-1').load();
  return { leftovers: new PreviewLeftovers(aws), runner, events };
}

const warnings = (log: readonly string[]) => log.filter((line) => line.startsWith('warning: '));

describe('what previews leave behind', () => {
  const tags = [
    `hello-pr-7-${commit(1)}`,
    `hello-pr-7-${commit(2)}`,
    `hello-pr-70-${commit(3)}`,
    `hello-pr-7-${commit(4)}0`,
    `hello-pr-7-${'A'.repeat(40)}`,
    'hello-pr-7',
    'latest',
  ];

  it('are the tags made for its commits, found in one list for all', async () => {
    const {
      leftovers: left,
      runner,
      events,
    } = await leftovers({ ecr: { tags: async () => tags } });
    await Promise.all([
      left.removeImages(runner, 'hello-pr-7', PLACE),
      left.removeImages(runner, 'hello-pr-70', PLACE),
      left.removeImages(runner, 'hello-pr-8', PLACE),
    ]);
    expect(events.filter((event) => event.startsWith('ecr:'))).toEqual([
      'ecr:ListImages hello 123456789012',
      `ecr:BatchDeleteImage hello 123456789012 ${tags[0]} ${tags[1]}`,
      `ecr:BatchDeleteImage hello 123456789012 ${tags[2]}`,
    ]);
    expect(runner.log).toContain("info: ECR repository 'hello' has no image of 'hello-pr-8'.");
    expect(runner.log).toContain(
      "info: Deleted 2 image tags of 'hello-pr-7' in ECR repository 'hello'.",
    );
  });

  it('stay with one warning where the permission is missing, however many they are', async () => {
    const { leftovers: left, runner } = await leftovers({
      ecr: { tags: async () => tags, deleteTags: () => Promise.reject(REFUSED.denied) },
    });
    for (const service of ['hello-pr-7', 'hello-pr-70']) {
      await left.removeImages(runner, service, PLACE);
    }
    expect(warnings(runner.log)).toHaveLength(1);
    expect(runner.log.filter((line) => line.includes('AccessDenied'))).toHaveLength(2);
  });

  it('stay with a warning each where AWS can not be asked', async () => {
    const { leftovers: left, runner } = await leftovers({
      ecr: {
        tags: async () => tags,
        deleteTags: () => Promise.reject(new ActionError('ECR is not there')),
      },
    });
    for (const service of ['hello-pr-7', 'hello-pr-70']) {
      await left.removeImages(runner, service, PLACE);
    }
    expect(warnings(runner.log)).toHaveLength(2);
  });

  it('do not hide that the run was cancelled', async () => {
    const cancelled = new CancelledError('SIGINT');
    const { leftovers: left, runner } = await leftovers({
      ecr: { tags: () => Promise.reject(cancelled) },
    });
    await expect(left.removeImages(runner, 'hello-pr-7', PLACE)).rejects.toBe(cancelled);
  });

  it('are both log groups, one of which may not be there', async () => {
    const groups = { service: '/a/service', application: '/a/application' };
    const {
      leftovers: left,
      runner,
      events,
    } = await leftovers({
      logs: { '/a/service': { events: [] } },
    });
    await left.removeLogGroups(runner, groups, true);
    expect(events.filter((event) => event.startsWith('logs:'))).toEqual([
      'logs:DeleteLogGroup /a/service',
      'logs:DeleteLogGroup /a/application',
    ]);
    expect(runner.log).toEqual([
      'info: Deleted log group /a/service.',
      'info: Log group /a/application does not exist.',
    ]);
  });
});

describe('the part of a run that is about one service', () => {
  async function parts() {
    const { ports, runner } = fakePorts();
    const progress = new Progress();
    progress.command = 'sweep';
    const aws = await ports.aws('us-east-1').load();
    const inputs: SweepJob['inputs'] = {
      command: 'sweep',
      service: '',
      region: 'us-east-1',
      dryRun: false,
      wait: true,
      timeoutMinutes: 30,
      logLines: 40,
      repository: REPOSITORY,
      token: TOKEN,
      deleteLogs: false,
    };
    const job: SweepJob = { inputs, ports, aws, runner, progress };
    return { job, runner, progress };
  }

  it('names the service in each line', async () => {
    const { job, runner } = await parts();
    const part = partOf(job, 'hello-pr-7');
    part.runner.info('gone');
    part.runner.warning('slow');
    part.runner.debug('why');
    expect(runner.log).toEqual([
      'info: hello-pr-7: gone',
      'warning: hello-pr-7: slow',
      'debug: hello-pr-7: why',
    ]);
  });

  it('has facts of its own, and acts that the whole run tells', async () => {
    const { job, progress } = await parts();
    const [one, other] = ['hello-pr-7', 'hello-pr-8'].map((name) => partOf(job, name).progress);
    const told = one?.act('DeleteService');
    const toldOther = other?.act('DeleteService');
    told?.({ operationId: 'operation-1', status: 'IN_PROGRESS' });
    one?.learn({ operationId: 'operation-1', operationStatus: 'SUCCEEDED', serviceArn: 'arn:7' });
    toldOther?.({ operationId: 'operation-2', status: 'PENDING' });
    expect(progress.facts).toEqual({});
    expect(other?.facts).toEqual({ serviceName: 'hello-pr-8' });
    expect(soFar(progress, true)).toEqual([
      'This run called DeleteService of hello-pr-7: operation operation-1 is SUCCEEDED.',
      "App Runner goes on with operation operation-2 (DeleteService of hello-pr-8), last seen PENDING; it can't be stopped.",
    ]);
  });
});

describe('the end of a sweep', () => {
  it('is no error when nothing failed', () => {
    const swept = new SweptPreviews(new Progress());
    swept.add(stale(1), { kind: 'deleted' });
    swept.add(stale(2), { kind: 'kept', reason: 'it was updated meanwhile' });
    expect(() => swept.throwIfFailed()).not.toThrow();
  });

  it('tells every failure with its cause, after all were tried', () => {
    const progress = new Progress();
    const swept = new SweptPreviews(progress);
    const [first, second] = [new ActionError('no'), new Error('never')];
    swept.add(stale(1), { kind: 'failed', error: first });
    swept.add(stale(2), { kind: 'deleted' });
    swept.add(stale(3), { kind: 'failed', error: second });
    const thrown = (() => {
      try {
        swept.throwIfFailed();
      } catch (error) {
        return error;
      }
      return undefined;
    })();
    expect(thrown).toBeInstanceOf(ActionError);
    expect(Object(thrown).message.split('\n')).toEqual([
      '2 of 3 stale previews could not be deleted; the next sweep tries again.',
      'hello-pr-1: no',
      'hello-pr-3: never',
    ]);
    expect(Object(thrown).cause.errors).toEqual([first, second]);
    expect(progress.sweep.map(({ outcome }) => outcome)).toEqual([
      'failed: no',
      'deleted',
      'failed: never',
    ]);
  });
});
