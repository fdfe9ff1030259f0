import { invalidRequest } from './refusals.ts';
import type { Tag } from './shapes.ts';

const mostTags = 50;

/** Adds tags to those a resource has; refuses reserved keys, double keys and a 51st tag. */
export const addTags = (existing: ReadonlyMap<string, string>, tags: readonly Tag[]) => {
  const result = new Map(existing);
  const seen = new Set<string>();
  for (const { Key = '', Value = '' } of tags) {
    if (Key.toLowerCase().startsWith('aws:')) {
      throw invalidRequest(`Tag keys that start with aws: are reserved. Key: '${Key}'`);
    }
    if (seen.has(Key)) throw invalidRequest(`Duplicate tag key: '${Key}'`);
    seen.add(Key);
    result.set(Key, Value);
  }
  if (result.size > mostTags) {
    throw invalidRequest(`A resource can have at most ${mostTags} tags.`);
  }
  return result;
};

/** The tags of a new resource. */
export const tagMap = (tags: readonly Tag[] | undefined): Map<string, string> =>
  addTags(new Map(), tags ?? []);
