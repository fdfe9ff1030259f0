import type { Engine } from './engine.ts';
import { lines } from './event-log.ts';
import type { Phase } from './pace.ts';
import type { OperationStatus, OperationType, ServiceStatus } from './shapes.ts';
import type { StoredOperation, StoredService } from './store.ts';

/** How an operation ended and in which state it leaves its service. */
export interface Ending {
  readonly operation: Extract<
    OperationStatus,
    'SUCCEEDED' | 'FAILED' | 'ROLLBACK_SUCCEEDED' | 'ROLLBACK_FAILED'
  >;
  readonly service: ServiceStatus;
}

/** Sets an operation's status with its time. */
export const setStatus = (
  engine: Engine,
  operation: StoredOperation,
  status: OperationStatus,
): void => {
  operation.status = status;
  operation.updatedAt = engine.clock.now();
};

/** Does `work`, and lets time pass until the phase has lasted as long as the pace demands. */
export const duringPhase = async <T>(
  engine: Engine,
  operation: StoredOperation,
  phase: (result: T) => Phase,
  work: () => Promise<T>,
): Promise<T> => {
  const start = engine.clock.now();
  const result = await work();
  const left = start + engine.timing.phaseMs(phase(result), operation.type) - engine.clock.now();
  if (left > 0) await engine.clock.sleep(left, engine.signal);
  return result;
};

const nothing = () => Promise.resolve();

const run = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  work: () => Promise<Ending>,
): Promise<void> => {
  await duringPhase(engine, operation, () => 'pending', nothing);
  setStatus(engine, operation, 'IN_PROGRESS');
  const ending = await work();
  const left = operation.startedAt + engine.timing.operationMs - engine.clock.now();
  if (left > 0) await engine.clock.sleep(left, engine.signal);
  if (engine.signal.aborted) return;
  setStatus(engine, operation, ending.operation);
  operation.endedAt = operation.updatedAt;
  service.updatedAt = operation.updatedAt;
  if (ending.service === 'DELETED') service.deletedAt = operation.updatedAt;
  service.status = ending.service;
  engine.events.write(service, lines.status(ending.service));
};

/**
 * Starts an operation on a service: PENDING at once, the work in the background, and its ending
 * written to the operation and the service together. Work that throws leaves the state it found.
 */
export const begin = (
  engine: Engine,
  service: StoredService,
  type: OperationType,
  work: (operation: StoredOperation) => Promise<Ending>,
): StoredOperation => {
  const now = engine.clock.now();
  const operation: StoredOperation = {
    order: engine.nextOrder(),
    id: engine.newId(),
    type,
    status: 'PENDING',
    startedAt: now,
    updatedAt: now,
  };
  const before = service.status;
  service.operations.unshift(operation);
  service.status = 'OPERATION_IN_PROGRESS';
  service.updatedAt = now;
  const safely = async (): Promise<Ending> => {
    try {
      return await work(operation);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      engine.events.write(service, [`Internal service error: ${reason}`], operation);
      return { operation: 'FAILED', service: before };
    }
  };
  engine.background(run(engine, service, operation, safely));
  return operation;
};
