import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../local-aws/clock.ts';
import type { EndingFault } from '../../local-aws/faults/fault.ts';
import { createFaultBook } from '../../local-aws/faults/fault-book.ts';
import type { MemoryParts } from '../../local-aws/runtime/memory.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import {
  at,
  createFixture,
  createJumpingClock,
  type Fixture,
  source,
} from './apprunner-fixture.ts';

/** An App Runner of the real one's pace on a clock that jumps, with faults and without a socket. */
const startTimed = (
  more: { readonly pace?: 'app-runner' | { operationMs: number } } = {},
  runtime: MemoryParts = {},
) => {
  const clock = createJumpingClock();
  const faults = createFaultBook();
  const { pace = 'app-runner' } = more;
  const made = createFixture({ clock, sockets: false, ...runtime }, { clock, pace, faults });
  return { ...made, clock, faults };
};

const fixture = closedAfterEach(startTimed, ({ appRunner }) => appRunner.close());

const seconds = (from: unknown, to: unknown) => (Number(to) - Number(from)) / 1000;

/** Every status of a service's newest operation with the second at which it began. */
const watch = async (
  { call, appRunner, clock }: Fixture & { readonly clock: Clock },
  ServiceArn: string,
): Promise<[unknown, number][]> => {
  const start = clock.now();
  const seen: [unknown, number][] = [];
  const look = async () => {
    const list = await call('ListOperations', { ServiceArn });
    const status = at(list, 'OperationSummaryList', 0, 'Status');
    if (status !== seen.at(-1)?.[0]) seen.push([status, seconds(start, clock.now())]);
  };
  let over = false;
  const end = appRunner.idle().then(() => {
    over = true;
  });
  while (!over) {
    await look();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await end;
  await look();
  return seen;
};

describe('the time an ending takes', () => {
  it.each<[string, Omit<EndingFault, 'kind' | 'type'>, [string, number][]]>([
    [
      "App Runner's own",
      { end: 'ROLLBACK_SUCCEEDED' },
      [
        ['PENDING', 0],
        ['IN_PROGRESS', 5],
        ['ROLLBACK_IN_PROGRESS', 510],
        ['ROLLBACK_SUCCEEDED', 1110],
      ],
    ],
    [
      'what the fault says, half of it for the rollback',
      { end: 'ROLLBACK_FAILED', afterMs: 60_000 },
      [
        ['PENDING', 0],
        ['IN_PROGRESS', 5],
        ['ROLLBACK_IN_PROGRESS', 30],
        ['ROLLBACK_FAILED', 60],
      ],
    ],
    [
      'what the fault says',
      { end: 'FAILED', afterMs: 60_000 },
      [
        ['PENDING', 0],
        ['IN_PROGRESS', 5],
        ['FAILED', 60],
      ],
    ],
  ])('is %s', async (_, fault, expected) => {
    const made = fixture();
    const arn = await made.create();
    made.faults.add({ kind: 'ending', ...fault });
    await made.call('UpdateService', { ServiceArn: arn, SourceConfiguration: source('2') });
    expect(await watch(made, arn)).toEqual(expected);
  });

  it('is not made longer by the least time of an operation when the fault says one', async () => {
    const made = fixture({ pace: { operationMs: 90_000 } });
    const arn = await made.create();
    made.faults.add({ kind: 'ending', end: 'FAILED', afterMs: 10_000 });
    made.faults.add({ kind: 'ending', end: 'FAILED' });
    for (const expected of [10, 90]) {
      await made.call('StartDeployment', { ServiceArn: arn });
      expect((await watch(made, arn)).at(-1)).toEqual(['FAILED', expected]);
    }
  });
});

describe('the configuration of an update that is rolled back', () => {
  it('is the new one until the rollback begins', async () => {
    const { create, call, faults, clock } = fixture();
    const ServiceArn = await create();
    faults.add({ kind: 'ending', end: 'ROLLBACK_SUCCEEDED', afterMs: 60_000 });
    await call('UpdateService', { ServiceArn, SourceConfiguration: source('2') });
    const tag = async () => {
      const service = at(await call('DescribeService', { ServiceArn }), 'Service');
      const image = at(service, 'SourceConfiguration', 'ImageRepository', 'ImageIdentifier');
      return String(image).split(':')[1];
    };
    expect(await tag()).toBe('2');
    await clock.sleep(31_000);
    expect(await tag()).toBe('1');
  });
});

describe('operations that are listed late', () => {
  const listed = async ({ operations }: Fixture, arn: string) => (await operations(arn)).length;

  it('show so long after they began, and the next one at once', async () => {
    const made = fixture();
    const arn = await made.create();
    made.faults.add({ kind: 'list-lag', ms: 30_000, times: 1 });
    await made.call('StartDeployment', { ServiceArn: arn });
    expect(await listed(made, arn)).toBe(1);
    await made.clock.sleep(29_999);
    expect(await listed(made, arn)).toBe(1);
    await made.clock.sleep(1);
    expect(await listed(made, arn)).toBe(2);
    await made.appRunner.idle();
    await made.call('StartDeployment', { ServiceArn: arn });
    expect(await listed(made, arn)).toBe(3);
  });

  it('never show when the lag is endless, until the fault is taken away', async () => {
    const made = fixture();
    const remove = made.faults.add({ kind: 'list-lag', ms: Number.POSITIVE_INFINITY });
    const arn = await made.create();
    await made.clock.sleep(86_400_000);
    expect(await made.operations(arn)).toEqual([]);
    expect(await made.status(arn)).toBe('RUNNING');
    remove();
    expect(await made.operations(arn)).toEqual(['CREATE_SERVICE SUCCEEDED']);
  });
});

describe('a runtime without sockets', () => {
  it('deploys, fails and rolls back as the one with sockets, and its URL has no port', async () => {
    const { create, call, appRunner, status, operations } = fixture(
      {},
      {
        script: ({ startCommand }) => (startCommand ? { kind: 'unhealthy' } : { kind: 'listens' }),
      },
    );
    const ServiceArn = await create();
    expect(await status(ServiceArn)).toBe('RUNNING');
    const { StartCommand } = { StartCommand: 'broken' };
    const SourceConfiguration = source('1', {}, { StartCommand });
    await call('UpdateService', { ServiceArn, SourceConfiguration });
    await appRunner.idle();
    expect((await operations(ServiceArn))[0]).toBe('UPDATE_SERVICE ROLLBACK_SUCCEEDED');
    const service = at(await call('DescribeService', { ServiceArn }), 'Service');
    expect(at(service, 'ServiceUrl')).toBe('http://127.0.0.1:0');
    await call('DeleteService', { ServiceArn });
    await appRunner.idle();
    expect(await status(ServiceArn)).toBe('DELETED');
  });

  it('checks the health of what the application would answer', async () => {
    const { create, status } = fixture(
      {},
      {
        script: () => ({
          kind: 'listens',
          reply: (path) => ({ status: path === '/up' ? 204 : 401, body: '' }),
        }),
      },
    );
    const health = { Protocol: 'HTTP', Interval: 1, UnhealthyThreshold: 1 };
    const up = await create({ HealthCheckConfiguration: { ...health, Path: '/up' } });
    const down = await create({
      ServiceName: 'other',
      HealthCheckConfiguration: { ...health, Path: '/closed' },
    });
    expect([await status(up), await status(down)]).toEqual(['RUNNING', 'CREATE_FAILED']);
  });
});
