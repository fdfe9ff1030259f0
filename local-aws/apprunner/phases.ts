import type { Engine } from './engine.ts';
import type { Phase } from './pace.ts';
import type { OperationStatus } from './shapes.ts';
import type { StoredOperation } from './store.ts';

/** Sets an operation's status with its time. */
export const setStatus = (
  engine: Engine,
  operation: StoredOperation,
  status: OperationStatus,
): void => {
  operation.status = status;
  operation.updatedAt = engine.clock.now();
};

/** Lets time pass until `time`, milliseconds since 1970, or the end of the App Runner. */
export const sleepUntil = async (engine: Engine, time: number): Promise<void> => {
  const left = time - engine.clock.now();
  if (left > 0) await engine.clock.sleep(left, engine.signal);
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
  await sleepUntil(engine, start + engine.timing.phaseMs(phase(result), operation.type));
  return result;
};

/** Lets a phase pass in which nothing is done. */
export const passPhase = (
  engine: Engine,
  operation: StoredOperation,
  phase: Phase,
): Promise<void> =>
  sleepUntil(engine, engine.clock.now() + engine.timing.phaseMs(phase, operation.type));
