import type { Engine } from '../engine.ts';
import { withoutDashes } from '../identifiers.ts';
import { page } from '../paging.ts';
import { invalidRequest, resourceNotFound } from '../refusals.ts';
import type { PageInput, Tag, TraceConfiguration } from '../shapes.ts';
import { tagMap } from '../tag-rules.ts';
import { type Revision, RevisionStore } from './revision-store.ts';

/** What a revision of an observability configuration holds. */
export interface Tracing {
  readonly trace: TraceConfiguration | undefined;
}

/** One immutable revision of an observability configuration. */
export type ObservabilityRevision = Revision<Tracing>;

type ArnInput = { readonly ObservabilityConfigurationArn: string };

const pageSize = 100;
const reserved = 'DefaultConfiguration';

/**
 * The observability configurations of an account. That names and revisions have quotas is in App
 * Runner's guide (manage-configure-resources); the figures are from memory.
 */
export const observabilityStore = (region: string, accountId: string): RevisionStore<Tracing> =>
  new RevisionStore({
    prefix: `arn:aws:apprunner:${region}:${accountId}:observabilityconfiguration/`,
    what: 'observability configuration',
    mostNames: 10,
    mostRevisions: 10,
  });

const summary = (revision: ObservabilityRevision): object => ({
  ObservabilityConfigurationArn: revision.arn,
  ObservabilityConfigurationName: revision.name,
  ObservabilityConfigurationRevision: revision.revision,
});

/** Status is in upper case, unlike that of an auto scaling configuration. */
const answer = (engine: Engine, revision: ObservabilityRevision): object => ({
  ObservabilityConfiguration: {
    ...summary(revision),
    ...(revision.trace === undefined ? {} : { TraceConfiguration: revision.trace }),
    Latest: engine.observability.latest(revision.name) === revision,
    Status: revision.deletedAt === undefined ? 'ACTIVE' : 'INACTIVE',
    CreatedAt: new Date(revision.createdAt),
    ...(revision.deletedAt === undefined ? {} : { DeletedAt: new Date(revision.deletedAt) }),
  },
});

const get = (engine: Engine, arn: string): ObservabilityRevision => {
  const revision = engine.observability.find(arn);
  if (revision === undefined) throw resourceNotFound(arn);
  return revision;
};

/** CreateObservabilityConfiguration: a new name, or the next revision of one. */
export const createObservabilityConfiguration = (
  engine: Engine,
  input: {
    readonly ObservabilityConfigurationName: string;
    readonly TraceConfiguration?: TraceConfiguration;
    readonly Tags?: readonly Tag[];
  },
): object => {
  const name = input.ObservabilityConfigurationName;
  if (name === reserved) throw invalidRequest(`The name ${reserved} is reserved.`);
  const tags = tagMap(input.Tags);
  const id = withoutDashes(engine.newId());
  const trace = input.TraceConfiguration;
  const revision = engine.observability.add(name, id, engine.clock.now(), { trace });
  for (const [key, value] of tags) revision.tags.set(key, value);
  return answer(engine, revision);
};

/** DescribeObservabilityConfiguration, by full or partial ARN. */
export const describeObservabilityConfiguration = (engine: Engine, input: ArnInput): object =>
  answer(engine, get(engine, input.ObservabilityConfigurationArn));

/** ListObservabilityConfigurations: active ones, only the latest of each name unless asked. */
export const listObservabilityConfigurations = (
  engine: Engine,
  input: PageInput & {
    readonly ObservabilityConfigurationName?: string;
    readonly LatestOnly?: boolean;
  },
): object => {
  const name = input.ObservabilityConfigurationName;
  const latestOnly = input.LatestOnly ?? true;
  const found = engine.observability.listed(name, latestOnly);
  const { items, next } = page(`observability ${name} ${latestOnly}`, found, input, pageSize);
  return { ObservabilityConfigurationSummaryList: items.map(summary), ...next };
};

/** DeleteObservabilityConfiguration: one revision; refused while a service uses it (our words). */
export const deleteObservabilityConfiguration = (engine: Engine, input: ArnInput): object => {
  const revision = get(engine, input.ObservabilityConfigurationArn);
  if (revision.deletedAt !== undefined) throw resourceNotFound(revision.arn);
  const used = engine.services
    .living()
    .some(
      ({ configuration: { observability } }) =>
        observability.ObservabilityConfigurationArn === revision.arn,
    );
  if (used) {
    throw invalidRequest(
      `Provided observability configuration arn is being used by other services. ARN: ${revision.arn}`,
    );
  }
  revision.deletedAt = engine.clock.now();
  return answer(engine, revision);
};
