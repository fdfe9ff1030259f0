import type {
  CreateServiceRequest,
  Service,
  UpdateServiceRequest,
} from '@aws-sdk/client-apprunner';
import type { ServiceSettings } from '../inputs/settings.ts';
import type { Around } from './around.ts';
import type { Scaling } from './auto-scaling.ts';
import { baseConfiguration } from './base.ts';
import { type Change, changesBetween } from './changes.ts';
import {
  type Configuration,
  type DeployedSource,
  readBack,
  withSettings,
} from './configuration.ts';
import { checkAcceptable, checkChangeable } from './limits.ts';
import { sizesText } from './sizes.ts';
import { type Tagging, taggingOf } from './tagging.ts';
import { keyOf, tagsOf } from './wish.ts';

/** An auto scaling configuration that has to be made before the service can use it. */
export type NewScaling = Extract<Scaling, { kind: 'new' }>;

/** What both requests have in common. */
interface Configured {
  readonly changes: readonly Change[];
  /** Made first; the request then takes its ARN (see withScaling). */
  readonly newScaling?: NewScaling;
}

/** What a run does to the service it found. */
export type Decision =
  | ({ readonly kind: 'create'; readonly request: CreateServiceRequest } & Configured)
  | ({
      readonly kind: 'update';
      readonly request: UpdateServiceRequest;
      readonly tagging?: Tagging;
    } & Configured)
  | {
      readonly kind: 'deploy';
      readonly serviceArn: string;
      readonly tagging?: Tagging;
    };

/**
 * Decides between create, update and a new deployment of the same settings, for a service that
 * has no other step before it (see stepBefore). UpdateService with a source is itself a
 * deployment; StartDeployment pulls a tag again that has new bytes, or builds the newest commit
 * of a branch. A service whose creation failed takes UpdateService, which repairs it, and no
 * StartDeployment. Tags are no part of UpdateService, and need no deployment.
 *
 * @param around what readAround found for this service and these settings
 * @throws ActionError for what App Runner would refuse or can't change
 */
export function decide(
  name: string,
  service: Service | undefined,
  source: DeployedSource,
  settings: ServiceSettings,
  around: Around = {},
): Decision {
  if (service) checkChangeable(service, source, settings);
  const before = service ? readBack(service) : {};
  const base = service ? undefined : around.base;
  const from = base ? baseConfiguration(base, source) : before;
  const wanted = configured(from, source, settings, around);
  const { after, shown, newScaling } = wanted;
  checkAcceptable(name, source, settings, after);
  if (!service) {
    const key = keyOf(settings) ?? (base?.EncryptionConfiguration?.KmsKey || undefined);
    return creation(name, wanted, { key, tags: tagsOf(settings) });
  }
  const serviceArn = `${service.ServiceArn}`;
  const found = taggingOf(settings, around.tags);
  const tagging = found && { tagging: found };
  const changes = changesBetween(before, shown);
  return changes.length === 0 && service.Status !== 'CREATE_FAILED'
    ? { kind: 'deploy', serviceArn, ...tagging }
    : {
        kind: 'update',
        request: { ServiceArn: serviceArn, ...after },
        changes,
        ...tagging,
        ...(newScaling && { newScaling }),
      };
}

/** Every setting that a decision changes, tags included. */
export function changesOf(decision: Decision): readonly Change[] {
  switch (decision.kind) {
    case 'create':
      return decision.changes;
    case 'update':
      return [...decision.changes, ...(decision.tagging?.changes ?? [])];
    case 'deploy':
      return decision.tagging?.changes ?? [];
  }
}

/**
 * The request that makes a service anew whose creation failed and which can't be repaired: its
 * own configuration with this run's settings over it.
 *
 * @param around what readAround found for this service and these settings, and all its tags
 * @throws ActionError for what App Runner would refuse
 */
export function recreate(
  service: Service,
  source: DeployedSource,
  settings: ServiceSettings,
  around: Around = {},
): Extract<Decision, { kind: 'create' }> {
  const name = `${service.ServiceName}`;
  const wanted = configured(readBack(service), source, settings, around);
  checkAcceptable(name, source, settings, wanted.after);
  return creation(name, wanted, {
    key: keyOf(settings) ?? (service.EncryptionConfiguration?.KmsKey || undefined),
    tags: { ...around.tags, ...tagsOf(settings) },
  });
}

/** A decision whose auto scaling configuration has been made, or which does without. */
export function withScaling(decision: Decision, arn: string | undefined): Decision {
  if (decision.kind === 'deploy') return decision;
  const { newScaling: _made, ...others } = decision;
  const scaling = arn === undefined ? {} : { AutoScalingConfigurationArn: arn };
  return others.kind === 'create'
    ? { ...others, request: { ...others.request, ...scaling } }
    : { ...others, request: { ...others.request, ...scaling } };
}

interface Wanted {
  /** What is sent. */
  readonly after: Configuration;
  /** What is told: a configuration that is to be made has no ARN yet. */
  readonly shown: Configuration;
  readonly newScaling?: NewScaling;
}

function configured(
  before: Configuration,
  source: DeployedSource,
  settings: ServiceSettings,
  { scaling, observabilityArn }: Around,
): Wanted {
  if (settings.autoScaling?.kind === 'sizes' && !scaling) {
    throw new Error('No auto scaling configuration was looked for.');
  }
  const { autoScaling: _sizes, ...others } = settings;
  const after = withSettings(before, source, {
    ...(scaling ? others : settings),
    ...(scaling?.kind === 'arn' && { autoScaling: scaling }),
    ...(observabilityArn && { observabilityConfigurationArn: observabilityArn }),
  });
  if (scaling?.kind !== 'new') return { after, shown: after };
  const { AutoScalingConfigurationArn: _old, ...rest } = after;
  const text = `a new revision of ${scaling.name}: ${sizesText(scaling.sizes)}`;
  return {
    after: rest,
    shown: { ...rest, AutoScalingConfigurationArn: text },
    newScaling: scaling,
  };
}

/** What only CreateService takes. */
interface AtCreation {
  readonly key: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

function creation(
  name: string,
  { after: { SourceConfiguration, ...others }, shown, newScaling }: Wanted,
  { key, tags }: AtCreation,
): Extract<Decision, { kind: 'create' }> {
  const encryption = key ? { EncryptionConfiguration: { KmsKey: key } } : {};
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    kind: 'create',
    request: {
      ServiceName: name,
      SourceConfiguration,
      ...others,
      ...encryption,
      ...(Tags.length > 0 && { Tags }),
    },
    changes: changesBetween({}, { ...shown, ...encryption, Tags: tags }),
    ...(newScaling && { newScaling }),
  };
}
