import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import type { Aws } from '../ports.ts';
import { refusalOf } from '../service/refusals.ts';
import { type Job, learnService } from './job.ts';

/** The service by name with all its settings; undefined when there is none. */
export async function findService(aws: Aws, name: string): Promise<Service | undefined> {
  const found = await aws.appRunner.find(name);
  return found?.ServiceArn ? describe(aws, found.ServiceArn) : undefined;
}

/**
 * The service by name, for what needs one.
 *
 * @param also what it means that there is none, in sentences
 * @throws ActionError when there is none
 */
export async function existing(
  aws: Aws,
  name: string,
  also = 'Check service and aws-region.',
): Promise<Service> {
  const found = await findService(aws, name);
  if (found) return found;
  throw new ActionError(`Service '${name}' does not exist in this Region and account. ${also}`);
}

/** The service as it is now: by its ARN, else, where it is gone or was never there, by name. */
export async function readAgain(
  job: Job,
  service: Pick<Service, 'ServiceArn'> | undefined,
): Promise<Service | undefined> {
  const { aws, inputs } = job;
  const same = service?.ServiceArn && (await describe(aws, service.ServiceArn));
  const found = same || (await findService(aws, inputs.service));
  learnService(job, found);
  return found;
}

/** A deleted service can be described for a while; it is not there all the same. */
async function describe({ appRunner }: Aws, serviceArn: string): Promise<Service | undefined> {
  try {
    const service = await appRunner.describe(serviceArn);
    return service.Status === 'DELETED' ? undefined : service;
  } catch (error) {
    if (refusalOf(error) === 'gone') return undefined;
    throw error;
  }
}

/** The tags of a service; undefined when it is gone. */
export async function tagsOf(
  { appRunner }: Aws,
  { ServiceArn }: Pick<Service, 'ServiceArn'>,
): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    return await appRunner.tags(`${ServiceArn}`);
  } catch (error) {
    if (refusalOf(error) === 'gone') return undefined;
    throw error;
  }
}
