import { startedAnswer } from './answers.ts';
import { deploy } from './deployment.ts';
import type { Engine } from './engine.ts';
import { wrongState } from './refusals.ts';
import type { ServiceArnInput } from './shapes.ts';
import type { StoredOperation, StoredService } from './store.ts';
import { begin, duringPhase, type Ending } from './timeline.ts';

const teardown = (
  engine: Engine,
  service: StoredService,
  operation: StoredOperation,
): Promise<void> =>
  duringPhase(
    engine,
    operation,
    () => 'teardown',
    async () => {
      const instance = service.serving;
      service.serving = undefined;
      service.front.route(undefined);
      await instance?.stop();
    },
  );

/** PauseService: the container stops; the URL stays reserved and answers nothing. */
export const pauseService = (engine: Engine, input: ServiceArnInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (service.status !== 'RUNNING') throw wrongState('paused', service.status);
  const operation = begin(engine, service, 'PAUSE_SERVICE', async (begun): Promise<Ending> => {
    await teardown(engine, service, begun);
    return { operation: 'SUCCEEDED', service: 'PAUSED' };
  });
  return startedAnswer(service, operation);
};

/** ResumeService: brings back the very image that ran before the pause. */
export const resumeService = (engine: Engine, input: ServiceArnInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (service.status !== 'PAUSED') throw wrongState('resumed', service.status);
  const operation = begin(engine, service, 'RESUME_SERVICE', async (begun): Promise<Ending> => {
    const { version, configuration } = service;
    const deployed = await deploy(engine, service, begun, configuration, version?.image);
    return deployed.kind === 'deployed'
      ? { operation: 'SUCCEEDED', service: 'RUNNING' }
      : { operation: 'FAILED', service: 'PAUSED' };
  });
  return startedAnswer(service, operation);
};

/** DeleteService: from any state but a running operation and DELETED. Logs stay. */
export const deleteService = (engine: Engine, input: ServiceArnInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (service.status === 'OPERATION_IN_PROGRESS' || service.status === 'DELETED') {
    throw wrongState('deleted', service.status);
  }
  const operation = begin(engine, service, 'DELETE_SERVICE', async (begun): Promise<Ending> => {
    await teardown(engine, service, begun);
    await service.front.close();
    return { operation: 'SUCCEEDED', service: 'DELETED' };
  });
  return startedAnswer(service, operation);
};
