import { readList } from './lists.ts';
import type { InputReader } from './reader.ts';

/** App Runner's limits (API model, TagKey and TagValue; AWS, "Tag naming limits"). */
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
export const MOST_TAGS = 50;

const EXAMPLE = 'Example: tags: team=web';

/**
 * Reads the tags, KEY=VALUE a line in the form of `labels`, for a key may hold `:`, `/` and `@`,
 * which no variable's name can. A value may be empty. Problems name the key or the item.
 */
export function readTags(reader: InputReader): Readonly<Record<string, string>> | undefined {
  const items = readList(reader, 'tags', 'line');
  if (items.length === 0) return undefined;
  const tags = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const at = item.indexOf('=');
    const key = item.slice(0, Math.max(at, 0)).trim();
    const value = item.slice(at + 1).trim();
    if (key === '') {
      reader.problem(`Input 'tags', item ${index + 1}, is not KEY=VALUE. ${EXAMPLE}`);
      continue;
    }
    const wrong = wrongTag(key, value, tags.has(key));
    if (wrong) reader.problem(`Input 'tags': ${wrong} ${EXAMPLE}`);
    tags.set(key, value);
  }
  if (tags.size > MOST_TAGS) {
    reader.problem(
      `Input 'tags' names ${tags.size} tags, and a service can have ${MOST_TAGS}. ${EXAMPLE}`,
    );
  }
  return Object.fromEntries(tags);
}

function wrongTag(key: string, value: string, twice: boolean): string | undefined {
  const name = key.length > 40 ? `${key.slice(0, 37)}...` : key;
  if (/[\r\n]/.test(key + value)) return 'a tag has a line break, which AWS does not take.';
  if (twice) return `${name} is named twice; keep the line that is meant.`;
  if (/^aws:/i.test(key)) return `${name} starts with aws:, which AWS keeps for itself.`;
  if (key.length > LONGEST_KEY) {
    return `the key ${name} has ${key.length} characters, and AWS takes ${LONGEST_KEY}.`;
  }
  if (value.length > LONGEST_VALUE) {
    return `the value of ${name} has ${value.length} characters, and AWS takes ${LONGEST_VALUE}.`;
  }
  return undefined;
}
