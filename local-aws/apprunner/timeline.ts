import { type Ending, type FailedStatus, statusAfterFailure } from './ending.ts';
import type { Engine } from './engine.ts';
import { lines } from './event-log.ts';
import { forcedEnding } from './forced-ending.ts';
import { withoutDashes } from './identifiers.ts';
import { passPhase, setStatus, sleepUntil } from './phases.ts';
import type { OperationType } from './shapes.ts';
import type { StoredOperation, StoredService } from './store.ts';

/** What an operation does. */
export interface Work {
  run(operation: StoredOperation): Promise<Ending>;
  /** What is to be done when a fault or an error of `run` ends it without success. */
  readonly failed?: (end: FailedStatus) => void | Promise<void>;
}

/** Runs `work`; an error of the local AWS itself fails the operation and is told in the events. */
const safely = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  before: StoredService['status'],
  work: Work,
): Promise<Ending> => {
  try {
    return await work.run(operation);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    engine.events.write(service, [`Internal service error: ${reason}`], operation);
    await work.failed?.('FAILED');
    return { operation: 'FAILED', service: statusAfterFailure(operation.type, 'FAILED', before) };
  }
};

const end = (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  ending: Ending,
): void => {
  setStatus(engine, operation, ending.operation);
  operation.endedAt = operation.updatedAt;
  service.updatedAt = operation.updatedAt;
  if (ending.service === 'DELETED') service.deletedAt = operation.updatedAt;
  service.status = ending.service;
  engine.events.write(service, lines.status(ending.service));
  const gone = ending.service === 'DELETED' && engine.undocumented.logsAfterDelete === 'go';
  if (gone) engine.events.forget(service);
};

const run = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  before: StoredService['status'],
  work: Work,
): Promise<void> => {
  await passPhase(engine, operation, 'pending');
  setStatus(engine, operation, 'IN_PROGRESS');
  const fault = operation.trouble.ending;
  const ending = await (fault === undefined
    ? safely(engine, service, operation, before, work)
    : forcedEnding(engine, service, operation, before, fault, work.failed));
  if (ending === 'never') return;
  if (fault?.afterMs === undefined) {
    await sleepUntil(engine, operation.startedAt + engine.timing.operationMs);
  }
  if (!engine.signal.aborted) end(engine, service, operation, ending);
};

/**
 * Starts an operation on a service: PENDING at once, the work in the background, and its ending
 * written to the operation and the service together. A fault's ending comes in place of the work.
 */
export const begin = (
  engine: Engine,
  service: StoredService,
  type: OperationType,
  work: Work,
): StoredOperation => {
  const now = engine.clock.now();
  const id = engine.newId();
  const operation: StoredOperation = {
    order: engine.nextOrder(),
    id: engine.undocumented.operationIds === 'bare' ? withoutDashes(id) : id,
    type,
    status: 'PENDING',
    startedAt: now,
    updatedAt: now,
    trouble: engine.faults.onOperation(type),
  };
  const before = service.status;
  service.operations.unshift(operation);
  service.status = 'OPERATION_IN_PROGRESS';
  service.updatedAt = now;
  engine.events.write(service, lines.status(service.status));
  engine.background(run(engine, service, operation, before, work));
  return operation;
};
