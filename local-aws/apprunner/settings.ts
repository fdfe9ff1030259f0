import type { Home } from './home.ts';
import { roleAccount } from './identifiers.ts';
import { invalidRequest } from './refusals.ts';
import { runSettings } from './run-settings.ts';
import type {
  HealthCheckConfiguration,
  InstanceConfiguration,
  NetworkConfiguration,
  ObservabilityConfiguration,
  Settings,
  SourceConfiguration,
} from './shapes.ts';
import { resolveSource } from './source.ts';
import type { Configuration, StoredService } from './store.ts';

/** CPU units and the megabytes that go with them (AWS CDK's App Runner module lists the pairs). */
const pairs: Readonly<Record<string, readonly string[]>> = {
  '256': ['512', '1024'],
  '512': ['1024'],
  '1024': ['2048', '3072', '4096'],
  '2048': ['4096', '6144'],
  '4096': ['8192', '10240', '12288'],
};

/** `1 vCPU` and `2 GB` as units, which is how App Runner answers them. */
const units = (value: string): string => {
  const [amount, unit] = value.split(' ');
  return unit === undefined ? value : `${Number(amount) * 1024}`;
};

const instanceOf = (
  asked: InstanceConfiguration | undefined,
  current: Configuration['instance'],
  home: Home,
): Configuration['instance'] => {
  const merged = { ...current, ...asked };
  const cpu = units(merged.Cpu);
  const memory = units(merged.Memory);
  if (!pairs[cpu]?.includes(memory)) {
    throw invalidRequest(
      `The combination of Cpu ${cpu} and Memory ${memory} isn't supported. Memory for this Cpu: ${pairs[cpu]?.join(', ')}.`,
    );
  }
  const role = merged.InstanceRoleArn;
  if (role !== undefined && roleAccount(role) !== home.accountId) {
    throw invalidRequest('Error in assuming instance role ARN');
  }
  return { ...merged, Cpu: cpu, Memory: memory };
};

/** A connector belongs to the type VPC, and to no other (API model); the words are ours. */
const checkEgress = (
  { EgressType, VpcConnectorArn }: NonNullable<NetworkConfiguration['EgressConfiguration']>,
  home: Home,
): void => {
  const found = VpcConnectorArn === undefined ? undefined : home.connectors.find(VpcConnectorArn);
  const usable = found !== undefined && found.deletedAt === undefined;
  if (EgressType === 'VPC' ? usable : VpcConnectorArn === undefined) return;
  throw invalidRequest(
    `The VPC connector ARN you specified isn't valid for EgressType ${EgressType}. ARN: '${VpcConnectorArn ?? ''}'`,
  );
};

const networkOf = (
  asked: NetworkConfiguration | undefined,
  current: NetworkConfiguration,
  home: Home,
): NetworkConfiguration => {
  const merged = { ...current, ...asked };
  const egress = { EgressType: 'DEFAULT' as const, ...merged.EgressConfiguration };
  if (asked?.EgressConfiguration !== undefined) checkEgress(egress, home);
  return {
    EgressConfiguration: egress,
    IngressConfiguration: { IsPubliclyAccessible: true, ...merged.IngressConfiguration },
    IpAddressType: merged.IpAddressType ?? 'IPV4',
  };
};

const observabilityOf = (
  asked: ObservabilityConfiguration | undefined,
  current: ObservabilityConfiguration,
  home: Home,
): ObservabilityConfiguration => {
  if (asked === undefined) return current;
  const arn = asked.ObservabilityConfigurationArn;
  if (asked.ObservabilityEnabled) {
    const revision = home.observability.usable(arn ?? '');
    return { ObservabilityEnabled: true, ObservabilityConfigurationArn: revision.arn };
  }
  if (arn === undefined) return { ObservabilityEnabled: false };
  throw invalidRequest(
    `An observability configuration ARN is for ObservabilityEnabled true only. ARN: '${arn}'`,
  );
};

const defaultInstance = { Cpu: '1024', Memory: '2048' };
const defaultHealth: Required<HealthCheckConfiguration> = {
  Protocol: 'TCP',
  Path: '/',
  Interval: 5,
  Timeout: 2,
  HealthyThreshold: 1,
  UnhealthyThreshold: 5,
};

const hasSecrets = (source: SourceConfiguration): boolean =>
  Object.keys(runSettings(source)?.RuntimeEnvironmentSecrets ?? {}).length > 0;

/**
 * The configuration after a request, checked. Members the request leaves out keep the value they
 * had `before`, or App Runner's default when there is no service yet. An ARN without revision
 * stands for the latest one at this moment. Throws InvalidRequestException.
 */
export const resolveConfiguration = (
  asked: Settings & { readonly SourceConfiguration?: SourceConfiguration },
  before: Pick<StoredService, 'configuration' | 'status'> | undefined,
  home: Home,
): Configuration => {
  const current = before?.configuration;
  const source =
    asked.SourceConfiguration === undefined && current !== undefined
      ? current.source
      : resolveSource(
          asked.SourceConfiguration ?? {},
          before && { source: before.configuration.source, status: before.status },
          home,
        );
  const instance = instanceOf(
    asked.InstanceConfiguration,
    current?.instance ?? defaultInstance,
    home,
  );
  if (hasSecrets(source) && instance.InstanceRoleArn === undefined) {
    throw invalidRequest(
      'Instance Role have to be provided if passing in RuntimeEnvironmentSecrets.',
    );
  }
  const arn = asked.AutoScalingConfigurationArn;
  return {
    source,
    instance,
    health: { ...(current?.health ?? defaultHealth), ...asked.HealthCheckConfiguration },
    network: networkOf(asked.NetworkConfiguration, current?.network ?? {}, home),
    observability: observabilityOf(
      asked.ObservabilityConfiguration,
      current?.observability ?? { ObservabilityEnabled: false },
      home,
    ),
    scaling:
      arn === undefined ? (current?.scaling ?? home.scaling.default) : home.scaling.usable(arn),
  };
};
