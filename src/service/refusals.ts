import { errorCode } from '../aws/errors.ts';
import { ActionError, errorMessage } from '../errors.ts';

/**
 * What App Runner's refusal of a call means for the run.
 * - `state`: the service is not in a state that takes the call, most often because it is busy
 * - `role`: a role can't be assumed, which a new one can't for a while
 * - `name-taken`: there is a service of that name
 * - `gone`: the service does not exist
 * - `beyond-repair`: a service whose creation failed does not take UpdateService
 * - `unanswered`: no answer came, so App Runner may have acted or not
 * - `final`: asking again changes nothing
 */
export type Refusal =
  | 'state'
  | 'role'
  | 'name-taken'
  | 'gone'
  | 'beyond-repair'
  | 'unanswered'
  | 'final';

/** Texts as users of App Runner report them; the codes alone do not tell the cases apart. */
const TEXTS: readonly (readonly [RegExp, Refusal])[] = [
  [/Error in assuming (access|instance) role/i, 'role'],
  [/Service with the provided name already exists/i, 'name-taken'],
  [/for CREATE_FAILED services|current state: CREATE_FAILED/i, 'beyond-repair'],
  // Of StartDeployment, whose model lists no InvalidStateException; AWS was seen to answer both.
  [/isn't in RUNNING state/i, 'state'],
];

/** Reads a failed call's error, as awsCall throws it. */
export function refusalOf(error: unknown): Refusal {
  const cause = error instanceof ActionError ? error.cause : error;
  const code = errorCode(cause);
  if (code === 'ResourceNotFoundException') return 'gone';
  if (code === 'InvalidRequestException' || code === 'InvalidStateException') {
    const text = errorMessage(cause);
    const known = TEXTS.find(([pattern]) => pattern.test(text))?.[1];
    return known ?? (code === 'InvalidStateException' ? 'state' : 'final');
  }
  return isUnanswered(cause) ? 'unanswered' : 'final';
}

/** True when the SDK sent the call more than once, so that an earlier try may have been taken. */
export function wasSentAgain(error: unknown): boolean {
  const cause = error instanceof ActionError ? error.cause : error;
  return cause instanceof Error && (metadataOf(cause).attempts ?? 1) > 1;
}

/** True when AWS gave no verdict on a call: it broke inside, or the connection did. */
export function isUnanswered(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if ('$fault' in cause && cause.$fault === 'client') return false;
  const { httpStatusCode } = metadataOf(cause);
  if (httpStatusCode !== undefined) return httpStatusCode >= 500;
  return BROKEN.has(errorCode(cause));
}

/** Ends of a connection over which the call may have reached AWS. */
const BROKEN = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
  'ECONNABORTED',
  'EAI_AGAIN',
]);

/** What the SDK tells of a failed call, beside AWS's own error. */
interface Metadata {
  readonly httpStatusCode?: number;
  readonly attempts?: number;
}

function metadataOf(error: Error): Metadata {
  return ('$metadata' in error && typeof error.$metadata === 'object' && error.$metadata) || {};
}
