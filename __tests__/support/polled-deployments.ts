import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { followOperation } from '../../src/service/wait.ts';
import { fakeAppRunner } from './fake-ports.ts';
import { manualClock } from './manual-clock.ts';

/** How one deployment was watched. */
export interface Watched {
  readonly seconds: number;
  /** From its end to the look that saw it. */
  readonly lagMs: number;
  readonly calls: number;
}

/** The time a call of App Runner takes. */
const CALL_MS = 40;

const ARN = 'arn:aws:apprunner:us-east-1:123456789012:service/hello/0123456789abcdef';

/**
 * Waits for deployments of one service, one after the other, each with those before in its list
 * as App Runner would have them: 20 rows, whole seconds.
 *
 * @param durations in seconds
 * @param earlier durations of deployments before the first one
 * @param reader makes what is told each look that saw nothing, with the pause after it; it
 * answers how many calls it made to read the log
 */
export async function watchDeployments(
  durations: readonly number[],
  earlier: readonly number[],
  reader: () => (elapsedMs: number, pauseMs: number) => number,
): Promise<Watched[]> {
  const clock = manualClock();
  const rows: OperationSummary[] = [];
  const add = (seconds: number) => {
    const begin = clock.now();
    clock.pass(seconds * 1_000);
    rows.unshift(row(`${rows.length}`, begin, clock.now()));
  };
  for (const seconds of earlier) add(seconds);
  const watched: Watched[] = [];
  for (const seconds of durations) {
    const begin = clock.now();
    const end = begin + seconds * 1_000;
    const read = reader();
    let calls = 0;
    const appRunner = fakeAppRunner({
      newestOperations: async () => {
        calls += 1;
        clock.pass(CALL_MS);
        const own = row('own', begin, clock.now() - CALL_MS / 2 >= end ? end : undefined);
        return [own, ...rows].slice(0, 20);
      },
    });
    await followOperation(
      appRunner,
      clock,
      { serviceArn: ARN, operationId: 'own', type: 'UPDATE_SERVICE', since: begin },
      begin + 3_600_000,
      {
        onStatus: () => undefined,
        onLook: (elapsedMs, pauseMs) => {
          calls += read(elapsedMs, pauseMs);
        },
      },
    );
    watched.push({ seconds, lagMs: clock.now() - end, calls });
    rows.unshift(row(`${rows.length}`, begin, end));
  }
  return watched;
}

function row(Id: string, begin: number, end: number | undefined): OperationSummary {
  const wholeSecond = (ms: number) => new Date(Math.floor(ms / 1_000) * 1_000);
  return {
    Id,
    Type: 'UPDATE_SERVICE',
    Status: end === undefined ? 'IN_PROGRESS' : 'SUCCEEDED',
    StartedAt: wholeSecond(begin),
    ...(end !== undefined && { EndedAt: wholeSecond(end) }),
  };
}
