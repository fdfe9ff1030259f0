import type { Expectation } from './reader.ts';

/** What an input that takes an ARN accepts: the pattern of the API model, and words for it. */
export interface ArnKind extends Expectation {
  readonly pattern: RegExp;
}

/** An IAM role (App Runner API model, RoleArn). */
export const ROLE: ArnKind = {
  pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,1000}$/,
  allowed: 'the ARN of an IAM role',
  example: 'arn:aws:iam::123456789012:role/apprunner-ecr-access',
};

/**
 * Where a secret variable comes from: a Secrets Manager secret (a JSON key, stage and version
 * may follow), an SSM parameter, or the path of a parameter in the service's Region. App Runner
 * takes a parameter's name without slashes too; here that would let a pasted password through.
 */
export const SECRET: ArnKind = {
  pattern:
    /^(arn:aws[\w-]*:(secretsmanager:[a-z0-9-]+:\d{12}:secret:[^\s]+|ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+)|\/[\w./-]+)$/,
  allowed:
    'the ARN of a Secrets Manager secret or of an SSM parameter, or the path of a parameter, such as /hello/db-url',
  example: 'DATABASE_URL=arn:aws:secretsmanager:us-east-1:123456789012:secret:db-url-AbCdEf',
};
