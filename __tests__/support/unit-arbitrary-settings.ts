import fc from 'fast-check';
import type { ServiceDocument } from '../../src/document/document.ts';
import type { ServiceSettings } from '../../src/inputs/settings.ts';
import type { DeployedImage } from '../../src/service/configuration.ts';
import { REGISTRY } from './create-service.ts';
import {
  addressType,
  connector,
  cpu,
  maps,
  maybe,
  memory,
  observability,
  path,
  port,
  role,
  scalingArn,
  seconds,
  value,
} from './unit-arbitrary.ts';

const checkTimes = {
  interval: seconds,
  timeout: seconds,
  healthyThreshold: seconds,
  unhealthyThreshold: seconds,
};

/** Documents of `service-config`: any part of what they may name of a service from an image. */
export const document: fc.Arbitrary<ServiceDocument> = fc.record(
  {
    SourceConfiguration: fc.record(
      {
        AutoDeploymentsEnabled: fc.boolean(),
        AuthenticationConfiguration: role.map((AccessRoleArn) => ({ AccessRoleArn })),
        ImageRepository: fc
          .tuple(fc.record({ Port: port, StartCommand: value }, { requiredKeys: [] }), maybe(maps))
          .map(([one, both]) => ({
            ImageIdentifier: `${REGISTRY}/of-the-document:1`,
            ImageRepositoryType: 'ECR' as const,
            ImageConfiguration: { ...one, ...both },
          })),
      },
      { requiredKeys: [] },
    ),
    InstanceConfiguration: fc.record(
      { Cpu: cpu, Memory: memory, InstanceRoleArn: role },
      { requiredKeys: [] },
    ),
    HealthCheckConfiguration: fc.record(
      { Protocol: fc.constantFrom('TCP' as const, 'HTTP' as const), Path: path, Interval: seconds },
      { requiredKeys: [] },
    ),
    NetworkConfiguration: fc.record(
      {
        EgressConfiguration: fc.oneof(
          fc.constant({ EgressType: 'DEFAULT' as const }),
          connector.map((VpcConnectorArn) => ({ EgressType: 'VPC' as const, VpcConnectorArn })),
        ),
        IngressConfiguration: fc.record({ IsPubliclyAccessible: fc.boolean() }),
        IpAddressType: addressType,
      },
      { requiredKeys: [] },
    ),
    AutoScalingConfigurationArn: scalingArn,
    ObservabilityConfiguration: fc.oneof(
      fc.constant({ ObservabilityEnabled: false }),
      observability.map((arn) => ({
        ObservabilityEnabled: true,
        ObservabilityConfigurationArn: arn,
      })),
    ),
  },
  { requiredKeys: [] },
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
        healthCheck: fc.oneof(
          fc.record(
            { protocol: fc.constantFrom('TCP' as const, 'HTTP' as const), ...checkTimes },
            { requiredKeys: [] },
          ),
          fc.record(
            { protocol: fc.constant('HTTP' as const), path, ...checkTimes },
            { requiredKeys: ['protocol', 'path'] },
          ),
        ),
        autoScaling: scalingArn.map((arn) => ({ kind: 'arn' as const, arn })),
        vpcConnectorArn: connector,
        publiclyAccessible: fc.boolean(),
        ipAddressType: addressType,
        observabilityConfigurationArn: observability,
        document,
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
