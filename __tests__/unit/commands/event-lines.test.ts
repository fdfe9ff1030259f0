import { describe, expect, it } from '@jest/globals';
import { eventLines } from '../../../src/commands/event-lines.ts';
import { Progress } from '../../../src/commands/progress.ts';
import { ActionError } from '../../../src/errors.ts';
import type { LogEvent, Logs } from '../../../src/ports.ts';
import { createInputs } from '../../support/create-inputs.ts';
import { SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';
import { fakeLogs } from '../../support/fake-logs.ts';
import { fakePorts } from '../../support/fake-ports.ts';

const GROUP = `/aws/apprunner/hello-api/${SERVICE_ID}/service`;
const SINCE = Date.UTC(2026, 0, 1);

/** Event lines of a service whose log grows. */
async function watching(logs: Partial<Logs> = {}, serviceArn = SERVICE_ARN) {
  const { ports, runner } = fakePorts();
  const aws = await ports.aws('us-east-1').load();
  const events: LogEvent[] = [];
  const reads: { since?: number; next?: string }[] = [];
  const store = fakeLogs({ [GROUP]: { events } });
  const progress = new Progress();
  const counted: Logs = {
    ...store,
    read: (group, stream, from) => {
      reads.push(from);
      return store.read(group, stream, from);
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
    { serviceArn, since: SINCE },
  );
  const write = (seconds: number, message: string) => {
    events.push({ time: SINCE + seconds * 1_000, message });
  };
  /** A look after so many seconds, and time for what it sets off. */
  const look = async (seconds: number, pause = 5) => {
    lines.afterLook(seconds * 1_000, pause * 1_000);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { lines, runner, progress, write, look, reads };
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
    const { look, lines, reads } = await watching({}, '');
    await look(20);
    await lines.rest();
    expect(reads).toEqual([]);
  });
});
