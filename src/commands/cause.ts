import { APPLICATION_LOG, type Asked } from '../diagnosis/asked.ts';
import { cleaner } from '../diagnosis/clean-text.ts';
import { logGroupsOf } from '../diagnosis/log-groups.ts';
import { CancelledError, errorMessage } from '../errors.ts';
import type { DeployInputs } from '../inputs/inputs.ts';
import { logLink, serviceLink } from '../report/console-links.ts';
import { duration } from '../report/duration.ts';
import { within } from '../service/look.ts';
import { hideVariables, type Job } from './job.ts';

/** What is to be explained; times in milliseconds since 1970. */
export interface Failed {
  /** When what failed was started; older log lines are about something else. */
  readonly since: number;
  /** Until when lagging logs may be read again. */
  readonly until: number;
  /** Type of the operation, such as UPDATE_SERVICE. */
  readonly type?: string | undefined;
  /** The cause where it is known without the logs, as after a page that answered 500. */
  readonly known?: { readonly cause: string; readonly remedy: string };
}

/** The cause is waited for, and it is not in this answer. */
const DESCRIBE_MS = 5_000;

/** Operations that start no container, so that what fails in them is not the application. */
const WITHOUT_CONTAINER = new Set(['PAUSE_SERVICE', 'DELETE_SERVICE']);

/**
 * Looks into the logs for why something failed and keeps it in the job's progress as its
 * diagnosis, from the first reading on. Throws nothing but a CancelledError: the failure stays
 * what it was.
 */
export async function findCause(job: Job, failed: Failed): Promise<void> {
  const { runner, progress, ports } = job;
  try {
    const asked = askedOf(job, failed);
    if (!asked) {
      if (failed.known) progress.diagnosis = { ...NOTHING_READ, ...failed.known };
      return;
    }
    runner.info(`Reading ${whichLogs(asked)} for the cause.`);
    let clean = cleaner(progress.hidden);
    const learn = async () => {
      await learnVariables(job, asked.serviceArn);
      clean = cleaner(progress.hidden);
    };
    await learn();
    // Only what fails needs it.
    const { diagnose } = await import('../diagnosis/diagnose.ts');
    await diagnose(asked, {
      logs: await job.aws.logs(),
      clock: ports.clock,
      clean: (text) => clean(text),
      learn,
      onDiagnosis: (diagnosis) => {
        progress.diagnosis = named(diagnosis, progress.facts.serviceName);
      },
      onWait: (ms) =>
        runner.info(`Log lines come late; reading again for ${duration(ms)} at most.`),
    });
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    for (const line of cleaner(progress.hidden)(
      `The cause could not be looked into: ${errorMessage(error)}`,
    )) {
      runner.info(line);
    }
  }
}

const NOTHING_READ = { events: [], application: [], notes: [], links: {} };

/**
 * Somebody may have changed the service meanwhile; what its variables hold now is no more to be
 * shown than what they held before. Where it can't be read, what is known has to do.
 */
async function learnVariables(job: Job, serviceArn: string): Promise<void> {
  try {
    const service = await within(DESCRIBE_MS, job.aws.appRunner.describe(serviceArn));
    if (service) hideVariables(job, service);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
  }
}

/** Undefined while there is no service whose logs could be read. */
function askedOf({ inputs, ports, progress }: Job, { since, until, type, known }: Failed) {
  const { facts } = progress;
  const groups = logGroupsOf(facts);
  if (!groups) return undefined;
  // What DescribeService tells after a rollback is the version before.
  const { settings }: Partial<DeployInputs> = inputs;
  const lines = type !== undefined && WITHOUT_CONTAINER.has(type) ? 0 : inputs.logLines;
  const asked: Asked = {
    groups,
    serviceArn: facts.serviceArn ?? '',
    operationId: facts.operationId,
    since,
    ended: ports.clock.now(),
    until,
    known,
    lines,
    port: settings?.port,
    links: {
      ...(facts.serviceArn && { 'App Runner': serviceLink(inputs.region, facts.serviceArn) }),
      ...(!known && { 'Event log': logLink(inputs.region, groups.service) }),
      ...(lines > 0 && { [APPLICATION_LOG]: logLink(inputs.region, groups.application) }),
    },
  };
  return asked;
}

function whichLogs({ known, lines }: Asked): string {
  if (known) return "the application's log";
  return lines === 0 ? "App Runner's log" : "App Runner's and the application's log";
}

/** In a job with several services the cause says which one it is about. */
function named<D extends { readonly cause?: string | undefined }>(diagnosis: D, service = ''): D {
  const { cause } = diagnosis;
  return cause && service ? { ...diagnosis, cause: `${service}: ${cause}` } : diagnosis;
}
