import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Change } from '../service/changes.ts';
import type { Outcome } from './headline.ts';
import type { Section } from './sections.ts';
import type { SweepRow } from './sweep.ts';

/** What a run has to tell at its end. */
export interface Report extends Outcome {
  readonly changes: readonly Change[];
  /** What a dry run found that a run would do. */
  readonly plan?: readonly string[];
  /** What a command that only tells has found out. */
  readonly sections?: readonly Section[];
  /** The previews that a sweep was about. */
  readonly sweep?: readonly SweepRow[] | undefined;
  /** Why nothing was done, when the run was skipped. */
  readonly reason?: string | undefined;
  /** The error's text, when the run failed. */
  readonly failure?: string | undefined;
  /** Why it failed, as the logs tell. */
  readonly diagnosis?: Diagnosis | undefined;
}
