import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { refusalOf } from '../../../src/service/refusals.ts';
import { REFUSED, refused, unanswered } from '../../support/refusals.ts';

function serverError(status: number): ActionError {
  const cause = Object.assign(new Error('broken'), {
    name: 'InternalServiceErrorException',
    $fault: 'server',
    $metadata: { httpStatusCode: status },
  });
  return new ActionError('apprunner:UpdateService failed', { cause });
}

describe('a refusal', () => {
  it.each([
    ['of an update while busy', REFUSED.busyUpdate, 'state'],
    ['of a deployment while busy', REFUSED.busyDeployment, 'state'],
    [
      'of a deployment while busy, as others saw it',
      refused(
        'InvalidStateException',
        'Service cannot be updated in the current state: OPERATION_IN_PROGRESS',
      ),
      'state',
    ],
    ['of a new access role', REFUSED.accessRole, 'role'],
    ['of a new instance role', REFUSED.instanceRole, 'role'],
    ['of a name', REFUSED.nameTaken, 'name-taken'],
    ['to repair', REFUSED.notRepaired, 'beyond-repair'],
    [
      'to repair, as it was before 2023',
      refused(
        'InvalidStateException',
        'Service cannot be updated in the current state: CREATE_FAILED',
      ),
      'beyond-repair',
    ],
    ['for a service that is gone', REFUSED.gone, 'gone'],
    ['by quota', REFUSED.quota, 'final'],
    ['by policy', REFUSED.denied, 'final'],
    ['of a value', refused('InvalidRequestException', '1 validation error detected'), 'final'],
    ['by throttling', refused('ThrottlingException', 'Rate exceeded'), 'final'],
    ['that never came, as the connection broke', unanswered(), 'unanswered'],
    ['that never came, as AWS broke', serverError(500), 'unanswered'],
    ['that is none, but a fault of ours', new TypeError('x is undefined'), 'final'],
    ['that is none, but an error without a cause', new ActionError('no such input'), 'final'],
  ] as const)('%s', (_, error, refusal) => {
    expect(refusalOf(error)).toBe(refusal);
  });
});
