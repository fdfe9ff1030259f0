import type { Engine } from './engine.ts';
import { resourceNotFound } from './refusals.ts';
import type { Tag } from './shapes.ts';
import { addTags } from './tag-rules.ts';

type ResourceInput = { readonly ResourceArn: string };

const tagsOf = (engine: Engine, arn: string): Map<string, string> => {
  const service = engine.services.find(arn);
  if (service !== undefined && service.status !== 'DELETED') return service.tags;
  const { scaling, observability, connections, connectors, ingress } = engine;
  for (const store of [scaling, observability, connections, connectors, ingress]) {
    const tags = store.tagsOf(arn);
    if (tags !== undefined) return tags;
  }
  throw resourceNotFound(arn);
};

/** TagResource: adds tags and overwrites those with the same key. */
export const tagResource = (
  engine: Engine,
  input: ResourceInput & { readonly Tags: readonly Tag[] },
): object => {
  const tags = tagsOf(engine, input.ResourceArn);
  for (const [key, value] of addTags(tags, input.Tags)) tags.set(key, value);
  return {};
};

/** UntagResource: keys that are not there are no error. */
export const untagResource = (
  engine: Engine,
  input: ResourceInput & { readonly TagKeys: readonly string[] },
): object => {
  const tags = tagsOf(engine, input.ResourceArn);
  for (const key of input.TagKeys) tags.delete(key);
  return {};
};

/** ListTagsForResource. */
export const listTagsForResource = (engine: Engine, input: ResourceInput): object => ({
  Tags: [...tagsOf(engine, input.ResourceArn)].map(([Key, Value]) => ({ Key, Value })),
});
