import type { Expectation, InputReader } from './reader.ts';

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

/** An auto scaling configuration; without revision, or name alone, it means the latest one. */
export const AUTO_SCALING: ArnKind = {
  pattern: resource('autoscalingconfiguration'),
  allowed: 'the ARN of an App Runner auto scaling configuration',
  example: 'arn:aws:apprunner:us-east-1:123456789012:autoscalingconfiguration/busy/1',
};

export const VPC_CONNECTOR: ArnKind = {
  pattern: resource('vpcconnector'),
  allowed: 'the ARN of an App Runner VPC connector',
  example: `arn:aws:apprunner:us-east-1:123456789012:vpcconnector/main/1/${'0'.repeat(31)}1`,
};

/** A connection to GitHub or Bitbucket. */
export const CONNECTION: ArnKind = {
  pattern: /^arn:aws[\w-]*:apprunner:[a-z0-9-]+:\d{12}:connection\/[A-Za-z0-9][\w-]*\/\w+$/,
  allowed: 'the ARN of an App Runner connection',
  example: `arn:aws:apprunner:us-east-1:123456789012:connection/github/${'0'.repeat(31)}1`,
};

export const OBSERVABILITY: ArnKind = {
  pattern: resource('observabilityconfiguration'),
  allowed: 'the ARN of an App Runner observability configuration',
  example: 'arn:aws:apprunner:us-east-1:123456789012:observabilityconfiguration/xray/1',
};

/** A KMS key (App Runner API model, KmsKeyArn), which refuses aliases and multi-Region keys. */
export const KMS_KEY: ArnKind = {
  pattern: /^arn:aws[\w-]*:kms:[a-z-]+-\d:\d{12}:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  allowed: 'the ARN of a KMS key, not of an alias',
  example: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

function resource(type: string): RegExp {
  return new RegExp(
    String.raw`^arn:aws[\w-]*:apprunner:[a-z0-9-]+:\d{12}:${type}/[A-Za-z0-9][\w-]*(/\d+(/\w+)?)?$`,
  );
}

/** Reads an input that takes an ARN. */
export function readArn(reader: InputReader, name: string, kind: ArnKind): string | undefined {
  return reader.matching(name, kind.pattern, {
    allowed: kind.allowed,
    example: `${name}: ${kind.example}`,
  });
}

/** As readArn, of a resource that App Runner takes from the service's own Region only. */
export function readRegionalArn(
  reader: InputReader,
  name: string,
  kind: ArnKind,
  region: string | undefined,
): string | undefined {
  const arn = readArn(reader, name, kind);
  const [, , , of] = arn?.split(':') ?? [];
  if (region === undefined || of === undefined || of === region) return arn;
  reader.problem(
    `Input '${name}' is '${arn}', which is in ${of}, and the service is in ${region}: App Runner takes none from another Region. Example: ${name}: ${kind.example.replace('us-east-1', region)}`,
  );
  return undefined;
}
