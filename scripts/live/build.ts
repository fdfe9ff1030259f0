import { buildAndPush } from '../../src/image/build.ts';
import type { PrivateDockerConfig } from '../../src/image/docker-config.ts';
import type { BuildInputs } from '../../src/inputs/build.ts';
import type { Docker } from '../../src/ports.ts';
import type { Build } from './images.ts';

/** What is built, and how docker is logged in. */
interface Building {
  readonly context: string;
  readonly base: string;
  readonly config: PrivateDockerConfig;
}

/** A build as the action makes it, of an application whose page tells its version. */
export function buildWith(docker: Docker, { context, base, config }: Building): Build {
  let last: Promise<unknown> = Promise.resolve();
  return (name, marker) => {
    const inputs: BuildInputs = {
      context,
      buildArgs: [`BASE_IMAGE=${base}`, `VERSION=${marker}`],
      labels: [],
      buildContexts: [],
      secrets: [],
      secretEnvs: [],
      secretFiles: [],
      ssh: [],
      cacheFrom: [],
      cacheTo: [],
      noCache: false,
      pull: false,
      addHosts: [],
    };
    // One after another: each writes its digest to the same file.
    const built = last.then(() => buildAndPush(docker, inputs, { images: [name] }, config));
    last = built.catch(() => undefined);
    return built;
  };
}
