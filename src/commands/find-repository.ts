import { errorCode } from '../aws/errors.ts';
import { ActionError, errorMessage } from '../errors.ts';
import { isImmutable } from '../image/immutability.ts';
import type { BuildSource } from '../inputs/inputs.ts';
import type { Aws, Identity, StoredImage } from '../ports.ts';

/** What is known of the repository that a build is pushed to. */
export interface FoundRepository {
  /** True when there is none, and this run is to make it. */
  readonly missing: boolean;
  /** The image that already has the first tag and can't be replaced. */
  readonly existing: StoredImage | undefined;
}

/**
 * Looks up the repository that a build is pushed to.
 *
 * @param identity whose credentials these are
 * @throws ActionError when there is none and this run does not make it, or it can't be read
 */
export async function findRepository(
  aws: Aws,
  source: BuildSource,
  identity: Promise<Identity>,
): Promise<FoundRepository> {
  try {
    return { missing: false, existing: await findExisting(aws, source) };
  } catch (error) {
    const cause = error instanceof ActionError ? error.cause : error;
    if (errorCode(cause) !== 'RepositoryNotFoundException') throw error;
    const { account } = await identity;
    const { registryId = account, repository } = source;
    const own = registryId === account;
    if (own && source.createRepository) return { missing: true, existing: undefined };
    const remedy = own
      ? `Create repository '${repository}', or set create-repository: true, which does.`
      : `Create repository '${repository}' in account ${registryId}, with a policy that lets account ${account} push and the access role pull; create-repository makes none in another account, where a new one would let nobody in from here.`;
    throw new ActionError(`${errorMessage(error)} ${remedy}`, { cause });
  }
}

/** ECR refuses to move an immutable tag, so an image that has it is what there is to deploy. */
export async function findExisting(
  { ecr }: Aws,
  source: BuildSource,
): Promise<StoredImage | undefined> {
  const [tag] = source.tags;
  const repository = await ecr.repository(source.repository, source.registryId);
  return isImmutable(repository, tag)
    ? ecr.image(source.repository, { tag }, source.registryId)
    : undefined;
}
