import type { OperationStatus, OperationSummary, OperationType } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { expectations, usualDuration } from '../../../src/service/history.ts';

const BEGIN = Date.UTC(2026, 0, 1);

/** An operation that took so many seconds; undefined means that it goes on. */
function took(
  seconds: number | undefined,
  Status: OperationStatus = 'SUCCEEDED',
  Type: OperationType = 'UPDATE_SERVICE',
): OperationSummary {
  return {
    Type,
    Status,
    StartedAt: new Date(BEGIN),
    ...(seconds !== undefined && { EndedAt: new Date(BEGIN + seconds * 1_000) }),
  };
}

const seconds = (operations: readonly OperationSummary[], status = 'IN_PROGRESS') =>
  expectations(operations, 'UPDATE_SERVICE', status).map(({ ms }) => ms / 1_000);

describe('what earlier operations took', () => {
  it('tells when one of the same type may end', () => {
    expect(
      seconds([took(undefined, 'IN_PROGRESS'), took(60), took(600, 'SUCCEEDED', 'CREATE_SERVICE')]),
    ).toEqual([60]);
  });

  it('counts failures too, for the operation may fail like them', () => {
    expect(seconds([took(60), took(900, 'ROLLBACK_SUCCEEDED'), took(40, 'FAILED')])).toEqual([
      60, 900, 40,
    ]);
  });

  it('counts rollbacks only once the operation is rolled back', () => {
    const list = [took(60), took(900, 'ROLLBACK_SUCCEEDED'), took(700, 'ROLLBACK_FAILED')];
    expect(seconds(list, 'ROLLBACK_IN_PROGRESS')).toEqual([900, 700]);
  });

  it('stands in for a type that has none yet, nearest first', () => {
    const create = took(240, 'SUCCEEDED', 'CREATE_SERVICE');
    const deploy = took(120, 'SUCCEEDED', 'START_DEPLOYMENT');
    expect(seconds([create])).toEqual([240]);
    expect(seconds([create, deploy])).toEqual([120]);
    const own = expectations([took(240)], 'UPDATE_SERVICE', 'PENDING')[0];
    const other = expectations([create], 'UPDATE_SERVICE', 'PENDING')[0];
    expect(other?.spread).toBeGreaterThan(own?.spread ?? 0);
  });

  it.each(['PAUSE_SERVICE', 'RESUME_SERVICE', 'DELETE_SERVICE'] as const)(
    'tells nothing of %s where only deployments are known',
    (type) => {
      expect(expectations([took(60)], type, 'PENDING')).toEqual([]);
    },
  );

  it('is taken for the more exact, the closer together it is', () => {
    const spreadOf = (...durations: number[]) =>
      expectations(
        durations.map((s) => took(s)),
        'UPDATE_SERVICE',
        'PENDING',
      ).map(({ spread }) => spread / 1_000);
    expect(spreadOf(60)).toEqual([18]);
    expect(spreadOf(60, 60)).toEqual([6, 6]);
    expect(spreadOf(50, 70)).toEqual([10, 10]);
    expect(spreadOf(10, 10)).toEqual([2, 2]);
  });

  it('is left out where a clock was set back', () => {
    expect(seconds([took(-5), took(0)])).toEqual([0]);
  });
});

describe('the usual time', () => {
  it('is the middle one of those that succeeded', () => {
    const list = [took(50), took(900, 'ROLLBACK_SUCCEEDED'), took(70), took(300), took(undefined)];
    expect(usualDuration(list, 'UPDATE_SERVICE')).toBe(70_000);
  });

  it.each([
    ['of another type', [took(50, 'SUCCEEDED', 'CREATE_SERVICE')]],
    ['that succeeded', [took(50, 'FAILED')]],
    ['at all', []],
  ])('is not known without one %s', (_, list) => {
    expect(usualDuration(list, 'UPDATE_SERVICE')).toBeUndefined();
  });
});
