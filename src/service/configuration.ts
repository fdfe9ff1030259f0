import type { CodeConfiguration, Service, SourceConfiguration } from '@aws-sdk/client-apprunner';
import { cpuUnits, memoryMegabytes } from '../inputs/compute.ts';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Configuration, DeployedImage, DeployedSource } from './configured.ts';
import { laidOver } from './merge.ts';
import { wishOf } from './wish.ts';

export type { Configuration, DeployedImage, DeployedSource } from './configured.ts';

/**
 * A service's own configuration in the form that UpdateService takes. Sending all of it back
 * loses nothing, whatever App Runner does about members that are left out: the maps in it are
 * replaced whole, and public reports disagree on the rest.
 */
export function readBack(service: Service): Configuration {
  const {
    SourceConfiguration,
    InstanceConfiguration,
    HealthCheckConfiguration,
    NetworkConfiguration,
    AutoScalingConfigurationSummary,
    ObservabilityConfiguration,
  } = service;
  const autoScalingArn = AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
  return withoutNothing({
    SourceConfiguration: SourceConfiguration && withoutIgnored(SourceConfiguration),
    InstanceConfiguration: normalised(InstanceConfiguration),
    HealthCheckConfiguration,
    NetworkConfiguration,
    AutoScalingConfigurationArn: autoScalingArn,
    ObservabilityConfiguration,
  });
}

/**
 * A configuration with the source and the settings of this run laid over it. What the settings
 * do not name stays as it is.
 */
export function withSettings(
  base: Configuration,
  source: DeployedSource,
  settings: ServiceSettings,
): Configuration {
  const wish = wishOf(settings, source);
  const merged = laidOver(base, normalisedUnits(wish), settings.environmentMode);
  return withoutNothing({
    ...merged,
    SourceConfiguration:
      source.type === 'CODE'
        ? codeSource(merged.SourceConfiguration ?? {})
        : imageSource(merged.SourceConfiguration ?? {}, source),
    NetworkConfiguration: network(base, wish, merged),
  });
}

/** App Runner makes a service that it closes IPv4 (developer guide, "Networking"). */
function network(base: Configuration, wish: Configuration, merged: Configuration) {
  const { NetworkConfiguration: network } = merged;
  const named = wish.NetworkConfiguration;
  const closes =
    named?.IngressConfiguration?.IsPubliclyAccessible === false &&
    base.NetworkConfiguration?.IngressConfiguration?.IsPubliclyAccessible !== false;
  return closes && !named.IpAddressType && network?.IpAddressType === 'DUAL_STACK'
    ? { ...network, IpAddressType: 'IPV4' as const }
    : network;
}

function imageSource(merged: SourceConfiguration, image: DeployedImage): SourceConfiguration {
  const isPublic = image.type === 'ECR_PUBLIC';
  const { AccessRoleArn } = merged.AuthenticationConfiguration ?? {};
  return {
    ImageRepository: merged.ImageRepository,
    // App Runner refuses both for ECR Public, and this action deploys by itself elsewhere.
    AutoDeploymentsEnabled: !isPublic && (merged.AutoDeploymentsEnabled ?? false),
    AuthenticationConfiguration: isPublic || !AccessRoleArn ? undefined : { AccessRoleArn },
  };
}

function codeSource(merged: SourceConfiguration): SourceConfiguration {
  const { CodeRepository, AuthenticationConfiguration } = merged;
  const { ConnectionArn } = AuthenticationConfiguration ?? {};
  const { CodeConfigurationValues: values, ConfigurationSource: from } =
    CodeRepository?.CodeConfiguration ?? {};
  return withoutIgnored({
    CodeRepository: {
      ...(CodeRepository ?? { RepositoryUrl: undefined, SourceCodeVersion: undefined }),
      CodeConfiguration: {
        // A runtime says that the repository need not have an apprunner.yaml.
        ConfigurationSource: from ?? (values?.Runtime ? 'API' : 'REPOSITORY'),
        CodeConfigurationValues: values,
      },
    },
    AutoDeploymentsEnabled: merged.AutoDeploymentsEnabled ?? false,
    AuthenticationConfiguration: ConnectionArn ? { ConnectionArn } : undefined,
  });
}

/** What apprunner.yaml says; App Runner ignores it in the API then (API reference). */
function withoutIgnored(source: SourceConfiguration): SourceConfiguration {
  const { CodeRepository } = source;
  if (CodeRepository?.CodeConfiguration?.ConfigurationSource !== 'REPOSITORY') return source;
  const CodeConfiguration: CodeConfiguration = { ConfigurationSource: 'REPOSITORY' };
  return { ...source, CodeRepository: { ...CodeRepository, CodeConfiguration } };
}

function normalisedUnits(configuration: Configuration): Configuration {
  const { InstanceConfiguration } = configuration;
  return { ...configuration, InstanceConfiguration: normalised(InstanceConfiguration) };
}

/** Units as App Runner echoes them, whatever form a service was given. */
function normalised(instance: Configuration['InstanceConfiguration']) {
  if (!instance) return undefined;
  const { Cpu, Memory } = instance;
  return {
    ...instance,
    Cpu: Cpu && (cpuUnits(Cpu) ?? Cpu),
    Memory: Memory && (memoryMegabytes(Memory) ?? Memory),
  };
}

/** Maps of the user's own: a name may have an empty value, and an empty map has a meaning. */
const MAPS = new Set(['RuntimeEnvironmentVariables', 'RuntimeEnvironmentSecrets']);

/**
 * A copy without members that say nothing, at any depth: App Runner refuses empty strings
 * ("The auto scaling configuration ARN you specified isn't valid. ARN: ''").
 */
function withoutNothing<T extends object>(value: T): T {
  const entries = Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    if (MAPS.has(key)) return member ? [[key, member]] : [];
    if (typeof member !== 'object' || member === null) {
      return member === undefined || member === null || member === '' ? [] : [[key, member]];
    }
    const inner = withoutNothing(member);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries(entries);
}
