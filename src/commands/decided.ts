import type { Service } from '@aws-sdk/client-apprunner';
import type { DeployedSource } from '../service/configuration.ts';
import { type Decision, decide, recreate } from '../service/decision.ts';
import { remaining } from '../service/states.ts';
import type { DeployJob } from './job.ts';
import { orWarn } from './or-warn.ts';
import type { Surroundings } from './surroundings.ts';

/** A service that is made anew, with the tags that go with it. */
export interface Before {
  readonly service: Service;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * What is done to the service as it was read last.
 *
 * @param before the service that made room for a new one, when this run deleted it
 * @throws ActionError for what App Runner would refuse or can't change
 */
export async function decided(
  { inputs }: DeployJob,
  service: Service | undefined,
  before: Before | undefined,
  source: DeployedSource,
  surroundings: Surroundings,
): Promise<Decision> {
  const { service: name, settings } = inputs;
  if (!service && before) {
    const { tags } = before;
    const around = await surroundings.of(before.service);
    return recreate(before.service, source, settings, { ...around, tags });
  }
  const left = remaining(service);
  return decide(name, left, source, settings, await surroundings.of(left));
}

/** The tags of a service that is to be deleted; they are not worth failing for. */
export async function tagsBefore(
  { aws, runner }: DeployJob,
  service: Service,
): Promise<Readonly<Record<string, string>>> {
  const lost = 'The tags of the service could not be read, and are lost.';
  return (await orWarn(runner, lost, () => aws.appRunner.tags(`${service.ServiceArn}`))) ?? {};
}
