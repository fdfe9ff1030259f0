import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What to deploy twice, or to play a pull request with. */
export interface Demo {
  readonly directory: string;
  /** App Runner service and ECR repository. */
  readonly name: string;
  readonly port: string;
  readonly keep: boolean;
  /** Plays a pull request instead of two pushes to main. */
  readonly pullRequest: boolean;
  /** Inputs of the first and of the second deployment. */
  readonly versions: readonly Readonly<Record<string, string>>[];
}

/**
 * Reads the demo's arguments: a directory with a Dockerfile, `--port`, `--keep`,
 * `--pull-request`.
 *
 * @param from directory that a relative path starts from
 * @param hello directory of the example app, used when no directory is named
 * @throws Error with a sentence for the user
 */
export async function readArguments(
  args: string[],
  from: string,
  hello: string,
  baseImage: string,
): Promise<Demo> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      keep: { type: 'boolean', default: false },
      port: { type: 'string' },
      'pull-request': { type: 'boolean', default: false },
    },
  });
  const [named] = positionals;
  const directory = named === undefined ? hello : resolve(from, named);
  const dockerfile = join(directory, 'Dockerfile');
  if (!(await stat(dockerfile).catch(() => undefined))?.isFile()) {
    throw new Error(`There is no Dockerfile in ${directory}. Name a directory that has one.`);
  }
  return {
    directory,
    name: serviceName(basename(directory)),
    port: values.port ?? exposedPort(await readFile(dockerfile, 'utf8')),
    keep: values.keep,
    pullRequest: values['pull-request'],
    versions: ['1', '2'].map((version) =>
      named === undefined
        ? { 'build-args': `BASE_IMAGE=${baseImage}\nVERSION=${version}` }
        : { 'environment-variables': `DEMO_VERSION=${version}` },
    ),
  };
}

/** The first port that the Dockerfile's last EXPOSE names, or App Runner's default. */
export function exposedPort(dockerfile: string): string {
  const last = [...dockerfile.matchAll(/^\s*EXPOSE\s+(\d+)/gim)].at(-1);
  return last?.[1] ?? '8080';
}

/** A directory's name as a service name: 4 to 40 of the characters App Runner takes. */
export function serviceName(directory: string): string {
  const name = directory
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 35);
  return name.length < 4 ? `demo-${name || 'app'}` : name;
}
