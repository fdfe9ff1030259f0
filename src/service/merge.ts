import type {
  CodeConfiguration,
  CodeConfigurationValues,
  CodeRepository,
  EgressConfiguration,
  HealthCheckConfiguration,
  ImageConfiguration,
  NetworkConfiguration,
  ServiceObservabilityConfiguration,
  SourceConfiguration,
} from '@aws-sdk/client-apprunner';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Configuration } from './configured.ts';

type Variables = Readonly<Record<string, string>>;
type Mode = ServiceSettings['environmentMode'];

/**
 * A configuration with another laid over it: what the upper one does not name stays, at any
 * depth. Members that have no meaning beside a named one go with it.
 *
 * @param mode `replace` makes variables and secrets exactly those of the upper one
 */
export function laidOver(base: Configuration, over: Configuration, mode: Mode): Configuration {
  return {
    SourceConfiguration: source(base.SourceConfiguration, over.SourceConfiguration, mode),
    InstanceConfiguration: members(base.InstanceConfiguration, over.InstanceConfiguration),
    HealthCheckConfiguration: health(base.HealthCheckConfiguration, over.HealthCheckConfiguration),
    NetworkConfiguration: network(base.NetworkConfiguration, over.NetworkConfiguration),
    AutoScalingConfigurationArn: resource(
      base.AutoScalingConfigurationArn,
      over.AutoScalingConfigurationArn,
    ),
    ObservabilityConfiguration: observability(
      base.ObservabilityConfiguration,
      over.ObservabilityConfiguration,
    ),
  };
}

/** One structure's members, the upper ones first; those that say nothing count as not named. */
function members<T extends object>(base: T | undefined, over: T | undefined): T | undefined {
  if (!base || !over) return over ?? base;
  const named = Object.entries(over).filter(([, value]) => value !== undefined && value !== '');
  return { ...base, ...Object.fromEntries(named) };
}

function source(
  base: SourceConfiguration = {},
  over: SourceConfiguration = {},
  mode: Mode,
): SourceConfiguration {
  const { ImageRepository: own, AuthenticationConfiguration: role } = base;
  const { ImageRepository: named, AuthenticationConfiguration: namedRole } = over;
  const repository = members(own, named);
  return {
    ...members(base, over),
    ImageRepository: repository && {
      ...repository,
      ImageConfiguration: run(own?.ImageConfiguration, named?.ImageConfiguration, mode),
    },
    CodeRepository: code(base.CodeRepository, over.CodeRepository, mode),
    AuthenticationConfiguration: members(role, namedRole),
  };
}

function code(
  base: CodeRepository | undefined,
  over: CodeRepository | undefined,
  mode: Mode,
): CodeRepository | undefined {
  const merged = members(base, over);
  return (
    merged && {
      ...merged,
      SourceCodeVersion: members(base?.SourceCodeVersion, over?.SourceCodeVersion),
      CodeConfiguration: codeConfiguration(base?.CodeConfiguration, over?.CodeConfiguration, mode),
    }
  );
}

function codeConfiguration(
  base: CodeConfiguration | undefined,
  over: CodeConfiguration | undefined,
  mode: Mode,
): CodeConfiguration {
  const [own, named] = [base?.CodeConfigurationValues, over?.CodeConfigurationValues];
  const values: CodeConfigurationValues = {
    Runtime: undefined,
    ...members(own, named),
    ...run(own, named, mode),
  };
  return {
    ConfigurationSource: undefined,
    ...members(base, over),
    CodeConfigurationValues: values,
  };
}

/** What both kinds of source say of the running application. */
function run(
  base: ImageConfiguration = {},
  over: ImageConfiguration = {},
  mode: Mode,
): ImageConfiguration {
  const { RuntimeEnvironmentVariables: ownVariables, RuntimeEnvironmentSecrets: ownSecrets } = base;
  const { RuntimeEnvironmentVariables: variables = {}, RuntimeEnvironmentSecrets: secrets = {} } =
    over;
  // A name moves between the two maps when the other one names it, because App Runner refuses
  // a name that is in both.
  const named = new Set([...Object.keys(variables), ...Object.keys(secrets)]);
  const merged = (own: Variables = {}, wanted: Variables): Variables | undefined => {
    const kept = mode === 'replace' ? [] : Object.entries(own).filter(([name]) => !named.has(name));
    const all = { ...Object.fromEntries(kept), ...wanted };
    // An empty map is sent only where it empties one.
    return Object.keys({ ...own, ...all }).length === 0 ? undefined : all;
  };
  return {
    ...members(base, over),
    RuntimeEnvironmentVariables: merged(ownVariables, variables),
    RuntimeEnvironmentSecrets: merged(ownSecrets, secrets),
  };
}

/** A path makes the check HTTP, because App Runner uses one with HTTP only. */
function health(
  base: HealthCheckConfiguration | undefined,
  over: HealthCheckConfiguration | undefined,
): HealthCheckConfiguration | undefined {
  const implied = over?.Path && !over.Protocol ? ({ Protocol: 'HTTP' } as const) : {};
  return members(base, over && { ...over, ...implied });
}

function network(
  base: NetworkConfiguration | undefined,
  over: NetworkConfiguration | undefined,
): NetworkConfiguration | undefined {
  if (!over) return base;
  return {
    ...members(base, over),
    EgressConfiguration: egress(base?.EgressConfiguration, over.EgressConfiguration),
    IngressConfiguration: members(base?.IngressConfiguration, over.IngressConfiguration),
  };
}

/** The connector goes when requests leave by the public internet again. */
function egress(
  base: EgressConfiguration | undefined,
  over: EgressConfiguration | undefined,
): EgressConfiguration | undefined {
  if (over?.EgressType === 'DEFAULT' && !over.VpcConnectorArn) return { EgressType: 'DEFAULT' };
  const implied = over?.VpcConnectorArn && !over.EgressType ? { EgressType: 'VPC' as const } : {};
  return members(base, over && { ...over, ...implied });
}

/** The ARN goes when tracing is switched off. */
function observability(
  base: ServiceObservabilityConfiguration | undefined,
  over: ServiceObservabilityConfiguration | undefined,
): ServiceObservabilityConfiguration | undefined {
  if (over?.ObservabilityEnabled === false && !over.ObservabilityConfigurationArn) {
    return { ObservabilityEnabled: false };
  }
  const own = base?.ObservabilityConfigurationArn;
  const merged = members(base, over);
  return (
    merged && {
      ...merged,
      ObservabilityConfigurationArn: resource(own, over?.ObservabilityConfigurationArn),
    }
  );
}

/** An ARN up to the revision means the very resource whose ARN goes on with an id. */
function resource(own: string | undefined, named: string | undefined): string | undefined {
  if (!named) return own;
  return own && /\/\d+$/.test(named) && own.startsWith(`${named}/`) ? own : named;
}
