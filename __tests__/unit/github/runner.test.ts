import { describe, expect, it } from '@jest/globals';
import { loadRunner } from '../../../src/github/runner.ts';

/** What the runner reads from standard output while `work` goes on. */
async function commandsOf(work: () => Promise<void>): Promise<string> {
  const write = process.stdout.write;
  let text = '';
  process.stdout.write = (chunk) => {
    text += String(chunk);
    return true;
  };
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return text;
}

describe('the runner', () => {
  it('masks a secret as a whole and line by line, and no empty line', async () => {
    const runner = await loadRunner({});
    const text = await commandsOf(async () => runner.mask('one\ntwo\r\n\n three '));
    expect(text.split('\n').filter(Boolean).sort()).toEqual([
      '::add-mask:: three ',
      '::add-mask::one',
      '::add-mask::one%0Atwo%0D%0A%0A three ',
      '::add-mask::two',
    ]);
  });

  it('is told errors with a title', async () => {
    const runner = await loadRunner({});
    const text = await commandsOf(async () => runner.error('no\nway', 'Wrong input'));
    expect(text.trim()).toBe('::error title=Wrong input::no%0Away');
  });

  it('has no summary where there is no file for it', async () => {
    const runner = await loadRunner({});
    await expect(runner.summary('# x')).resolves.toBeUndefined();
  });
});
