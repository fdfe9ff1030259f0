import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a process of the action told of itself; observe.mjs writes it. */
export interface Observation {
  /** Path of the program, such as dist/index.js. */
  readonly program: string;
  readonly peakBytes: number;
  /** The argument lists of the processes it started. */
  readonly children: readonly (readonly string[])[];
  /** Files loaded before the first request to AWS. */
  readonly files: readonly { readonly url: string; readonly bytes: number }[];
}

const OBSERVER = new URL('observe.mjs', import.meta.url);

/**
 * Runs something with an environment that makes every node process in it observe itself.
 *
 * @param temp an existing directory for the record
 * @param files whether to note loaded files, which disturbs the peak of memory
 */
export async function observed<T>(
  temp: string,
  files: boolean,
  work: (env: Readonly<Record<string, string>>) => Promise<T>,
): Promise<{ readonly result: T; readonly observations: readonly Observation[] }> {
  const record = join(temp, 'observations');
  await rm(record, { force: true });
  const result = await work({
    NODE_OPTIONS: `--import=${OBSERVER}`,
    BENCH_RECORD: record,
    ...(files && { BENCH_FILES: '1' }),
  });
  const lines = (await readFile(record, 'utf8')).trim().split('\n');
  return { result, observations: lines.map((line): Observation => JSON.parse(line)) };
}

/** A child process as its program and first two words: `docker buildx build`, `docker login`. */
export function commandOf(args: readonly string[]): string {
  const [program = '', ...rest] = args;
  const words = rest.slice(0, program === 'docker' && rest[0] === 'buildx' ? 2 : 1);
  return [program, ...words.filter((word) => !word.startsWith('-'))].join(' ');
}
