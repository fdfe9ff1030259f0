import { isAccessDenied } from '../aws/errors.ts';
import { cleaner } from '../diagnosis/clean-text.ts';
import { logGroupsOf, streamId } from '../diagnosis/log-groups.ts';
import { errorMessage } from '../errors.ts';
import type { LogEvent, LogPage } from '../ports.ts';
import { duration } from '../report/duration.ts';
import type { Awaited } from '../service/wait.ts';
import type { Job } from './job.ts';

/** The lines that App Runner writes about an operation, going to the job's log as they come. */
export interface EventLines {
  /** Told after each look at the operation; starts a reading when one is due. */
  afterLook(elapsedMs: number, pauseMs: number): void;
  /** Reads what has come since; waits for it. */
  rest(): Promise<void>;
  /** True when App Runner has written that the operation failed. */
  tellsOfFailure(operationId: string): boolean;
}

/**
 * Readings are this far apart, at most where looks follow each other closely: the calls are
 * counted together, and the end of the operation is what matters then.
 */
const APART_MS = { least: 12_000, most: 40_000 } as const;

/** Pauses between looks that leave room for a reading. */
const ROOM_MS = 5_000;

/** How App Runner ends its lines about a deployment that it gives up; ids have no dashes there. */
const FAILED = /Deployment with ID : ([0-9a-f]{32}) failed/i;

/** App Runner's clock and this machine's may differ a little. */
const SKEW_MS = 1_000;

/** Reads the stream `events` of a service's log group (App Runner developer guide, monitor-cwl). */
export function eventLines(
  job: Job,
  { serviceArn, since }: Pick<Awaited, 'serviceArn' | 'since'>,
): EventLines {
  const { aws, runner, progress } = job;
  const group = logGroupsOf({ serviceArn })?.service;
  let readAt = 0;
  let next: string | undefined;
  let reading: Promise<void> | undefined;
  let denied = group === undefined;
  const failures = new Set<string>();

  const print = ({ time, message }: LogEvent) => {
    const failed = FAILED.exec(message)?.[1];
    if (failed) failures.add(failed);
    const elapsed = duration(Math.max(0, time - since)).padStart(10);
    for (const line of cleaner(progress.hidden)(message)) runner.info(`${elapsed}  ${line}`);
  };

  const readPage = async (): Promise<LogPage | undefined> => {
    const logs = await aws.logs();
    const from = next === undefined ? { since: since - SKEW_MS } : { next };
    return logs.read(group ?? '', 'events', from);
  };

  const readOnce = async () => {
    try {
      const page = await readPage();
      next = page?.next ?? next;
      page?.events.forEach(print);
    } catch (error) {
      // The lines are a help; the operation's verdict does not hang on them.
      denied = isAccessDenied(error);
      if (denied) runner.warning(`The deployment's event lines can't be shown. ${said(error)}`);
      else runner.debug(`The deployment's event lines could not be read: ${errorMessage(error)}`);
    } finally {
      reading = undefined;
    }
  };

  const read = () => {
    if (denied || reading) return reading;
    reading = readOnce();
    return reading;
  };

  return {
    afterLook: (elapsedMs, pauseMs) => {
      if (elapsedMs - readAt < (pauseMs < ROOM_MS ? APART_MS.most : APART_MS.least)) return;
      readAt = elapsedMs;
      read();
    },
    tellsOfFailure: (operationId) => failures.has(streamId(operationId)),
    rest: async () => {
      await reading;
      await read();
    },
  };
}

/** AWS names the action that is denied in most of its messages, not in all. */
function said(error: unknown): string {
  const text = errorMessage(error);
  return text.includes('logs:GetLogEvents')
    ? text
    : `${text} Allow logs:GetLogEvents in the policy of the role that deploys.`;
}
