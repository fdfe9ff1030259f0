import type { Expected } from './history.ts';

/** App Runner is never done sooner, so asking earlier only costs calls. */
export const FIRST_LOOK_MS = 5_100;

/**
 * What one more call is worth, in milliseconds by which the end is seen too late on average. A
 * service whose deployments take 30 to 90 s without any order is looked at once in four seconds
 * for this, log reads included, and its end is seen 1.2 to 1.3 s late in the median; one whose
 * deployments are alike costs less and is seen sooner. __tests__/unit/service/polling.test.ts
 * has the figures.
 */
const WORTH_MS = 110;

/** The shortest pause, and the longest before and after the shortest duration that is known. */
const SHORTEST_MS = 1_500;
const LONGEST_MS = { before: 18_000, after: 7_000 } as const;

/** What is not like any operation before may end at any time after this, the sooner the likelier. */
const UNLIKE_MS = 27_000;

/** Without anything to go by the first pauses grow with the time that has passed. */
const GROWTH = 0.7;

const STEP_MS = 100;

/**
 * Milliseconds until the next look at an operation that is under way: as long as the end would
 * be seen too late by no more than a call is worth. So it is seldom looked at before it can be
 * done, closely when it is likely to be, and less and less after that.
 *
 * @param elapsedMs since the operation began
 * @param expected when it may end, by its history
 */
export function pauseAt(elapsedMs: number, expected: readonly Expected[]): number {
  const now = underWay(elapsedMs, expected);
  const longest = longestPause(elapsedMs, expected);
  let lateness = 0;
  for (let ms = STEP_MS; ms < longest; ms += STEP_MS) {
    lateness += (1 - underWay(elapsedMs + ms, expected) / now) * STEP_MS;
    if (lateness >= WORTH_MS) return Math.max(SHORTEST_MS, ms);
  }
  return longest;
}

/** How many of the known durations, and one unlike them, are longer than a time. */
function underWay(ms: number, expected: readonly Expected[]): number {
  const unlike = Math.min(1, UNLIKE_MS / ms);
  return expected.reduce(
    (sum, one) => sum + Math.min(1, Math.max(0, (one.ms + one.spread - ms) / (2 * one.spread))),
    unlike,
  );
}

function longestPause(elapsedMs: number, expected: readonly Expected[]): number {
  if (expected.length === 0) {
    if (elapsedMs >= UNLIKE_MS) return LONGEST_MS.after;
    return Math.max(SHORTEST_MS, Math.min(LONGEST_MS.before, Math.round(elapsedMs * GROWTH)));
  }
  const earliest = Math.min(...expected.map(({ ms, spread }) => ms - spread));
  return elapsedMs < earliest ? LONGEST_MS.before : LONGEST_MS.after;
}
