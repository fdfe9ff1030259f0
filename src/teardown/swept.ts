import { errorMessage } from '../errors.ts';
import type { SweepRow } from '../report/sweep.ts';
import type { Stale } from './staleness.ts';

/** What became of a preview that a sweep looked at. */
export type Outcome =
  | { readonly kind: 'deleted' }
  /** The deletion goes on; nobody waits for it. */
  | { readonly kind: 'deleting' }
  /** It would be deleted, were this no dry run. */
  | { readonly kind: 'planned' }
  /** Something had changed since it was found. */
  | { readonly kind: 'kept'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** A preview that a sweep set out to delete. */
export interface Swept {
  readonly stale: Stale;
  readonly outcome: Outcome;
}

/** Why a preview is to go, in words. */
export function whyText({ why, pullRequest, updatedAt }: Stale): string {
  if (why === 'not-open') return `pull request ${pullRequest} is not open`;
  const day = updatedAt === undefined ? 'long ago' : new Date(updatedAt).toISOString().slice(0, 10);
  return `pull request ${pullRequest}, not updated since ${day}`;
}

/** What became of a preview, in words. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'deleted':
      return 'deleted';
    case 'deleting':
      return 'being deleted';
    case 'planned':
      return 'would be deleted';
    case 'kept':
      return `kept: ${outcome.reason}`;
    case 'failed':
      return `failed: ${errorMessage(outcome.error)}`;
  }
}

/** A preview of a sweep as the report has it. */
export function rowOf({ stale, outcome }: Swept): SweepRow {
  const { service, pullRequest } = stale;
  return { service, pullRequest, why: whyText(stale), outcome: outcomeText(outcome) };
}
