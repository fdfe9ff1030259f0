import { describe, expect, it } from '@jest/globals';
import { realPorts } from '../../src/wire.ts';

describe('the real ports', () => {
  it('keep time', async () => {
    const { clock } = realPorts();
    const begin = clock.now();
    expect(Math.abs(begin - Date.now())).toBeLessThan(1_000);
    await clock.sleep(20);
    expect(clock.now() - begin).toBeGreaterThanOrEqual(19);
  });

  it('load what the runner offers once', async () => {
    const { runner } = realPorts();
    expect(await runner()).toBe(await runner());
  });

  it('make clients of one Region without sending anything', async () => {
    const aws = await realPorts().aws('eu-west-1');
    expect(Object.keys(aws).sort()).toEqual(['appRunner', 'ecr', 'identity']);
  });
});
