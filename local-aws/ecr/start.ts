import type { CallLog } from '../call-log.ts';
import type { Clock } from '../clock.ts';
import type { AwsService } from '../protocol/service.ts';
import type { RegistryChoice } from '../registry/backend.ts';
import { createForwarder, type Forwarder } from '../registry/forward.ts';
import { createLayerUrls } from '../registry/layer-urls.ts';
import { startRegistryProxy } from '../registry/proxy.ts';
import type { PushFaults } from '../registry/push-faults.ts';
import { startRegistry } from '../registry/start.ts';
import { createImageRegistry } from './image-registry.ts';
import type { ImageRegistry } from './images.ts';
import type { Repositories } from './repository.ts';
import { createEcr } from './service.ts';

/** What an ECR is made of. */
export interface EcrParts {
  readonly registry: RegistryChoice;
  /** The port of the registry endpoint; 0 takes a free one. */
  readonly port: number;
  readonly accountId: string;
  readonly region: string;
  readonly clock: Clock;
  readonly log: Pick<CallLog, 'record'>;
  readonly pushFaults: PushFaults;
}

/** A running ECR: the API, App Runner's view of the images, and the registry endpoint. */
export interface Ecr {
  readonly service: AwsService;
  readonly images: ImageRegistry;
  /** `127.0.0.1:PORT` that clients push to and pull from. */
  readonly registryHost: string;
  close(): Promise<void>;
}

async function hasLayer(forwarder: Forwarder, repository: string, digest: string) {
  const path = `/v2/${repository}/blobs/${digest}`;
  const response = await forwarder.ask({ method: 'HEAD', path });
  response.resume();
  return response.statusCode === 200;
}

async function removeManifest(forwarder: Forwarder, repository: string, digest: string) {
  const path = `/v2/${repository}/manifests/${digest}`;
  const response = await forwarder.ask({ method: 'DELETE', path });
  response.resume();
}

/** Starts a registry and ECR's endpoint in front of it. Throws when either can't be started. */
export async function startEcr(parts: EcrParts): Promise<Ecr> {
  const { accountId, region, clock, log, port, pushFaults } = parts;
  const backend = await startRegistry(parts.registry);
  const forwarder = createForwarder(backend);
  const layerUrls = createLayerUrls();
  const repositories: Repositories = new Map();
  const { images, pushed } = createImageRegistry({ repositories, backend, accountId, region });
  const close = async () => {
    forwarder.close();
    await backend.close();
  };
  const now = () => clock.now();
  const view = { repositories, accountId, now, onPush: pushed };
  const proxy = await startRegistryProxy({
    ...view,
    backend,
    forwarder,
    layerUrls,
    log,
    port,
    pushFaults,
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const { host: registryHost } = proxy;
  const service = createEcr({
    repositories,
    accountId,
    region,
    clock,
    registryHost,
    password: backend.password,
    layerUrl: (repository, digest) =>
      `http://${registryHost}${layerUrls.sign(repository, digest, now())}`,
    hasLayer: (repository, digest) => hasLayer(forwarder, repository, digest),
    removeManifest: (repository, digest) => removeManifest(forwarder, repository, digest),
  });
  return {
    service,
    images: images(registryHost),
    registryHost,
    close: async () => {
      await proxy.close();
      await close();
    },
  };
}
