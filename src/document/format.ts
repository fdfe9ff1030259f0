/** How a document is written. */
export type Format = 'json' | 'yaml';

const FORMATS: Readonly<Record<string, Format>> = { json: 'json', yaml: 'yaml', yml: 'yaml' };

/** What a path may end with, for messages. */
export const EXTENSIONS = '.json, .yaml or .yml';

/** The format that a path's ending tells, in either case; undefined for any other ending. */
export function formatOf(path: string): Format | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
}
