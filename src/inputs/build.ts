import { readList, readPairs } from './lists.ts';
import type { InputReader } from './reader.ts';

/** What docker/build-push-action's inputs of the same names say about the build. */
export interface BuildInputs {
  readonly context: string;
  readonly file?: string;
  readonly target?: string;
  readonly buildArgs: readonly string[];
  readonly labels: readonly string[];
  readonly buildContexts: readonly string[];
  /** Build secrets by id; the values are masked before the build starts. */
  readonly secrets: readonly (readonly [id: string, value: string])[];
  readonly secretEnvs: readonly (readonly [id: string, variable: string])[];
  readonly secretFiles: readonly (readonly [id: string, path: string])[];
  readonly ssh: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly network?: string;
  readonly addHosts: readonly string[];
  readonly builder?: string;
}

/** The inputs that only make sense when this step builds the image. */
export const BUILD_INPUTS = [
  'context',
  'file',
  'target',
  'build-args',
  'labels',
  'build-contexts',
  'secrets',
  'secret-envs',
  'secret-files',
  'ssh',
  'cache-from',
  'cache-to',
  'no-cache',
  'pull',
  'network',
  'add-hosts',
  'builder',
] as const;

/** Reads the build inputs; secrets' values appear in no problem. */
export function readBuild(reader: InputReader): BuildInputs {
  const file = reader.text('file');
  const target = reader.text('target');
  const network = reader.text('network');
  const builder = reader.text('builder');
  return {
    context: reader.text('context') ?? '.',
    ...(file && { file }),
    ...(target && { target }),
    buildArgs: readNamed(reader, 'build-args', 'NODE_ENV=production'),
    labels: readNamed(reader, 'labels', 'org.opencontainers.image.title=hello'),
    buildContexts: readPairs(reader, 'build-contexts', 'line', 'assets=./assets').map(joined),
    secrets: readPairs(reader, 'secrets', 'line', 'npm_token=<value>'),
    secretEnvs: readPairs(reader, 'secret-envs', 'comma or line', 'npm_token=NPM_TOKEN'),
    secretFiles: readPairs(reader, 'secret-files', 'line', 'npmrc=./.npmrc'),
    ssh: readList(reader, 'ssh', 'comma or line'),
    cacheFrom: readList(reader, 'cache-from', 'line'),
    cacheTo: readList(reader, 'cache-to', 'line'),
    noCache: reader.flag('no-cache') ?? false,
    pull: reader.flag('pull') ?? false,
    ...(network && { network }),
    addHosts: readHosts(reader),
    ...(builder && { builder }),
  };
}

/** `NAME=VALUE`, or `NAME` alone, which docker takes from the environment or leaves empty. */
function readNamed(reader: InputReader, name: string, example: string): string[] {
  return readList(reader, name, 'line').filter((item, index) => {
    const named = /^[^\s=]+(=|$)/.test(item);
    if (!named) {
      reader.problem(
        `Input '${name}', item ${index + 1}, has no name before '='. Example: ${name}: ${example}`,
      );
    }
    return named;
  });
}

function readHosts(reader: InputReader): string[] {
  return readList(reader, 'add-hosts', 'comma or line').filter((item) => {
    const pair = /^[^\s:=]+[:=]\S+$/.test(item);
    if (!pair) {
      reader.refuse('add-hosts', item, {
        allowed: 'NAME:ADDRESS items',
        example: 'add-hosts: registry.internal:10.0.0.5',
      });
    }
    return pair;
  });
}

function joined([key, value]: readonly [string, string]): string {
  return `${key}=${value}`;
}
