import { ownershipTags } from '../preview/ownership.ts';
import type { Preview } from '../preview/preview.ts';
import type { InputReader } from './reader.ts';
import type { ServiceSettings } from './settings.ts';
import { MOST_TAGS } from './tags.ts';

/** Settings with the tags that make a service a preview of ours, which no other tag replaces. */
export function withOwnership(
  reader: InputReader,
  settings: ServiceSettings,
  preview: Preview,
): ServiceSettings {
  const own = ownershipTags(preview);
  const tags = { ...settings.tags, ...own };
  const named = Object.keys(settings.tags ?? {}).length;
  if (named <= MOST_TAGS && Object.keys(tags).length > MOST_TAGS) {
    reader.problem(
      `Input 'tags' names ${named} tags, and a preview has ${Object.keys(own).length} of its own: a service can have ${MOST_TAGS}. Example: tags: team=web`,
    );
  }
  return { ...settings, tags };
}
