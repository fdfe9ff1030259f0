import { EXTENSIONS, formatOf } from '../document/format.ts';
import type { InputReader } from './reader.ts';

const EXAMPLE = 'deploy/service.yaml';

/**
 * Reads the input `service-config`: the path of a document, relative to the workspace. The file
 * is looked at later, by readServiceConfig.
 */
export function readServiceConfigPath(reader: InputReader): string | undefined {
  const path = reader.text('service-config');
  if (path === undefined) return undefined;
  if (/^file:\/\//i.test(path)) {
    reader.problem(
      `Input 'service-config' is a path, without the file:// of the AWS CLI. Example: service-config: ${EXAMPLE}`,
    );
  } else if (/[\r\n\0]/.test(path) || formatOf(path) === undefined) {
    reader.refuse('service-config', path, {
      allowed: `a path in one line that ends with ${EXTENSIONS}`,
      example: `service-config: ${EXAMPLE}`,
    });
  }
  return path;
}
