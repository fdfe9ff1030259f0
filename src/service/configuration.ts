import type {
  ImageConfiguration,
  Service,
  SourceConfiguration,
  UpdateServiceRequest,
} from '@aws-sdk/client-apprunner';
import { cpuUnits, memoryMegabytes } from '../inputs/compute.ts';
import type { ServiceSettings } from '../inputs/settings.ts';

/** What a deployment can change of a service: UpdateService's members without the ARN. */
export type Configuration = Omit<UpdateServiceRequest, 'ServiceArn'>;

type Variables = Readonly<Record<string, string>>;

/** The image to deploy, as App Runner names it. */
export interface DeployedImage {
  readonly identifier: string;
  readonly type: 'ECR' | 'ECR_PUBLIC';
}

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
    SourceConfiguration,
    InstanceConfiguration: normalised(InstanceConfiguration),
    HealthCheckConfiguration,
    NetworkConfiguration,
    AutoScalingConfigurationArn: autoScalingArn,
    ObservabilityConfiguration,
  });
}

/**
 * A configuration with the image and the settings of this run laid over it. What the settings
 * do not name stays as it is.
 */
export function withSettings(
  base: Configuration,
  image: DeployedImage,
  settings: ServiceSettings,
): Configuration {
  return withoutNothing({
    ...base,
    SourceConfiguration: source(base.SourceConfiguration ?? {}, image, settings),
    InstanceConfiguration: {
      ...base.InstanceConfiguration,
      Cpu: settings.cpu ?? base.InstanceConfiguration?.Cpu,
      Memory: settings.memory ?? base.InstanceConfiguration?.Memory,
      InstanceRoleArn: settings.instanceRoleArn ?? base.InstanceConfiguration?.InstanceRoleArn,
    },
  });
}

function source(
  base: SourceConfiguration,
  image: DeployedImage,
  settings: ServiceSettings,
): SourceConfiguration {
  const isPublic = image.type === 'ECR_PUBLIC';
  const accessRole = settings.accessRoleArn ?? base.AuthenticationConfiguration?.AccessRoleArn;
  return {
    ImageRepository: {
      ImageIdentifier: image.identifier,
      ImageRepositoryType: image.type,
      ImageConfiguration: imageConfiguration(
        base.ImageRepository?.ImageConfiguration ?? {},
        settings,
      ),
    },
    // App Runner refuses both for ECR Public, and this action deploys by itself elsewhere.
    AutoDeploymentsEnabled:
      !isPublic && (settings.autoDeployments ?? base.AutoDeploymentsEnabled ?? false),
    AuthenticationConfiguration:
      isPublic || !accessRole ? undefined : { AccessRoleArn: accessRole },
  };
}

function imageConfiguration(
  base: ImageConfiguration,
  settings: ServiceSettings,
): ImageConfiguration {
  return {
    ...base,
    Port: settings.port ?? base.Port,
    StartCommand: settings.startCommand ?? base.StartCommand,
    ...environment(base, settings),
  };
}

/**
 * The variables and secrets after this run. A name moves between the two maps when the other
 * input names it, because App Runner refuses a name that is in both.
 */
function environment(base: ImageConfiguration, settings: ServiceSettings): ImageConfiguration {
  const { environmentVariables: variables = {}, environmentSecrets: secrets = {} } = settings;
  const named = new Set([...Object.keys(variables), ...Object.keys(secrets)]);
  const merged = (own: Variables = {}, wanted: Variables): Variables | undefined => {
    const kept =
      settings.environmentMode === 'replace'
        ? []
        : Object.entries(own).filter(([name]) => !named.has(name));
    const all = { ...Object.fromEntries(kept), ...wanted };
    // An empty map is sent only where it empties one.
    return Object.keys({ ...own, ...all }).length === 0 ? undefined : all;
  };
  return {
    RuntimeEnvironmentVariables: merged(base.RuntimeEnvironmentVariables, variables),
    RuntimeEnvironmentSecrets: merged(base.RuntimeEnvironmentSecrets, secrets),
  };
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
