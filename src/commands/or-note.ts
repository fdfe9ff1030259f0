import { ActionError, CancelledError, errorMessage } from '../errors.ts';

/**
 * Does what a report can go on without: what AWS has against it becomes one of its notes.
 *
 * @param what it means for the report, in a sentence before AWS's own words
 * @returns undefined when it could not be done
 * @throws CancelledError, and what is a fault of the action itself
 */
export async function orNote<T>(
  notes: string[],
  what: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError) || error instanceof CancelledError) throw error;
    notes.push(`${what} ${errorMessage(error)}`);
    return undefined;
  }
}
