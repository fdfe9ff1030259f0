import { ActionError } from '../errors.ts';
import type { Job } from './job.ts';

/**
 * Work keeps to the deadline by itself; this is for calls that AWS leaves without an answer, on
 * which it would hang.
 */
const OVERTIME_MS = 9_000;

const MINUTE = 60_000;

/**
 * Does the work that timeout-minutes is for, from now on, and awaits it no longer than some
 * seconds after its deadline.
 *
 * @param work given the deadline, in milliseconds since 1970
 * @throws ActionError when the work is not done by then
 */
export function withinDeadline<T>(job: Job, work: (deadline: number) => Promise<T>): Promise<T> {
  const { clock } = job.ports;
  const ms = job.inputs.timeoutMinutes * MINUTE;
  const deadline = clock.now() + ms;
  job.aws.retryUntil(deadline);
  const { promise, reject } = Promise.withResolvers<never>();
  void clock.linger(ms + OVERTIME_MS).then(() => reject(overdue(job, 'AWS has not answered')));
  return Promise.race([work(deadline), promise]);
}

/** The error of a run whose time is over before it could do what it was told. */
export function overdue({ inputs }: Job, what: string): ActionError {
  // A sweep is about no service of one name.
  const unchanged = inputs.service
    ? `Service '${inputs.service}' was not changed further`
    : 'Nothing was changed further';
  return new ActionError(
    `timeout-minutes (${inputs.timeoutMinutes}) is over and ${what}. ` +
      `${unchanged}; run this again later, or raise timeout-minutes.`,
  );
}
