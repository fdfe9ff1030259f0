import type { VirtualClock } from './virtual-clock.ts';

/** Shorter timers only let others go first; they stay real, and the world is not quiet before. */
const REAL_MS = 50;

/** Timers put on a virtual clock. */
export interface VirtualTimers {
  /** How many real timers are still to fire. */
  pending(): number;
  /** Gives the realm its own timers back. */
  restore(): void;
}

/**
 * Puts the timers of this realm, the test's and those of every library it imports, on a virtual
 * clock. Node's own, such as a socket's, stay real.
 */
export function virtualTimers(clock: VirtualClock): VirtualTimers {
  const { setTimeout: real, clearTimeout: clearReal } = globalThis;
  const given = new Map<unknown, () => void>();
  const pending = new Set<unknown>();

  const set = (work: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) => {
    if (ms >= REAL_MS) return virtual(() => work(...values), ms);
    const timer = real(() => {
      pending.delete(timer);
      work(...values);
    }, ms);
    pending.add(timer);
    return timer;
  };

  const virtual = (work: () => void, ms: number) => {
    let giveUp = clock.after(ms, work);
    const timer = {
      ref: () => timer,
      unref: () => timer,
      hasRef: () => true,
      refresh: () => {
        giveUp();
        giveUp = clock.after(ms, work);
        return timer;
      },
      close: () => {
        giveUp();
        return timer;
      },
    };
    given.set(timer, () => giveUp());
    return timer;
  };

  const clear = (timer: unknown) => {
    const giveUp = given.get(timer);
    if (giveUp) {
      giveUp();
      given.delete(timer);
      return;
    }
    pending.delete(timer);
    clearReal(timer as NodeJS.Timeout);
  };

  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  return {
    pending: () => pending.size,
    restore: () => {
      Object.assign(globalThis, { setTimeout: real, clearTimeout: clearReal });
    },
  };
}
