import { describe, expect, it } from '@jest/globals';
import { eventLines } from '../../../src/commands/event-lines.ts';
import { Progress } from '../../../src/commands/progress.ts';
import { streamId } from '../../../src/diagnosis/log-groups.ts';
import { ActionError } from '../../../src/errors.ts';
import type { LogEvent, Logs } from '../../../src/ports.ts';
import { createInputs } from '../../support/create-inputs.ts';
import { SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';
import { fakeLogs } from '../../support/fake-logs.ts';
import { fakePorts, OPERATION_ID } from '../../support/fake-ports.ts';

const GROUP = `/aws/apprunner/hello-api/${SERVICE_ID}/service`;
const SINCE = Date.UTC(2026, 0, 1);
const ID = streamId(OPERATION_ID);
const OWN = `deployment/${ID}`;

interface Watched {
  readonly serviceArn?: string;
  readonly operationId?: string;
  /** The stream of the operation. */
  readonly own?: string;
}

/** Event lines of a service whose log grows. */
async function watching(
  logs: Partial<Logs> = {},
  { serviceArn = SERVICE_ARN, operationId, own = OWN }: Watched = {},
) {
  const { ports, runner } = fakePorts();
  const aws = await ports.aws('us-east-1').load();
  const streams: Record<string, LogEvent[]> = { events: [] };
  const reads: { since?: number; next?: string }[] = [];
  const calls: string[] = [];
  const store = fakeLogs({ [GROUP]: streams });
  const progress = new Progress();
  const counted: Logs = {
    ...store,
    read: (group, stream, from) => {
      reads.push(from);
      calls.push(stream);
      return store.read(group, stream, from);
    },
    streams: (group) => {
      calls.push('list');
      return store.streams(group);
    },
    ...logs,
  };
  const lines = eventLines(
    {
      inputs: createInputs({}),
      ports,
      runner,
      progress,
      aws: { ...aws, logs: async () => ({ ...store, ...counted }) },
    },
    { serviceArn, since: SINCE, operationId },
  );
  const writer = (stream: string) => (seconds: number, message: string) => {
    streams[stream] = [...(streams[stream] ?? [])];
    streams[stream].push({ time: SINCE + seconds * 1_000, message });
  };
  /** A look after so many seconds, and time for what it sets off. */
  const look = async (seconds: number, pause = 5) => {
    lines.afterLook(seconds * 1_000, pause * 1_000);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const shown = () => runner.log.map((line) => line.replace(/^info:[^[]*/, ''));
  const [write, print] = [writer('events'), writer(own)];
  return { lines, runner, progress, write, print, look, reads, calls, shown };
}

describe('the event lines of an operation', () => {
  it('are printed as they come, each once, with the time since the start', async () => {
    const { write, look, runner } = await watching();
    write(-60, '[AppRunner] Service status is set to RUNNING.');
    write(1, '[AppRunner] Deployment with ID : abc started.');
    await look(20);
    write(75, '[AppRunner] Pulling image.');
    await look(80);
    await look(160);
    expect(runner.log).toEqual([
      'info:      1.0 s  [AppRunner] Deployment with ID : abc started.',
      'info: 1 min 15 s  [AppRunner] Pulling image.',
    ]);
  });

  it('that come last are there when asked for', async () => {
    const { write, look, lines, runner } = await watching();
    write(1, 'first');
    await look(20);
    write(25, 'last');
    await lines.rest();
    expect(runner.text()).toContain('last');
  });

  it('are read seldom: not within 12 seconds, and not within 40 where looks leave no room', async () => {
    const { look, reads } = await watching();
    await look(5);
    await look(10);
    expect(reads).toHaveLength(0);
    await look(20);
    expect(reads).toHaveLength(1);
    for (let second = 21; second < 60; second += 1) await look(second, 1.5);
    expect(reads).toHaveLength(1);
    await look(60, 1.5);
    expect(reads).toHaveLength(2);
    await look(72);
    expect(reads).toHaveLength(3);
  });

  it('can carry no command, colour or hidden value into the log', async () => {
    const { write, look, runner, progress } = await watching();
    progress.hide(['correct horse battery staple']);
    write(1, '::set-output name=x::y');
    write(2, '  ::error::\u001B[31mred\u001B[0m');
    write(3, '##[error]no');
    write(4, 'started with correct horse battery staple');
    await look(20);
    const text = runner.text();
    expect(text).not.toMatch(/^\S+ +[\d.]+ s +::/m);
    expect(text).not.toContain('##[');
    expect(text).not.toContain('\u001B');
    expect(text).not.toContain('horse');
    expect(text).toContain('red');
  });

  it('are missing without a word while there is no log group', async () => {
    const { look, lines, runner } = await watching({ read: async () => undefined });
    await look(20);
    await lines.rest();
    expect(runner.log).toEqual([]);
  });

  it('that may not be read are said to be so once, with the permission, and not read again', async () => {
    let reads = 0;
    const { look, lines, runner } = await watching({
      read: async () => {
        reads += 1;
        throw new ActionError('AccessDeniedException: no.', {
          cause: Object.assign(new Error('no'), { name: 'AccessDeniedException' }),
        });
      },
    });
    await look(20);
    await look(60);
    await lines.rest();
    expect(reads).toBe(1);
    expect(runner.log).toHaveLength(1);
    expect(runner.log[0]).toMatch(/^warning: .*Allow logs:GetLogEvents/);
  });

  it('that can not be read for another reason are tried again, and only the debug log knows', async () => {
    let reads = 0;
    const { look, runner } = await watching({
      read: async () => {
        reads += 1;
        throw new ActionError('no network');
      },
    });
    await look(20);
    await look(60);
    expect(reads).toBe(2);
    expect(runner.log.every((line) => line.startsWith('debug:'))).toBe(true);
  });

  it('are not read twice at a time', async () => {
    let reads = 0;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { look, lines } = await watching({
      read: () => {
        reads += 1;
        return promise;
      },
    });
    await look(20);
    await look(60);
    expect(reads).toBe(1);
    resolve(undefined);
    await lines.rest();
    expect(reads).toBe(2);
  });

  it('are left out where the service has no ARN to tell its log group', async () => {
    const { look, lines, reads } = await watching({}, { serviceArn: '' });
    await look(20);
    await lines.rest();
    expect(reads).toEqual([]);
  });
});

/** What App Runner writes around a build. */
const AHEAD = [
  `[AppRunner] Deployment with ID : ${ID} started. Triggering event : SERVICE_DEPLOY`,
  '[AppRunner] Successfully pulled your application source code.',
  '[AppRunner] Starting source code build.',
];
const OVER = '[AppRunner] Successfully built your application source code.';
const ROUTED = '[AppRunner] Successfully routed incoming traffic to application.';

describe('the lines of a build', () => {
  it.each([
    ['of an operation whose id is known', { operationId: OPERATION_ID }],
    ['of one whose id only App Runner’s lines tell', {}],
    ['in a stream of another name', { operationId: OPERATION_ID, own: `update/${ID}` }],
  ])('are printed between App Runner’s own, in order of time: %s', async (_which, watched) => {
    const { write, print, look, lines, shown } = await watching({}, watched);
    for (const [at, text] of AHEAD.entries()) write(at, text);
    print(3, '[AppRunner] Starting to build your application source code.');
    await look(20);
    print(21, '[PreBuild] Step 1/2 : COPY . /app\n');
    print(21, ' \n');
    print(22, '[Build] ---> Using cache');
    print(22, '[Build] ---> Using cache');
    await look(40);
    print(70, '[PostBuild] done');
    write(71, OVER);
    print(71, OVER);
    await look(80);
    write(90, ROUTED);
    await lines.rest();
    expect(shown()).toEqual([
      ...AHEAD,
      '[PreBuild] Step 1/2 : COPY . /app',
      '[Build] ---> Using cache',
      '[Build] ---> Using cache',
      '[PostBuild] done',
      OVER,
      ROUTED,
    ]);
  });

  it('are read half as often as events alone, so that there are no more calls', async () => {
    const { write, print, look, calls } = await watching({}, { operationId: OPERATION_ID });
    for (const [at, text] of AHEAD.entries()) write(at, text);
    print(3, '[Build] one');
    for (let second = 1; second <= 12; second += 1) await look(second);
    expect(calls).toEqual(['events', OWN]);
    for (let second = 13; second <= 35; second += 1) await look(second);
    expect(calls).toHaveLength(2);
    for (let second = 36; second <= 300; second += 1) await look(second);
    // 5 calls a minute, as without a build.
    expect(calls).toHaveLength(2 + (288 / 60) * 5);
  });

  it('are looked for by a list while there is no stream, with the calls as far apart', async () => {
    const { write, look, calls } = await watching({}, { operationId: OPERATION_ID });
    for (const [at, text] of AHEAD.entries()) write(at, text);
    for (let second = 1; second <= 12; second += 1) await look(second);
    expect(calls).toEqual(['events', OWN, 'list']);
    for (let second = 13; second <= 47; second += 1) await look(second);
    expect(calls).toHaveLength(3);
    await look(48);
    expect(calls).toHaveLength(6);
  });

  it('are read once more when the build is over, and then no more until the rest', async () => {
    const { write, print, look, lines, calls, shown } = await watching(
      {},
      { operationId: OPERATION_ID },
    );
    for (const text of [...AHEAD, OVER]) write(1, text);
    print(1, '[Build] one');
    await look(20);
    print(15, '[Build] late');
    await look(60);
    await look(100);
    await look(140);
    expect(calls).toEqual(['events', OWN, 'events', OWN, 'events', 'events']);
    print(16, '[Build] later');
    await lines.rest();
    expect(shown().slice(-3)).toEqual(['[Build] one', '[Build] late', '[Build] later']);
  });

  it('cost no call where an image is deployed', async () => {
    const { write, print, look, lines, calls } = await watching({}, { operationId: OPERATION_ID });
    write(1, AHEAD[0] ?? '');
    write(
      2,
      '[AppRunner] Pulling image 1.dkr.ecr.us-east-1.amazonaws.com/hello from ECR repository.',
    );
    write(3, '[AppRunner] Successfully pulled your application image from ECR.');
    print(3, '[AppRunner] Starting to pull your application image.');
    for (const second of [20, 40, 60]) await look(second);
    write(70, '[AppRunner] Failed to deploy your application image.');
    await lines.rest();
    expect(calls).toEqual(['events', 'events', 'events', 'events']);
  });

  it('show no hidden value', async () => {
    const { write, print, look, progress, runner } = await watching(
      {},
      { operationId: OPERATION_ID },
    );
    progress.hide(['correct horse battery staple']);
    for (const text of AHEAD) write(1, text);
    print(2, '[Build] token is correct horse battery staple');
    await look(20);
    await look(40);
    expect(runner.text()).toContain('[Build] token is ***');
    expect(runner.text()).not.toContain('horse');
  });

  it('that may not be looked for are said to be so once; the events go on', async () => {
    const { write, look, runner, calls } = await watching(
      {
        streams: async () => {
          throw new ActionError('logs:DescribeLogStreams failed: AccessDeniedException: no.', {
            cause: Object.assign(new Error('no'), { name: 'AccessDeniedException' }),
          });
        },
      },
      { operationId: OPERATION_ID },
    );
    for (const text of AHEAD) write(1, text);
    await look(20);
    await look(60);
    write(70, ROUTED);
    await look(80);
    expect(runner.log.filter((line) => line.startsWith('warning:'))).toEqual([
      "warning: The build's lines can't be shown. logs:DescribeLogStreams failed: AccessDeniedException: no.",
    ]);
    expect(calls).toEqual(['events', OWN, 'events', 'events']);
    expect(runner.text()).toContain(ROUTED);
  });

  it('that can not be read once leave the events as they are, and come later', async () => {
    let faults = 1;
    const own: LogEvent[] = [{ time: SINCE + 3_000, message: '[Build] one' }];
    const events = AHEAD.map((message, at) => ({ time: SINCE + at * 1_000, message }));
    const store = fakeLogs({ [GROUP]: { events, [OWN]: own } });
    const { look, shown, runner } = await watching(
      {
        read: async (group, stream, from) => {
          if (stream === OWN && faults > 0) {
            faults -= 1;
            throw new ActionError('no network');
          }
          return store.read(group, stream, from);
        },
      },
      { operationId: OPERATION_ID },
    );
    for (const second of [20, 40, 80]) await look(second);
    expect(shown().filter((line) => line.startsWith('['))).toEqual([...AHEAD, '[Build] one']);
    expect(runner.log.filter((line) => line.startsWith('debug:'))).toHaveLength(1);
  });
});
