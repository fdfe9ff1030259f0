import { describe, expect, it } from '@jest/globals';
import { lagClock } from '../../../bench/lag-clock.ts';
import { draws, lagPlan } from '../../../bench/lag-plan.ts';

describe('a plan of the lag bench', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(lagPlan(draws(1), 8, 0.15)).toEqual(lagPlan(draws(1), 8, 0.15));
    expect(lagPlan(draws(1), 8, 0.15)).not.toEqual(lagPlan(draws(2), 8, 0.15));
  });

  it.each([
    [0, 1],
    [0.15, 1.36],
    [1, 3],
  ])('has durations of 30 to 90 s that differ as the spread %d allows', (spread, most) => {
    const next = draws(7);
    for (let service = 0; service < 50; service += 1) {
      const { history, nextMs } = lagPlan(next, 8, spread);
      const all = [...history, nextMs];
      expect(history).toHaveLength(8);
      expect(Math.min(...all)).toBeGreaterThanOrEqual(30_000);
      expect(Math.max(...all)).toBeLessThanOrEqual(90_000);
      expect(Math.max(...all) / Math.min(...all)).toBeLessThanOrEqual(most);
    }
  });
});

describe('the clock of a service with a history', () => {
  it('lets an operation of the past take its time without anybody waiting for it', async () => {
    const clock = lagClock(3_600_000);
    const begin = Date.now();
    const before = clock.now();
    clock.longerMs = 50_000;
    await clock.sleep(10_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(60_000);
    expect(clock.now() - before).toBeLessThan(65_000);
    expect(Date.now() - begin).toBeLessThan(5_000);
  });

  it('refuses a past that reaches into the present', async () => {
    await expect(lagClock(30_000).sleep(30_000)).rejects.toThrow('used up');
  });

  it("is the machine's once it has caught up", async () => {
    const clock = lagClock(3_600_000);
    clock.catchUp();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
    const begin = performance.now();
    await clock.sleep(60);
    expect(performance.now() - begin).toBeGreaterThan(50);
  });
});
