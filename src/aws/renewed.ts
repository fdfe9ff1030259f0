import type { Clock } from '../ports.ts';

/** Milliseconds before the end of credentials when new ones are asked for. */
const MARGIN_MS = 5 * 60_000;

/** Milliseconds until a renewal that failed is tried again, while the old ones still serve. */
const PAUSE_MS = 30_000;

/** Anything that is good until a moment, in milliseconds since 1970. */
export interface Expiring {
  readonly until: number;
}

/**
 * Keeps what was obtained, and obtains it anew shortly before it ends. Whoever asks meanwhile
 * shares the one request. The margin has room for the longest retries of a call, which keeps the
 * credentials that it began with; a renewal that fails is no failure while the old ones are good.
 *
 * @param tell told why a renewal failed
 * @returns gives what is good now; throws what `obtain` threw. A first failure is final
 */
export function renewed<T extends Expiring>(
  obtain: () => Promise<T>,
  clock: Pick<Clock, 'now'>,
  tell: (error: unknown) => void,
): () => Promise<T> {
  let current: T | undefined;
  let pending: Promise<T> | undefined;
  let notBefore = 0;

  const renew = async (old: T): Promise<T> => {
    try {
      current = await obtain();
      return current;
    } catch (error) {
      if (clock.now() >= old.until) throw error;
      tell(error);
      notBefore = clock.now() + PAUSE_MS;
      return old;
    } finally {
      pending = undefined;
    }
  };

  return async () => {
    const now = clock.now();
    if (!current) {
      // Its failure stays: every other call would only meet the same one.
      pending ??= obtain();
      const first = await pending;
      if (!current) {
        current = first;
        pending = undefined;
      }
      return current;
    }
    const fresh = now < current.until - MARGIN_MS;
    if (fresh || (now < notBefore && now < current.until)) return current;
    pending ??= renew(current);
    return pending;
  };
}
