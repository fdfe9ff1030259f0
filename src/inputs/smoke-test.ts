import type { InputReader } from './reader.ts';

/** What to ask the service URL after a deployment. */
export interface SmokeTest {
  /** Starts with a slash; may have a query. */
  readonly path: string;
  /** The status that is wanted; undefined means any of 200 to 299. */
  readonly status?: number;
}

/** One slash at the start: two of them, or a backslash, would name another host. */
const PATH = /^\/(?![/\\])[^\s\p{Cc}#\\]*$/u;

const WHOLE_URL = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Reads what to ask the service after the deployment; undefined when nothing is to be asked.
 *
 * @param wait whether the step waits for the deployment to end
 */
export function readSmokeTest(reader: InputReader, wait: boolean): SmokeTest | undefined {
  const status = reader.integer('smoke-status', 200, 599, 200);
  if (!reader.has('smoke-path')) {
    if (reader.has('smoke-status')) {
      reader.problem(
        "Input 'smoke-status' is set and 'smoke-path' is not, so there is nothing to ask. Example: smoke-path: /health",
      );
    }
    return undefined;
  }
  if (!wait) {
    reader.problem(
      "Inputs 'smoke-path' and 'wait: false' exclude each other: the new version can only be asked once its deployment has ended. Remove one of them.",
    );
  }
  const path = readPath(reader);
  return path === undefined ? undefined : { path, ...(status !== undefined && { status }) };
}

/** The query is not repeated in a problem: it may hold a token. */
function readPath(reader: InputReader): string | undefined {
  const path = reader.text('smoke-path');
  if (path === undefined || PATH.test(path)) return path;
  if (WHOLE_URL.test(path)) {
    reader.problem(
      "Input 'smoke-path' is a whole URL, and the service's own URL comes before it: write only what follows the host name. Example: smoke-path: /health",
    );
    return undefined;
  }
  reader.refuse('smoke-path', withoutQuery(path), {
    allowed: 'a path that starts with one /, without spaces, backslashes and #; a query may follow',
    example: 'smoke-path: /health?full=1',
  });
  return undefined;
}

/** A URL or path as logs may show it: of a query, which may hold a token, only that there is one. */
export function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, '?…');
}

/** The values of a path's query, as written and as meant; a part without a name is a value. */
export function queryValues(path: string): string[] {
  const at = path.indexOf('?');
  if (at === -1) return [];
  return path
    .slice(at + 1)
    .split('&')
    .flatMap((part) => {
      const value = part.slice(part.indexOf('=') + 1);
      return [value, ...new URLSearchParams(`value=${value}`).values()];
    });
}
