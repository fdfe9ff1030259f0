import { describe, expect, it } from '@jest/globals';
import { isTooOld, type OwnPreview, staleness } from '../../../src/teardown/staleness.ts';

const NOW = Date.UTC(2026, 0, 31, 12);
const DAY = 24 * 60 * 60_000;

function preview(pullRequest: number, ageDays = 0): OwnPreview {
  const service = `hello-pr-${pullRequest}`;
  return {
    service,
    arn: `arn:${service}`,
    of: 'hello',
    pullRequest,
    updatedAt: NOW - ageDays * DAY,
  };
}

describe('a preview', () => {
  it.each([
    ['whose pull request is open stays', [preview(1)], [1], undefined, []],
    ['whose pull request is not open goes', [preview(1)], [2], undefined, ['1 not-open']],
    [
      'goes where nothing is open',
      [preview(1), preview(2)],
      [],
      undefined,
      ['1 not-open', '2 not-open'],
    ],
    ['that is old stays where age does not count', [preview(1, 400)], [1], undefined, []],
    ['that is old goes although it is open', [preview(1, 15)], [1], 14, ['1 too-old']],
    ['that is old enough to the minute stays', [preview(1, 14)], [1], 14, []],
    ['that is old and not open goes for its age', [preview(1, 15)], [], 14, ['1 too-old']],
    ['of unknown age stays', [{ ...preview(1), updatedAt: undefined }], [1], 1, []],
  ] as const)('%s', (_, previews, open, maxAgeDays, expected) => {
    const stale = staleness(previews, new Set(open), NOW, maxAgeDays);
    expect(stale.map(({ pullRequest, why }) => `${pullRequest} ${why}`)).toEqual(expected);
  });

  it('keeps its facts when it is to go', () => {
    expect(staleness([preview(3)], new Set(), NOW, undefined)).toEqual([
      { ...preview(3), why: 'not-open' },
    ]);
  });
});

describe('an age', () => {
  it.each([
    [0, 1, false],
    [1, 1, false],
    [1.001, 1, true],
    [3_650, undefined, false],
  ])('of %d days is past %s: %s', (age, days, expected) => {
    expect(isTooOld(NOW - age * DAY, NOW, days)).toBe(expected);
  });
});
