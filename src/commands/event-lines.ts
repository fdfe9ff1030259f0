import { isAccessDenied } from '../aws/errors.ts';
import { cleaner } from '../diagnosis/clean-text.ts';
import { logGroupsOf, streamId } from '../diagnosis/log-groups.ts';
import { errorMessage } from '../errors.ts';
import type { LogEvent, Logs } from '../ports.ts';
import { duration } from '../report/duration.ts';
import type { Awaited } from '../service/wait.ts';
import { BuildOutput } from './build-output.ts';
import type { Job } from './job.ts';
import { LogStream } from './log-stream.ts';

/**
 * The lines that App Runner writes about an operation, and those of a build that is part of it,
 * going to the job's log as they come.
 */
export interface EventLines {
  /** Told after each look at the operation; starts a reading when one is due. */
  afterLook(elapsedMs: number, pauseMs: number): void;
  /** Reads what has come since; waits for it. */
  rest(): Promise<void>;
  /** True when App Runner has written that the operation failed. */
  tellsOfFailure(operationId: string): boolean;
}

/**
 * Readings of one call are this far apart, at most where looks follow each other closely: the
 * calls are counted together, and the end of the operation is what matters then. One of several
 * calls is followed by as many times the pause, so that a build makes no denser calls.
 */
const APART_MS = { least: 12_000, most: 40_000 } as const;

/** Pauses between looks that leave room for a reading. */
const ROOM_MS = 5_000;

/** How App Runner ends its lines about a deployment that it gives up; ids have no dashes there. */
const FAILED = /Deployment with ID : ([0-9a-f]{32}) failed/i;

/** App Runner's clock and this machine's may differ a little. */
const SKEW_MS = 1_000;

/**
 * Reads the stream `events` of a service's log group, and while source code is built the one of
 * the operation, which alone has the build's lines (App Runner developer guide, monitor-cwl).
 */
export function eventLines(
  job: Job,
  { serviceArn, since, operationId }: Pick<Awaited, 'serviceArn' | 'since' | 'operationId'>,
): EventLines {
  const { aws, runner, progress } = job;
  const group = logGroupsOf({ serviceArn })?.service ?? '';
  const events = new LogStream(group, 'events', since - SKEW_MS);
  const build = new BuildOutput(group, operationId);
  const denied = { events: group === '', build: group === '' };
  const failures = new Set<string>();
  let readAt = 0;
  let calls = 1;
  let reading: Promise<void> | undefined;

  const hear = ({ message }: LogEvent) => {
    const failed = FAILED.exec(message)?.[1];
    if (failed) failures.add(failed);
    build.hear(message);
  };

  const print = ({ time, message }: LogEvent) => {
    const elapsed = duration(Math.max(0, time - since)).padStart(10);
    for (const line of cleaner(progress.hidden)(message)) runner.info(`${elapsed}  ${line}`);
  };

  /** The lines are a help; the operation's verdict does not hang on them. */
  const orNone = async (
    of: keyof typeof denied,
    lines: () => Promise<readonly LogEvent[] | undefined>,
  ): Promise<readonly LogEvent[]> => {
    if (denied[of]) return [];
    try {
      return (await lines()) ?? [];
    } catch (error) {
      const which = of === 'events' ? "deployment's event lines" : "build's lines";
      denied[of] = isAccessDenied(error);
      if (denied[of]) runner.warning(`The ${which} can't be shown. ${said(error)}`);
      else runner.debug(`The ${which} could not be read: ${errorMessage(error)}`);
      return [];
    }
  };

  const readOnce = async (last: boolean) => {
    try {
      calls = 0;
      const logs = counted(await aws.logs(), () => {
        calls += 1;
      });
      const told = await orNone('events', () => events.read(logs));
      told.forEach(hear);
      const printed = await orNone('build', () => build.read(logs, last));
      [...told, ...printed].sort((a, b) => a.time - b.time).forEach(print);
    } catch (error) {
      runner.debug(`The deployment's event lines could not be read: ${errorMessage(error)}`);
    } finally {
      reading = undefined;
    }
  };

  const read = (last: boolean) => {
    if (denied.events || reading) return reading;
    reading = readOnce(last);
    return reading;
  };

  return {
    afterLook: (elapsedMs, pauseMs) => {
      const apart = pauseMs < ROOM_MS ? APART_MS.most : APART_MS.least;
      if (elapsedMs - readAt < apart * Math.max(1, calls)) return;
      readAt = elapsedMs;
      read(false);
    },
    tellsOfFailure: (id) => failures.has(streamId(id)),
    rest: async () => {
      await reading;
      await read(true);
    },
  };
}

/** Logs whose calls are counted, as far as lines are followed. */
function counted(logs: Logs, onCall: () => void): Logs {
  return {
    ...logs,
    read: (...asked) => {
      onCall();
      return logs.read(...asked);
    },
    streams: (...asked) => {
      onCall();
      return logs.streams(...asked);
    },
  };
}

/** AWS names the action that is denied in most of its messages, not in all. */
function said(error: unknown): string {
  const text = errorMessage(error);
  return text.includes('logs:')
    ? text
    : `${text} Allow logs:GetLogEvents in the policy of the role that deploys.`;
}
