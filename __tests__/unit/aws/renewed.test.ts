import { describe, expect, it } from '@jest/globals';
import { renewed } from '../../../src/aws/renewed.ts';
import { manualClock } from '../../support/manual-clock.ts';

const HOUR = 3_600_000;

/** What is good for an hour, made anew each time; the nth, from 1, fails when it is said. */
function scripted(fails: (nth: number) => boolean = () => false) {
  const clock = manualClock();
  const told: unknown[] = [];
  let made = 0;
  const current = renewed(
    async () => {
      made += 1;
      const nth = made;
      await new Promise((resolve) => setImmediate(resolve));
      if (fails(nth)) throw new Error(`the ${nth}. failed`);
      return { nth, until: clock.now() + HOUR };
    },
    clock,
    (error) => told.push(error),
  );
  return { clock, current, told, made: () => made };
}

describe('credentials that are renewed', () => {
  it('are obtained once for all who ask', async () => {
    const { current, made } = scripted();
    const all = await Promise.all([current(), current(), current()]);
    expect(all.map(({ nth }) => nth)).toEqual([1, 1, 1]);
    expect(await current()).toBe(all[0]);
    expect(made()).toBe(1);
  });

  it.each([
    ['stay until five minutes before their end', 55 * 60_000 - 1, 1],
    ['are renewed five minutes before their end', 55 * 60_000, 2],
    ['are renewed after their end', 2 * HOUR, 2],
  ])('%s', async (_name, ms, nth) => {
    const { clock, current, made } = scripted();
    await current();
    clock.pass(ms);
    const all = await Promise.all([current(), current()]);
    expect(all.map((one) => one.nth)).toEqual([nth, nth]);
    expect(made()).toBe(nth);
  });

  it('are renewed again and again', async () => {
    const { clock, current } = scripted();
    const seen: number[] = [];
    for (let hours = 0; hours < 5; hours += 1) {
      seen.push((await current()).nth);
      clock.pass(HOUR);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('serve on when a renewal fails, which is tried again after half a minute', async () => {
    const { clock, current, told, made } = scripted((nth) => nth === 2);
    await current();
    clock.pass(56 * 60_000);
    expect((await current()).nth).toBe(1);
    expect(told).toEqual([new Error('the 2. failed')]);
    clock.pass(29_000);
    expect((await current()).nth).toBe(1);
    expect(made()).toBe(2);
    clock.pass(1_000);
    expect((await current()).nth).toBe(3);
  });

  it('end with the failure of their renewal once they are good for nothing', async () => {
    const { clock, current, told } = scripted((nth) => nth === 2);
    await current();
    clock.pass(HOUR);
    await expect(current()).rejects.toThrow('the 2. failed');
    expect(told).toEqual([]);
    expect((await current()).nth).toBe(3);
  });

  it('are not asked for again when there never were any', async () => {
    const { current, made } = scripted(() => true);
    await expect(current()).rejects.toThrow('the 1. failed');
    await expect(current()).rejects.toThrow('the 1. failed');
    expect(made()).toBe(1);
  });
});
