import { describe, expect, it } from '@jest/globals';
import { Progress } from '../../../src/commands/progress.ts';
import { fakeRunner } from '../../support/fake-runner.ts';
import { manualClock } from '../../support/manual-clock.ts';

describe('what a run has done so far', () => {
  it('keeps each phase with its time, also one that fails', async () => {
    const progress = new Progress();
    const runner = fakeRunner();
    const clock = manualClock();
    await expect(
      progress.phase('Check', runner, clock, async () => {
        await clock.sleep(420);
        return 7;
      }),
    ).resolves.toBe(7);
    await expect(
      progress.phase('Build', runner, clock, async () => {
        await clock.sleep(80);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(progress.phases).toEqual([
      { name: 'Check', ms: 420 },
      { name: 'Build', ms: 80 },
    ]);
    expect(runner.log).toEqual(['group: Check', 'end', 'group: Build', 'end']);
  });

  it('learns facts one over the other', () => {
    const progress = new Progress();
    progress.learn({ serviceName: 'a', serviceStatus: 'RUNNING' });
    progress.learn({ serviceStatus: 'PAUSED' });
    expect(progress.facts).toEqual({ serviceName: 'a', serviceStatus: 'PAUSED' });
  });
});
