import type { SmokeTest } from '../inputs/inputs.ts';
import type { Job } from './job.ts';

/**
 * Asks the service URL until it answers as wanted.
 *
 * @param since milliseconds since 1970 when the deployment began
 * @param deadline milliseconds since 1970
 * @throws ActionError when it does not by the deadline
 */
export async function smokeTest(
  _job: Job,
  _test: SmokeTest,
  _since: number,
  _deadline: number,
): Promise<void> {}
