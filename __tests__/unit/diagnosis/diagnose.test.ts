import { describe, expect, it } from '@jest/globals';
import { APPLICATION_LOG, type Asked } from '../../../src/diagnosis/asked.ts';
import { cleaner } from '../../../src/diagnosis/clean-text.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { logGroupsOf, streamId } from '../../../src/diagnosis/log-groups.ts';
import { ActionError, CancelledError } from '../../../src/errors.ts';
import type { Clock, LogEvent, Logs } from '../../../src/ports.ts';
import { SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';
import { fakeLogs, type LogLines } from '../../support/fake-logs.ts';
import { OPERATION_ID } from '../../support/fake-ports.ts';
import { manualClock } from '../../support/manual-clock.ts';

const SINCE = Date.UTC(2026, 0, 1);
const SERVICE = `/aws/apprunner/hello-api/${SERVICE_ID}/service`;
const APPLICATION = `/aws/apprunner/hello-api/${SERVICE_ID}/application`;
const OWN = `deployment/${streamId(OPERATION_ID)}`;

const EXIT = [
  `[AppRunner] Deployment with ID : ${streamId(OPERATION_ID)} started. Triggering event : SERVICE_DEPLOY`,
  '[AppRunner] Your application stopped or failed to start. See logs for more information.  Container exit code: 3',
];
const TRACE = ['Error: DATABASE_URL is not set', '    at main (/app/server.js:3)'];
const CAUSE = 'the container exited with code 3: Error: DATABASE_URL is not set';

/** Lines a second apart, from `seconds` after the start of the operation on. */
function from(seconds: number, ...messages: string[]): LogEvent[] {
  return messages.map((message, at) => ({ time: SINCE + (seconds + at) * 1_000, message }));
}

/** Logs of which each line is seen only some time after it was written. */
function lagging(lines: LogLines, clock: Clock, seenAt: (line: LogEvent) => number): Logs {
  const seen = (): LogLines =>
    Object.fromEntries(
      Object.entries(lines).flatMap(([group, streams]) => {
        const some = Object.entries(streams)
          .map(([name, all]) => [name, all.filter((line) => seenAt(line) <= clock.now())] as const)
          .filter(([, all]) => all.length > 0);
        return some.length > 0 ? [[group, Object.fromEntries(some)]] : [];
      }),
    );
  return {
    streams: async (group) => fakeLogs(seen()).streams(group),
    read: async (group, stream, place) => fakeLogs(seen()).read(group, stream, place),
    tail: async (group, stream, count) => fakeLogs(seen()).tail(group, stream, count),
  };
}

interface Looked {
  /** What was known after each reading. */
  readonly all: readonly Diagnosis[];
  readonly last: Diagnosis;
  readonly waits: readonly number[];
  readonly ms: number;
  readonly calls: readonly string[];
}

async function look(
  logs: LogLines | ((clock: Clock) => Logs),
  changes: Partial<Asked> = {},
): Promise<Looked> {
  const clock = manualClock(SINCE + 60_000);
  const begin = clock.now();
  const all: Diagnosis[] = [];
  const waits: number[] = [];
  const calls: string[] = [];
  const hidden = new Set(['hunter2-secret']);
  const given = typeof logs === 'function' ? logs(clock) : fakeLogs(logs);
  const watched: Logs = {
    streams: (group) => {
      calls.push(`streams ${group}`);
      return given.streams(group);
    },
    read: given.read,
    tail: (group, stream, lines) => {
      calls.push(`tail ${group} ${stream}`);
      return given.tail(group, stream, lines);
    },
  };
  const groups = logGroupsOf({ serviceArn: SERVICE_ARN });
  if (!groups) throw new Error('no groups');
  await diagnose(
    {
      groups,
      serviceArn: SERVICE_ARN,
      operationId: OPERATION_ID,
      since: SINCE,
      ended: SINCE + 600_000,
      until: SINCE + 1_800_000,
      lines: 40,
      links: {},
      ...changes,
    },
    {
      logs: watched,
      clock,
      clean: (text) => cleaner(hidden)(text),
      learn: async () => {
        hidden.add('set-meanwhile-by-others');
      },
      onDiagnosis: (diagnosis) => all.push(diagnosis),
      onWait: (ms) => waits.push(ms),
    },
  );
  const last = all.at(-1);
  if (!last) throw new Error('no diagnosis');
  return { all, last, waits, ms: clock.now() - begin, calls };
}

describe('the logs of a failed deployment', () => {
  it('tell the cause in one reading, without a wait', async () => {
    const { last, all, waits, ms } = await look({
      [SERVICE]: { events: from(0, ...EXIT), [OWN]: from(0, ...EXIT) },
      [APPLICATION]: { 'instance/1': from(1, ...TRACE) },
    });
    expect(last).toEqual({
      cause: CAUSE,
      remedy: expect.stringContaining('docker run'),
      events: EXIT,
      application: TRACE,
      notes: [],
      links: {},
    });
    expect([all.length, waits, ms]).toEqual([1, [], 0]);
  });

  it('end where the operation ended: somebody else may deploy while they are read', async () => {
    const { last } = await look(
      {
        [SERVICE]: {
          events: [
            ...from(0, '[AppRunner] Health check failed on port 8080.'),
            ...from(
              90,
              '[AppRunner] Deployment with ID : 0 started. Triggering event : SERVICE_DEPLOY',
            ),
          ],
        },
        [APPLICATION]: {
          'instance/1': [...from(1, 'starting'), ...from(90, 'starting with another secret')],
          'instance/2': from(91, 'of somebody else'),
        },
      },
      { ended: SINCE + 60_000 },
    );
    expect(last.events).toHaveLength(1);
    expect(last.application).toEqual(['starting']);
  });

  it('show nothing that became known as a secret while they were read', async () => {
    const { all } = await look({
      [APPLICATION]: { 'instance/1': from(1, 'TOKEN=set-meanwhile-by-others') },
    });
    expect(all.length).toBeGreaterThan(1);
    expect(all.at(-1)?.application).toEqual(['TOKEN=***']);
  });

  it('are read of the operation alone', async () => {
    const { last } = await look({
      [SERVICE]: {
        events: [
          ...from(
            -600,
            "[AppRunner] Failed to pull your application image. Reason: ECR image doesn't exist.",
          ),
          ...from(
            -2,
            '[AppRunner] Deployment with ID : 00 failed. Failure reason : Health check failed.',
          ),
          ...from(0, ...EXIT),
        ],
        'deployment/00000000000000000000000000000000': from(-600, 'an older one'),
      },
      [APPLICATION]: {
        'instance/old': [
          ...from(-900, 'listening on 8080'),
          ...from(1, 'Error: of the old version'),
        ],
        'instance/of-the-one-before': from(-3, 'listening on 9999'),
        'instance/new': from(1, ...TRACE),
      },
    });
    expect(last.cause).toBe(CAUSE);
    expect(last.events).toEqual(EXIT);
    expect(last.application).toEqual(TRACE);
  });

  it.each([
    ['by its id', `update/${streamId(OPERATION_ID)}`, 0],
    ['by its id, whenever it was written to', `update/${streamId(OPERATION_ID)}`, -600],
    ['as the newest', 'whatever/is-not-documented', 0],
  ])('are found under another name: %s', async (_how, stream, at) => {
    const { last } = await look({
      [SERVICE]: { events: from(-900, 'old'), [stream]: from(at, ...EXIT) },
      [APPLICATION]: { 'instance/1': from(1, ...TRACE) },
    });
    expect(last.cause).toBe(CAUSE);
  });

  it('are found without an id of the operation', async () => {
    const { last, calls } = await look(
      {
        [SERVICE]: { events: from(0, ...EXIT), [OWN]: from(0, ...EXIT) },
        [APPLICATION]: { 'instance/1': from(1, ...TRACE) },
      },
      { operationId: undefined },
    );
    expect(last.cause).toBe(CAUSE);
    expect(calls).toContain(`tail ${SERVICE} ${OWN}`);
  });

  it('of several instances are not mixed, and the newest comes last', async () => {
    const { last } = await look({
      [SERVICE]: { events: from(0, ...EXIT) },
      [APPLICATION]: {
        'instance/a': from(1, 'a: one', 'a: two'),
        'instance/b': from(2, 'b: one', 'b: two', 'Error: b'),
      },
    });
    expect(last.application).toEqual(['a: one', 'a: two', 'b: one', 'b: two', 'Error: b']);
  });

  it('are shown up to the number of lines that is asked for', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    const logs = {
      [SERVICE]: { events: from(0, ...EXIT) },
      [APPLICATION]: { 'instance/1': from(1, ...lines, ...TRACE) },
    };
    const { last } = await look(logs, { lines: 3 });
    expect(last.application).toEqual(['line 299', ...TRACE]);
    expect((await look(logs, { lines: 250 })).last.application).toHaveLength(250);
  });

  it('show no hidden value, and no command to the runner', async () => {
    const { last } = await look({
      [SERVICE]: { events: from(0, ...EXIT, '::error::hunter2-secret') },
      [APPLICATION]: { 'instance/1': from(1, '::add-mask::x', 'Error: no hunter2-secret here') },
    });
    expect(JSON.stringify(last)).not.toContain('hunter2');
    expect(last.cause).toBe('the container exited with code 3: Error: no *** here');
    expect(last.application[0]).toBe(': :add-mask::x');
    expect(last.events.at(-1)).toBe(': :error::***');
  });

  it('tell the port also where the address is a hidden value', async () => {
    const clean = cleaner(['0.0.0.0:9000']);
    expect(clean('listening on 0.0.0.0:9000')).toEqual(['listening on ***']);
    const { last } = await look({
      [SERVICE]: {
        events: from(0, "[AppRunner] Health check failed on protocol `TCP` [Port: '8080']."),
      },
      [APPLICATION]: { 'instance/1': from(1, 'listening on 0.0.0.0:9000') },
    });
    expect(last.cause).toContain('port 9000');
  });
});

describe('the logs of a build that failed', () => {
  const events = from(
    0,
    `[AppRunner] Deployment with ID : ${streamId(OPERATION_ID)} started. Triggering event : SERVICE_DEPLOY`,
    '[AppRunner] Starting source code build.',
    "[AppRunner] Failed to build your application source code. Reason: Failed to execute 'build' command.",
  );
  const printed = [
    '[PreBuild] Step 1/1 : COPY . /app',
    '[Build] sh: tsc: command not found',
    '[Build]  ---> hunter2-secret',
  ];
  const own = from(
    0,
    '[AppRunner] Starting to build your application source code.',
    ...printed,
    '[AppRunner] Failed to build your application source code.',
  );
  /** The version before writes on, and what a rollback starts as well. */
  const others = {
    'instance/old': from(-900, 'listening'),
    'instance/rollback': from(20, 'Error: not this'),
  };

  it.each([
    ['a deployment', OWN],
    ['an update', `update/${streamId(OPERATION_ID)}`],
  ])('have the cause and the last lines in the stream of the operation: %s', async (_of, name) => {
    const { last, ms } = await look(
      { [SERVICE]: { events, [name]: own }, [APPLICATION]: others },
      { links: { 'Event log': 'https://e', [APPLICATION_LOG]: 'https://a' } },
    );
    expect(last).toMatchObject({
      cause: 'the build command failed: sh: tsc: command not found',
      build: [...printed.slice(0, 2), '[Build]  ---> ***'],
      application: [],
      notes: [],
    });
    expect(last.events.every((line) => line.startsWith('[AppRunner]'))).toBe(true);
    expect(last.links).toEqual({ 'Event log': 'https://e' });
    expect(ms).toBe(0);
  });

  it('are shown up to the number of lines that is asked for', async () => {
    const many = from(2, ...Array.from({ length: 300 }, (_, index) => `[Build] line ${index}`));
    const logs = { [SERVICE]: { events, [OWN]: [...many, ...from(400, ...printed)] } };
    expect((await look(logs, { lines: 2 })).last.build).toEqual([printed[1], '[Build]  ---> ***']);
    expect((await look(logs, { lines: 250 })).last.build).toHaveLength(250);
    expect((await look(logs, { lines: 0 })).last.build).toEqual([]);
  });

  it('are waited for where they come late', async () => {
    const { last, ms } = await look((clock) =>
      lagging({ [SERVICE]: { events, [OWN]: own } }, clock, ({ message }) =>
        message.startsWith('[AppRunner]') ? 0 : SINCE + 60_000 + 21_000,
      ),
    );
    expect(last.cause).toContain('tsc');
    expect(ms).toBe(25_000);
  });

  it('are not waited for where App Runner has told enough', async () => {
    const reason =
      '[AppRunner] Failed to build your application source code. Reason: App Runner configuration file apprunner.yaml not found.';
    const { last, ms } = await look({ [SERVICE]: { events: from(0, reason) } });
    expect(last).toMatchObject({
      cause: 'the repository has no apprunner.yaml in its source directory',
      build: [],
      notes: [],
    });
    expect(ms).toBe(0);
  });

  it('are no part of a failure after a build that went well', async () => {
    const { last } = await look({
      [SERVICE]: {
        events: from(0, '[AppRunner] Successfully built your application source code.', ...EXIT),
        [OWN]: own.slice(0, -1),
      },
      [APPLICATION]: { 'instance/1': from(30, ...TRACE) },
    });
    expect(last).toMatchObject({ cause: CAUSE, application: TRACE });
    expect(last.build).toBeUndefined();
    expect(last.events.join()).not.toContain('tsc');
  });
});

describe('logs that come late', () => {
  const lines: LogLines = {
    [SERVICE]: { events: from(0, ...EXIT) },
    [APPLICATION]: { 'instance/1': from(1, ...TRACE) },
  };
  const start = SINCE + 60_000;

  it.each([
    ['all', () => start + 12_000, 15_000],
    [
      'the application’s',
      ({ message }: LogEvent) => (TRACE.includes(message) ? start + 70_000 : 0),
      70_000,
    ],
    [
      'App Runner’s',
      ({ message }: LogEvent) => (TRACE.includes(message) ? 0 : start + 31_000),
      35_000,
    ],
    ['the last one', ({ message }: LogEvent) => (message === TRACE[0] ? start + 4_000 : 0), 5_000],
  ])('are read again until they are there: %s', async (_which, seenAt, ms) => {
    const looked = await look((clock) => lagging(lines, clock, seenAt));
    expect(looked.last.cause).toBe(CAUSE);
    expect(looked.ms).toBe(ms);
    expect(looked.waits).toEqual([90_000]);
  });

  it('are told of after each reading, so that nothing is lost when time is up', async () => {
    const { all } = await look((clock) =>
      lagging(lines, clock, ({ message }) => (TRACE.includes(message) ? start + 7_000 : 0)),
    );
    expect(all.map(({ cause }) => cause)).toEqual([
      'the container exited with code 3, and the application wrote no log line',
      'the container exited with code 3, and the application wrote no log line',
      CAUSE,
    ]);
  });

  it('are given up after 90 seconds', async () => {
    const { ms, last } = await look({ [SERVICE]: { events: from(0, ...EXIT) } });
    expect(ms).toBe(90_000);
    expect(last.notes).toEqual([
      `There is no log group ${APPLICATION}: no container of the service has written a line.`,
    ]);
  });

  it.each([
    ['soon', 20_000, 22_000],
    ['now', 0, 2_000],
    ['past', -60_000, 0],
  ])('are not waited for much longer than the deadline: %s', async (_when, left, ms) => {
    const looked = await look({}, { until: start + left });
    expect(looked.ms).toBe(ms);
    expect(looked.all.length).toBeGreaterThan(0);
  });

  it('are taken for whole when they stay as they are', async () => {
    const { ms, last } = await look({
      [SERVICE]: { events: from(0, '[AppRunner] Deployment failed for a reason of its own.') },
      [APPLICATION]: { 'instance/1': from(1, 'starting', 'listening on 8080') },
    });
    expect(ms).toBe(10_000);
    expect(last.events).toEqual(['[AppRunner] Deployment failed for a reason of its own.']);
    expect(last.application).toEqual(['starting', 'listening on 8080']);
  });

  it('are not waited for when the run is cancelled', async () => {
    const cancelled = new CancelledError('SIGTERM');
    const clock: Clock = {
      now: () => start,
      sleep: async () => {
        throw cancelled;
      },
      linger: () => new Promise(() => undefined),
    };
    const asked = {
      groups: { service: SERVICE, application: APPLICATION },
      serviceArn: SERVICE_ARN,
      since: SINCE,
      ended: start,
      until: start + 60_000,
      lines: 40,
      links: {},
    };
    const ears = {
      learn: async () => undefined,
      onDiagnosis: () => undefined,
      onWait: () => undefined,
    };
    await expect(
      diagnose(asked, { logs: fakeLogs(), clock, clean: cleaner([]), ...ears }),
    ).rejects.toBe(cancelled);
  });
});

describe('logs of an operation that starts no container', () => {
  it('are App Runner’s alone', async () => {
    const { ms, last, calls } = await look(
      { [SERVICE]: { events: from(0, '[AppRunner] Failed to delete the service.') } },
      { lines: 0 },
    );
    expect(ms).toBe(10_000);
    expect(last.events).toHaveLength(1);
    expect(last.notes).toEqual([]);
    expect(calls.filter((call) => call.includes('/application'))).toEqual([]);
  });
});

describe('a failure whose cause is known', () => {
  const known = { cause: 'GET / answered 500', remedy: 'See the log.' };

  it('is shown with the lines of the newest instances, in order of time', async () => {
    const { last, calls, ms } = await look(
      {
        [APPLICATION]: {
          'instance/old': [...from(-900, 'listening'), ...from(3, 'GET / 500')],
          'instance/new': [...from(1, 'hello'), ...from(4, 'GET / 500 again')],
        },
      },
      { known },
    );
    expect(last).toMatchObject(known);
    expect(last.application).toEqual(['listening', 'hello', 'GET / 500', 'GET / 500 again']);
    expect(last.events).toEqual([]);
    expect(calls.filter((call) => call.includes('/service'))).toEqual([]);
    expect(ms).toBe(10_000);
  });
});

describe('logs that may not be read', () => {
  const denied = (action: string) =>
    new ActionError(`${action} failed`, {
      cause: Object.assign(new Error('no'), { name: 'AccessDeniedException' }),
    });
  const resource = 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/apprunner/hello-api/*';

  it('are named with what to allow, and not tried again', async () => {
    const refuse = (action: string) => async () => {
      throw denied(action);
    };
    const { last, calls, ms } = await look(() => ({
      streams: refuse('logs:DescribeLogStreams'),
      read: refuse('logs:GetLogEvents'),
      tail: refuse('logs:GetLogEvents'),
    }));
    expect(last.notes).toEqual([
      `The role that deploys may not read the logs: allow logs:DescribeLogStreams and logs:GetLogEvents on ${resource}.`,
    ]);
    expect(last.cause).toBeUndefined();
    expect(ms).toBe(0);
    expect(new Set(calls).size).toBe(calls.length);
  });

  it('because the run was cancelled end the looking', async () => {
    const cancelled = new CancelledError('SIGINT');
    const looking = look(() => ({
      ...fakeLogs(),
      tail: async () => {
        throw cancelled;
      },
    }));
    await expect(looking).rejects.toBe(cancelled);
  });

  it('leave what may be read: App Runner’s lines need no list', async () => {
    const { last, ms } = await look(() => ({
      ...fakeLogs({ [SERVICE]: { events: from(0, ...EXIT) } }),
      streams: async () => {
        throw denied('logs:DescribeLogStreams');
      },
    }));
    expect(last.cause).toContain('exited with code 3');
    expect(last.notes).toEqual([
      `The role that deploys may not read the logs: allow logs:DescribeLogStreams on ${resource}.`,
    ]);
    expect(ms).toBe(10_000);
  });

  it('are read again after a fault, which is told where it stays', async () => {
    let faults = 3;
    const logs = (): Logs => ({
      ...fakeLogs({
        [SERVICE]: { events: from(0, ...EXIT) },
        [APPLICATION]: { 'instance/1': from(1, ...TRACE) },
      }),
      streams: async (group) => {
        faults -= 1;
        if (faults >= 0) throw new ActionError('ThrottlingException: Rate exceeded');
        return [{ name: group === APPLICATION ? 'instance/1' : 'events', firstEventAt: SINCE }];
      },
    });
    const { last, all } = await look(logs);
    expect(all[0]?.notes).toContainEqual(
      `${APPLICATION} could not be read: ThrottlingException: Rate exceeded`,
    );
    expect(last).toMatchObject({ cause: CAUSE, notes: [] });
  });
});

describe('log groups', () => {
  it.each([
    ['the ARN', { serviceArn: SERVICE_ARN }],
    ['name and id', { serviceName: 'hello-api', serviceId: SERVICE_ID }],
  ])('are known by %s', (_by, facts) => {
    expect(logGroupsOf(facts)).toEqual({ service: SERVICE, application: APPLICATION });
  });

  it.each([{}, { serviceName: 'hello-api' }, { serviceId: 'x' }])(
    'are not known by %j',
    (facts) => {
      expect(logGroupsOf(facts)).toBeUndefined();
    },
  );
});
