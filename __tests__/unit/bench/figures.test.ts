import { describe, expect, it } from '@jest/globals';
import { formatted, median, table, tally } from '../../../bench/figures.ts';

describe('the median', () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[100, 20, 3], 20],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('of nothing is an error', () => {
    expect(() => median([])).toThrow('no value');
  });
});

describe('a formatted value', () => {
  it.each([
    [88.6, 'ms', '89 ms'],
    [5_916, 's', '5.92 s'],
    [84_600_000, 'MB', '85 MB'],
    [2_447_000, 'kB', '2,447 kB'],
    [7, 'count', '7'],
  ] as const)('%d in %s is %s', (value, unit, expected) => {
    expect(formatted(value, unit)).toBe(expected);
  });
});

describe('a tally', () => {
  it('names each value once, in the order of first occurrence, and counts repetitions', () => {
    expect(tally(['sts:GetCallerIdentity', 'ecr:BatchGetImage', 'ecr:BatchGetImage'])).toBe(
      '`sts:GetCallerIdentity`, `ecr:BatchGetImage` (2 times)',
    );
  });

  it('of nothing is empty', () => {
    expect(tally([])).toBe('');
  });
});

describe('the table', () => {
  it('has a row a figure, with median, spread and runs', () => {
    const text = table([
      { name: 'Start', unit: 'ms', values: [90, 80, 130], note: 'to exit' },
      { name: 'Calls', unit: 'count', values: [7, 7] },
    ]);
    expect(text.split('\n').slice(2)).toEqual([
      '| Start | 90 ms | 80 ms to 130 ms | 3 | to exit |',
      '| Calls | 7 |  | 2 |  |',
    ]);
  });

  it('has as many columns in every line', () => {
    const text = table([{ name: 'Start', unit: 's', values: [1] }]);
    const columns = text.split('\n').map((line) => line.split('|').length);
    expect(new Set(columns).size).toBe(1);
  });
});
