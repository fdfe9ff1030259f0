import type { Clock } from '../../local-aws/clock.ts';

/** A clock that stands still until somebody moves it to what waits on it next. */
export interface VirtualClock extends Clock {
  /**
   * Does `work` once `ms` milliseconds have passed.
   *
   * @returns gives it up; also when it has been done
   */
  after(ms: number, work: () => void): () => void;
  /**
   * Moves time to whatever waits for the earliest moment and does that one thing; of two for the
   * same moment the one that came first.
   *
   * @returns false when nothing waits
   */
  step(): boolean;
  /** How many wait. */
  readonly waiting: number;
}

interface Waiting {
  readonly time: number;
  readonly work: () => void;
}

/** @param start milliseconds since 1970 */
export function virtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  const waiting = new Set<Waiting>();
  let now = start;
  const after = (ms: number, work: () => void) => {
    // Times of App Runner and of our log are whole milliseconds.
    const one = { time: now + Math.max(0, Math.ceil(ms)), work };
    waiting.add(one);
    return () => {
      waiting.delete(one);
    };
  };
  return {
    now: () => now,
    after,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const done = () => {
          giveUp();
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const giveUp = after(ms, done);
        signal?.addEventListener('abort', done, { once: true });
      }),
    step: () => {
      let next: Waiting | undefined;
      // A set keeps the order of coming, so an equal time does not displace.
      for (const one of waiting) if (!next || one.time < next.time) next = one;
      if (!next) return false;
      waiting.delete(next);
      now = next.time;
      next.work();
      return true;
    },
    get waiting() {
      return waiting.size;
    },
  };
}
