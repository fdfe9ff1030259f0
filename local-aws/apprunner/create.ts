import { startedAnswer } from './answers.ts';
import { deploy } from './deployment.ts';
import type { Ending } from './ending.ts';
import type { Engine } from './engine.ts';
import { closedFront, openFront } from './front.ts';
import { homeOf } from './home.ts';
import { serviceArn, withoutDashes } from './identifiers.ts';
import { nameTaken } from './refusals.ts';
import { resolveConfiguration } from './settings.ts';
import type { CreateServiceInput } from './shapes.ts';
import type { Configuration, StoredOperation, StoredService } from './store.ts';
import { tagMap } from './tag-rules.ts';
import { begin } from './timeline.ts';

/** Adds a service that holds its name at once, with an open front and nothing behind it. */
export const addService = async (
  engine: Engine,
  name: string,
  configuration: Configuration,
  tags: Map<string, string>,
  kmsKey?: string,
): Promise<StoredService> => {
  if (engine.services.named(name) !== undefined) throw nameTaken(name);
  const front = engine.runtime.sockets === false ? closedFront() : await openFront();
  if (engine.services.named(name) !== undefined) {
    await front.close();
    throw nameTaken(name);
  }
  const now = engine.clock.now();
  const id = withoutDashes(engine.newId());
  const service: StoredService = {
    order: engine.nextOrder(),
    name,
    id,
    arn: serviceArn(engine.region, engine.accountId, name, id),
    createdAt: now,
    updatedAt: now,
    kmsKey,
    tags,
    front,
    operations: [],
    status: 'OPERATION_IN_PROGRESS',
    configuration,
    version: undefined,
    serving: undefined,
  };
  engine.services.add(service);
  return service;
};

/** CreateService. A failure leaves CREATE_FAILED, which goes on holding the name. */
export const createService = async (engine: Engine, input: CreateServiceInput): Promise<object> => {
  const configuration = resolveConfiguration(input, undefined, homeOf(engine));
  const service = await addService(
    engine,
    input.ServiceName,
    configuration,
    tagMap(input.Tags),
    input.EncryptionConfiguration?.KmsKey,
  );
  const run = async (begun: StoredOperation): Promise<Ending> => {
    const deployed = await deploy(engine, service, begun, configuration);
    if (deployed.kind === 'failed') return { operation: 'FAILED', service: 'CREATE_FAILED' };
    service.version = { image: deployed.image, configuration };
    return { operation: 'SUCCEEDED', service: 'RUNNING' };
  };
  const operation = begin(engine, service, 'CREATE_SERVICE', { run });
  return startedAnswer(service, operation);
};
