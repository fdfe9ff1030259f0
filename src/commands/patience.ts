import { errorCode } from '../aws/errors.ts';
import { ActionError, errorMessage } from '../errors.ts';
import { duration } from '../report/duration.ts';
import type { Refusal } from '../service/refusals.ts';
import { overdue } from './deadline.ts';
import type { Job } from './job.ts';
import type { Refused } from './perform.ts';

/** A new role becomes assumable, and a name free, within about this time or not at all. */
const SETTLE_MS = 120_000;
const AGAIN_MS = 5_000;

/** Two refusals further apart had a wait for something else between them, such as maintenance. */
const TRIED_MS = 30_000;

/** Refusals worth waiting for, in words; the first two end with the deadline only. */
const REASONS: Partial<Readonly<Record<Refusal, string>>> = {
  state: 'The service does not take the call in its present state',
  gone: 'The service is not there any more',
  role: 'App Runner can not assume the role yet, as happens with a new one',
  'name-taken': 'A service of that name exists',
};

/** Waits after refusals: for those that pass by themselves, as long as their kind deserves. */
export class Patience {
  readonly #job: Job;
  readonly #deadline: number;
  /** When a refusal came last, and how long the call has been tried by then. */
  readonly #tried = new Map<Refusal, { readonly at: number; readonly ms: number }>();

  /** @param deadline milliseconds since 1970 */
  constructor(job: Job, deadline: number) {
    this.#job = job;
    this.#deadline = deadline;
  }

  /**
   * Waits some seconds, so that the call can be made again.
   *
   * @throws ActionError for a refusal that waiting does not change, or did not
   */
  async after({ refusal, error }: Refused): Promise<void> {
    const { ports, runner } = this.#job;
    const reason = REASONS[refusal];
    if (!reason) throw await explained(error);
    const now = ports.clock.now();
    const last = this.#tried.get(refusal);
    if (!last) runner.info(`${reason}; trying again. ${errorMessage(error)}`);
    const since = last ? now - last.at : 0;
    const ms = (last?.ms ?? 0) + (since > TRIED_MS ? 0 : since);
    this.#tried.set(refusal, { at: now, ms });
    if (refusal !== 'state' && ms >= SETTLE_MS) {
      throw await explained(error, `It was tried for ${duration(ms)}.`);
    }
    if (now >= this.#deadline)
      throw overdue(this.#job, `App Runner still refuses: ${errorMessage(error)}`);
    await ports.clock.sleep(Math.min(AGAIN_MS, this.#deadline - now));
  }
}

/** A refusal that stands, with what its text is known to mean. */
async function explained(error: unknown, tried = ''): Promise<unknown> {
  if (!(error instanceof ActionError)) return error;
  // Only what fails needs it.
  const { knownRefusal } = await import('../diagnosis/said.ts');
  const known = knownRefusal(errorCode(error.cause), errorMessage(error.cause));
  if (!known && !tried) return error;
  const told = [known && `${sentence(known.cause)}.`, error.message, tried, known?.remedy];
  return new ActionError(told.filter(Boolean).join(' '), { cause: error.cause });
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
