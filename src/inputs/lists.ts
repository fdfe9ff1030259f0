import { errorMessage } from '../errors.ts';
import type { InputReader } from './reader.ts';

/** How docker/build-push-action splits a list: commas separate items, or only lines do. */
export type Separator = 'comma or line' | 'line';

/**
 * Reads a list input the way docker/build-push-action does: CSV lines, so that an item with
 * commas, quotes or line breaks can be written in double quotes.
 */
export function readList(reader: InputReader, name: string, separator: Separator): string[] {
  const text = reader.text(name);
  if (text === undefined) return [];
  try {
    return itemsOf(reader.parsers.csv(text), separator);
  } catch (error) {
    // The parser's text can quote the line, and a line of `secrets` is a secret: only say where.
    const line = /line (\d+)/.exec(errorMessage(error))?.[1];
    reader.problem(
      `Input '${name}' is not a list${line ? ` (line ${line})` : ''}: a double quote opened there is not closed. ` +
        `Write one item a line, and put an item that holds quotes or line breaks in double quotes.`,
    );
    return [];
  }
}

/** Turns CSV records into trimmed, non-empty items. */
export function itemsOf(records: readonly string[][], separator: Separator): string[] {
  const items = records.flatMap((fields) =>
    separator === 'line'
      ? fields.join(',')
      : fields.length === 1
        ? fields.join().split(',')
        : fields,
  );
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/**
 * Reads a list of NAME=VALUE items as build-args, labels and secrets are written. The values
 * never appear in a problem, since some of these inputs hold secrets.
 */
export function readPairs(
  reader: InputReader,
  name: string,
  separator: Separator,
  example: string,
): [key: string, value: string][] {
  return readList(reader, name, separator).flatMap((item, index): [string, string][] => {
    const at = item.indexOf('=');
    if (at > 0 && at < item.length - 1) return [[item.slice(0, at).trim(), item.slice(at + 1)]];
    reader.problem(
      `Input '${name}', item ${index + 1}, is not NAME=VALUE. Example: ${name}: ${example}`,
    );
    return [];
  });
}
