import type { Service } from '@aws-sdk/client-apprunner';
import { automaticDeployment, deploysByItself, PATIENCE_MS } from '../service/automatic.ts';
import type { DeployedSource } from '../service/configuration.ts';
import type { Followed } from './follow.ts';
import { type Job, learnService } from './job.ts';

/**
 * Makes what finds the deployment that App Runner starts by itself after our push; a call of
 * ours would collide with it and lose. While the service is busy only one that is listed is
 * found; a paused service starts none, not even once it is resumed (developer guide,
 * manage-pause).
 *
 * @param pushedAt milliseconds since 1970, not later than the push
 * @param deadline milliseconds since 1970
 * @returns finds it at most once; undefined when it is not coming, or not there yet
 */
export function automaticAdopter(
  job: Job,
  source: DeployedSource,
  pushedAt: number,
  deadline: number,
): (service: Service) => Promise<Followed | undefined> {
  const { aws, ports, progress, runner } = job;
  let mayCome = progress.pushed;
  return async (service) => {
    const { Status: status } = service;
    // App Runner does not tell which pushes to a code repository it has taken up.
    if (!mayCome || source.type === 'CODE') return undefined;
    if (!deploysByItself(service, source.identifier)) return undefined;
    mayCome = status === 'OPERATION_IN_PROGRESS';
    if (status !== 'RUNNING' && !mayCome) return undefined;
    if (!mayCome) {
      runner.info('The service deploys pushes of this tag by itself; waiting for that deployment.');
    }
    const serviceArn = `${service.ServiceArn}`;
    const giveUp = mayCome ? 0 : Math.min(ports.clock.now() + PATIENCE_MS, deadline);
    const operationId = await automaticDeployment(
      aws.appRunner,
      ports.clock,
      serviceArn,
      pushedAt,
      giveUp,
    );
    if (!operationId) {
      if (!mayCome) runner.info('No automatic deployment came within a minute; starting one.');
      return undefined;
    }
    mayCome = false;
    runner.info(`Following operation ${operationId}, which this push set off.`);
    learnService(job, service);
    progress.learn({ operationId, operationStatus: 'PENDING' });
    return { serviceArn, operationId, type: 'START_DEPLOYMENT', since: pushedAt };
  };
}
