import type { Service } from '@aws-sdk/client-apprunner';
import fc from 'fast-check';
import type { ServiceSettings } from '../../src/inputs/settings.ts';
import type { DeployedImage } from '../../src/service/configuration.ts';
import { ACCESS_ROLE, createService, INSTANCE_ROLE, REGISTRY } from './create-service.ts';

/** Names of variables, few enough to meet each other, with those that objects have by nature. */
const variableName = fc.oneof(
  fc.constantFrom('A', 'B', 'C', 'LOG_LEVEL', 'a.b', 'constructor', 'toString'),
  fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/),
);

/** Values that are found again in any text. */
export const value = fc.stringMatching(/^secret[a-z0-9]{14}$/);

const variables = fc.dictionary(
  variableName,
  fc.oneof({ weight: 5, arbitrary: value }, fc.constant('')),
  {
    maxKeys: 6,
  },
);
const secrets = fc.dictionary(
  variableName,
  value.map((name) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`),
  { maxKeys: 4 },
);

/** Both maps of a service; App Runner has no name in both. */
const maps = fc.tuple(variables, secrets).map(([plain, secret]) => ({
  RuntimeEnvironmentVariables: Object.fromEntries(
    Object.entries(plain).filter(([name]) => !Object.hasOwn(secret, name)),
  ),
  RuntimeEnvironmentSecrets: secret,
}));

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const port = fc.integer({ min: 1, max: 65535 }).map(String);
const cpu = fc.constantFrom('256', '512', '1024', '2048', '4096', '1 vCPU');
const memory = fc.constantFrom('512', '2048', '4096', '12288', '2 GB');
const role = fc.constantFrom(ACCESS_ROLE, INSTANCE_ROLE);

/** Services from private ECR, as DescribeService may tell them. */
export const service: fc.Arbitrary<Service> = fc
  .record({
    maps: maybe(maps),
    port: maybe(port),
    command: maybe(value),
    cpu: maybe(cpu),
    memory: maybe(memory),
    role: maybe(fc.oneof(role, fc.constant(''))),
    tag: fc.constantFrom('1', '2'),
    automatic: fc.boolean(),
    health: maybe(
      fc.record({ Interval: fc.integer({ min: 1, max: 20 }), Path: fc.constant('/x') }),
    ),
    scaling: maybe(fc.constantFrom('', 'arn:aws:apprunner:us-east-1:123456789012:x/1')),
    type: maybe(fc.constantFrom('IPV4' as const, 'DUAL_STACK' as const)),
  })
  .map((parts) =>
    createService({
      SourceConfiguration: {
        ImageRepository: {
          ImageIdentifier: `${REGISTRY}/hello-api:${parts.tag}`,
          ImageRepositoryType: 'ECR',
          ...((parts.maps || parts.port || parts.command) && {
            ImageConfiguration: { Port: parts.port, StartCommand: parts.command, ...parts.maps },
          }),
        },
        AutoDeploymentsEnabled: parts.automatic,
        AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
      },
      InstanceConfiguration: {
        Cpu: parts.cpu,
        Memory: parts.memory,
        InstanceRoleArn: parts.role,
      },
      HealthCheckConfiguration: parts.health,
      AutoScalingConfigurationSummary: { AutoScalingConfigurationArn: parts.scaling },
      NetworkConfiguration: { IpAddressType: parts.type },
    }),
  );

/** Settings as the inputs give them: sizes in units, no name in both maps. */
export const settings: fc.Arbitrary<ServiceSettings> = fc
  .record({
    maps: maps,
    named: fc.constantFrom('none', 'variables', 'secrets', 'both'),
    others: fc.record(
      {
        port,
        startCommand: value,
        cpu: fc.constantFrom('256', '1024', '4096'),
        memory: fc.constantFrom('512', '2048', '12288'),
        accessRoleArn: role,
        instanceRoleArn: role,
        autoDeployments: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    environmentMode: fc.constantFrom('merge' as const, 'replace' as const),
  })
  .map(({ maps: both, named, others, environmentMode }) => ({
    ...others,
    ...((named === 'variables' || named === 'both') && {
      environmentVariables: both.RuntimeEnvironmentVariables,
    }),
    ...((named === 'secrets' || named === 'both') && {
      environmentSecrets: both.RuntimeEnvironmentSecrets,
    }),
    environmentMode,
  }));

export const image: fc.Arbitrary<DeployedImage> = fc
  .constantFrom('1', '2', '3')
  .map((tag) => ({ identifier: `${REGISTRY}/hello-api:${tag}`, type: 'ECR' }));
