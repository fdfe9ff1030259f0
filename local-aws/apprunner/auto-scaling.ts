import type { AutoScalingRevision } from './auto-scaling-store.ts';
import type { Engine } from './engine.ts';
import { withoutDashes } from './identifiers.ts';
import { page } from './paging.ts';
import { invalidRequest, resourceNotFound } from './refusals.ts';
import type { PageInput, Tag } from './shapes.ts';
import { addTags, tagMap } from './tag-rules.ts';

type ArnInput = { readonly AutoScalingConfigurationArn: string };

const pageSize = 100;

const users = (engine: Engine, revision: AutoScalingRevision) =>
  engine.services.living().filter((service) => service.configuration.scaling === revision);

/** Status is in lower case here although the API model's enum is in upper case: so AWS sends it. */
const summary = (engine: Engine, revision: AutoScalingRevision): object => ({
  AutoScalingConfigurationArn: revision.arn,
  AutoScalingConfigurationName: revision.name,
  AutoScalingConfigurationRevision: revision.revision,
  Status: revision.deletedAt === undefined ? 'active' : 'inactive',
  CreatedAt: new Date(revision.createdAt),
  HasAssociatedService: users(engine, revision).length > 0,
  IsDefault: engine.scaling.default === revision,
});

const answer = (engine: Engine, revision: AutoScalingRevision): object => ({
  AutoScalingConfiguration: {
    ...summary(engine, revision),
    Latest: engine.scaling.latest(revision.name) === revision,
    MaxConcurrency: revision.maxConcurrency,
    MinSize: revision.minSize,
    MaxSize: revision.maxSize,
    ...(revision.deletedAt === undefined ? {} : { DeletedAt: new Date(revision.deletedAt) }),
  },
});

const get = (engine: Engine, arn: string): AutoScalingRevision => {
  const revision = engine.scaling.find(arn);
  if (revision === undefined) throw resourceNotFound(arn);
  return revision;
};

/** CreateAutoScalingConfiguration: a new name, or the next revision of one. */
export const createAutoScalingConfiguration = (
  engine: Engine,
  input: {
    readonly AutoScalingConfigurationName: string;
    readonly MaxConcurrency?: number;
    readonly MinSize?: number;
    readonly MaxSize?: number;
    readonly Tags?: readonly Tag[];
  },
): object => {
  const scaling = {
    maxConcurrency: input.MaxConcurrency ?? 100,
    minSize: input.MinSize ?? 1,
    maxSize: input.MaxSize ?? 25,
  };
  if (scaling.minSize > scaling.maxSize) {
    throw invalidRequest(
      `MinSize ${scaling.minSize} must not be larger than MaxSize ${scaling.maxSize}.`,
    );
  }
  const tags = tagMap(input.Tags);
  const id = withoutDashes(engine.newId());
  const now = engine.clock.now();
  const revision = engine.scaling.add(input.AutoScalingConfigurationName, id, now, scaling);
  for (const [key, value] of addTags(tags, [])) revision.tags.set(key, value);
  return answer(engine, revision);
};

/** DescribeAutoScalingConfiguration, by full or partial ARN. */
export const describeAutoScalingConfiguration = (engine: Engine, input: ArnInput): object =>
  answer(engine, get(engine, input.AutoScalingConfigurationArn));

/** ListAutoScalingConfigurations: active ones, only the latest of each name unless asked. */
export const listAutoScalingConfigurations = (
  engine: Engine,
  input: PageInput & {
    readonly AutoScalingConfigurationName?: string;
    readonly LatestOnly?: boolean;
  },
): object => {
  const name = input.AutoScalingConfigurationName;
  const latestOnly = input.LatestOnly ?? true;
  const found = engine.scaling.listed(name, latestOnly);
  const { items, next } = page(`scaling ${name} ${latestOnly}`, found, input, pageSize);
  return {
    AutoScalingConfigurationSummaryList: items.map((each) => summary(engine, each)),
    ...next,
  };
};

/** DeleteAutoScalingConfiguration: refused for the default and for what a service uses. */
export const deleteAutoScalingConfiguration = (
  engine: Engine,
  input: ArnInput & { readonly DeleteAllRevisions?: boolean },
): object => {
  const arn = input.AutoScalingConfigurationArn;
  const revision = get(engine, arn);
  const all = input.DeleteAllRevisions === true;
  if (all && !arn.endsWith(`/${revision.name}`)) {
    throw invalidRequest(`With DeleteAllRevisions the ARN must end with the name. ARN: '${arn}'`);
  }
  if (revision.deletedAt !== undefined) throw resourceNotFound(arn);
  const doomed = all
    ? engine.scaling.active().filter((each) => each.name === revision.name)
    : [revision];
  for (const each of doomed) {
    if (each === engine.scaling.default) {
      throw invalidRequest(`The default auto scaling configuration can't be deleted: ${each.arn}`);
    }
    if (users(engine, each).length > 0) {
      throw invalidRequest(`The auto scaling configuration is in use by a service: ${each.arn}`);
    }
  }
  for (const each of doomed) each.deletedAt = engine.clock.now();
  return answer(engine, revision);
};

/** ListServicesForAutoScalingConfiguration. */
export const listServicesForAutoScalingConfiguration = (
  engine: Engine,
  input: ArnInput & PageInput,
): object => {
  const revision = get(engine, input.AutoScalingConfigurationArn);
  const { items, next } = page(`users ${revision.arn}`, users(engine, revision), input, pageSize);
  return { ServiceArnList: items.map((service) => service.arn), ...next };
};

/** UpdateDefaultAutoScalingConfiguration: what services created from now on get. */
export const updateDefaultAutoScalingConfiguration = (engine: Engine, input: ArnInput): object => {
  const revision = get(engine, input.AutoScalingConfigurationArn);
  if (revision.deletedAt !== undefined) throw resourceNotFound(revision.arn);
  engine.scaling.default = revision;
  return answer(engine, revision);
};
