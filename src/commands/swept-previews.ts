import { ActionError, errorMessage } from '../errors.ts';
import type { Stale } from '../teardown/staleness.ts';
import { type Outcome, rowOf, type Swept } from '../teardown/swept.ts';
import { count } from './preview-leftovers.ts';
import type { Progress } from './progress.ts';

/** What became of the previews of one sweep; the run's progress has it for the report. */
export class SweptPreviews {
  readonly #progress: Progress;
  readonly #swept: Swept[] = [];

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  add(stale: Stale, outcome: Outcome): void {
    this.#swept.push({ stale, outcome });
    this.#progress.sweep = this.#swept.map(rowOf);
  }

  /** @throws ActionError that tells each failure, when there is one */
  throwIfFailed(): void {
    const failures = this.#swept.flatMap(({ stale: { service }, outcome }) =>
      outcome.kind === 'failed' ? [{ service, error: outcome.error }] : [],
    );
    if (failures.length === 0) return;
    const of = count(this.#swept.length, 'stale preview');
    const head = `${failures.length} of ${of} could not be deleted; the next sweep tries again.`;
    const lines = failures.map(({ service, error }) => `${service}: ${errorMessage(error)}`);
    throw new ActionError([head, ...lines].join('\n'), {
      cause: new AggregateError(failures.map(({ error }) => error)),
    });
  }
}
