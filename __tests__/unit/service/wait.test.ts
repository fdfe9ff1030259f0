import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it, jest } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { AppRunner } from '../../../src/ports.ts';
import { type Awaited, followOperation } from '../../../src/service/wait.ts';
import { createService, SERVICE_ARN } from '../../support/create-service.ts';
import { fakeAppRunner } from '../../support/fake-ports.ts';
import { manualClock } from '../../support/manual-clock.ts';

const ID = '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e';
const OTHER = 'ffffffff-5b1f-4a6d-8e7c-0f1a2b3c4d5e';

function row(status: string, Id = ID, more: Partial<OperationSummary> = {}): OperationSummary {
  return { Id, Type: 'UPDATE_SERVICE', Status: status as OperationSummary['Status'], ...more };
}

/** One answer of ListOperations. */
type Listed = readonly OperationSummary[] | Error;

interface Case {
  /** ListOperations, look by look; the last one stays. */
  readonly lists: readonly Listed[];
  /** DescribeService, look by look; the last one stays. Nobody is to ask when there is none. */
  readonly services?: readonly (Service['Status'] | Error)[];
  readonly seconds?: number;
  readonly awaited?: Partial<Awaited>;
}

/** Follows an operation whose answers are scripted. */
async function follow({ lists, services, seconds = 600, awaited = {} }: Case) {
  const clock = manualClock();
  const begin = clock.now();
  const looks: number[] = [];
  const told: string[] = [];
  const notes: string[] = [];
  const found: string[] = [];
  const usual: number[] = [];
  const betweenLooks: number[] = [];
  let described = 0;
  const calls: Partial<AppRunner> = {
    newestOperations: async (arn) => {
      expect(arn).toBe(SERVICE_ARN);
      looks.push(clock.now() - begin);
      return answered(lists[Math.min(looks.length, lists.length) - 1] ?? []);
    },
    ...(services && {
      describe: async () => {
        described += 1;
        const Status = answered(services[Math.min(described, services.length) - 1]);
        return createService(Status ? { Status } : {});
      },
    }),
  };
  const end = await followOperation(
    fakeAppRunner(calls),
    clock,
    {
      serviceArn: SERVICE_ARN,
      operationId: ID,
      type: 'UPDATE_SERVICE',
      since: begin,
      ...awaited,
    },
    begin + seconds * 1_000,
    {
      onStatus: (status, elapsed) => told.push(`${status} after ${elapsed}`),
      onLook: (elapsed) => betweenLooks.push(elapsed),
      onUsual: (ms) => usual.push(ms),
      onFound: (id) => found.push(id),
      onNote: (text) => notes.push(text),
    },
  );
  const elapsed = clock.now() - begin;
  return { end, looks, told, notes, found, usual, betweenLooks, described, elapsed };
}

function answered<T>(answer: T | Error): T {
  if (answer instanceof Error) throw answer;
  return answer;
}

/** An AWS error as awsCall throws it. */
function awsError(code: string, httpStatusCode?: number): ActionError {
  const cause = Object.assign(new Error('said AWS'), {
    name: code,
    ...(httpStatusCode && {
      $fault: httpStatusCode < 500 ? 'client' : 'server',
      $metadata: { httpStatusCode },
    }),
  });
  return new ActionError(`apprunner:ListOperations failed: ${code}`, { cause });
}

const words = (told: readonly string[]) => told.map((text) => text.split(' ')[0]);

describe('an operation is followed to its end', () => {
  it.each(['SUCCEEDED', 'FAILED', 'ROLLBACK_SUCCEEDED', 'ROLLBACK_FAILED'])(
    '%s',
    async (status) => {
      const { end } = await follow({
        lists: [[row('IN_PROGRESS')], [row('IN_PROGRESS')], [row(status)]],
      });
      expect(end).toEqual({ kind: 'ended', status });
    },
  );

  it('through a rollback, which is no end', async () => {
    const { end, told } = await follow({
      lists: [
        [row('PENDING')],
        [row('IN_PROGRESS')],
        [row('ROLLBACK_IN_PROGRESS')],
        [row('ROLLBACK_IN_PROGRESS')],
        [row('ROLLBACK_SUCCEEDED')],
      ],
    });
    expect(end).toEqual({ kind: 'ended', status: 'ROLLBACK_SUCCEEDED' });
    expect(words(told)).toEqual(['IN_PROGRESS', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCEEDED']);
  });

  it('in whatever case App Runner writes its states', async () => {
    const { end, told } = await follow({ lists: [[row('in_progress')], [row('Succeeded')]] });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(words(told)).toEqual(['IN_PROGRESS', 'SUCCEEDED']);
  });

  it('by its own id, whatever other operations say', async () => {
    const { end, looks } = await follow({
      lists: [
        [row('FAILED', OTHER), row('IN_PROGRESS')],
        [row('SUCCEEDED', OTHER), row('SUCCEEDED')],
      ],
    });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(looks).toHaveLength(2);
  });

  it.each([
    ['without dashes in the list', ID, ID.replaceAll('-', '')],
    ['without dashes in the answer', ID.replaceAll('-', ''), ID],
    ['in capitals', ID, ID.toUpperCase()],
  ])('by its id %s', async (_, operationId, listed) => {
    const { end } = await follow({ lists: [[row('SUCCEEDED', listed)]], awaited: { operationId } });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
  });

  it('also when its row comes late', async () => {
    const { end, told } = await follow({
      lists: [[], [row('SUCCEEDED', OTHER)], [], [row('SUCCEEDED')]],
    });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(told).toHaveLength(1);
  });

  it('also when its row goes missing for a while', async () => {
    const { end, told } = await follow({ lists: [[row('IN_PROGRESS')], [], [row('SUCCEEDED')]] });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(words(told)).toEqual(['IN_PROGRESS', 'SUCCEEDED']);
  });

  it('with each status told once, with its time', async () => {
    const { told, looks } = await follow({
      lists: [[row('IN_PROGRESS')], [row('IN_PROGRESS')], [row('SUCCEEDED')]],
    });
    expect(told).toEqual([`IN_PROGRESS after ${looks[0]}`, `SUCCEEDED after ${looks[2]}`]);
  });

  it('with the time between two looks offered, but none after the last one', async () => {
    const { betweenLooks, looks } = await follow({
      lists: [[row('IN_PROGRESS')], [row('IN_PROGRESS')], [row('SUCCEEDED')]],
    });
    expect(betweenLooks).toEqual(looks.slice(0, 2));
  });

  it('with the first look at 5.1 s, and at once where it began long ago', async () => {
    const fresh = await follow({ lists: [[row('SUCCEEDED')]] });
    expect(fresh.looks).toEqual([5_100]);
    const since = Date.UTC(2026, 0, 1) - 60_000;
    const old = await follow({ lists: [[row('SUCCEEDED')]], awaited: { since } });
    expect(old.looks).toEqual([0]);
    expect(old.told).toEqual(['SUCCEEDED after 60000']);
  });

  it('with the time counted from its own start where it was set off by something else', async () => {
    const since = Date.UTC(2026, 0, 1) - 60_000;
    const StartedAt = new Date(since + 30_000);
    const { told } = await follow({
      lists: [[row('SUCCEEDED', ID, { StartedAt })]],
      awaited: { since },
    });
    expect(told).toEqual(['SUCCEEDED after 30000']);
  });

  it('with what earlier ones took told once', async () => {
    const StartedAt = new Date('2025-12-31T10:00:00Z');
    const EndedAt = new Date('2025-12-31T10:02:40Z');
    const earlier = row('SUCCEEDED', OTHER, { StartedAt, EndedAt });
    const { usual, looks } = await follow({
      lists: [...Array(6).fill([row('IN_PROGRESS'), earlier]), [row('SUCCEEDED')]],
    });
    expect(usual).toEqual([160_000]);
    expect(looks[3]).toBeGreaterThan(30_000);
  });
});

describe('the deadline', () => {
  it('ends the wait, with a last look', async () => {
    const { end, elapsed, looks } = await follow({ lists: [[row('IN_PROGRESS')]], seconds: 60 });
    expect(end).toEqual({ kind: 'deadline', status: 'IN_PROGRESS' });
    expect(elapsed).toBe(60_000);
    expect(looks.at(-1)).toBe(60_000);
  });

  it('may come before the first look was due', async () => {
    const { end, elapsed } = await follow({ lists: [[row('SUCCEEDED')]], seconds: 2 });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(elapsed).toBe(2_000);
  });

  it('leaves no look when it is over', async () => {
    const { end, looks } = await follow({ lists: [[row('SUCCEEDED')]], seconds: 0 });
    expect(end).toEqual({ kind: 'deadline', status: 'PENDING' });
    expect(looks).toEqual([]);
  });

  it('does not wait for an answer that does not come', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    try {
      const clock = manualClock();
      const following = followOperation(
        fakeAppRunner({ newestOperations: () => new Promise(() => undefined) }),
        clock,
        { serviceArn: SERVICE_ARN, operationId: ID, type: 'UPDATE_SERVICE', since: clock.now() },
        clock.now() + 5_000,
        { onStatus: () => undefined },
      );
      await jest.advanceTimersByTimeAsync(2_000);
      await expect(following).resolves.toEqual({ kind: 'deadline', status: 'PENDING' });
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('an operation that is never listed', () => {
  it('is judged by the service after a minute, once that is not busy', async () => {
    const { end, elapsed, notes, described } = await follow({
      lists: [[row('SUCCEEDED', OTHER)]],
      services: ['OPERATION_IN_PROGRESS', 'OPERATION_IN_PROGRESS', 'RUNNING'],
    });
    expect(end).toMatchObject({ kind: 'unlisted', serviceStatus: 'RUNNING' });
    expect(end.kind === 'unlisted' && end.service.ServiceArn).toBe(SERVICE_ARN);
    expect(elapsed).toBeGreaterThanOrEqual(60_000);
    expect(elapsed).toBeLessThan(90_000);
    expect(described).toBe(3);
    expect(notes).toEqual([
      `Operation ${ID} is not in App Runner's list; the service's status decides.`,
    ]);
  });

  it('is still looked for meanwhile, and its own verdict goes before', async () => {
    const { end, described } = await follow({
      lists: [...Array(40).fill([]), [row('ROLLBACK_SUCCEEDED')]],
      services: ['OPERATION_IN_PROGRESS'],
    });
    expect(end).toEqual({ kind: 'ended', status: 'ROLLBACK_SUCCEEDED' });
    expect(described).toBeGreaterThan(3);
  });

  it.each(['CREATE_FAILED', 'PAUSED', 'DELETE_FAILED'] as const)(
    'leaves the judgement of %s to the caller',
    async (status) => {
      const { end } = await follow({ lists: [[]], services: [status] });
      expect(end).toMatchObject({ kind: 'unlisted', serviceStatus: status });
    },
  );

  it('ends at the deadline while the service is busy', async () => {
    const { end } = await follow({
      lists: [[]],
      services: ['OPERATION_IN_PROGRESS'],
      seconds: 120,
    });
    expect(end).toEqual({ kind: 'deadline', status: 'PENDING' });
  });

  it('counts from when it was last listed', async () => {
    const { elapsed } = await follow({
      lists: [...Array(10).fill([row('IN_PROGRESS')]), []],
      services: ['RUNNING'],
    });
    expect(elapsed).toBeGreaterThan(75_000);
  });
});

describe('an operation whose id was not told', () => {
  const awaited: Partial<Awaited> = { operationId: undefined, type: 'PAUSE_SERVICE' };
  const begin = Date.UTC(2026, 0, 1);
  const pause = (status: string, startedAt: number) =>
    row(status, OTHER, { Type: 'PAUSE_SERVICE', StartedAt: new Date(startedAt) });

  it('is the one of its type that began since the call, and its id is told', async () => {
    const { end, found } = await follow({
      lists: [
        [row('IN_PROGRESS', ID, { StartedAt: new Date(begin) }), pause('FAILED', begin - 2_000)],
        [pause('IN_PROGRESS', begin - 500)],
        [pause('SUCCEEDED', begin - 500)],
      ],
      services: ['OPERATION_IN_PROGRESS'],
      awaited,
    });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(found).toEqual([OTHER]);
  });

  it('is over as soon as the service is in the state that it leads to', async () => {
    const { end, elapsed } = await follow({
      lists: [[]],
      services: ['OPERATION_IN_PROGRESS', 'PAUSED'],
      awaited,
    });
    expect(end).toMatchObject({ kind: 'unlisted', serviceStatus: 'PAUSED' });
    expect(elapsed).toBeLessThan(20_000);
  });

  it('is given a minute while the service shows the state from before', async () => {
    const late = await follow({ lists: [[]], services: ['RUNNING', 'PAUSED'], awaited });
    expect(late.end).toMatchObject({ serviceStatus: 'PAUSED' });
    const never = await follow({ lists: [[]], services: ['RUNNING'], awaited });
    expect(never.end).toMatchObject({ kind: 'unlisted', serviceStatus: 'RUNNING' });
    expect(never.elapsed).toBeGreaterThanOrEqual(60_000);
  });
});

describe('a service that is gone', () => {
  const gone = () => awsError('ResourceNotFoundException', 400);

  it('ends the wait when its operations can not be listed any more', async () => {
    const { end } = await follow({ lists: [[row('IN_PROGRESS')], gone()] });
    expect(end).toEqual({ kind: 'gone' });
  });

  it.each([
    ['DELETED', 'DELETED' as const],
    ['not found', gone()],
  ])('ends the wait for an operation without id when it is %s', async (_, service) => {
    const { end } = await follow({
      lists: [[]],
      services: [service],
      awaited: { operationId: undefined, type: 'DELETE_SERVICE' },
    });
    expect(end).toEqual({ kind: 'gone' });
  });

  it('is not believed of one that was created right now', async () => {
    const { end } = await follow({
      lists: [gone(), gone(), [row('IN_PROGRESS')], [row('SUCCEEDED')]],
      awaited: { type: 'CREATE_SERVICE' },
    });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    const never = await follow({ lists: [gone()], awaited: { type: 'CREATE_SERVICE' } });
    expect(never.end).toEqual({ kind: 'gone' });
    expect(never.elapsed).toBeGreaterThanOrEqual(60_000);
  });
});

describe('an error of a look', () => {
  it.each([
    ['throttling', awsError('ThrottlingException', 400)],
    ['too many requests', awsError('TooManyRequestsException', 429)],
    ['a fault inside AWS', awsError('InternalServiceErrorException', 500)],
    [
      'a broken connection',
      new ActionError('x', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }),
    ],
    [
      'a name that does not resolve',
      new ActionError('x', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
    ],
  ])('that is %s does not end the wait and is said once', async (_, error) => {
    const { end, notes } = await follow({
      lists: [[row('IN_PROGRESS')], error, error, [row('SUCCEEDED')]],
    });
    expect(end).toEqual({ kind: 'ended', status: 'SUCCEEDED' });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(error.message);
  });

  it('of the service does not end the wait either', async () => {
    const { end } = await follow({
      lists: [[]],
      services: [awsError('InternalServiceErrorException', 500), 'RUNNING'],
    });
    expect(end).toMatchObject({ kind: 'unlisted', serviceStatus: 'RUNNING' });
  });

  it('that lasts ends the wait at the deadline', async () => {
    const { end, elapsed } = await follow({
      lists: [awsError('InternalServiceErrorException', 500)],
      seconds: 60,
    });
    expect(end).toEqual({ kind: 'deadline', status: 'PENDING' });
    expect(elapsed).toBe(60_000);
  });

  it.each([
    ['denied', awsError('AccessDeniedException', 400)],
    ['invalid', awsError('InvalidRequestException', 400)],
    ['of credentials that have expired', awsError('ExpiredTokenException', 400)],
    ['of this action', new TypeError('x is undefined')],
  ])('that is %s is thrown at once', async (_, error) => {
    await expect(follow({ lists: [error, [row('SUCCEEDED')]] })).rejects.toThrow(error);
  });
});
