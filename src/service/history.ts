import type { OperationSummary, OperationType } from '@aws-sdk/client-apprunner';

/** When an operation may end, as one of before tells: `ms` after its start, give or take `spread`. */
export interface Expected {
  readonly ms: number;
  readonly spread: number;
}

/**
 * Operations that do nearly the same work, the nearest first. What a deployment took tells nothing
 * of a pause.
 */
const ALIKE: Partial<Readonly<Record<OperationType, readonly OperationType[]>>> = {
  CREATE_SERVICE: ['UPDATE_SERVICE', 'START_DEPLOYMENT'],
  UPDATE_SERVICE: ['START_DEPLOYMENT', 'CREATE_SERVICE'],
  START_DEPLOYMENT: ['UPDATE_SERVICE', 'CREATE_SERVICE'],
};

/** Part of a duration by which the next one may differ: of the same kind, alone, of another kind. */
const SPREAD = { same: 0.1, alone: 0.3, alike: 0.4 } as const;

/** App Runner's times have whole seconds, at both ends of a duration. */
const ROUNDING_MS = 2_000;

/**
 * When an operation may end, by what the operations in its own list took: those of its type, else
 * of one that does nearly the same. Failures count as well, for the operation may fail like them;
 * once it is being rolled back only rollbacks count.
 *
 * @param operations as ListOperations answers them; those that have not ended are left out
 */
export function expectations(
  operations: readonly OperationSummary[],
  type: OperationType,
  status: string,
): readonly Expected[] {
  const ended = operations.filter(
    (operation) =>
      durationOf(operation) !== undefined &&
      (status !== 'ROLLBACK_IN_PROGRESS' || /^ROLLBACK_/i.test(operation.Status ?? '')),
  );
  const same = durationsOf(ended, type);
  if (same.length > 0) {
    // Durations far apart stand for others between them.
    const apart = (Math.max(...same) - Math.min(...same)) / same.length;
    return same.map((ms) => ({
      ms,
      spread: Math.max(
        ROUNDING_MS,
        ms * SPREAD.same,
        Math.min(ms * SPREAD.alone, same.length > 1 ? apart : Number.POSITIVE_INFINITY),
      ),
    }));
  }
  for (const alike of ALIKE[type] ?? []) {
    const durations = durationsOf(ended, alike);
    if (durations.length > 0) return durations.map((ms) => ({ ms, spread: ms * SPREAD.alike }));
  }
  return [];
}

/**
 * How long operations of a type took that succeeded, in milliseconds: the middle one; undefined
 * when there is none.
 */
export function usualDuration(
  operations: readonly OperationSummary[],
  type: OperationType,
): number | undefined {
  const durations = durationsOf(
    operations.filter(({ Status }) => Status?.toUpperCase() === 'SUCCEEDED'),
    type,
  ).toSorted((a, b) => a - b);
  return durations[Math.floor(durations.length / 2)];
}

function durationsOf(operations: readonly OperationSummary[], type: OperationType): number[] {
  return operations
    .filter(({ Type }) => Type === type)
    .map(durationOf)
    .filter((ms) => ms !== undefined);
}

function durationOf({ StartedAt, EndedAt }: OperationSummary): number | undefined {
  const ms = StartedAt && EndedAt && EndedAt.getTime() - StartedAt.getTime();
  return ms !== undefined && ms >= 0 ? ms : undefined;
}
