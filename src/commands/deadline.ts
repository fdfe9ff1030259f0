import { ActionError } from '../errors.ts';
import type { Job } from './job.ts';

/**
 * Work keeps to the deadline by itself; this is for calls that AWS leaves without an answer, on
 * which it would hang.
 */
const OVERTIME_MS = 9_000;

/**
 * Awaits work that has a deadline, and no longer than some seconds after it.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError when the work is not done by then
 */
export function withinDeadline<T>(job: Job, deadline: number, work: Promise<T>): Promise<T> {
  const { clock } = job.ports;
  const { promise, reject } = Promise.withResolvers<never>();
  void clock
    .linger(Math.max(0, deadline - clock.now()) + OVERTIME_MS)
    .then(() => reject(overdue(job, 'AWS has not answered')));
  return Promise.race([work, promise]);
}

/** The error of a run whose time is over before it could do what it was told. */
export function overdue({ inputs }: Job, what: string): ActionError {
  return new ActionError(
    `timeout-minutes (${inputs.timeoutMinutes}) is over and ${what}. ` +
      `Service '${inputs.service}' was not changed further; run this again later, or raise timeout-minutes.`,
  );
}
