import type { Instance } from '../runtime/runtime.ts';
import type { Engine } from './engine.ts';
import { sourceName } from './identifiers.ts';
import { portOf, runSettings } from './run-settings.ts';
import type { StoredService, Version } from './store.ts';

/** Starts a container of a version; its output goes to the service's application log. */
export const startInstance = async (
  engine: Engine,
  service: StoredService,
  { image, configuration }: Version,
): Promise<Instance> => {
  const { source } = engine.repositories.asBuilt(configuration);
  const settings = runSettings(source);
  const port = portOf(source);
  const instance = await engine.runtime.start({
    serviceName: service.name,
    imageIdentifier: sourceName(source),
    image,
    port: Number(port),
    // There is no Secrets Manager here: a secret's variable holds the secret's ARN.
    environment: {
      ...settings?.RuntimeEnvironmentSecrets,
      ...settings?.RuntimeEnvironmentVariables,
      PORT: port,
    },
    startCommand: settings?.StartCommand,
    cpuUnits: Number(configuration.instance.Cpu),
    memoryMb: Number(configuration.instance.Memory),
    outcome: engine.repositories.find(source)?.outcome,
  });
  instance.onOutput((line) => engine.events.application(service, instance.id, line));
  return instance;
};

/** Waits before an instance that ended is replaced; doubled while replacements end as well. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

const replace = async (
  engine: Engine,
  service: StoredService,
  dead: Instance,
  version: Version,
  waitMs: number,
): Promise<void> => {
  const instance = await startInstance(engine, service, version).catch(() => undefined);
  // A deployment, a pause or a deletion may have come first.
  if (service.serving !== dead) await instance?.stop();
  else if (instance === undefined) service.serving = undefined;
  else serve(engine, service, instance, version, waitMs);
};

/**
 * Puts a container behind the service's front. When its process ends by itself, another one of
 * the same version takes its place, as App Runner replaces an instance that stopped.
 */
export const serve = (
  engine: Engine,
  service: StoredService,
  instance: Instance,
  version: Version,
  waitMs = firstWaitMs,
): void => {
  service.serving = instance;
  service.front.route(instance.address);
  void instance.exited.then(async () => {
    if (service.serving !== instance) return;
    await engine.clock.sleep(waitMs, engine.signal);
    if (service.serving !== instance || engine.signal.aborted) return;
    const nextWaitMs = Math.min(waitMs * 2, longestWaitMs);
    engine.background(replace(engine, service, instance, version, nextWaitMs));
  });
};
