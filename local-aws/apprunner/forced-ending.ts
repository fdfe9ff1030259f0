import type { EndingFault } from '../faults/fault.ts';
import { type Ending, type FailedStatus, statusAfterFailure } from './ending.ts';
import type { Engine } from './engine.ts';
import { lines, triggerOf } from './event-log.ts';
import { withoutDashes } from './identifiers.ts';
import { passPhase, setStatus, sleepUntil } from './phases.ts';
import type { OperationType, ServiceStatus } from './shapes.ts';
import type { StoredOperation, StoredService } from './store.ts';

const deployments: ReadonlySet<OperationType> = new Set<OperationType>([
  'CREATE_SERVICE',
  'UPDATE_SERVICE',
  'START_DEPLOYMENT',
  'RESUME_SERVICE',
]);

const isRollback = ({ end }: EndingFault): boolean => end.startsWith('ROLLBACK');

/** The lines of a deployment up to its health check, in the time that the pace gives them. */
const seemToDeploy = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  fault: EndingFault,
): Promise<void> => {
  const configuration = engine.repositories.asBuilt(service.configuration);
  const write = (texts: readonly string[]) => engine.events.write(service, texts, operation);
  const pass = async (phase: 'pull' | 'build' | 'provision') => {
    if (fault.afterMs === undefined) await passPhase(engine, operation, phase);
  };
  write(lines.started(withoutDashes(operation.id), triggerOf(operation.type)));
  if (operation.type !== 'RESUME_SERVICE') {
    write(lines.pulling(configuration));
    await pass('pull');
    write(lines.pulled(configuration));
    if (configuration.source.CodeRepository !== undefined) {
      write(lines.building());
      await pass('build');
      write(lines.built());
    }
  }
  write(lines.provisioning(configuration));
  await pass('provision');
  write(lines.checking(configuration));
};

const failureLines = (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  { reason }: EndingFault,
): string[] => {
  if (!deployments.has(operation.type)) return lines.unsuccessful(operation.type, reason);
  const failure =
    reason === undefined ? { kind: 'unhealthy' as const } : { kind: 'told' as const, reason };
  return lines.failed(
    withoutDashes(operation.id),
    failure,
    engine.repositories.asBuilt(service.configuration),
  );
};

/**
 * Ends an operation as a fault says, without a container: in the time that the fault or else the
 * pace gives it, and with the event lines that such an end has. A failed delete has taken the
 * container away all the same; nothing else touches what serves.
 *
 * @param before the service's state when the call came in
 * @returns `never` when the operation hangs
 */
export const forcedEnding = async (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
  before: ServiceStatus,
  fault: EndingFault,
  failed: ((end: FailedStatus) => void | Promise<void>) | undefined,
): Promise<Ending | 'never'> => {
  const deploys = deployments.has(operation.type);
  if (deploys) await seemToDeploy(engine, service, operation, fault);
  if (fault.end === 'HANG') return 'never';
  const { afterMs } = fault;
  const failedAfterMs = afterMs === undefined || !isRollback(fault) ? afterMs : afterMs / 2;
  if (failedAfterMs === undefined) {
    await passPhase(engine, operation, deploys ? 'give-up' : 'teardown');
  } else await sleepUntil(engine, operation.startedAt + failedAfterMs);
  engine.events.write(
    service,
    failureLines(engine, service, operation, fault),
    deploys ? operation : undefined,
  );
  await failed?.(fault.end);
  if (isRollback(fault)) {
    setStatus(engine, operation, 'ROLLBACK_IN_PROGRESS');
    if (afterMs === undefined) await passPhase(engine, operation, 'rollback');
    else await sleepUntil(engine, operation.startedAt + afterMs);
  }
  return {
    operation: fault.end,
    service: statusAfterFailure(operation.type, fault.end, before),
  };
};
