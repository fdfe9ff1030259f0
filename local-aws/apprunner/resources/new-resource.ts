import type { Engine } from '../engine.ts';
import { withoutDashes } from '../identifiers.ts';
import { invalidRequest, quotaExceeded } from '../refusals.ts';
import type { Tag } from '../shapes.ts';
import { tagMap } from '../tag-rules.ts';
import type { Resource, ResourceStore } from './resource-store.ts';

/** What is asked for. */
interface Asked {
  /** In ARNs, such as `connection`, with what stands between name and id. */
  readonly kind: string;
  readonly between?: string;
  /** In sentences, such as `Connection`. */
  readonly what: string;
  readonly name: string;
  readonly tags: readonly Tag[] | undefined;
  /** How many there may be at once; no limit of AWS's is known to us when left out. */
  readonly most?: number;
}

/**
 * What every new resource has, with a fresh ARN. Refuses a name that is held, wrong tags and one
 * too many; AWS's own texts for the first and the last are not known to us.
 */
export const newResource = (
  engine: Engine,
  store: ResourceStore<Resource>,
  { kind, between = '', what, name, tags, most = Number.POSITIVE_INFINITY }: Asked,
): Resource => {
  const { region, accountId } = engine;
  if (store.named(name) !== undefined) {
    throw invalidRequest(`${what} with the provided name already exists: ${name}`);
  }
  const checked = tagMap(tags);
  if (store.living().length >= most) {
    throw quotaExceeded(`You've reached the quota of ${most} ${what}s.`);
  }
  const id = withoutDashes(engine.newId());
  return {
    order: engine.nextOrder(),
    name,
    arn: `arn:aws:apprunner:${region}:${accountId}:${kind}/${name}/${between}${id}`,
    createdAt: engine.clock.now(),
    tags: checked,
  };
};
