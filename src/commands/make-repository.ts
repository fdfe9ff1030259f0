import { errorCode } from '../aws/errors.ts';
import { ActionError } from '../errors.ts';
import { registryHost } from '../image/login.ts';
import {
  LIFECYCLE_POLICY,
  NEW_REPOSITORY,
  newRepository,
  stuckCacheTags,
} from '../image/new-repository.ts';
import type { BuildSource } from '../inputs/inputs.ts';
import type { Aws, RegistryLogin, StoredImage } from '../ports.ts';
import { wasSentAgain } from '../service/refusals.ts';
import { changing } from './changing.ts';
import { findExisting } from './find-repository.ts';
import type { DeployJob } from './job.ts';
import { orWarn } from './or-warn.ts';

/** That a repository is made, in a sentence. */
export function repositoryText({ repository }: BuildSource): string {
  return `CreateRepository: '${repository}', where ${NEW_REPOSITORY}.`;
}

/** What is to be told of the cache of a build whose repository is new; undefined for nothing. */
export function cacheNote(source: BuildSource, login: RegistryLogin): string | undefined {
  const image = `${registryHost(login)}/${source.repository}`;
  const [tag] = stuckCacheTags(source.build.cacheTo, image);
  return tag === undefined
    ? undefined
    : `Input 'cache-to' writes tag '${tag}' of repository '${source.repository}', where it can't be moved, so ECR will refuse the cache of the next run. Give the cache a repository of its own, or type=gha.`;
}

/**
 * Makes the repository that the check did not find. One that somebody else has made meanwhile is
 * left as it is.
 *
 * @returns the image that has the first tag there already and can't be replaced
 * @throws ActionError when there is no repository after it
 */
export async function makeRepository(
  job: DeployJob,
  source: BuildSource,
  login: RegistryLogin,
): Promise<StoredImage | undefined> {
  const { aws, runner } = job;
  const { repository: name } = source;
  const note = cacheNote(source, login);
  if (note) runner.warning(note);
  runner.info(repositoryText(source));
  const made = await changing(
    job,
    'CreateRepository',
    () => create(aws, name),
    (isOurs) => (isOurs ? `it made repository '${name}'` : undefined),
  );
  if (!made) {
    runner.info(`Somebody else has made repository '${name}' meanwhile; it is left as it is.`);
    return findExisting(aws, source);
  }
  await orWarn(
    runner,
    `Repository '${name}' was made without its lifecycle policy, and later runs leave it so: no image expires.`,
    () =>
      changing(
        job,
        'PutLifecyclePolicy',
        () => aws.ecr.putLifecyclePolicy(name, LIFECYCLE_POLICY),
        () => `repository '${name}' has its lifecycle policy`,
      ),
  );
  return undefined;
}

/** Makes a repository; false when there is one that is not this run's. */
async function create({ ecr }: Aws, name: string): Promise<boolean> {
  try {
    await ecr.createRepository(newRepository(name));
    return true;
  } catch (error) {
    const cause = error instanceof ActionError ? error.cause : error;
    if (errorCode(cause) !== 'RepositoryAlreadyExistsException') throw error;
    // It was not there a moment ago: where the SDK has asked twice, the first answer was lost.
    return wasSentAgain(error);
  }
}
