import { ensureBaseImage } from './base-image.mjs';
import { ensureBuildkit } from './buildkit.mjs';
import { ensureBuildx } from './buildx.mjs';
import { ensureDependencies, node24 } from './dependencies.mjs';
import { ensureEngine } from './engine.mjs';
import { findRegistry } from './registry.mjs';

/**
 * @typedef {object} Wanted
 * @property {boolean} [docker] an engine that answers, buildx, and a registry
 * @property {boolean} [buildkit] a modern BuildKit beside the engine's own; takes docker
 * @property {boolean} [baseImage] an image with Node 24; takes docker
 *
 * @typedef {object} Prepared
 * @property {string} node path of a Node 24 binary
 * @property {{ DOCKER_CONFIG?: string }} env to add to the environment of docker commands
 * @property {import('./registry.mjs').Registry} [registry]
 * @property {import('./buildkit.mjs').Buildkit} [buildkit]
 * @property {string} [baseImage] name of the image
 * @property {() => Promise<void>} stop ends what runs only for this process; the engine goes on
 */

/**
 * Makes this machine able to run what is asked, the dependencies of package-lock.json always included.
 * @param {Wanted} wanted
 * @returns {Promise<Prepared>} throws MachineError
 */
export async function prepare(wanted) {
  const docker = wanted.docker || wanted.buildkit || wanted.baseImage;
  await allToTheirEnd([ensureDependencies(), docker ? ensureEngine() : undefined]);
  const buildkit = wanted.buildkit ? ensureBuildkit() : undefined;
  const stop = async () => (await buildkit)?.stop();
  try {
    const [env, registry, daemon, baseImage] = await allToTheirEnd([
      wanted.docker || wanted.buildkit ? ensureBuildx() : {},
      wanted.docker ? findRegistry() : undefined,
      buildkit,
      wanted.baseImage ? ensureBaseImage() : undefined,
    ]);
    return {
      node: node24(),
      env: env ?? {},
      ...(registry && { registry }),
      ...(daemon && { buildkit: daemon }),
      ...(baseImage && { baseImage }),
      stop,
    };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/**
 * Like Promise.all, but a failure waits for the others, so that nothing goes on running behind its message.
 * @template {readonly unknown[]} T
 * @param {[...T]} work
 * @returns {Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>}
 */
async function allToTheirEnd(work) {
  await Promise.allSettled(work);
  return Promise.all(work);
}
