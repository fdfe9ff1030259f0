import { describe, expect, it } from '@jest/globals';
import { awsCall, errorCode, isAccessDenied } from '../../../src/aws/errors.ts';
import { ActionError } from '../../../src/errors.ts';

/** An error as the SDK throws it: the name is AWS's code. */
function awsError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

function networkError(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

async function messageOf(error: unknown): Promise<string> {
  return awsCall('apprunner:CreateService', "service 'hello-api'", async () => {
    throw error;
  }).catch((thrown: unknown) => {
    expect(thrown).toBeInstanceOf(ActionError);
    return errorMessageOf(thrown);
  });
}

function errorMessageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : '';
}

describe('an AWS error', () => {
  it.each([
    [
      awsError('AccessDeniedException', 'User: x is not authorized'),
      "apprunner:CreateService failed for service 'hello-api': AccessDeniedException: User: x is not authorized. Allow apprunner:CreateService in the policy of the role that deploys.",
    ],
    [
      awsError('AccessDeniedException', 'User: x is not authorized to perform: iam:PassRole on y'),
      "apprunner:CreateService failed for service 'hello-api': AccessDeniedException: User: x is not authorized to perform: iam:PassRole on y. Allow iam:PassRole in the policy of the role that deploys.",
    ],
    [
      awsError('InvalidRequestException', 'The port is wrong.'),
      "apprunner:CreateService failed for service 'hello-api': InvalidRequestException: The port is wrong.",
    ],
    [
      awsError('CredentialsProviderError', 'Could not load credentials'),
      "apprunner:CreateService failed for service 'hello-api': CredentialsProviderError: Could not load credentials. No AWS credentials were found. Set role-to-assume, or run aws-actions/configure-aws-credentials before this step.",
    ],
  ])('%# names action, resource, code, words and remedy', async (error, message) => {
    expect(await messageOf(error)).toBe(message);
  });

  it.each([
    ['UnrecognizedClientException', 'AWS does not know these credentials'],
    ['InvalidClientTokenId', 'AWS does not know these credentials'],
    ['ExpiredTokenException', 'The credentials have expired'],
    ['SignatureDoesNotMatch', 'does not fit the access key id'],
    ['ServiceQuotaExceededException', 'Service Quotas'],
  ])('%s has a remedy', async (code, remedy) => {
    expect(await messageOf(awsError(code, 'x'))).toContain(remedy);
  });

  it('of the network has its code and remedy', async () => {
    expect(await messageOf(networkError('ENOTFOUND'))).toContain('Check aws-region');
    expect(errorCode(networkError('ECONNRESET'))).toBe('ECONNRESET');
  });

  it('keeps what it came from', async () => {
    const error = awsError('ValidationException', 'x');
    const call = awsCall('a:B', 'c', async () => {
      throw error;
    });
    await expect(call).rejects.toMatchObject({ cause: error });
  });

  it('that is explained already is passed on', async () => {
    const error = new ActionError('known');
    const call = awsCall('a:B', 'c', async () => {
      throw error;
    });
    await expect(call).rejects.toBe(error);
  });

  it('is no error when there is none', async () => {
    await expect(awsCall('a:B', 'c', async () => 7)).resolves.toBe(7);
  });
});

describe('access is denied', () => {
  it.each([
    [awsError('AccessDeniedException', 'x'), true],
    [awsError('AccessDenied', 'x'), true],
    [new ActionError('x', { cause: awsError('AccessDeniedException', 'x') }), true],
    [new ActionError('x'), false],
    [awsError('ValidationException', 'x'), false],
    ['AccessDeniedException', false],
    [undefined, false],
  ])('%#', (error, denied) => {
    expect(isAccessDenied(error)).toBe(denied);
  });
});
