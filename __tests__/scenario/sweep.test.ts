import {
  AppRunnerClient,
  ListServicesCommand,
  paginateListServices,
  TagResourceCommand,
} from '@aws-sdk/client-apprunner';
import { describe, expect, it, jest } from '@jest/globals';
import type { LocalAws } from '../../local-aws/start.ts';
import { ActionError } from '../../src/errors.ts';
import type { PullRequest } from '../../src/github/port.ts';
import { ownershipTags } from '../../src/preview/ownership.ts';
import type { InputTexts } from '../support/create-inputs.ts';
import type { GitHubWorld } from '../support/fake-github.ts';
import { commit, createPreview, SWEEP, seedPreview } from '../support/seeded-previews.ts';
import { type VirtualEnd, type VirtualScene, withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(120_000);

const DAY_MS = 24 * 60 * 60_000;

function pull(number: number, state: PullRequest['state']): PullRequest {
  return { number, state, headSha: commit(number) };
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Names of all services that are there. */
async function services(aws: LocalAws): Promise<string[]> {
  const client = new AppRunnerClient(aws.clientConfig);
  const names: string[] = [];
  for await (const page of paginateListServices({ client, pageSize: 20 }, {})) {
    names.push(...(page.ServiceSummaryList ?? []).flatMap(({ ServiceName }) => ServiceName ?? []));
  }
  client.destroy();
  return names.sort();
}

/** How often each call was made, most often first. */
function counted(calls: readonly string[]): Record<string, number> {
  const counts = Map.groupBy(calls, (call) => call);
  return Object.fromEntries(
    [...counts].map(([call, { length }]) => [call, length] as const).sort((a, b) => b[1] - a[1]),
  );
}

function errorOf({ runner }: VirtualEnd): string {
  return runner.log.find((line) => line.startsWith('error: ')) ?? '';
}

describe('a sweep over 1,000 services', () => {
  it('deletes the 40 that are ours and stale, and no other', () =>
    withVirtualScene(
      () => ({
        pullRequests: [
          // The other half of the stale ones has no pull request at all.
          ...numbers(1, 20).map((number) => pull(number, 'closed')),
          ...numbers(101, 200).map((number) => pull(number, 'open')),
        ],
      }),
      async ({ aws, act, github, settle }) => {
        const stale = numbers(1, 40).map((number) => createPreview(number));
        const open = numbers(101, 200).map((number) => createPreview(number));
        const named = (from: number, to: number) =>
          numbers(from, to).map((number) => createPreview(number));
        for (const one of [...stale, ...open]) await seedPreview(aws, one);
        for (const one of named(1_001, 1_100)) {
          await seedPreview(aws, one, ownershipTags({ ...one, repository: 'octo/other' }));
        }
        for (const one of named(1_101, 1_200)) await seedPreview(aws, one, {});
        for (const one of named(1_201, 1_230)) {
          await seedPreview(aws, one, {
            ...ownershipTags(one),
            'apprunner-deploy:made-by': 'hand',
          });
        }
        for (const one of named(1_231, 1_260)) {
          // Tags that were copied from another preview.
          await seedPreview(aws, one, ownershipTags(createPreview(1)));
        }
        for (const number of numbers(1, 100)) {
          await seedPreview(aws, createPreview(number, { of: 'api' }));
        }
        for (const number of numbers(1, 500)) {
          await aws.appRunner.seed({ ServiceName: `service-${number}` });
        }
        const before = await services(aws);
        expect(before).toHaveLength(1_000);

        const end = await act({ ...SWEEP, service: 'hello' });
        const counts = counted(end.calls);
        const asked = counted(github.calls.map(({ method }) => method));
        process.stdout.write(
          `a sweep over 1,000 services, 40 to delete: ${end.calls.length} calls of AWS ${JSON.stringify(counts)}, of GitHub ${JSON.stringify(asked)}\n`,
        );
        expect(errorOf(end)).toBe('');
        expect(end.code).toBe(0);
        expect(end.runner.outputs.result).toBe('deleted');
        await settle();
        const gone = new Set(stale.map(({ service }) => service));
        expect(await services(aws)).toEqual(before.filter((name) => !gone.has(name)));
        expect(counts).toMatchObject({
          'apprunner:ListServices': 50,
          // Of the 400 that could be previews of hello once, of those that go once more.
          'apprunner:ListTagsForResource': 440,
          'apprunner:DeleteService': 40,
          'apprunner:DescribeService': 40,
          'ecr:ListImages': 1,
        });
        expect(end.calls.length).toBeLessThan(1_000);
        expect(end.ms).toBeLessThan(30 * 60_000);
        // Each of the 40 before anything is deleted, again right before it is, and for its comment.
        expect(asked).toMatchObject({ openPullRequests: 1, pullRequest: 120, findComment: 20 });
        expect(end.runner.text()).toContain(
          "info: 1000 services, 400 named like a preview of 'hello'.",
        );
      },
    ));
});

/** A local AWS with previews whose pull requests are closed, and what a sweep leaves of them. */
function withClosed(
  count: number,
  play: (
    scene: VirtualScene & {
      readonly sweep: (inputs?: InputTexts) => Promise<VirtualEnd>;
      readonly left: () => Promise<string[]>;
    },
  ) => Promise<void>,
  before?: GitHubWorld['before'],
): Promise<void> {
  const all = numbers(1, count);
  return withVirtualScene(
    () => ({
      pullRequests: all.map((number) => pull(number, 'closed')),
      ...(before && { before }),
    }),
    async (scene) => {
      for (const number of all) await seedPreview(scene.aws, createPreview(number));
      await play({
        ...scene,
        sweep: (inputs = {}) => scene.act({ ...SWEEP, ...inputs }),
        left: async () => {
          await scene.settle();
          return services(scene.aws);
        },
      });
    },
  );
}

const DELETES = 'apprunner:DeleteService';

describe('a sweep', () => {
  it('goes on after a deletion that fails, tells all of it, and fails', () =>
    withClosed(8, async ({ aws, sweep, left }) => {
      aws.faults.add({ kind: 'ending', type: 'DELETE_SERVICE', end: 'FAILED', skip: 2 });
      const end = await sweep();
      const remaining = await left();
      expect(remaining).toHaveLength(1);
      expect(end.code).toBe(1);
      expect(end.runner.outputs.result).toBe('failed');
      expect(errorOf(end)).toContain('1 of 8 stale previews could not be deleted');
      expect(errorOf(end)).toContain(`${remaining[0]}: Operation `);
      expect(errorOf(end)).toContain('the service was not deleted');
      expect(end.calls.filter((call) => call === DELETES)).toHaveLength(8);
      for (const number of numbers(1, 8)) {
        const outcome = remaining.includes(`hello-pr-${number}`) ? 'failed: ' : 'deleted';
        expect(end.runner.text()).toContain(`info: hello-pr-${number}: ${outcome}`);
      }
      // The next one takes what is left: DELETE_FAILED is deleted again.
      const next = await sweep();
      expect(next.code).toBe(0);
      expect(await left()).toEqual([]);
    }));

  it('that may not delete tells the permission for each, and fails', () =>
    withClosed(3, async ({ aws, sweep, left }) => {
      aws.faults.add({ kind: 'deny', action: DELETES });
      const end = await sweep();
      expect(end.code).toBe(1);
      expect(errorOf(end)).toContain('3 of 3 stale previews could not be deleted');
      expect(errorOf(end)).toContain('Allow apprunner:DeleteService');
      expect(await left()).toHaveLength(3);
    }));

  it('keeps the preview of a pull request that is opened again while it goes on', () => {
    let looks = 0;
    let reopen = () => {};
    return withClosed(
      6,
      async ({ github, sweep, left }) => {
        reopen = () => {
          const at = github.pullRequests.findIndex(({ number }) => number === 6);
          github.pullRequests[at] = pull(6, 'open');
        };
        const end = await sweep();
        expect(end.code).toBe(0);
        expect(await left()).toEqual(['hello-pr-6']);
        expect(end.runner.text()).toContain('hello-pr-6: kept: pull request 6 is open again');
      },
      ({ method }) => {
        // The six that were looked at first, and then the first right before its deletion.
        if (method === 'pullRequest') looks += 1;
        if (looks === 7) reopen();
        return undefined;
      },
    );
  });

  it('keeps a preview whose tags were changed while it goes on', () => {
    let looks = 0;
    let change = async () => {};
    return withClosed(
      6,
      async ({ aws, sweep, left }) => {
        change = async () => {
          const client = new AppRunnerClient(aws.clientConfig);
          const { ServiceSummaryList = [] } = await client.send(new ListServicesCommand({}));
          const one = ServiceSummaryList.find(({ ServiceName }) => ServiceName === 'hello-pr-6');
          await client.send(
            new TagResourceCommand({
              ResourceArn: one?.ServiceArn,
              Tags: [{ Key: 'apprunner-deploy:made-by', Value: 'hand' }],
            }),
          );
          client.destroy();
        };
        const end = await sweep();
        expect(end.code).toBe(0);
        expect(await left()).toEqual(['hello-pr-6']);
        expect(end.runner.text()).toContain('hello-pr-6: kept: its tags do not say any more');
      },
      async ({ method }) => {
        if (method === 'pullRequest') looks += 1;
        if (looks === 6) await change();
        return undefined;
      },
    );
  });

  it('keeps what GitHub does not say of whether it is closed, and fails', () =>
    withClosed(
      4,
      async ({ sweep, left }) => {
        const end = await sweep();
        expect(end.code).toBe(1);
        expect(errorOf(end)).toContain('1 of 4 stale previews could not be deleted');
        expect(errorOf(end)).toContain('hello-pr-3: GitHub answered 502');
        expect(await left()).toEqual(['hello-pr-3']);
      },
      ({ method, inputs }) =>
        method === 'pullRequest' && inputs[0] === 3
          ? new ActionError('GitHub answered 502')
          : undefined,
    ));

  it('without a list of the open pull requests deletes nothing', () =>
    withClosed(
      4,
      async ({ sweep, left }) => {
        const end = await sweep();
        expect(end.code).toBe(1);
        expect(errorOf(end)).toContain('Allow pull-requests: read');
        expect(await left()).toHaveLength(4);
      },
      ({ method }) =>
        method === 'openPullRequests' ? new ActionError('Allow pull-requests: read') : undefined,
    ));

  it('as a dry run lists what would go, and changes nothing', () =>
    withClosed(3, async ({ aws, sweep, left }) => {
      await seedPreview(aws, createPreview(9, { repository: 'octo/other' }));
      const end = await sweep({ 'dry-run': 'true' });
      expect(end.code).toBe(0);
      expect(end.runner.outputs.result).toBe('planned');
      for (const number of [1, 2, 3]) {
        expect(end.runner.text()).toContain(
          `DeleteService of hello-pr-${number}: pull request ${number} is not open.`,
        );
      }
      expect(end.runner.text()).not.toContain('hello-pr-9');
      expect([...new Set(end.calls)].sort()).toEqual([
        'apprunner:ListServices',
        'apprunner:ListTagsForResource',
        'sts:GetCallerIdentity',
      ]);
      expect(await left()).toHaveLength(4);
    }));

  it('takes those that are older than max-age-days, whatever their pull request', () =>
    withVirtualScene(
      () => ({ pullRequests: [1, 2, 3].map((number) => pull(number, 'open')) }),
      async ({ aws, act, pass, settle }) => {
        await seedPreview(aws, createPreview(1));
        await seedPreview(aws, createPreview(2));
        pass(10 * DAY_MS);
        await seedPreview(aws, createPreview(3));
        expect((await act(SWEEP)).code).toBe(0);
        expect(await services(aws)).toHaveLength(3);
        const end = await act({ ...SWEEP, 'max-age-days': '9' });
        expect(end.code).toBe(0);
        await settle();
        expect(await services(aws)).toEqual(['hello-pr-3']);
        expect(end.runner.text()).toContain(
          'hello-pr-1: pull request 1, not updated since 2026-01-01',
        );
      },
    ));

  it('has nothing to do where there is no preview, and asks GitHub nothing', () =>
    withVirtualScene(
      () => ({}),
      async ({ aws, act, github }) => {
        await aws.appRunner.seed({ ServiceName: 'hello' });
        const end = await act(SWEEP);
        expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
        expect(end.runner.text()).toContain('There is no stale preview to delete');
        expect(github.calls).toEqual([]);
      },
    ));

  it('leaves services alone whose tags it may not read, and says so once', () =>
    withClosed(12, async ({ aws, sweep, left }) => {
      aws.faults.add({ kind: 'deny', action: 'apprunner:ListTagsForResource', times: 3 });
      const end = await sweep();
      expect(end.code).toBe(0);
      expect(await left()).toHaveLength(3);
      const warnings = end.runner.log.filter((line) => line.startsWith('warning: '));
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('Allow apprunner:ListTagsForResource');
    }));

  it('that may read no tags at all fails', () =>
    withClosed(3, async ({ aws, sweep, left }) => {
      aws.faults.add({ kind: 'deny', action: 'apprunner:ListTagsForResource' });
      const end = await sweep();
      expect(end.code).toBe(1);
      expect(errorOf(end)).toContain('Allow apprunner:ListTagsForResource');
      expect(await left()).toHaveLength(3);
    }));

  it('comes through while App Runner throttles', () =>
    withClosed(20, async ({ aws, sweep, left }) => {
      aws.faults.add({ kind: 'throttle', action: 'apprunner:ListTagsForResource', times: 15 });
      aws.faults.add({ kind: 'throttle', action: DELETES, times: 10 });
      const end = await sweep();
      expect([end.code, errorOf(end)]).toEqual([0, '']);
      expect(await left()).toEqual([]);
    }));

  it('ends at its deadline and says what is not done', () =>
    withClosed(8, async ({ aws, sweep }) => {
      aws.faults.add({ kind: 'ending', type: 'DELETE_SERVICE', end: 'HANG', times: 100 });
      const end = await sweep({ 'timeout-minutes': '5' });
      expect(end.code).toBe(1);
      expect(end.ms).toBeLessThanOrEqual(5 * 60_000 + 10_000);
      expect(errorOf(end)).toContain('8 of 8 stale previews could not be deleted');
      expect(errorOf(end)).toContain('timeout-minutes is over');
      // Those that it did not come to were not begun.
      expect(end.calls.filter((call) => call === DELETES)).toHaveLength(5);
    }));

  it('that is cancelled begins nothing more, and tells what goes on', () =>
    withClosed(12, async ({ aws, act, settle }) => {
      aws.faults.add({ kind: 'ending', type: 'DELETE_SERVICE', end: 'HANG', times: 100 });
      const end = await act(SWEEP, {}, 60_000);
      expect(end.code).toBe(143);
      expect(errorOf(end)).toContain('The run was cancelled');
      expect(end.calls.filter((call) => call === DELETES)).toHaveLength(5);
      const on = end.runner.log.filter((line) => line.startsWith('info: App Runner goes on with'));
      expect(on.map((line) => /DeleteService of hello-pr-\d+/.exec(line)?.[0]).sort()).toEqual(
        ['10', '11', '12', '8', '9'].map((number) => `DeleteService of hello-pr-${number}`),
      );
      await settle();
    }));

  it('does not wait where it is told so', () =>
    withClosed(8, async ({ sweep, left }) => {
      const end = await sweep({ wait: 'false' });
      expect(end.code).toBe(0);
      expect(end.calls).not.toContain('apprunner:ListOperations');
      expect(end.runner.text()).toContain('hello-pr-1: being deleted');
      expect(await left()).toEqual([]);
    }));
});
