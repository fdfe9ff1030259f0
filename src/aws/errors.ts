import { ActionError, errorMessage } from '../errors.ts';

/** What to do about an AWS error, by its code. */
const REMEDIES: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    'No AWS credentials were found. Set role-to-assume, or run aws-actions/configure-aws-credentials before this step.',
  UnrecognizedClientException:
    'AWS does not know these credentials. Check the role and the Region of the credentials step.',
  InvalidClientTokenId:
    'AWS does not know these credentials. Check the role and the Region of the credentials step.',
  SignatureDoesNotMatch: 'The secret access key does not fit the access key id. Set both again.',
  InvalidSignatureException:
    "The secret access key does not fit the access key id, or this machine's clock is wrong.",
  ExpiredTokenException:
    'The credentials have expired. Run the credentials step right before this one, or ask for a longer session.',
  ExpiredToken:
    'The credentials have expired. Run the credentials step right before this one, or ask for a longer session.',
  ServiceQuotaExceededException:
    'Delete services that are no longer needed (failed ones count too), or ask for a higher quota in Service Quotas.',
  NoSuchHostedZone:
    'Check hosted-zone-id, and that the credentials are of the account that has the zone.',
  ENOTFOUND: 'There is no such endpoint. Check aws-region: App Runner runs in 11 Regions only.',
};

const DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedException']);

/** The code of an AWS error, or of the network error below it; 'Error' when it has none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name;
}

/** True when the caller's policy does not allow a call. */
export function isAccessDenied(error: unknown): boolean {
  if (error instanceof ActionError) return isAccessDenied(error.cause);
  return DENIED.has(errorCode(error));
}

/**
 * Runs one AWS call and rethrows what it throws as an ActionError that names the IAM action,
 * the resource, AWS's own words and a remedy.
 *
 * @param action IAM action, such as apprunner:CreateService
 * @param resource what the call was about, in the user's words
 * @param remedyFor what to do about an error of this call, where that is not what other calls need;
 *   given AWS's code and words
 */
export async function awsCall<T>(
  action: string,
  resource: string,
  call: () => Promise<T>,
  remedyFor: RemedyFor = () => undefined,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ActionError) throw error;
    throw explained(action, resource, error, remedyFor);
  }
}

/** A remedy for an error, by its code and words; undefined for the usual one. */
export type RemedyFor = (code: string, said: string) => string | undefined;

function explained(
  action: string,
  resource: string,
  error: unknown,
  remedyFor: RemedyFor,
): ActionError {
  const code = errorCode(error);
  const said = errorMessage(error).trim().replace(/\.?$/, '.');
  // What is denied may be another action that the call needs, such as iam:PassRole.
  const denied = /is not authorized to perform: ([\w-]+:\w+)/.exec(said)?.[1] ?? action;
  const usual = DENIED.has(code)
    ? `Allow ${denied} in the policy of the role that deploys.`
    : (REMEDIES[code] ?? '');
  const remedy = remedyFor(code, said) ?? usual;
  return new ActionError(`${action} failed for ${resource}: ${code}: ${said} ${remedy}`.trim(), {
    cause: error,
  });
}
