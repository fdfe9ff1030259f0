/** What one service of the lag bench went through and is going to; milliseconds. */
export interface LagPlan {
  readonly history: readonly number[];
  readonly nextMs: number;
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SHORTEST_MS = 30_000;
const LONGEST_MS = 90_000;

/**
 * Plans a service whose operations take a time of its own between 30 and 90 seconds.
 *
 * @param operations how many there were before, the creation included
 * @param spread the part of that time by which they differ from it, either way; with 1 and more
 * every operation takes any time between 30 and 90 seconds
 */
export function lagPlan(next: () => number, operations: number, spread: number): LagPlan {
  const any = () => SHORTEST_MS + (LONGEST_MS - SHORTEST_MS) * next();
  const own = any();
  const one = () => {
    if (spread >= 1) return any();
    const ms = own * (1 + spread * (2 * next() - 1));
    return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms));
  };
  return { history: Array.from({ length: operations }, one), nextMs: one() };
}
