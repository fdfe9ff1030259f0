import { CancelledError } from '../errors.ts';
import { refusalOf } from '../service/refusals.ts';
import type { Job } from './job.ts';

/**
 * Makes a call that starts no operation, and notes it in the job's progress before and after.
 *
 * @param effectOf what the call did, in words; undefined when it changed nothing
 * @throws what the call throws
 */
export async function changing<T>(
  { progress }: Job,
  call: string,
  send: () => Promise<T>,
  effectOf: (answer: T) => string | undefined,
): Promise<T> {
  const told = progress.act(call);
  try {
    const answer = await send();
    const effect = effectOf(answer);
    told(effect === undefined ? undefined : { effect });
    return answer;
  } catch (error) {
    // What was cancelled or not answered may have been done.
    if (!(error instanceof CancelledError) && refusalOf(error) !== 'unanswered') told(undefined);
    throw error;
  }
}
