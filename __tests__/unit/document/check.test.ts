import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../../../src/document/check.ts';
import { documentWith, problemsOf } from './problems.ts';

const IMAGE = 'SourceConfiguration.ImageRepository';
const CONFIGURATION = `${IMAGE}.ImageConfiguration`;
const CODE = 'SourceConfiguration.CodeRepository';
const VALUES = `${CODE}.CodeConfiguration.CodeConfigurationValues`;

/** Path, value, and how the sentence goes on after the path. */
type WrongMember = [string, unknown, string];

describe('a wrong member is refused with its path', () => {
  it.each<WrongMember>([
    [`${CONFIGURATION}.Port`, 8080, 'is a number; allowed: text. Write it in quotes.'],
    [`${CONFIGURATION}.Port`, true, 'is true or false; allowed: text. Write it in quotes.'],
    [`${CONFIGURATION}.Port`, ['8080'], 'is a list; allowed: text.'],
    [
      `${CONFIGURATION}.Port`,
      null,
      'has no value; allowed: text. Remove it where the setting is to stay as it is.',
    ],
    ['InstanceConfiguration.Cpu', 1024, 'is a number; allowed: text. Write it in quotes.'],
    [
      'HealthCheckConfiguration.Interval',
      '5',
      'is text; allowed: a whole number from 1 to 20. Write it without quotes.',
    ],
    ['HealthCheckConfiguration.Interval', '5 s', 'is text; allowed: a whole number from 1 to 20.'],
    [
      'HealthCheckConfiguration.Interval',
      true,
      'is true or false; allowed: a whole number from 1 to 20.',
    ],
    [
      'HealthCheckConfiguration.Protocol',
      1,
      'is a number; allowed: one of TCP, HTTP. Write it in quotes.',
    ],
    [
      'SourceConfiguration.AutoDeploymentsEnabled',
      'false',
      'is text; allowed: true or false. Write it without quotes.',
    ],
    ['SourceConfiguration.AutoDeploymentsEnabled', 'no', 'is text; allowed: true or false.'],
    ['SourceConfiguration.AutoDeploymentsEnabled', 0, 'is a number; allowed: true or false.'],
    ['Tags', { team: 'a' }, 'is a map; allowed: a list.'],
    ['Tags', 'team=a', 'is text; allowed: a list.'],
    [
      'InstanceConfiguration',
      '1 vCPU',
      'is text; allowed: a map with Cpu, Memory and InstanceRoleArn.',
    ],
    [
      'InstanceConfiguration',
      [],
      'is a list; allowed: a map with Cpu, Memory and InstanceRoleArn.',
    ],
  ])('%s of the wrong type: %j', async (path, value, rest) => {
    expect(await problemsOf(() => checkDocument(documentWith(path, value)))).toEqual([
      `${path} ${rest}`,
    ]);
  });

  it.each<WrongMember>([
    [
      'ServiceName',
      'api',
      "is 'api'; allowed: 4 to 40 of A-Z a-z 0-9 - _, the first one a letter or a digit. Example: hello-api",
    ],
    [
      'InstanceConfiguration.Cpu',
      '3 vCPU',
      "is '3 vCPU'; allowed: 0.25 vCPU, 0.5 vCPU, 1 vCPU, 2 vCPU, 4 vCPU, or the same in units of 1024. Example: 1 vCPU",
    ],
    [
      'InstanceConfiguration.Cpu',
      '1 vcpu',
      "is '1 vcpu'; allowed: 0.25 vCPU, 0.5 vCPU, 1 vCPU, 2 vCPU, 4 vCPU, or the same in units of 1024. Example: 1 vCPU",
    ],
    [
      'InstanceConfiguration.Memory',
      '2GB',
      "is '2GB'; allowed: 0.5 GB, 1 GB, 2 GB, 3 GB, 4 GB, 6 GB, 8 GB, 10 GB, 12 GB, or the same in MB. Example: 2 GB",
    ],
    [
      'InstanceConfiguration.InstanceRoleArn',
      'hello',
      "is 'hello'; allowed: an IAM role's ARN. Example: arn:aws:iam::123456789012:role/hello",
    ],
    [
      'EncryptionConfiguration.KmsKey',
      'alias/hello',
      "is 'alias/hello'; allowed: a KMS key's ARN, not an alias's. Example: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ],
    [
      'AutoScalingConfigurationArn',
      'busy',
      "is 'busy'; allowed: an App Runner resource's ARN. Example: arn:aws:apprunner:us-east-1:123456789012:vpcconnector/hello/1/6b5a1f0c3d2e4f708192a3b4c5d6e7f8",
    ],
    [
      `${IMAGE}.ImageIdentifier`,
      'ghcr.io/hello/api:1',
      "is 'ghcr.io/hello/api:1'; allowed: an image in private ECR or ECR Public, the only registries App Runner pulls from, whose repository name has no doubled separators. Example: 123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1.4.0",
    ],
    [`${IMAGE}.ImageRepositoryType`, 'ecr', "is 'ecr'; allowed: ECR, ECR_PUBLIC."],
    ['HealthCheckConfiguration.Timeout', 0, 'is 0; allowed: a whole number from 1 to 20.'],
    ['HealthCheckConfiguration.Timeout', 21, 'is 21; allowed: a whole number from 1 to 20.'],
    ['HealthCheckConfiguration.Timeout', 1.5, 'is 1.5; allowed: a whole number from 1 to 20.'],
    [
      'HealthCheckConfiguration.Path',
      '',
      'is empty. Name a value, or remove it: what is not named is not touched.',
    ],
    ['NetworkConfiguration.IpAddressType', 'IPV6', "is 'IPV6'; allowed: IPV4, DUAL_STACK."],
    [
      `${CODE}.SourceDirectory`,
      'a'.repeat(4097),
      `is '${'a'.repeat(117)}...'; allowed: a path of 1 to 4096 characters. Example: /api`,
    ],
    [
      `${CONFIGURATION}.Port`,
      '80\n80',
      "is '80 ⏎ 80'; allowed: text in one line of at most 51200 characters.",
    ],
    [
      `${CONFIGURATION}.Port`,
      '65536',
      `is '65536'; allowed: a whole number from 1 to 65535, in quotes. Example: "8080"`,
    ],
    [
      `${VALUES}.Port`,
      '0',
      `is '0'; allowed: a whole number from 1 to 65535, in quotes. Example: "8080"`,
    ],
    [
      `${VALUES}.Runtime`,
      'NODEJS_20',
      "is 'NODEJS_20'; allowed: PYTHON_3, NODEJS_12, NODEJS_14, CORRETTO_8, CORRETTO_11, NODEJS_16, GO_1, DOTNET_6, PHP_81, RUBY_31, PYTHON_311, NODEJS_18, NODEJS_22.",
    ],
  ])('%s against the limits: %j', async (path, value, rest) => {
    expect(await problemsOf(() => checkDocument(documentWith(path, value)))).toEqual([
      `${path} ${rest}`,
    ]);
  });
});

describe('a document that is no map', () => {
  it.each([
    ['nothing', null, 'The document holds nothing. Example: InstanceConfiguration: {Cpu: 1 vCPU}'],
    [
      'a list',
      [],
      'The document is a list; allowed: a map with ServiceName, SourceConfiguration, InstanceConfiguration, Tags, EncryptionConfiguration, HealthCheckConfiguration, AutoScalingConfigurationArn, NetworkConfiguration and ObservabilityConfiguration.',
    ],
    [
      'text',
      'hunter2',
      'The document is text; allowed: a map with ServiceName, SourceConfiguration, InstanceConfiguration, Tags, EncryptionConfiguration, HealthCheckConfiguration, AutoScalingConfigurationArn, NetworkConfiguration and ObservabilityConfiguration.',
    ],
  ])('is refused: %s', async (_, document, problem) => {
    expect(await problemsOf(() => checkDocument(document))).toEqual([problem]);
  });
});

describe('all problems', () => {
  it('come in one error: members in the order of the document, then contradictions', async () => {
    const document = {
      HealthCheckConfiguration: { Interval: 0, Portal: 1 },
      Tags: [{ Key: 'aws:a' }, {}, 'a', { Key: 'b' }, { Key: 'b' }],
      SourceConfiguration: { ImageRepository: { ImageConfiguration: { Port: 1 } } },
    };
    expect(await problemsOf(() => checkDocument(document))).toEqual([
      'HealthCheckConfiguration.Interval is 0; allowed: a whole number from 1 to 20.',
      'HealthCheckConfiguration.Portal is no member that CreateService knows. Allowed: Protocol, Path, Interval, Timeout, HealthyThreshold, UnhealthyThreshold.',
      "Tags[0].Key is 'aws:a'; allowed: 1 to 128 characters in one line that don't start with aws:. Example: team",
      'Tags[1].Key is missing, and App Runner takes no Tags[1] without it.',
      'Tags[2] is text; allowed: a map with Key and Value.',
      `${CONFIGURATION}.Port is a number; allowed: text. Write it in quotes.`,
      "Tags[4].Key is 'b', which an earlier tag has; keep one of them.",
    ]);
  });
});
