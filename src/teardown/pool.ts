import { CancelledError } from '../errors.ts';

/**
 * Does the work for every item, at most `limit` at once, in their order; a failure does not keep
 * the others from being done.
 *
 * @returns what became of each, in the order of the items
 * @throws CancelledError as soon as one work throws it; no further work is begun then
 */
export async function settleAll<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<readonly PromiseSettledResult<R>[]> {
  const settled: PromiseSettledResult<R>[] = [];
  const waiting = items.entries();
  let cancelled = false;
  const worker = async () => {
    // All workers take from the same iterator.
    for (const [index, item] of waiting) {
      if (cancelled) return;
      try {
        settled[index] = { status: 'fulfilled', value: await work(item) };
      } catch (reason) {
        cancelled ||= reason instanceof CancelledError;
        if (reason instanceof CancelledError) throw reason;
        settled[index] = { status: 'rejected', reason };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return settled;
}
