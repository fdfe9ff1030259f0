import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SweepRow, sweepTable } from '../../../src/report/sweep.ts';
import { longHostileText } from '../../support/hostile-text.ts';
import { blocksOf } from '../../support/unit-markdown.ts';

const ROW: SweepRow = {
  service: 'hello-api-pr-7',
  pullRequest: 7,
  why: 'pull request 7 is not open',
  outcome: 'deleted',
};

describe('the table of a sweep', () => {
  it('has a row for each preview', () => {
    const failed = { ...ROW, outcome: 'failed: a | b' };
    expect(sweepTable([ROW, failed])).toBe(
      [
        '| Service | Pull request | Why | Outcome |',
        '| --- | --- | --- | --- |',
        '| `hello-api-pr-7` | 7 | pull request 7 is not open | deleted |',
        '| `hello-api-pr-7` | 7 | pull request 7 is not open | failed: a &#124; b |',
      ].join('\n'),
    );
  });

  it('is nothing where there is no preview', () => {
    expect(sweepTable([])).toBe('');
  });

  it('has all of 1,000 previews', () => {
    const rows = Array.from({ length: 1_000 }, () => ROW);
    expect(sweepTable(rows).split('\n')).toHaveLength(1_002);
  });

  it('has as many as there is room for, and counts the others', () => {
    const rows = Array.from({ length: 1_000 }, () => ({ ...ROW, outcome: '日'.repeat(400) }));
    const text = sweepTable(rows, 100_000);
    const shown = text.split('\n').filter((line) => line.startsWith('| `')).length;
    expect(Buffer.byteLength(text)).toBeLessThan(100_200);
    expect(Buffer.byteLength(text)).toBeGreaterThan(98_000);
    expect(text.endsWith(`\n\n${1_000 - shown} more are in the log.`)).toBe(true);
  });

  it('is a table whatever an error says', () => {
    fc.assert(
      fc.property(longHostileText, (outcome) => {
        expect(blocksOf(sweepTable([{ ...ROW, why: outcome, outcome }]))).toEqual(['table']);
      }),
    );
  });
});
