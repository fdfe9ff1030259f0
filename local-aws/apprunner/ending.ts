import type { OperationStatus, OperationType, ServiceStatus } from './shapes.ts';

/** How an operation ended and in which state it leaves its service. */
export interface Ending {
  readonly operation: Extract<
    OperationStatus,
    'SUCCEEDED' | 'FAILED' | 'ROLLBACK_SUCCEEDED' | 'ROLLBACK_FAILED'
  >;
  readonly service: ServiceStatus;
}

/** The ways to end without success. */
export type FailedStatus = Exclude<Ending['operation'], 'SUCCEEDED'>;

/**
 * The state that an operation without success leaves a service in. A failed create leaves
 * CREATE_FAILED and a failed delete DELETE_FAILED (API model, ServiceStatus); everything else the
 * state before: after a failed update or deployment App Runner restores the version before and the
 * service is RUNNING again, as users see it, and a repair that fails leaves CREATE_FAILED.
 *
 * @param before the service's state when the call came in
 */
export const statusAfterFailure = (
  type: OperationType,
  end: FailedStatus,
  before: ServiceStatus,
): ServiceStatus => {
  if (type === 'CREATE_SERVICE') return 'CREATE_FAILED';
  if (type === 'DELETE_SERVICE' && end !== 'ROLLBACK_SUCCEEDED') return 'DELETE_FAILED';
  return before;
};
