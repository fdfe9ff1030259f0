import type { Service } from '@aws-sdk/client-apprunner';
import fc from 'fast-check';
import {
  ACCESS_ROLE,
  createService,
  INSTANCE_ROLE,
  OBSERVABILITY_ARN,
  REGISTRY,
  SCALING_ARN,
  VPC_CONNECTOR_ARN,
} from './create-service.ts';

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
export const maps = fc.tuple(variables, secrets).map(([plain, secret]) => ({
  RuntimeEnvironmentVariables: Object.fromEntries(
    Object.entries(plain).filter(([name]) => !Object.hasOwn(secret, name)),
  ),
  RuntimeEnvironmentSecrets: secret,
}));

export function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

export const port = fc.integer({ min: 1, max: 65535 }).map(String);
export const cpu = fc.constantFrom('256', '512', '1024', '2048', '4096', '1 vCPU');
export const memory = fc.constantFrom('512', '2048', '4096', '12288', '2 GB');
export const role = fc.constantFrom(ACCESS_ROLE, INSTANCE_ROLE);

export const path = fc.constantFrom('/x', '/health');
export const seconds = fc.integer({ min: 1, max: 20 });
export const addressType = fc.constantFrom('IPV4' as const, 'DUAL_STACK' as const);
export const scalingArn = fc.constantFrom(SCALING_ARN, SCALING_ARN.replace('big', 'small'));
export const connector = fc.constantFrom(
  VPC_CONNECTOR_ARN,
  VPC_CONNECTOR_ARN.replace('main', 'other'),
);
export const observability = fc.constantFrom(
  OBSERVABILITY_ARN,
  OBSERVABILITY_ARN.replace('trace', 'other'),
);

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
      fc.record(
        {
          Protocol: fc.constantFrom('TCP' as const, 'HTTP' as const),
          Path: path,
          Interval: seconds,
          Timeout: seconds,
          HealthyThreshold: seconds,
          UnhealthyThreshold: seconds,
        },
        { requiredKeys: ['Interval', 'Path'] },
      ),
    ),
    scaling: maybe(fc.oneof(fc.constant(''), scalingArn)),
    type: maybe(addressType),
    egress: maybe(
      fc.oneof(
        fc.constant({ EgressType: 'DEFAULT' as const }),
        connector.map((VpcConnectorArn) => ({ EgressType: 'VPC' as const, VpcConnectorArn })),
      ),
    ),
    open: maybe(fc.boolean()),
    traces: maybe(
      fc.oneof(
        fc.constant({ ObservabilityEnabled: false }),
        observability.map((arn) => ({
          ObservabilityEnabled: true,
          ObservabilityConfigurationArn: arn,
        })),
      ),
    ),
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
      NetworkConfiguration: {
        IpAddressType: parts.type,
        EgressConfiguration: parts.egress,
        IngressConfiguration:
          parts.open === undefined ? undefined : { IsPubliclyAccessible: parts.open },
      },
      ObservabilityConfiguration: parts.traces,
    }),
  );
