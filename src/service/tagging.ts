import type { ServiceSettings } from '../inputs/settings.ts';
import { type Change, changesBetween } from './changes.ts';
import { tagsOf } from './wish.ts';

/** Tags to be set before the call itself: they need no deployment. */
export interface Tagging {
  readonly tags: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
}

/** The tags that the service does not have so yet; undefined when it has all. */
export function taggingOf(
  settings: ServiceSettings,
  own: Readonly<Record<string, string>> = {},
): Tagging | undefined {
  const wanted = Object.entries(tagsOf(settings));
  const differing = wanted.filter(([key, value]) => !Object.hasOwn(own, key) || own[key] !== value);
  if (differing.length === 0) return undefined;
  const tags = Object.fromEntries(differing);
  const before = Object.entries(own).filter(([key]) => Object.hasOwn(tags, key));
  const changes = changesBetween({ Tags: Object.fromEntries(before) }, { Tags: tags });
  return { tags, changes };
}
