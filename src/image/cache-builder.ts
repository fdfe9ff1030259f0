import { basename } from 'node:path';
import { ActionError } from '../errors.ts';
import type { BuildInputs } from '../inputs/build.ts';
import type { Docker, ProcessResult } from '../ports.ts';
import type { PrivateDockerConfig } from './docker-config.ts';
import { lastLine } from './login.ts';

const GET_BUILDER =
  'Run docker/setup-buildx-action before this step, or name a builder that exports caches in the input builder.';

/** True when `cache-to` asks for more than the inline cache, which every builder can write. */
export function needsCacheExport(build: BuildInputs): boolean {
  return build.cacheTo.some((item) => !/(^|,)type=inline(,|$)/.test(item));
}

/**
 * Reads `docker buildx inspect --debug`. The docker driver exports caches only with the
 * containerd image store, and then says so among its features; all other drivers can.
 */
export function exportsCaches(inspection: string): boolean {
  const driver = /^Driver:\s*(\S+)/m.exec(inspection)?.[1];
  return driver !== 'docker' || /^\s*Cache export:\s*true/m.test(inspection);
}

/**
 * Finds a builder for a build with `cache-to`: the one that is there when it can export caches,
 * else a docker-container builder made for this run in the private configuration.
 *
 * @param beforeCreate called with the new builder's name before it exists, so that a clean-up
 *   can find it whatever happens
 * @returns the name of the builder that was made; undefined when none was needed
 * @throws ActionError when the builder can't export and none can be made
 */
export async function makeCacheBuilder(
  docker: Docker,
  build: BuildInputs,
  config: PrivateDockerConfig,
  beforeCreate: (name: string) => void,
): Promise<string | undefined> {
  if (!needsCacheExport(build)) return undefined;
  const { env } = config;
  const named = build.builder ? [build.builder] : [];
  const inspect = (...flags: string[]) =>
    docker(['buildx', 'inspect', ...flags, ...named], { env });
  let inspected = await inspect('--debug');
  // Older versions of buildx have no such flag; they name the driver, which is the main thing.
  if (/unknown flag/.test(inspected.stderr)) inspected = await inspect();
  if (inspected.code !== 0) {
    throw failed(`The builder ${build.builder ?? ''} can't be inspected`, inspected);
  }
  if (exportsCaches(inspected.stdout)) return undefined;
  if (build.builder) {
    throw new ActionError(
      `Input 'cache-to' is set, and the builder '${build.builder}' can't export caches. ${GET_BUILDER}`,
    );
  }
  const name = basename(config.directory);
  beforeCreate(name);
  const created = await docker(
    ['buildx', 'create', '--name', name, '--driver', 'docker-container', '--bootstrap'],
    { env, stream: true },
  );
  if (created.code === 0) return name;
  throw failed(
    "Input 'cache-to' is set, this machine's builder can't export caches, and a docker-container builder can't be started",
    created,
  );
}

function failed(what: string, { code, stderr }: ProcessResult): ActionError {
  return new ActionError(`${what}: code ${code}, ${lastLine(stderr)} ${GET_BUILDER}`);
}
