import type { OperationType, Service } from '@aws-sdk/client-apprunner';
import { startedSince } from '../service/states.ts';
import type { Followed } from './follow.ts';
import { type Job, learnService } from './job.ts';
import type { Write } from './perform.ts';
import { findService } from './read-service.ts';

/** Ends after which a service does not have what was asked for. */
const REJECTED = /^(ROLLBACK_|FAILED)/i;

/**
 * Finds the operation of a call that App Runner may have taken although no answer came: one of
 * its type that began since the call, on a service that has what the call asks for or had it
 * rejected.
 *
 * @param since milliseconds since 1970 when the call was made first
 * @returns without an id while App Runner does not list it; undefined when there is none
 */
export async function ownOperation(
  job: Job,
  { serviceArn, type, stands }: Write,
  since: number,
): Promise<Pick<Followed, 'serviceArn' | 'operationId'> | undefined> {
  const { appRunner } = job.aws;
  const service = serviceArn
    ? stands && (await appRunner.describe(serviceArn))
    : await findService(job.aws, job.inputs.service);
  const arn = serviceArn ?? service?.ServiceArn;
  if (!arn) return undefined;
  const operation = startedSince(await appRunner.newestOperations(arn), type, since);
  const has = service && stands ? stands(service) : stands === undefined;
  const own = operation
    ? has || REJECTED.test(operation.Status ?? '')
    : // App Runner's list may lag behind.
      has && service !== undefined && changedSince(service, type, since);
  if (!own) return undefined;
  learnService(job, service);
  return { serviceArn: arn, operationId: operation?.Id };
}

/** App Runner's times have whole seconds. */
function changedSince(service: Service, type: OperationType, since: number): boolean {
  const changed = type === 'CREATE_SERVICE' ? service.CreatedAt : service.UpdatedAt;
  return changed !== undefined && changed.getTime() >= since - 1_000;
}
