import type {
  AuthenticationConfiguration,
  HealthCheckConfiguration,
  ImageConfiguration,
  NetworkConfiguration,
} from '@aws-sdk/client-apprunner';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Configuration, DeployedImage } from './configured.ts';
import { laidOver } from './merge.ts';

/**
 * What a run names of a service's configuration: the document of `service-config`, the inputs
 * over it and the image over both. What neither names is not in it; sizes of auto scaling are not
 * either, since they name no configuration yet.
 */
export function wishOf(settings: ServiceSettings, image: DeployedImage): Configuration {
  const { SourceConfiguration, ...others } = settings.document ?? {};
  const { ImageRepository, AutoDeploymentsEnabled, AuthenticationConfiguration } =
    SourceConfiguration ?? {};
  const document: Configuration = {
    SourceConfiguration: { ImageRepository, AutoDeploymentsEnabled, AuthenticationConfiguration },
    InstanceConfiguration: others.InstanceConfiguration,
    HealthCheckConfiguration: others.HealthCheckConfiguration,
    NetworkConfiguration: others.NetworkConfiguration,
    AutoScalingConfigurationArn: others.AutoScalingConfigurationArn,
    ObservabilityConfiguration: others.ObservabilityConfiguration,
  };
  return laidOver(document, inputsOf(settings, image), 'merge');
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

function inputsOf(settings: ServiceSettings, image: DeployedImage): Configuration {
  const { autoScaling, observabilityConfigurationArn: observability } = settings;
  return {
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: image.identifier,
        ImageRepositoryType: image.type,
        ImageConfiguration: imageOf(settings),
      },
      AutoDeploymentsEnabled: settings.autoDeployments,
      AuthenticationConfiguration: roleOf(settings),
    },
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

function imageOf(settings: ServiceSettings): ImageConfiguration {
  return {
    Port: settings.port,
    StartCommand: settings.startCommand,
    RuntimeEnvironmentVariables: settings.environmentVariables,
    RuntimeEnvironmentSecrets: settings.environmentSecrets,
  };
}

function roleOf({ accessRoleArn }: ServiceSettings): AuthenticationConfiguration | undefined {
  return accessRoleArn ? { AccessRoleArn: accessRoleArn } : undefined;
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
