import { withoutMark } from './build-lines.ts';
import { cut } from './clean-text.ts';
import { type ErrorLine, errorLine, LOGGED } from './error-line.ts';

/** What a package manager prints around the error itself. */
const AROUND = /\bwarn(?:ing)?\b|^npm (?:ERR!|error) (?:code|errno|path|command|syscall)\b/i;

/** What App Runner's build of an image prints after each step, and npm after each error. */
const NOISE = /^\s*(?:--->|$)|^Removing intermediate container|A complete log of this run/;

/**
 * The line that best names why a build failed: the report of an uncaught error if there is one,
 * else the first line that calls itself an error, as what follows one comes of it; undefined
 * when there are no lines.
 *
 * @param lines with App Runner's marks
 */
export function buildError(lines: readonly string[]): ErrorLine | undefined {
  const texts = lines.map(withoutMark).filter((line) => !NOISE.test(line));
  const found = errorLine(texts);
  if (!found || found.kind === 'uncaught') return found;
  const first = texts.find((line) => LOGGED.test(line) && !AROUND.test(line));
  return first === undefined ? found : { text: cut(first.trim(), 200), kind: 'logged' };
}
