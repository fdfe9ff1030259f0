import type { PullSource } from '../ecr/images.ts';
import type { Instance } from '../runtime/runtime.ts';
import { build, type Obtained } from './code/build.ts';
import type { Engine } from './engine.ts';
import { type Failure, lines, triggerOf } from './event-log.ts';
import { awaitHealth } from './health.ts';
import { parseImageIdentifier, withoutDashes } from './identifiers.ts';
import { serve, startInstance } from './instances.ts';
import { duringPhase } from './phases.ts';
import type { Configuration, StoredOperation, StoredService, Version } from './store.ts';

/** What came of bringing up a version. */
export type Deployed =
  | { readonly kind: 'deployed'; readonly image: PullSource }
  | { readonly kind: 'failed'; readonly failure: Failure };

const pull = async (engine: Engine, identifier: string): Promise<PullSource | undefined> => {
  const { digestIdentifiers, ociIndex } = engine.undocumented;
  const byDigest = parseImageIdentifier(identifier).tag === undefined;
  if (byDigest && digestIdentifiers === 'not-pulled') return undefined;
  const image = await engine.foreign.resolve(engine.images, identifier);
  if (image === undefined || (image.index && ociIndex === 'refused')) return undefined;
  try {
    await engine.runtime.pull(image);
    return image;
  } catch {
    return undefined;
  }
};

/** Pulls the image of a source, or makes one from its code. */
const obtain = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  configuration: Configuration,
): Promise<Obtained> => {
  const { ImageRepository, CodeRepository } = configuration.source;
  engine.events.write(service, lines.pulling(configuration), operation);
  if (CodeRepository !== undefined) return build(engine, service, operation, configuration);
  const image = await duringPhase(
    engine,
    operation,
    () => 'pull',
    () => pull(engine, ImageRepository?.ImageIdentifier ?? ''),
  );
  if (image === undefined) return { kind: 'failed', failure: { kind: 'image' } };
  engine.events.write(service, lines.pulled(configuration), operation);
  return { kind: 'image', image };
};

/** Stops a container without waiting for it; one that is gone already is as good. */
const discard = (engine: Engine, instance: Instance, after: Promise<void>): void =>
  engine.background(after.then(() => instance.stop()).catch(() => undefined));

/** Starts a container, waits for its health and puts it behind the service's front. */
const launch = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  version: Version,
): Promise<Failure | undefined> => {
  let instance: Instance;
  const configuration = engine.repositories.asBuilt(version.configuration);
  engine.events.write(service, lines.provisioning(configuration), operation);
  try {
    instance = await duringPhase(
      engine,
      operation,
      () => 'provision',
      () => startInstance(engine, service, version),
    );
  } catch (error) {
    return { kind: 'start', message: error instanceof Error ? error.message : String(error) };
  }
  engine.events.write(service, lines.checking(configuration), operation);
  const verdict = await duringPhase(
    engine,
    operation,
    (found) => (found.kind === 'healthy' ? 'health' : 'give-up'),
    () => awaitHealth(instance, configuration.health, engine.timing, engine.clock, engine.signal),
  );
  if (verdict.kind !== 'healthy') {
    discard(engine, instance, Promise.resolve());
    return verdict;
  }
  engine.events.write(service, lines.healthy(), operation);
  await duringPhase(
    engine,
    operation,
    () => 'route',
    async () => {
      const old = service.serving;
      serve(engine, service, instance, version);
      if (old !== undefined) discard(engine, old, service.front.drain());
    },
  );
  engine.events.write(service, lines.routed(), operation);
  return undefined;
};

/**
 * Brings up a version of a service as App Runner does: pull, start, health check, route. The
 * container that served before goes on until traffic was routed. `pulled` skips the pull, for
 * resuming what was deployed before.
 */
export const deploy = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  configuration: Configuration,
  pulled?: PullSource,
): Promise<Deployed> => {
  const id = withoutDashes(operation.id);
  const write = (texts: readonly string[]) => engine.events.write(service, texts, operation);
  const asBuilt = engine.repositories.asBuilt(configuration);
  const failed = (failure: Failure): Deployed => {
    write(lines.failed(id, failure, asBuilt));
    return { kind: 'failed', failure };
  };
  write(lines.started(id, triggerOf(operation.type)));
  const obtained: Obtained = pulled
    ? { kind: 'image', image: pulled }
    : await obtain(engine, service, operation, configuration);
  if (obtained.kind === 'failed') return failed(obtained.failure);
  const { image } = obtained;
  const failure = await launch(engine, service, operation, { image, configuration });
  return failure === undefined ? { kind: 'deployed', image } : failed(failure);
};
