import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { followOperation, pause } from '../../../src/service/wait.ts';
import { SERVICE_ARN } from '../../support/create-service.ts';
import { fakeAppRunner } from '../../support/fake-ports.ts';
import { manualClock } from '../../support/manual-clock.ts';

const ID = '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e';
const OTHER = 'ffffffff-5b1f-4a6d-8e7c-0f1a2b3c4d5e';

function row(status: OperationSummary['Status'], id = ID): OperationSummary {
  return { Id: id, Type: 'UPDATE_SERVICE', Status: status };
}

/** Follows an operation whose list is scripted; the last list stays. */
async function follow(script: readonly (readonly OperationSummary[])[], seconds = 600, id = ID) {
  const clock = manualClock();
  const begin = clock.now();
  const looks: number[] = [];
  const told: string[] = [];
  const appRunner = fakeAppRunner({
    newestOperations: async (arn) => {
      expect(arn).toBe(SERVICE_ARN);
      looks.push(clock.now() - begin);
      return script[Math.min(looks.length, script.length) - 1] ?? [];
    },
  });
  const end = await followOperation(
    appRunner,
    clock,
    SERVICE_ARN,
    id,
    begin + seconds * 1_000,
    (status, elapsed) => told.push(`${status} after ${elapsed}`),
  );
  return { end, looks, told, elapsed: clock.now() - begin };
}

describe('an operation is followed to its end', () => {
  it.each(['SUCCEEDED', 'FAILED', 'ROLLBACK_SUCCEEDED', 'ROLLBACK_FAILED'] as const)(
    '%s',
    async (status) => {
      const { end } = await follow([[row('IN_PROGRESS')], [row('IN_PROGRESS')], [row(status)]]);
      expect(end).toEqual({ kind: 'ended', status });
    },
  );

  it('through a rollback, which is no end', async () => {
    const { end, told } = await follow([
      [row('PENDING')],
      [row('IN_PROGRESS')],
      [row('ROLLBACK_IN_PROGRESS')],
      [row('ROLLBACK_IN_PROGRESS')],
      [row('ROLLBACK_SUCCEEDED')],
    ]);
    expect(end).toEqual({ kind: 'ended', status: 'ROLLBACK_SUCCEEDED' });
    expect(told.map((text) => text.split(' ')[0])).toEqual([
      'IN_PROGRESS',
      'ROLLBACK_IN_PROGRESS',
      'ROLLBACK_SUCCEEDED',
    ]);
  });

  it('by its own id, whatever other operations say', async () => {
    const { end, looks } = await follow([
      [row('FAILED', OTHER), row('IN_PROGRESS')],
      [row('SUCCEEDED', OTHER), row('SUCCEEDED')],
    ]);
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(looks).toHaveLength(2);
  });

  it.each([
    ['without dashes in the list', ID, ID.replaceAll('-', '')],
    ['without dashes in the answer', ID.replaceAll('-', ''), ID],
    ['in capitals', ID, ID.toUpperCase()],
  ])('by its id %s', async (_, id, listed) => {
    const { end } = await follow([[row('SUCCEEDED', listed)]], 600, id);
    expect(end.status).toBe('SUCCEEDED');
  });

  it('also when its row comes late', async () => {
    const { end, told } = await follow([[], [row('SUCCEEDED', OTHER)], [], [row('SUCCEEDED')]]);
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(told).toHaveLength(1);
  });

  it('also when its row goes missing for a while', async () => {
    const { end, told } = await follow([[row('IN_PROGRESS')], [], [row('SUCCEEDED')]]);
    expect(end.status).toBe('SUCCEEDED');
    expect(told.map((text) => text.split(' ')[0])).toEqual(['IN_PROGRESS', 'SUCCEEDED']);
  });

  it('to the deadline and no longer', async () => {
    const { end, elapsed, looks } = await follow([[row('IN_PROGRESS')]], 60);
    expect(end).toEqual({ kind: 'deadline', status: 'IN_PROGRESS' });
    expect(elapsed).toBe(60_000);
    expect(looks.at(-1)).toBe(60_000);
  });

  it('to a deadline that comes before the first look', async () => {
    const { end, elapsed } = await follow([[row('SUCCEEDED')]], 2);
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(elapsed).toBe(2_000);
  });

  it('not at all when the deadline is over', async () => {
    const { end, looks } = await follow([[row('SUCCEEDED')]], 0);
    expect(end).toEqual({ kind: 'deadline', status: 'PENDING' });
    expect(looks).toEqual([]);
  });

  it('with each status told once, with its time', async () => {
    const { told, looks } = await follow([
      [row('IN_PROGRESS')],
      [row('IN_PROGRESS')],
      [row('SUCCEEDED')],
    ]);
    expect(told).toEqual([`IN_PROGRESS after ${looks[0]}`, `SUCCEEDED after ${looks[2]}`]);
  });

  it('and an error of App Runner is not swallowed', async () => {
    const appRunner = fakeAppRunner({
      newestOperations: async () => {
        throw new ActionError('denied');
      },
    });
    const following = followOperation(appRunner, manualClock(), SERVICE_ARN, ID, 9e15, () => {});
    await expect(following).rejects.toThrow('denied');
  });
});

describe('the pause before the next look', () => {
  it.each([
    [0, 5_100],
    [1_000, 4_100],
    [5_099, 1],
    [5_100, 1_500],
    [15_000, 1_500],
    [30_000, 3_000],
    [60_000, 6_000],
    [600_000, 6_000],
  ])('after %d ms is %d ms', (elapsed, ms) => {
    expect(pause(elapsed)).toBe(ms);
  });

  it('makes about ten looks a minute on a long operation', async () => {
    const { looks } = await follow([[row('IN_PROGRESS')]], 300);
    expect(looks.length).toBeGreaterThan(40);
    expect(looks.length).toBeLessThan(70);
    expect(looks[0]).toBe(5_100);
  });
});
