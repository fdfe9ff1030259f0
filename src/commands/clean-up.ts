import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorMessage } from '../errors.ts';
import { endLeftovers } from '../image/leftover-processes.ts';
import { lastLine } from '../image/login.ts';
import type { Ports } from '../ports.ts';

/** What the clean-up needs of the world. */
type CleanUpPorts = Pick<Ports, 'env' | 'docker' | 'runner'>;

/** Names under which the main step hands the post step what it has to remove. */
export const STATE = { directory: 'docker-config', builder: 'builder' } as const;

/**
 * The post step: removes the builder and the docker configuration with the registry login,
 * as far as the main step came to make them, and ends what a main step that was killed left
 * running. It warns and never fails the job.
 *
 * @returns the exit code, always 0
 */
export async function cleanUp(ports: CleanUpPorts): Promise<number> {
  const directory = ports.env[`STATE_${STATE.directory}`];
  const builder = ports.env[`STATE_${STATE.builder}`];
  if (!directory) return 0;
  await endLeftovers(directory);
  if (builder) await removeBuilder(ports, builder, directory);
  try {
    await rm(directory, { recursive: true, force: true });
  } catch (error) {
    await warn(ports, `The registry login in ${directory}`, errorMessage(error));
  }
  return 0;
}

async function removeBuilder(
  ports: CleanUpPorts,
  builder: string,
  directory: string,
): Promise<void> {
  try {
    const { code, stderr } = await ports.docker(['buildx', 'rm', '--force', builder], {
      env: { DOCKER_CONFIG: directory, BUILDX_CONFIG: join(directory, 'buildx') },
    });
    if (code !== 0) await warn(ports, `The builder ${builder}`, lastLine(stderr));
  } catch (error) {
    await warn(ports, `The builder ${builder}`, errorMessage(error));
  }
}

async function warn({ runner }: CleanUpPorts, what: string, why: string): Promise<void> {
  (await runner()).warning(`${what} could not be removed: ${why}`);
}
