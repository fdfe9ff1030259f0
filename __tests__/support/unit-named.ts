import type { ServiceSettings } from '../../src/inputs/settings.ts';
import type { Configuration } from '../../src/service/configuration.ts';

const IMAGE = 'SourceConfiguration/ImageRepository';
const RUN = `${IMAGE}/ImageConfiguration`;
const MAPS = ['RuntimeEnvironmentVariables', 'RuntimeEnvironmentSecrets'] as const;
const UNITS: Readonly<Record<string, string>> = { '1 vCPU': '1024', '2 GB': '2048' };

/** Every leaf of a value by its path. */
export function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, member]) => [
      ...leaves(member, path === '' ? key : `${path}/${key}`),
    ]),
  );
}

/** What settings name, written down apart from the merge. */
export interface Named {
  /** By path, what has to be sent. */
  readonly values: ReadonlyMap<string, unknown>;
  /** True when the settings are about this member, or about one that takes it along. */
  mayChange(path: string): boolean;
}

/** What settings name, by path: first the document's members, then those of the inputs. */
export function namedBy(wanted: ServiceSettings, before: Configuration): Named {
  const { document = {}, environmentVariables, environmentSecrets } = wanted;
  const values = new Map(
    [...leaves(document)].filter(([path]) => !path.startsWith(`${IMAGE}/Image`)),
  );
  for (const [path, value] of leaves(document)) {
    if (path.startsWith(`${RUN}/`)) values.set(path, value);
  }
  const [variables, secrets] = MAPS;
  const inputs: Record<string, unknown> = {
    ...byName(variables, environmentVariables),
    ...byName(secrets, environmentSecrets),
    [`${RUN}/Port`]: wanted.port,
    [`${RUN}/StartCommand`]: wanted.startCommand,
    'InstanceConfiguration/Cpu': wanted.cpu,
    'InstanceConfiguration/Memory': wanted.memory,
    'InstanceConfiguration/InstanceRoleArn': wanted.instanceRoleArn,
    'SourceConfiguration/AuthenticationConfiguration/AccessRoleArn': wanted.accessRoleArn,
    'SourceConfiguration/AutoDeploymentsEnabled': wanted.autoDeployments,
    'HealthCheckConfiguration/Protocol': wanted.healthCheck?.protocol,
    'HealthCheckConfiguration/Path': wanted.healthCheck?.path,
    'HealthCheckConfiguration/Interval': wanted.healthCheck?.interval,
    'HealthCheckConfiguration/Timeout': wanted.healthCheck?.timeout,
    'HealthCheckConfiguration/HealthyThreshold': wanted.healthCheck?.healthyThreshold,
    'HealthCheckConfiguration/UnhealthyThreshold': wanted.healthCheck?.unhealthyThreshold,
    'NetworkConfiguration/EgressConfiguration/EgressType': wanted.vpcConnectorArn && 'VPC',
    'NetworkConfiguration/EgressConfiguration/VpcConnectorArn': wanted.vpcConnectorArn,
    'NetworkConfiguration/IngressConfiguration/IsPubliclyAccessible': wanted.publiclyAccessible,
    'NetworkConfiguration/IpAddressType': wanted.ipAddressType,
    'ObservabilityConfiguration/ObservabilityEnabled': wanted.observabilityConfigurationArn && true,
    'ObservabilityConfiguration/ObservabilityConfigurationArn':
      wanted.observabilityConfigurationArn,
    AutoScalingConfigurationArn:
      wanted.autoScaling?.kind === 'arn' ? wanted.autoScaling.arn : undefined,
  };
  for (const [path, value] of Object.entries(inputs)) {
    if (value === undefined) continue;
    values.set(path, value);
    // A name is in one of the maps only.
    const [, map, name] = /\/(RuntimeEnvironment\w+)\/(.*)$/.exec(path) ?? [];
    if (map) values.delete(`${RUN}/${map === variables ? secrets : variables}/${name}`);
  }
  for (const member of ['Cpu', 'Memory']) {
    const path = `InstanceConfiguration/${member}`;
    if (values.has(path)) values.set(path, UNITS[`${values.get(path)}`] ?? values.get(path));
  }
  imply(values, before);
  const paths = new Set([...values.keys(), ...alongWith(values), `${IMAGE}/ImageIdentifier`]);
  return {
    values,
    mayChange: (path) =>
      paths.has(path) || (wanted.environmentMode === 'replace' && /\/RuntimeEnv/.test(path)),
  };
}

function byName(map: string, entries: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [`${RUN}/${map}/${name}`, value]),
  );
}

/** What goes without saying: a path is asked for with HTTP, and a private service is IPv4. */
function imply(values: Map<string, unknown>, before: Configuration): void {
  if (values.has('HealthCheckConfiguration/Path')) {
    const protocol = 'HealthCheckConfiguration/Protocol';
    values.set(protocol, values.get(protocol) ?? 'HTTP');
  }
  const { IngressConfiguration, IpAddressType } = before.NetworkConfiguration ?? {};
  const closes =
    values.get('NetworkConfiguration/IngressConfiguration/IsPubliclyAccessible') === false &&
    IngressConfiguration?.IsPubliclyAccessible !== false;
  const type = 'NetworkConfiguration/IpAddressType';
  if (closes && IpAddressType === 'DUAL_STACK' && !values.has(type)) values.set(type, 'IPV4');
}

/** Members that go with a named one: a name's other map, what is switched off. */
function alongWith(values: ReadonlyMap<string, unknown>): string[] {
  const [variables, secrets] = MAPS;
  const moved = [...values.keys()].flatMap((path) => {
    const [, map, name] = /\/(RuntimeEnvironment\w+)\/(.*)$/.exec(path) ?? [];
    return map ? [`${RUN}/${map === variables ? secrets : variables}/${name}`] : [];
  });
  return [
    ...moved,
    ...(values.get('NetworkConfiguration/EgressConfiguration/EgressType') === 'DEFAULT'
      ? ['NetworkConfiguration/EgressConfiguration/VpcConnectorArn']
      : []),
    ...(values.get('ObservabilityConfiguration/ObservabilityEnabled') === false
      ? ['ObservabilityConfiguration/ObservabilityConfigurationArn']
      : []),
  ];
}
