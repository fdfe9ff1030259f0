import { describe, expect, it } from '@jest/globals';
import type { Input } from '../../local-aws/protocol/service.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { accessRole, at, createFixture, registry, source } from './apprunner-fixture.ts';

const fixture = closedAfterEach(createFixture, ({ appRunner }) => appRunner.close());

const publicImage = {
  ImageIdentifier: 'public.ecr.aws/nginx/nginx:latest',
  ImageRepositoryType: 'ECR_PUBLIC',
};
const foreignRole = 'arn:aws:iam::999999999999:role/other';

const refused: readonly (readonly [string, Input, string])[] = [
  [
    'ECR without an access role',
    { SourceConfiguration: source('1', { AuthenticationConfiguration: {} }) },
    'Authentication configuration is invalid.',
  ],
  [
    "another account's access role",
    {
      SourceConfiguration: source('1', {
        AuthenticationConfiguration: { AccessRoleArn: foreignRole },
      }),
    },
    'Error in assuming access role ARN',
  ],
  [
    "another account's instance role",
    { InstanceConfiguration: { InstanceRoleArn: foreignRole } },
    'Error in assuming instance role ARN',
  ],
  [
    'automatic deployments from ECR Public',
    { SourceConfiguration: { ImageRepository: publicImage, AutoDeploymentsEnabled: true } },
    "App Runner doesn't support automatic deployments for an image in an ECR Public repository.",
  ],
  [
    'automatic deployments from another account',
    {
      SourceConfiguration: source('1', {
        ImageRepository: {
          ImageIdentifier: '999999999999.dkr.ecr.eu-west-1.amazonaws.com/app:1',
          ImageRepositoryType: 'ECR',
        },
        AutoDeploymentsEnabled: true,
      }),
    },
    "App Runner doesn't support automatic deployments for an image in an ECR repository in a different AWS account.",
  ],
  [
    'an access role with ECR Public',
    {
      SourceConfiguration: {
        ImageRepository: publicImage,
        AuthenticationConfiguration: { AccessRoleArn: accessRole },
      },
    },
    'Authentication configuration is invalid.',
  ],
  [
    'a public identifier of a private type',
    {
      SourceConfiguration: source('1', {
        ImageRepository: { ...publicImage, ImageRepositoryType: 'ECR' },
      }),
    },
    "The image identifier public.ecr.aws/nginx/nginx:latest isn't valid for image repository type ECR.",
  ],
  [
    'a reserved variable',
    {
      SourceConfiguration: source(
        '1',
        {},
        { RuntimeEnvironmentVariables: { AWSAPPRUNNER_X: '1' } },
      ),
    },
    "Environment variable keys that start with AWSAPPRUNNER are reserved. Key: 'AWSAPPRUNNER_X'",
  ],
  [
    'secrets without an instance role',
    {
      SourceConfiguration: source(
        '1',
        {},
        { RuntimeEnvironmentSecrets: { TOKEN: 'arn:aws:ssm:eu-west-1:123456789012:parameter/t' } },
      ),
    },
    'Instance Role have to be provided if passing in RuntimeEnvironmentSecrets.',
  ],
  [
    'port 0',
    { SourceConfiguration: source('1', {}, { Port: '0' }) },
    "Port '0' isn't valid. Specify a number between 1 and 65535.",
  ],
  [
    '1 vCPU with 12 GB',
    { InstanceConfiguration: { Cpu: '1 vCPU', Memory: '12 GB' } },
    "The combination of Cpu 1024 and Memory 12288 isn't supported. Memory for this Cpu: 2048, 3072, 4096.",
  ],
  [
    'an unknown auto scaling ARN',
    { AutoScalingConfigurationArn: 'arn:x' },
    "The auto scaling configuration ARN you specified isn't valid. ARN: 'arn:x'",
  ],
  [
    'a reserved tag',
    { Tags: [{ Key: 'aws:x', Value: '' }] },
    "Tag keys that start with aws: are reserved. Key: 'aws:x'",
  ],
  [
    'a 51st tag',
    { Tags: Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' })) },
    'A resource can have at most 50 tags.',
  ],
  [
    'no source',
    { SourceConfiguration: {} },
    'Specify exactly one of CodeRepository and ImageRepository.',
  ],
];

describe('CreateService', () => {
  it.each(refused)('refuses %s and makes nothing', async (_, changes, message) => {
    const { call } = fixture();
    await expect(
      call('CreateService', { ServiceName: 'hello', SourceConfiguration: source(), ...changes }),
    ).rejects.toMatchObject({ code: 'InvalidRequestException', message });
    expect(await call('ListServices')).toEqual({ ServiceSummaryList: [] });
  });

  it.each([
    ['0.25 vCPU', '0.5 GB', '256', '512'],
    ['0.25 vCPU', '1 GB', '256', '1024'],
    ['0.5 vCPU', '1 GB', '512', '1024'],
    ['1024', '4096', '1024', '4096'],
    ['4 vCPU', '12 GB', '4096', '12288'],
  ])('answers %s and %s in units', async (Cpu, Memory, cpu, memory) => {
    const { call } = fixture();
    const answer = await call('CreateService', {
      ServiceName: 'hello',
      SourceConfiguration: source(),
      InstanceConfiguration: { Cpu, Memory },
    });
    const expected = { Cpu: cpu, Memory: memory };
    expect(at(answer, 'Service', 'InstanceConfiguration')).toEqual(expected);
  });

  it('fills in the defaults of App Runner', async () => {
    const { call } = fixture();
    const { AutoDeploymentsEnabled, ...plain } = source();
    expect(AutoDeploymentsEnabled).toBe(false);
    const answer = await call('CreateService', {
      ServiceName: 'hello',
      SourceConfiguration: plain,
    });
    expect(at(answer, 'Service')).toMatchObject({
      SourceConfiguration: { AutoDeploymentsEnabled: true },
      InstanceConfiguration: { Cpu: '1024', Memory: '2048' },
      HealthCheckConfiguration: {
        Protocol: 'TCP',
        Path: '/',
        Interval: 5,
        Timeout: 2,
        HealthyThreshold: 1,
        UnhealthyThreshold: 5,
      },
      AutoScalingConfigurationSummary: {
        AutoScalingConfigurationName: 'DefaultConfiguration',
        AutoScalingConfigurationRevision: 1,
      },
      NetworkConfiguration: {
        EgressConfiguration: { EgressType: 'DEFAULT' },
        IngressConfiguration: { IsPubliclyAccessible: true },
        IpAddressType: 'IPV4',
      },
      ObservabilityConfiguration: { ObservabilityEnabled: false },
    });
    expect(at(answer, 'Service', 'EncryptionConfiguration')).toBeUndefined();
  });

  it('leaves automatic deployments off for ECR Public unless asked', async () => {
    const { call } = fixture();
    const answer = await call('CreateService', {
      ServiceName: 'hello',
      SourceConfiguration: { ImageRepository: publicImage },
    });
    const asked = at(answer, 'Service', 'SourceConfiguration', 'AutoDeploymentsEnabled');
    expect(asked).toBe(false);
  });

  it('keeps the encryption key it was given', async () => {
    const { call } = fixture();
    const KmsKey = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555';
    const answer = await call('CreateService', {
      ServiceName: 'hello',
      SourceConfiguration: source(),
      EncryptionConfiguration: { KmsKey },
    });
    expect(at(answer, 'Service', 'EncryptionConfiguration')).toEqual({ KmsKey });
  });

  it('answers an empty URL for a service that is not publicly accessible', async () => {
    const { call } = fixture();
    const answer = await call('CreateService', {
      ServiceName: 'hello',
      SourceConfiguration: source(),
      NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
    });
    expect(at(answer, 'Service', 'ServiceUrl')).toBe('');
  });

  it('answers a URL that carries its scheme, since loopback has no certificate', async () => {
    const { call } = fixture();
    const answer = await call('CreateService', {
      ServiceName: 'hello',
      SourceConfiguration: source(),
    });
    expect(at(answer, 'Service', 'ServiceUrl')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(at(answer, 'Service', 'SourceConfiguration', 'ImageRepository', 'ImageIdentifier')).toBe(
      `${registry}/app:1`,
    );
  });
});
