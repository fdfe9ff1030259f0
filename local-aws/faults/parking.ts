import type { Clock } from '../clock.ts';

/** Where requests stand that nothing but the clock holds back. */
export interface Parking {
  /** Resolves after `ms` of the clock; at once when `gone` aborts or the parking closes. */
  hold(ms: number, gone: AbortSignal): Promise<void>;
  /** How many stand here now. */
  count(): number;
  close(): void;
}

/** An empty parking on the local AWS's clock. */
export const createParking = (clock: Clock): Parking => {
  const closing = new AbortController();
  let count = 0;
  return {
    hold: async (ms, gone) => {
      count += 1;
      try {
        await clock.sleep(ms, AbortSignal.any([closing.signal, gone]));
      } finally {
        count -= 1;
      }
    },
    count: () => count,
    close: () => closing.abort(),
  };
};
