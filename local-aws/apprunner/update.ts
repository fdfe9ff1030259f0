import type { PullSource } from '../ecr/images.ts';
import { startedAnswer } from './answers.ts';
import { deploy } from './deployment.ts';
import type { Ending } from './ending.ts';
import type { Engine } from './engine.ts';
import { homeOf } from './home.ts';
import { passPhase, setStatus } from './phases.ts';
import { invalidRequest, notRunning, wrongState } from './refusals.ts';
import { resolveConfiguration } from './settings.ts';
import type { ServiceArnInput, ServiceStatus, UpdateServiceInput } from './shapes.ts';
import type { Configuration, StoredOperation, StoredService } from './store.ts';
import { begin } from './timeline.ts';

/**
 * Starts a deployment of `configuration`. When it fails, a service that was RUNNING is rolled back
 * to the configuration it had, and its container never stopped serving; one that was
 * CREATE_FAILED has nothing to go back to and stays so, with the configuration it was sent.
 *
 * @param pulled an image that is not pulled again
 */
const startChange = (
  engine: Engine,
  service: StoredService,
  type: 'UPDATE_SERVICE' | 'START_DEPLOYMENT',
  configuration: Configuration,
  pulled?: PullSource,
): StoredOperation => {
  const before = { status: service.status, configuration: service.configuration };
  const restore = () => {
    if (before.status !== 'CREATE_FAILED') service.configuration = before.configuration;
  };
  const run = async (operation: StoredOperation): Promise<Ending> => {
    const deployed = await deploy(engine, service, operation, configuration, pulled);
    if (deployed.kind === 'deployed') {
      service.version = { image: deployed.image, configuration };
      return { operation: 'SUCCEEDED', service: 'RUNNING' };
    }
    if (before.status === 'CREATE_FAILED') {
      return { operation: 'FAILED', service: 'CREATE_FAILED' };
    }
    setStatus(engine, operation, 'ROLLBACK_IN_PROGRESS');
    restore();
    await passPhase(engine, operation, 'rollback');
    return { operation: 'ROLLBACK_SUCCEEDED', service: before.status };
  };
  service.configuration = configuration;
  return begin(engine, service, type, { run, failed: restore });
};

const takesUpdate = ({ undocumented }: Engine, status: ServiceStatus): boolean =>
  status === 'RUNNING' ||
  (status === 'CREATE_FAILED' && undocumented.updateOnCreateFailed === 'repairs') ||
  (status === 'PAUSED' && undocumented.updateOnPaused === 'taken');

/** The image that runs, where an update that names it again does not pull it. */
const keptImage = (
  { undocumented }: Engine,
  { version }: StoredService,
  { source }: Configuration,
): PullSource | undefined => {
  if (undocumented.sameTagUpdate === 'pulls' || source.ImageRepository === undefined) return;
  const running = version?.configuration.source.ImageRepository?.ImageIdentifier;
  return source.ImageRepository.ImageIdentifier === running ? version?.image : undefined;
};

/** UpdateService: for a service that is RUNNING, and to repair one that failed to be created. */
export const updateService = (engine: Engine, input: UpdateServiceInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (!takesUpdate(engine, service.status)) throw wrongState('updated', service.status);
  if (Object.keys(input).length === 1) {
    throw invalidRequest('No configurations provided in the UpdateService request.');
  }
  const configuration = resolveConfiguration(input, service, homeOf(engine));
  const pulled = keptImage(engine, service, configuration);
  const operation = startChange(engine, service, 'UPDATE_SERVICE', configuration, pulled);
  return startedAnswer(service, operation);
};

/** Deploys what a service is configured with again. */
export const redeploy = (engine: Engine, service: StoredService): StoredOperation =>
  startChange(engine, service, 'START_DEPLOYMENT', service.configuration);

/** StartDeployment: deploys the configured identifier, or the newest commit of the branch, again. */
export const startDeployment = (engine: Engine, input: ServiceArnInput): object => {
  const service = engine.services.get(input.ServiceArn);
  if (service.status !== 'RUNNING') throw notRunning();
  return { OperationId: redeploy(engine, service).id };
};
