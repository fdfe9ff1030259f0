import type { OperationSummary, OperationType, Service } from '@aws-sdk/client-apprunner';

/** What has to happen to a service before it takes a deployment. */
export type Step =
  /** Nothing: it runs, does not exist, or is repaired by the deployment itself. */
  | 'deploy'
  /** Something else works on it, or AWS maintains it. */
  | 'wait'
  | 'resume'
  /** What is left of it is in the way of a new one. */
  | 'delete';

/**
 * The step before a deployment, by the service's state: a busy or paused service refuses
 * UpdateService and StartDeployment, CREATE_FAILED takes UpdateService, and DELETE_FAILED takes
 * DeleteService only (API reference, ServiceSummary.Status).
 */
export function stepBefore(service: Service | undefined): Step {
  switch (service?.Status) {
    case 'OPERATION_IN_PROGRESS':
      return 'wait';
    case 'PAUSED':
      return 'resume';
    case 'DELETE_FAILED':
      return 'delete';
    default:
      return 'deploy';
  }
}

/** The service that a deployment has to reckon with: what is deleted before it has no say in it. */
export function remaining(service: Service | undefined): Service | undefined {
  return stepBefore(service) === 'delete' ? undefined : service;
}

/** True for a service that only its VPC can reach. */
export function isPrivate({ NetworkConfiguration: network }: Service): boolean {
  return network?.IngressConfiguration?.IsPubliclyAccessible === false;
}

/** What a deployment does about the state of a service, for the log of the checks. */
export function stateNote(service: Service): string | undefined {
  switch (service.Status) {
    case 'OPERATION_IN_PROGRESS':
      return 'It is busy now; the deployment waits for it.';
    case 'PAUSED':
      return 'It is resumed before the deployment.';
    case 'CREATE_FAILED':
      return 'Its creation failed; the deployment repairs it.';
    case 'DELETE_FAILED':
      return 'Its deletion failed; it is deleted again and then created anew.';
    default:
      return undefined;
  }
}

/** States that an operation leaves by itself (API reference, OperationSummary.Status). */
const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);

/** The operation that works on a service now; undefined when none is listed, as in maintenance. */
export function runningOperation(
  operations: readonly OperationSummary[],
): OperationSummary | undefined {
  return operations.find(({ Status }) => UNDER_WAY.has(Status?.toUpperCase() ?? ''));
}

/**
 * The newest operation of a type that began since a time. App Runner's times have whole seconds.
 *
 * @param since milliseconds since 1970
 */
export function startedSince(
  operations: readonly OperationSummary[],
  type: OperationType,
  since: number,
): OperationSummary | undefined {
  return operations.find(
    ({ Type, StartedAt }) =>
      Type === type && StartedAt !== undefined && StartedAt.getTime() >= since - 1_000,
  );
}
