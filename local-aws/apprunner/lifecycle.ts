import { startedAnswer } from './answers.ts';
import { deploy } from './deployment.ts';
import { releaseDomains } from './domains/domains.ts';
import type { Ending, FailedStatus } from './ending.ts';
import type { Engine } from './engine.ts';
import { duringPhase } from './phases.ts';
import { wrongState } from './refusals.ts';
import { demandNoIngress } from './resources/vpc-ingress.ts';
import type { ServiceArnInput } from './shapes.ts';
import type { StoredOperation, StoredService } from './store.ts';
import { begin } from './timeline.ts';

const stop = async (service: StoredService): Promise<void> => {
  const instance = service.serving;
  service.serving = undefined;
  service.front.route(undefined);
  await instance?.stop();
};

const teardown = (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
): Promise<void> =>
  duringPhase(
    engine,
    operation,
    () => 'teardown',
    () => stop(service),
  );

/** What a call answers whose operation id may be left out (API model). */
const startedSilently = (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
): object => {
  const { OperationId, ...silent } = startedAnswer(service, operation);
  return engine.faults.silentId() ? silent : { ...silent, OperationId };
};

/** PauseService: the container stops; the URL stays reserved and answers nothing. */
export const pauseService = (engine: Engine, input: ServiceArnInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (service.status !== 'RUNNING') throw wrongState('paused', service.status);
  const run = async (begun: StoredOperation): Promise<Ending> => {
    await teardown(engine, service, begun);
    return { operation: 'SUCCEEDED', service: 'PAUSED' };
  };
  return startedSilently(engine, service, begin(engine, service, 'PAUSE_SERVICE', { run }));
};

/** ResumeService: brings back the very image that ran before the pause. */
export const resumeService = (engine: Engine, input: ServiceArnInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (service.status !== 'PAUSED') throw wrongState('resumed', service.status);
  const run = async (begun: StoredOperation): Promise<Ending> => {
    const { version, configuration } = service;
    const deployed = await deploy(engine, service, begun, configuration, version?.image);
    return deployed.kind === 'deployed'
      ? { operation: 'SUCCEEDED', service: 'RUNNING' }
      : { operation: 'FAILED', service: 'PAUSED' };
  };
  return startedSilently(engine, service, begin(engine, service, 'RESUME_SERVICE', { run }));
};

/**
 * DeleteService: from any state but a running operation and DELETED. Logs stay. One that fails has
 * stopped the container all the same: the service "can't be successfully recovered" (API model).
 */
export const deleteService = (engine: Engine, input: ServiceArnInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (service.status === 'OPERATION_IN_PROGRESS' || service.status === 'DELETED') {
    throw wrongState('deleted', service.status);
  }
  demandNoIngress(engine, service);
  const run = async (begun: StoredOperation): Promise<Ending> => {
    await teardown(engine, service, begun);
    await service.front.close();
    releaseDomains(engine, service);
    return { operation: 'SUCCEEDED', service: 'DELETED' };
  };
  const failed = (end: FailedStatus) => (end === 'ROLLBACK_SUCCEEDED' ? undefined : stop(service));
  const operation = begin(engine, service, 'DELETE_SERVICE', { run, failed });
  return startedAnswer(service, operation);
};
