import { isNotAllowed, type Refusal } from './failures.ts';

/** Waits before a second and a third try, in milliseconds: a hiccup, not an outage. */
const HICCUP_MS = [500, 2_000];

/** What a call may wait in all, in milliseconds: a deployment is not held up for a comment. */
const MOST_MS = 60_000;

/** How often a limited call is tried: GitHub bans who goes on asking (REST API, best practices). */
const LIMITED_TRIES = 5;

/** GitHub wants a minute at least where it does not say how long (the same page). */
const UNTOLD_MS = 60_000;

/** What is known of a call whose try has failed. */
export interface Tried {
  /** GitHub's answer; undefined when there was none. */
  readonly refusal: Refusal | undefined;
  /** How often it was tried before this time. */
  readonly before: number;
  /** Milliseconds that it has waited so far. */
  readonly waitedMs: number;
  /** True when doing it twice does no harm, or when it was not done for sure. */
  readonly repeatable: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Try again after a wait, give up because the wait is too long, or give up. */
export type Next = { readonly waitMs: number } | { readonly tooLongMs: number } | 'fail';

/**
 * What to do after a failed try. A limit of requests is waited for as GitHub says it, since
 * nothing was done then; a server or a network that fails gets a few short tries.
 */
export function afterTry({ refusal, before, waitedMs, repeatable, now }: Tried): Next {
  const limitedMs = refusal && limitMs(refusal, now);
  if (limitedMs !== undefined) {
    const patient = waitedMs + limitedMs <= MOST_MS && before + 1 < LIMITED_TRIES;
    return patient ? { waitMs: limitedMs } : { tooLongMs: limitedMs };
  }
  const passing = !refusal || refusal.status >= 500;
  const waitMs = HICCUP_MS[before];
  return passing && repeatable && waitMs !== undefined ? { waitMs } : 'fail';
}

/**
 * For how long GitHub wants no more requests of this token, in milliseconds; undefined when the
 * answer is about something else, as a 403 for a missing permission is.
 */
function limitMs(refusal: Refusal, now: number): number | undefined {
  const { status, headers, said } = refusal;
  if ((status !== 403 && status !== 429) || isNotAllowed(refusal)) return undefined;
  const after = seconds(headers['retry-after']);
  if (after !== undefined) return Math.max(1, after) * 1_000;
  const reset = seconds(headers['x-ratelimit-reset']);
  if (seconds(headers['x-ratelimit-remaining']) === 0 && reset !== undefined) {
    return Math.max(1_000, reset * 1_000 - now);
  }
  return status === 429 || /rate limit/i.test(said) ? UNTOLD_MS : undefined;
}

function seconds(header: unknown): number | undefined {
  return /^\d{1,12}$/.test(String(header)) ? Number(header) : undefined;
}
