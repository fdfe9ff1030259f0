import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError, RolledBackError } from '../errors.ts';
import { duration } from '../report/duration.ts';
import { within } from '../service/look.ts';
import {
  AFTER_SUCCESS,
  type Awaited,
  followOperation,
  type OperationEnd,
  type Watching,
} from '../service/wait.ts';
import { findCause } from './cause.ts';
import { type EventLines, eventLines } from './event-lines.ts';
import { type Job, learnService } from './job.ts';
import { isRolledBack, verdictText } from './verdict.ts';

/** An operation whose success this run has to answer for. */
export interface Followed extends Awaited {
  /**
   * True when the service has what this run asked for. It decides where App Runner never lists
   * the operation; without it the service's status alone does.
   */
  readonly stands?: (service: Service) => boolean;
}

/** After the deadline this is left to find out why; the run ends within 10 seconds of it. */
const AFTERWARDS_MS = 5_000;

/**
 * Waits for an operation to end, its event lines going to the log as they come. Facts of the
 * job's progress are kept up to date; after a failure its diagnosis is too.
 *
 * @param deadline milliseconds since 1970
 * @throws RolledBackError when the new version was rejected and the one before serves
 * @throws ActionError for every other end but success
 */
export async function followToEnd(job: Job, followed: Followed, deadline: number): Promise<void> {
  const { aws, ports, runner } = job;
  const { operationId, type } = followed;
  runner.info(
    operationId
      ? `Waiting for operation ${operationId} (${type}).`
      : `Waiting for ${type}; App Runner told no id of the operation.`,
  );
  const lines = eventLines(job, followed);
  const watching = watchingFor(job, lines);
  const end = await followOperation(aws.appRunner, ports.clock, followed, deadline, watching);
  if (!(await succeeded(job, followed, end, lines)))
    throw await failure(job, followed, end, lines, deadline);
}

/** An operation that has ended before this run looked at it. */
export interface Ended extends Followed {
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** True when others have worked on the service since, so that it tells nothing of this one. */
  readonly overtaken: boolean;
}

/** Log lines may come this long after what they tell of. */
const LAG_MS = 90_000;

/**
 * Judges an operation that has ended already, as followToEnd does at the end of its wait.
 *
 * @param deadline milliseconds since 1970
 * @throws RolledBackError and ActionError as followToEnd does
 */
export async function judgeEnded(job: Job, ended: Ended, deadline: number): Promise<void> {
  const { operationId, status, endedAt } = ended;
  job.progress.learn({ operationId, operationStatus: status });
  const lines = eventLines(job, ended);
  const end = { kind: 'ended', status } as const;
  if (await succeeded(job, ended, end, lines)) return;
  throw await failure(job, ended, end, lines, Math.min(deadline, endedAt + LAG_MS));
}

function watchingFor({ progress, runner }: Job, lines: EventLines): Watching {
  return {
    onStatus: (status, elapsed) => {
      progress.learn({ operationStatus: status });
      runner.info(`${duration(elapsed).padStart(10)}  ${status}`);
    },
    onLook: lines.afterLook,
    onUsual: (ms) => runner.info(`This usually takes ${duration(ms)} here.`),
    onFound: (operationId) => {
      progress.learn({ operationId });
      runner.info(`It is operation ${operationId}.`);
    },
    onNote: (text) => runner.info(text),
  };
}

/** Notes how the operation ended; true when it did what it was to do. */
async function succeeded(
  { progress, runner }: Job,
  followed: Followed,
  end: OperationEnd,
  lines: EventLines,
): Promise<boolean> {
  const { type, stands, operationId } = followed;
  const serviceStatus = AFTER_SUCCESS[type];
  switch (end.kind) {
    case 'ended':
    case 'deadline':
      progress.learn({ operationStatus: end.status });
      // An operation that succeeded leaves its service so; asking again would tell no more.
      if (end.status === 'SUCCEEDED') progress.learn({ serviceStatus });
      return end.status === 'SUCCEEDED';
    case 'gone':
      // What was seen of the operation last is no longer so.
      progress.learn({ operationStatus: undefined, serviceStatus: 'DELETED' });
      if (type === 'DELETE_SERVICE') runner.info('The service does not exist any more.');
      return type === 'DELETE_SERVICE';
    case 'unlisted': {
      // PENDING was our word for it; App Runner has told no status.
      progress.learn({ operationStatus: undefined, serviceStatus: end.serviceStatus });
      // A service that was rolled back is RUNNING too; App Runner's own lines tell it apart.
      await within(AFTERWARDS_MS, lines.rest());
      const failed = operationId !== undefined && lines.tellsOfFailure(operationId);
      const done =
        !failed && end.serviceStatus === serviceStatus && (stands?.(end.service) ?? true);
      if (done) {
        runner.info(
          `App Runner did not list the operation. The service is ${serviceStatus}${
            stands ? ' and has what this run asked for' : ''
          }, so it is taken for a success.`,
        );
      }
      return done;
    }
  }
}

/** Finds out what is to be told of an operation that did not succeed. */
async function failure(
  job: Job,
  followed: Followed | Ended,
  end: OperationEnd,
  lines: EventLines,
  deadline: number,
): Promise<ActionError> {
  const { type, serviceArn, since } = followed;
  const { endedAt: ended, overtaken = false } = 'endedAt' in followed ? followed : {};
  const left = Math.max(0, deadline - job.ports.clock.now());
  const [service] = await Promise.all([
    serviceAfter(job, serviceArn, end),
    overtaken ? undefined : within(AFTERWARDS_MS, lines.rest()),
    within(
      left + AFTERWARDS_MS,
      findCause(job, { since, until: deadline, type, ...(ended && { ended }) }),
    ),
  ]);
  learnService(job, service);
  // What was known of it is from before the operation.
  if (!service && end.kind !== 'gone') job.progress.learn({ serviceStatus: undefined });
  const unsuccessful = {
    end,
    type,
    serviceArn,
    service,
    timeoutMinutes: job.inputs.timeoutMinutes,
    diagnosed: job.progress.diagnosis !== undefined,
    overtaken,
  };
  const text = verdictText({ ...unsuccessful, facts: job.progress.facts });
  return isRolledBack(unsuccessful) ? new RolledBackError(text) : new ActionError(text);
}

/** The verdict stands whether or not the service can be read after it. */
function serviceAfter(
  { aws: { appRunner } }: Job,
  serviceArn: string,
  end: OperationEnd,
): Promise<Service | undefined> {
  if (end.kind === 'gone') return Promise.resolve(undefined);
  if (end.kind === 'unlisted') return Promise.resolve(end.service);
  return within(AFTERWARDS_MS, appRunner.describe(serviceArn)).catch(() => undefined);
}
