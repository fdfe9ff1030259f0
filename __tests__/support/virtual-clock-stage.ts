import { performance } from 'node:perf_hooks';
import type { VirtualClock } from './virtual-clock.ts';

/** Real time after which a play counts as stuck: one takes a quarter of a second. */
const STUCK_MS = 30_000;

/** The real ones, whatever the realm's are while a play goes on. */
const { setTimeout: realTimeout, clearTimeout: realClear } = globalThis;

/** Moves a virtual clock while the world around it is watched. */
export class Stage {
  readonly #clock: VirtualClock;
  readonly #quiet: () => Promise<void>;
  readonly #stuckAt = performance.now() + STUCK_MS;

  constructor(clock: VirtualClock, quiet: () => Promise<void>) {
    this.#clock = clock;
    this.#quiet = quiet;
  }

  /**
   * Goes from one moment to the next until something holds, nothing waits any more, or `last` is
   * reached. @param sample is called at each moment
   */
  async until(holds: () => boolean, last: number, sample: () => Promise<void>): Promise<void> {
    for (;;) {
      await this.#settled();
      await sample();
      if (holds() || this.#clock.now() >= last) return;
      if (!this.#clock.step()) return;
    }
  }

  async #settled(): Promise<void> {
    const left = this.#stuckAt - performance.now();
    const stuck = Promise.withResolvers<never>();
    const timer = realTimeout(() => {
      stuck.reject(new Error(`The case takes longer than ${STUCK_MS} ms of real time.`));
    }, left);
    try {
      await Promise.race([this.#quiet(), stuck.promise]);
      // A loop that lets no time pass is never quiet for long, and never stuck either.
      if (left <= 0) await stuck.promise;
    } finally {
      realClear(timer);
    }
  }
}
