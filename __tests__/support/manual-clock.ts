import type { Clock } from '../../src/ports.ts';

/** A clock that only moves when somebody sleeps or moves it. */
export interface ManualClock extends Clock {
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: readonly number[];
  /** Lets time pass without a sleep. */
  pass(ms: number): void;
}

/** @param start milliseconds since 1970 */
export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  const sleeps: number[] = [];
  let now = start;
  return {
    sleeps,
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    sleep: async (ms) => {
      sleeps.push(ms);
      now += ms;
    },
    // What lingers waits for others to end; here they end first.
    linger: () => new Promise(() => undefined),
  };
}
