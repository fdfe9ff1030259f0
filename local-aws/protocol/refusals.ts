import type { ApiModel } from '../models/model.ts';
import { AwsError } from './aws-error.ts';
import type { Violation } from './limits.ts';
import type { SignatureRefusal } from './signature.ts';

/** The code under which each service reports broken limits. */
const validationCodes: Readonly<Record<ApiModel['name'], string>> = {
  apprunner: 'InvalidRequestException',
  ecr: 'InvalidParameterException',
  logs: 'InvalidParameterException',
  route53: 'InvalidInput',
  sts: 'ValidationError',
};

/** JSON services answer 400 for every signature fault, those that answer XML 403 for most. */
const signatureCodes: Readonly<
  Record<ApiModel['protocol'], Readonly<Record<SignatureRefusal['kind'], [string, number]>>>
> = {
  json: {
    missing: ['MissingAuthenticationTokenException', 400],
    incomplete: ['IncompleteSignatureException', 400],
    'unknown-key': ['UnrecognizedClientException', 400],
    expired: ['ExpiredTokenException', 400],
    mismatch: ['InvalidSignatureException', 400],
  },
  query: {
    missing: ['MissingAuthenticationToken', 403],
    incomplete: ['IncompleteSignature', 400],
    'unknown-key': ['InvalidClientTokenId', 403],
    expired: ['ExpiredToken', 403],
    mismatch: ['SignatureDoesNotMatch', 403],
  },
  'rest-xml': {
    missing: ['MissingAuthenticationToken', 403],
    incomplete: ['IncompleteSignature', 400],
    'unknown-key': ['InvalidClientTokenId', 403],
    expired: ['ExpiredToken', 403],
    mismatch: ['SignatureDoesNotMatch', 403],
  },
};

function sentence({ value, path, constraint }: Violation): string {
  const shown = value === undefined ? 'Value' : value === null ? 'Value null' : `Value '${value}'`;
  return `${shown} at '${path}' failed to satisfy constraint: ${constraint}`;
}

/** ECR names one fault only and has words of its own. */
function ecrSentence({ path, constraint }: Violation): string {
  const words = constraint
    .replace(/^Member /, '')
    .replaceAll('\\/', '/')
    .replace(
      /^must satisfy regular expression pattern: (.*)$/s,
      "must satisfy regular expression '$1'",
    );
  return `Invalid parameter at '${path}' failed to satisfy constraint: '${words}'`;
}

/** The error for broken limits, in the words of the service. `violations` is not empty. */
export function validationError(model: ApiModel, violations: readonly Violation[]): AwsError {
  const code = validationCodes[model.name];
  const [first] = violations;
  if (model.name === 'ecr' && first) return new AwsError(code, ecrSentence(first));
  const count = violations.length;
  const heading = `${count} validation error${count === 1 ? '' : 's'} detected: `;
  return new AwsError(code, heading + violations.map(sentence).join('; '));
}

/** The error for a signature that was refused. */
export function signatureError(model: ApiModel, refusal: SignatureRefusal): AwsError {
  const [code, status] = signatureCodes[model.protocol][refusal.kind];
  const inXml = model.protocol !== 'json' && refusal.kind === 'missing';
  return new AwsError(
    code,
    inXml ? 'Request is missing Authentication Token' : refusal.message,
    status,
  );
}
