import { isAccessDenied } from '../aws/errors.ts';
import { ActionError, errorMessage } from '../errors.ts';
import { blobUrl, checkArchitecture } from '../image/architecture.ts';
import { buildAndPush } from '../image/build.ts';
import type { Repeatable } from '../image/build-command.ts';
import { makeCacheBuilder } from '../image/cache-builder.ts';
import { makePrivateDockerConfig, type PrivateDockerConfig } from '../image/docker-config.ts';
import { logIn, registryHost } from '../image/login.ts';
import type { BuildSource } from '../inputs/inputs.ts';
import type { Ports, RegistryLogin, Runner, StoredImage } from '../ports.ts';
import { STATE } from './clean-up.ts';
import type { DeployJob, Job } from './job.ts';

/** Where an image lies in private ECR. */
export interface ImageLocation {
  /** The image in the user's words. */
  readonly name: string;
  readonly repository: string;
  readonly registryId?: string | undefined;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** Full names of the images that a build pushes, the one to deploy first. */
export function imageNames(source: BuildSource, login: RegistryLogin): readonly string[] {
  return source.tags.map((tag) => `${registryHost(login)}/${source.repository}:${tag}`);
}

/**
 * Makes the private docker configuration and logs in. The post step is told of the directory
 * before it exists.
 */
export async function logInPrivately(
  { ports, runner }: Job,
  login: RegistryLogin | undefined,
): Promise<PrivateDockerConfig> {
  if (!login) throw new ActionError('ECR gave no login for the build.');
  runner.mask(login.password);
  // The login's stored form is no more public than the password it holds.
  runner.mask(Buffer.from(`${login.username}:${login.password}`).toString('base64'));
  const config = await makePrivateDockerConfig(ports.env, registryHost(login), (directory) =>
    runner.saveState(STATE.directory, directory),
  );
  await logIn(ports.docker, login, config.env);
  return config;
}

/**
 * Builds the image and pushes it under all its tags.
 *
 * @returns the digest that buildx reports
 */
export async function build(
  { inputs, ports, runner }: DeployJob,
  source: BuildSource,
  names: readonly string[],
  config: PrivateDockerConfig,
): Promise<string> {
  for (const [, value] of source.build.secrets) runner.mask(value);
  const builder = await makeCacheBuilder(ports.docker, source.build, config, (name) =>
    runner.saveState(STATE.builder, name),
  );
  if (builder) runner.info(`Builder ${builder} was made for this run, to export the cache.`);
  const repeatable = inputs.skipUnchanged
    ? await makeRepeatable(ports, runner, source, config, builder)
    : undefined;
  const target = { images: names, builder, repeatable };
  return buildAndPush(ports.docker, source.build, target, config);
}

/** The same sources give the same digest, so that it can be told that nothing changed. */
async function makeRepeatable(
  ports: Ports,
  runner: Runner,
  { build }: BuildSource,
  config: PrivateDockerConfig,
  builder: string | undefined,
): Promise<Repeatable | undefined> {
  // Only a run with skip-unchanged needs it.
  const { repeatability } = await import('../image/repeatable.ts');
  const { env } = ports;
  const checkout = { env, workspace: env.GITHUB_WORKSPACE ?? process.cwd() };
  const { repeatable, notes } = await repeatability(ports, build, checkout, config, builder);
  for (const note of notes) runner.info(note);
  return repeatable;
}

/**
 * Checks that ECR holds a plain linux/amd64 image. A caller who may deploy but not read the
 * registry is warned and trusted.
 *
 * @returns the digest; undefined when it may not be read
 * @throws ActionError when the image is absent or not one that App Runner runs
 */
export async function checkImage(
  { ports, runner, aws }: Job,
  login: RegistryLogin,
  image: ImageLocation,
): Promise<string | undefined> {
  const { name, repository, registryId } = image;
  let stored: StoredImage | undefined;
  try {
    stored = await aws.ecr.image(repository, given(image), registryId);
  } catch (error) {
    if (!isAccessDenied(error)) throw error;
    runner.warning(`The architecture of ${name} was not checked. ${errorMessage(error)}`);
    return undefined;
  }
  if (!stored) {
    throw new ActionError(
      `ECR has no image ${name}. Check the repository, the tag, the account and the Region; an expired image has to be pushed again.`,
    );
  }
  await checkArchitecture(name, stored, (digest) =>
    ports.fetchBlob(blobUrl(login, repository, digest), login),
  );
  runner.info(`${name} is a linux/amd64 image with digest ${stored.digest}.`);
  return stored.digest;
}

function given({ tag, digest }: ImageLocation) {
  return digest ? { digest } : { ...(tag && { tag }) };
}
