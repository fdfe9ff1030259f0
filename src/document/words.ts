import { CPU_SIZES, MEMORY_SIZES } from '../inputs/compute.ts';

/** What a text must be, for the sentence about a wrong one. */
export interface Words {
  readonly allowed: string;
  readonly example?: string;
}

/** What the model's patterns and lengths say, by the names of its shapes. */
export const WORDS: Readonly<Record<string, Words>> = {
  AppRunnerResourceArn: {
    allowed: "an App Runner resource's ARN",
    example:
      'arn:aws:apprunner:us-east-1:123456789012:vpcconnector/hello/1/6b5a1f0c3d2e4f708192a3b4c5d6e7f8',
  },
  BuildCommand: { allowed: 'a command in one line', example: 'npm ci' },
  Cpu: {
    allowed: `${CPU_SIZES}, or the same in units of 1024`,
    example: '1 vCPU',
  },
  HealthCheckPath: { allowed: 'a path', example: '/health' },
  ImageIdentifier: {
    allowed:
      'an image in private ECR or ECR Public, the only registries App Runner pulls from, whose repository name has no doubled separators',
    example: '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1.4.0',
  },
  KmsKeyArn: {
    allowed: "a KMS key's ARN, not an alias's",
    example: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  },
  Memory: { allowed: `${MEMORY_SIZES}, or the same in MB`, example: '2 GB' },
  RoleArn: { allowed: "an IAM role's ARN", example: 'arn:aws:iam::123456789012:role/hello' },
  RuntimeEnvironmentSecretsName: { allowed: 'a name of 1 to 2048 characters' },
  RuntimeEnvironmentSecretsValue: {
    allowed: 'the ARN of a secret or a parameter, 1 to 2048 characters',
    example: 'arn:aws:ssm:us-east-1:123456789012:parameter/hello',
  },
  RuntimeEnvironmentVariablesKey: { allowed: 'a name in one line, 1 to 51200 characters' },
  RuntimeEnvironmentVariablesValue: {
    allowed:
      'text in one line of at most 51200 characters; encode any other (base64), or keep it in Secrets Manager and name it in RuntimeEnvironmentSecrets',
  },
  ServiceName: {
    allowed: '4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit',
    example: 'hello-api',
  },
  SourceDirectory: { allowed: 'a path of 1 to 4096 characters', example: '/api' },
  StartCommand: { allowed: 'a command in one line', example: 'node server.js' },
  String: { allowed: 'text in one line of at most 51200 characters' },
  TagKey: {
    allowed: "1 to 128 characters in one line that don't start with aws:",
    example: 'team',
  },
  TagValue: { allowed: 'text in one line of at most 256 characters' },
};
