import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { aptFetch, hasApt } from './apt.mjs';
import { cachePath } from './cache.mjs';
import { canHaveImage, engineVersion } from './docker.mjs';
import { findProgram, isExecutable, MachineError } from './say.mjs';

const IMAGE = 'registry:3';

/**
 * @typedef {{ kind: 'binary', path: string } | { kind: 'container', image: string }} Registry
 *   a docker-registry binary to start, or an image to run
 */

/**
 * Finds a registry program, and fetches one where there is none; installs nothing.
 * @returns {Promise<Registry>} throws MachineError
 */
export async function findRegistry() {
  const path = findProgram('docker-registry') ?? cachedBinary();
  if (path) return { kind: 'binary', path };
  if ((await engineVersion()).version && (await canHaveImage(IMAGE))) {
    return { kind: 'container', image: IMAGE };
  }
  if (hasApt()) {
    const unpacked = cachePath('docker-registry');
    const found = (await aptFetch(['docker-registry'], unpacked)) && cachedBinary();
    if (found) return { kind: 'binary', path: found };
    rmSync(unpacked, { recursive: true, force: true });
  }
  throw new MachineError(
    `There is no image registry: Docker can't pull ${IMAGE} and apt has no docker-registry; install one, or let Docker reach the internet.`,
  );
}

function cachedBinary() {
  const path = join(cachePath('docker-registry'), 'usr', 'bin', 'docker-registry');
  return isExecutable(path) ? path : undefined;
}
