import type {
  CodeRepository,
  HealthCheckConfiguration,
  ImageConfiguration,
  NetworkConfiguration,
  SourceConfiguration,
} from '@aws-sdk/client-apprunner';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Configuration, DeployedCode, DeployedSource } from './configured.ts';
import { laidOver } from './merge.ts';

/**
 * What a run names of a service's configuration: the document of `service-config`, the inputs
 * over it and the source over both. What neither names is not in it; sizes of auto scaling are not
 * either, since they name no configuration yet.
 */
export function wishOf(settings: ServiceSettings, source: DeployedSource): Configuration {
  const { SourceConfiguration, ...others } = settings.document ?? {};
  const document: Configuration = {
    SourceConfiguration,
    InstanceConfiguration: others.InstanceConfiguration,
    HealthCheckConfiguration: others.HealthCheckConfiguration,
    NetworkConfiguration: others.NetworkConfiguration,
    AutoScalingConfigurationArn: others.AutoScalingConfigurationArn,
    ObservabilityConfiguration: others.ObservabilityConfiguration,
  };
  return laidOver(document, inputsOf(settings, source), 'merge');
}

/** The tags that a run names. */
export function tagsOf({ document, tags }: ServiceSettings): Readonly<Record<string, string>> {
  const named = document?.Tags?.flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : []));
  return { ...Object.fromEntries(named ?? []), ...tags };
}

/** The KMS key that a run names. */
export function keyOf({ document, kmsKeyArn }: ServiceSettings): string | undefined {
  return kmsKeyArn ?? (document?.EncryptionConfiguration?.KmsKey || undefined);
}

function inputsOf(settings: ServiceSettings, source: DeployedSource): Configuration {
  const { autoScaling, observabilityConfigurationArn: observability } = settings;
  return {
    SourceConfiguration: sourceOf(settings, source),
    InstanceConfiguration: {
      Cpu: settings.cpu,
      Memory: settings.memory,
      InstanceRoleArn: settings.instanceRoleArn,
    },
    HealthCheckConfiguration: healthOf(settings),
    NetworkConfiguration: networkOf(settings),
    AutoScalingConfigurationArn: autoScaling?.kind === 'arn' ? autoScaling.arn : undefined,
    ObservabilityConfiguration: observability
      ? { ObservabilityEnabled: true, ObservabilityConfigurationArn: observability }
      : undefined,
  };
}

function sourceOf(settings: ServiceSettings, source: DeployedSource): SourceConfiguration {
  const { accessRoleArn: AccessRoleArn, autoDeployments: AutoDeploymentsEnabled } = settings;
  if (source.type === 'CODE') {
    const { connectionArn: ConnectionArn } = source.named;
    return {
      CodeRepository: codeOf(settings, source),
      AutoDeploymentsEnabled,
      AuthenticationConfiguration: ConnectionArn ? { ConnectionArn } : undefined,
    };
  }
  return {
    ImageRepository: {
      ImageIdentifier: source.identifier,
      ImageRepositoryType: source.type,
      ImageConfiguration: runOf(settings),
    },
    AutoDeploymentsEnabled,
    AuthenticationConfiguration: AccessRoleArn ? { AccessRoleArn } : undefined,
  };
}

/** App Runner has no other source code version than a branch (API model). */
function codeOf(settings: ServiceSettings, { named }: DeployedCode): CodeRepository {
  const { branch, buildCommand, configurationSource, directory, repositoryUrl, runtime } = named;
  return {
    RepositoryUrl: repositoryUrl,
    SourceCodeVersion: branch ? { Type: 'BRANCH', Value: branch } : undefined,
    SourceDirectory: directory,
    CodeConfiguration: {
      ConfigurationSource: configurationSource,
      CodeConfigurationValues: {
        Runtime: runtime,
        BuildCommand: buildCommand,
        ...runOf(settings),
      },
    },
  };
}

/** What both kinds of source say of the running application. */
function runOf(settings: ServiceSettings): ImageConfiguration {
  return {
    Port: settings.port,
    StartCommand: settings.startCommand,
    RuntimeEnvironmentVariables: settings.environmentVariables,
    RuntimeEnvironmentSecrets: settings.environmentSecrets,
  };
}

function healthOf({ healthCheck }: ServiceSettings): HealthCheckConfiguration | undefined {
  return (
    healthCheck && {
      Protocol: healthCheck.protocol,
      Path: healthCheck.path,
      Interval: healthCheck.interval,
      Timeout: healthCheck.timeout,
      HealthyThreshold: healthCheck.healthyThreshold,
      UnhealthyThreshold: healthCheck.unhealthyThreshold,
    }
  );
}

function networkOf(settings: ServiceSettings): NetworkConfiguration {
  const { vpcConnectorArn, publiclyAccessible, ipAddressType } = settings;
  return {
    EgressConfiguration: vpcConnectorArn
      ? { EgressType: 'VPC', VpcConnectorArn: vpcConnectorArn }
      : undefined,
    IngressConfiguration:
      publiclyAccessible === undefined ? undefined : { IsPubliclyAccessible: publiclyAccessible },
    IpAddressType: ipAddressType,
  };
}
