import { ActionError } from '../errors.ts';
import type { PrivateDockerConfig } from '../image/docker-config.ts';
import { registryHost } from '../image/login.ts';
import type { BuildSource, ImageSource } from '../inputs/inputs.ts';
import type { Source } from '../inputs/source.ts';
import type { RegistryLogin, StoredImage } from '../ports.ts';
import type { DeployedImage, DeployedSource } from '../service/configuration.ts';
import type { Checked } from './check.ts';
import { build, checkImage, imageNames } from './image.ts';
import { type DeployJob, type Job, phase } from './job.ts';

/** What is deployed, as App Runner will name it; an image is known as soon as its registry is. */
export function deployedSource(source: Source, login: RegistryLogin | undefined): DeployedSource {
  return source.kind === 'code' ? { type: 'CODE', named: source.named } : namedImage(source, login);
}

function namedImage(
  source: BuildSource | ImageSource,
  login: RegistryLogin | undefined,
): DeployedImage {
  if (source.kind === 'image') {
    return { identifier: source.image.identifier, type: source.image.type };
  }
  const [identifier = ''] = login ? imageNames(source, login) : [];
  return { identifier, type: 'ECR' };
}

/**
 * Gets what is to be deployed: an image that is built and pushed here or found in its registry,
 * checked in both cases, or code, which App Runner reads by itself.
 *
 * @param loggingIn the login to the registry, which may still be under way
 * @throws ActionError when there is no image that App Runner can run
 */
export async function obtainSource(
  job: DeployJob,
  checked: Checked,
  loggingIn: Promise<PrivateDockerConfig> | undefined,
): Promise<DeployedSource> {
  const { source } = job.inputs;
  if (source.kind === 'code') return deployedSource(source, checked.login);
  const image = namedImage(source, checked.login);
  job.progress.learn({ image: image.identifier });
  if (source.kind === 'image') await checkNamed(job, source, checked.login);
  else await buildAndCheck(job, source, image.identifier, checked, loggingIn);
  return image;
}

async function checkNamed(job: Job, { image }: ImageSource, login: RegistryLogin | undefined) {
  job.progress.learn({ imageDigest: image.digest });
  // ECR's own API gives no answer about an image in ECR Public.
  if (!login || !image.registryId) return;
  const location = { ...image, name: image.identifier };
  const digest = await phase(job, 'Push', () => checkImage(job, login, location));
  if (digest) job.progress.learn({ imageDigest: digest });
}

async function buildAndCheck(
  job: DeployJob,
  source: BuildSource,
  name: string,
  checked: Checked,
  loggingIn: Promise<PrivateDockerConfig> | undefined,
): Promise<void> {
  const { progress } = job;
  const { login } = checked;
  if (!login) throw noLogin();
  await buildUnlessThere(job, source, name, checked, login, loggingIn);
  const { repository, registryId } = source;
  const location = { name, repository, registryId, tag: source.tags[0] };
  const found = await phase(job, 'Push', () => checkImage(job, login, location));
  if (!found) return;
  const pushed = progress.facts.imageDigest;
  if (pushed && pushed !== found) throw movedTag(name, pushed, found);
  progress.learn({ imageDigest: found });
}

async function buildUnlessThere(
  job: DeployJob,
  source: BuildSource,
  name: string,
  { repository }: Checked,
  login: RegistryLogin,
  loggingIn: Promise<PrivateDockerConfig> | undefined,
): Promise<void> {
  const { progress } = job;
  if (repository?.existing) return tellExisting(job, name);
  const config = await loggedIn(job, login, loggingIn);
  // Whoever has made the repository meanwhile may have pushed this very tag.
  if (repository?.missing && (await madeWithImage(job, source, login))) {
    return tellExisting(job, name);
  }
  const names = imageNames(source, login);
  const imageDigest = await phase(job, 'Build', () => build(job, source, names, config));
  progress.pushed = true;
  progress.learn({ imageDigest });
}

function tellExisting({ runner }: Job, name: string): void {
  runner.info(
    `${name} exists and its tag is immutable, so it is deployed as it is; nothing is built, and no other tag is set.`,
  );
}

function loggedIn(
  job: DeployJob,
  login: RegistryLogin,
  loggingIn: Promise<PrivateDockerConfig> | undefined,
): Promise<PrivateDockerConfig> {
  if (!loggingIn) throw noLogin();
  return phase(job, 'Log in', async () => {
    const config = await loggingIn;
    job.runner.info(`Logged in to ${registryHost(login)} for this run only.`);
    return config;
  });
}

/**
 * Makes the repository. Everything that can be known before the build is known by now, so it is
 * not made in vain.
 */
function madeWithImage(
  job: DeployJob,
  source: BuildSource,
  login: RegistryLogin,
): Promise<StoredImage | undefined> {
  return phase(job, 'Create repository', async () => {
    const { makeRepository } = await import('./make-repository.ts');
    return makeRepository(job, source, login);
  });
}

function noLogin(): ActionError {
  return new ActionError('ECR gave no login for the build.');
}

function movedTag(name: string, pushed: string, found: string): ActionError {
  return new ActionError(
    `This run pushed ${pushed} as ${name}, and ECR now has ${found} under that tag: another push has moved it. ` +
      `Give each run a tag of its own in image-tags (the commit SHA is the default), or the workflow a concurrency group.`,
  );
}
