import { ActionError, CancelledError, errorMessage } from '../errors.ts';
import type { Runner } from '../ports.ts';

/**
 * Does what a run can go on without: what AWS has against it is told as a warning.
 *
 * @param what it means for the run, in a sentence before AWS's own words
 * @returns undefined when it could not be done
 * @throws CancelledError, and what is a fault of the action itself
 */
export async function orWarn<T>(
  { warning }: Pick<Runner, 'warning'>,
  what: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError) || error instanceof CancelledError) throw error;
    warning(`${what} ${errorMessage(error)}`);
    return undefined;
  }
}
