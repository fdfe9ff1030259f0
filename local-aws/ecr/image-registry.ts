import { type RegistryBackend, registryUser } from '../registry/backend.ts';
import type { ImageRegistry, PullSource, PushEvent } from './images.ts';
import { imageByTag, manifestFacts, type Repositories } from './repository.ts';

/** What App Runner's view of ECR is made from. */
export interface ImageRegistryOptions {
  readonly repositories: Repositories;
  /** Pulls go to the registry itself: they are App Runner's, not a caller's, so no call is logged. */
  readonly backend: RegistryBackend;
  readonly accountId: string;
  readonly region: string;
}

interface ImageName {
  readonly repository: string;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** Reads `repo`, `repo:tag`, `repo@digest` and `repo:tag@digest`. */
function parseName(name: string): ImageName | undefined {
  const [, repository, tag, digest] = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(name) ?? [];
  return repository ? { repository, tag, digest } : undefined;
}

/** Images before and after the registry endpoint has its port. */
export interface WatchedImages {
  /** To be called for each push; tells the listeners. */
  readonly pushed: (event: PushEvent) => void;
  /** App Runner's view, `registryHost` being the endpoint that clients push to. */
  readonly images: (registryHost: string) => ImageRegistry;
}

/** Makes App Runner's view of ECR. A name without tag or digest means `latest`. */
export function createImageRegistry(options: ImageRegistryOptions): WatchedImages {
  const { repositories, backend, accountId, region } = options;
  const listeners: ((event: PushEvent) => void)[] = [];

  async function pullSource(name: string): Promise<PullSource | undefined> {
    const parsed = parseName(name);
    const repository = parsed && repositories.get(parsed.repository);
    if (!repository) return undefined;
    const image = parsed.digest
      ? repository.images.get(parsed.digest)
      : imageByTag(repository, parsed.tag ?? 'latest');
    if (!image) return undefined;
    return {
      reference: `${backend.host}/${repository.name}@${image.digest}`,
      digest: image.digest,
      ...(manifestFacts(image.manifest).children.length > 0 && { index: true as const }),
      username: registryUser,
      password: backend.password,
    };
  }

  return {
    pushed: (event) => {
      for (const listener of listeners) listener(event);
    },
    images: (registryHost) => {
      const hosts = [registryHost, `${accountId}.dkr.ecr.${region}.amazonaws.com`];
      const hostOf = (identifier: string) =>
        hosts.find((host) => identifier.startsWith(`${host}/`));
      return {
        owns: (identifier) => hostOf(identifier) !== undefined,
        onPush: (listener) => {
          listeners.push(listener);
        },
        resolve: async (identifier) => {
          const host = hostOf(identifier);
          return host ? pullSource(identifier.slice(host.length + 1)) : undefined;
        },
      };
    },
  };
}
