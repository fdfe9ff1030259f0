import type { CommonInputs, SweepInputs } from '../inputs/inputs.ts';
import type { Runner } from '../ports.ts';
import type { Job } from './job.ts';

/** A sweep's job; its `service` is the one whose previews are looked at, empty for all. */
export type SweepJob = Job<SweepInputs & CommonInputs>;

/** Services that are asked about or deleted at the same time: App Runner throttles calls. */
export const AT_ONCE = 5;

/**
 * The part of a job that is about one service: it has facts and log lines of its own, and what it
 * does to the service is on record with the whole job.
 */
export function partOf(job: SweepJob, service: string): SweepJob {
  return {
    ...job,
    inputs: { ...job.inputs, service },
    runner: named(job.runner, service),
    progress: job.progress.part(service),
  };
}

/** A runner whose lines say which service they are about. */
function named(runner: Runner, service: string): Runner {
  const say = (text: string) => `${service}: ${text}`;
  return {
    ...runner,
    info: (message) => runner.info(say(message)),
    warning: (message) => runner.warning(say(message)),
    debug: (message) => runner.debug(say(message)),
  };
}
