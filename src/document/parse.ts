import type { Format } from './format.ts';
import { parseJson } from './json.ts';

/**
 * The value that a document's text holds. Two equal names in one map are an error, so that no
 * setting is lost; what a value is, checkDocument says.
 *
 * @throws InputError with the line of what is wrong, and without the text around it, which may
 * hold secrets
 */
export async function parseDocument(text: string, format: Format): Promise<unknown> {
  if (format === 'json') return parseJson(text);
  // Loaded on demand: few runs have a YAML document, and the library costs start time.
  const { parseYaml } = await import('./yaml.ts');
  return parseYaml(text);
}
