import { describe, expect, it } from '@jest/globals';
import type { Stale } from '../../../src/teardown/staleness.ts';
import { type Outcome, rowOf } from '../../../src/teardown/swept.ts';

const STALE: Stale = {
  service: 'hello-pr-7',
  arn: 'arn',
  of: 'hello',
  pullRequest: 7,
  updatedAt: Date.UTC(2026, 0, 2, 23, 59),
  why: 'not-open',
};

describe('a preview of a sweep', () => {
  it.each<[Outcome, string]>([
    [{ kind: 'deleted' }, 'deleted'],
    [{ kind: 'deleting' }, 'being deleted'],
    [{ kind: 'planned' }, 'would be deleted'],
    [{ kind: 'kept', reason: 'it was updated meanwhile' }, 'kept: it was updated meanwhile'],
    [{ kind: 'failed', error: new Error('no') }, 'failed: no'],
  ])('that is %j is told as %s', (outcome, text) => {
    expect(rowOf({ stale: STALE, outcome })).toEqual({
      service: 'hello-pr-7',
      pullRequest: 7,
      why: 'pull request 7 is not open',
      outcome: text,
    });
  });

  it.each([
    [STALE.updatedAt, 'pull request 7, not updated since 2026-01-02'],
    [undefined, 'pull request 7, not updated since long ago'],
  ])('that is old says since when', (updatedAt, why) => {
    const stale: Stale = { ...STALE, why: 'too-old', updatedAt };
    expect(rowOf({ stale, outcome: { kind: 'deleted' } }).why).toBe(why);
  });
});
