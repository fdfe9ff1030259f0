import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorMessage } from '../errors.ts';
import { lastLine } from '../image/login.ts';
import type { Ports } from '../ports.ts';

/** What the clean-up needs of the world. */
type CleanUpPorts = Pick<Ports, 'env' | 'docker' | 'runner'>;

/** Names under which the main step hands the post step what it has to remove. */
export const STATE = { directory: 'docker-config', builder: 'builder' } as const;

/**
 * The post step: removes the builder and the docker configuration with the registry login,
 * as far as the main step came to make them. It warns and never fails the job.
 *
 * @returns the exit code, always 0
 */
export async function cleanUp(ports: CleanUpPorts): Promise<number> {
  const directory = ports.env[`STATE_${STATE.directory}`];
  const builder = ports.env[`STATE_${STATE.builder}`];
  if (!directory) return 0;
  try {
    if (builder) await removeBuilder(ports, builder, directory);
    await rm(directory, { recursive: true, force: true });
  } catch (error) {
    const runner = await ports.runner();
    runner.warning(
      `The registry login in ${directory} could not be removed: ${errorMessage(error)}`,
    );
  }
  return 0;
}

async function removeBuilder(
  ports: CleanUpPorts,
  builder: string,
  directory: string,
): Promise<void> {
  const { code, stderr } = await ports.docker(['buildx', 'rm', '--force', builder], {
    env: { DOCKER_CONFIG: directory, BUILDX_CONFIG: join(directory, 'buildx') },
  });
  if (code === 0) return;
  const runner = await ports.runner();
  runner.warning(`The builder ${builder} could not be removed: ${lastLine(stderr)}`);
}
