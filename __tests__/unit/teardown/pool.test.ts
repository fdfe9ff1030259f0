import { describe, expect, it } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { settleAll } from '../../../src/teardown/pool.ts';

/** Work that ends when it is told, and how much of it went on at the same time. */
function watchedWork() {
  const seen = { now: 0, most: 0, begun: [] as number[] };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const work = async (item: number) => {
    seen.begun.push(item);
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    // Later items end sooner.
    for (let turns = 0; turns < 10 - (item % 10); turns += 1) await turn();
    seen.now -= 1;
    return item * 2;
  };
  return { seen, work };
}

const items = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('work on many things', () => {
  it.each([
    [0, 5, 0],
    [1, 5, 1],
    [3, 5, 3],
    [40, 5, 5],
    [40, 1, 1],
  ])('on %d, %d at once, is done for each, %d at the same time', async (count, limit, most) => {
    const { seen, work } = watchedWork();
    const settled = await settleAll(items(count), limit, work);
    expect(settled).toEqual(items(count).map((item) => ({ status: 'fulfilled', value: item * 2 })));
    expect(seen.begun).toEqual(items(count));
    expect(seen.most).toBe(most);
  });

  it('goes on after a failure and tells it in its place', async () => {
    const failure = new Error('this one');
    const settled = await settleAll(items(12), 3, async (item) => {
      if (item % 5 === 0) throw failure;
      return item;
    });
    expect(settled.map(({ status }) => status[0]).join('')).toBe('rffffrffffrf');
    expect(settled[5]).toEqual({ status: 'rejected', reason: failure });
  });

  it('begins nothing more once the run is cancelled', async () => {
    const { seen, work } = watchedWork();
    const cancelled = new CancelledError('SIGTERM');
    const settling = settleAll(items(40), 4, async (item) => {
      if (item === 6) throw cancelled;
      return work(item);
    });
    await expect(settling).rejects.toBe(cancelled);
    const begun = seen.begun.length;
    while (seen.now > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(seen.begun).toHaveLength(begun);
    expect(begun).toBeLessThan(12);
  });
});
