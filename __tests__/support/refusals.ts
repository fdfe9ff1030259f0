import { ActionError } from '../../src/errors.ts';

/** A refusal as awsCall throws it: AWS's code and text below an ActionError. */
export function refused(code: string, message: string): ActionError {
  const cause = Object.assign(new Error(message), { name: code, $fault: 'client' });
  return new ActionError(`apprunner:Call failed: ${code}: ${message}`, { cause });
}

/** A call whose answer was lost. */
export function unanswered(): ActionError {
  const cause = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  return new ActionError('apprunner:Call failed: ECONNRESET: socket hang up', { cause });
}

/** App Runner's refusals, by what users of it report. */
export const REFUSED = {
  busyUpdate: refused(
    'InvalidStateException',
    'Service cannot be updated in the current state: OPERATION_IN_PROGRESS',
  ),
  busyDeployment: refused(
    'InvalidRequestException',
    "Can't start a deployment on the specified service, because it isn't in RUNNING state",
  ),
  accessRole: refused('InvalidRequestException', 'Error in assuming access role ARN'),
  instanceRole: refused('InvalidRequestException', 'Error in assuming instance role ARN'),
  nameTaken: refused(
    'InvalidRequestException',
    'Service with the provided name already exists: hello-api',
  ),
  notRepaired: refused(
    'InvalidRequestException',
    'ConfigurationSource cannot be changed from REPOSITORY to API for CREATE_FAILED services.',
  ),
  gone: refused('ResourceNotFoundException', 'Service not found'),
  quota: refused('ServiceQuotaExceededException', 'Too many services'),
  denied: refused('AccessDeniedException', 'User: x is not authorized to perform: y'),
};

/** A refusal of a call that the SDK had sent before, without hearing of it. */
export function sentAgain(error: ActionError): ActionError {
  const cause = Object.assign(new Error(), error.cause, { $metadata: { attempts: 2 } });
  cause.message = error.cause instanceof Error ? error.cause.message : '';
  return new ActionError(error.message, { cause });
}
