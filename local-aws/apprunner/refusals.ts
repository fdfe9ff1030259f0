import { AwsError } from '../protocol/aws-error.ts';
import type { ServiceStatus } from './shapes.ts';

/** The request can't be served as it stands. */
export const invalidRequest = (message: string): AwsError =>
  new AwsError('InvalidRequestException', message);

/** There is no such service, or one whose deletion was too long ago. */
export const serviceNotFound = (arn: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Service cannot be found for the provided ARN: ${arn}`);

/** There is no such resource to tag or read. */
export const resourceNotFound = (arn: string): AwsError =>
  new AwsError(
    'ResourceNotFoundException',
    `Resource cannot be found for the provided ARN: ${arn}`,
  );

/** The name is held by a service, one that failed to create included. */
export const nameTaken = (name: string): AwsError =>
  invalidRequest(`Service with the provided name already exists: ${name}`);

/** What UpdateService, PauseService, ResumeService and DeleteService answer in the wrong state. */
export const wrongState = (
  participle: 'updated' | 'paused' | 'resumed' | 'deleted',
  status: ServiceStatus,
): AwsError =>
  new AwsError(
    'InvalidStateException',
    `Service cannot be ${participle} in the current state: ${status}`,
  );

/** What StartDeployment answers in any state but RUNNING. */
export const notRunning = (): AwsError =>
  invalidRequest(
    "Can't start a deployment on the specified service, because it isn't in RUNNING state",
  );

/** A quota of the account is used up. */
export const quotaExceeded = (message: string): AwsError =>
  new AwsError('ServiceQuotaExceededException', message);

/** A service that a VPC ingress connection leads to can't be deleted, in the words users quote. */
export const serviceHasIngress = (serviceArn: string, arn: string, status: string): AwsError =>
  new AwsError(
    'InvalidStateException',
    `You cannot delete a Service while it has VpcIngressConnections with a status of ${status}. Service Arn: ${serviceArn} VpcIngressConnection Arn: ${arn}`,
  );
