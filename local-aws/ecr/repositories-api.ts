import { pageOf } from '../pages.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import {
  type EcrContext,
  invalidParameter,
  namedRepository,
  type RepositoryInput,
  repositoryNotFound,
} from './context.ts';
import type { ExclusionFilter, Repository, TagMutability } from './repository.ts';
import { checkTags, type Tag } from './resource-tags.ts';

interface MutabilityInput {
  readonly imageTagMutability?: TagMutability['mode'];
  readonly imageTagMutabilityExclusionFilters?: readonly ExclusionFilter[];
}

interface CreateInput extends RepositoryInput, MutabilityInput {
  readonly tags?: readonly Tag[];
  readonly imageScanningConfiguration?: { readonly scanOnPush?: boolean };
  readonly encryptionConfiguration?: { readonly encryptionType: string; readonly kmsKey?: string };
}

type PutMutabilityInput = RepositoryInput & MutabilityInput;

interface DeleteInput extends RepositoryInput {
  readonly force?: boolean;
}

interface DescribeInput {
  readonly registryId?: string;
  readonly repositoryNames?: readonly string[];
  readonly nextToken?: string;
  readonly maxResults?: number;
}

function describe(context: EcrContext, repository: Repository) {
  const { mode, exclusions } = repository.mutability;
  return {
    repositoryArn: repository.arn,
    registryId: context.accountId,
    repositoryName: repository.name,
    repositoryUri: `${context.registryHost}/${repository.name}`,
    createdAt: repository.createdAt,
    imageTagMutability: mode,
    ...(exclusions.length > 0 && { imageTagMutabilityExclusionFilters: exclusions }),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: repository.encryption,
  };
}

/** The most `*` of an exclusion filter (documentation of Terraform's aws_ecr_repository). */
const MAX_WILDCARDS = 2;

/** Exclusion filters come with the modes that have them, and only with those. */
function mutabilityOf(input: MutabilityInput): TagMutability {
  const { imageTagMutability: mode = 'MUTABLE', imageTagMutabilityExclusionFilters = [] } = input;
  const path = 'imageTagMutabilityExclusionFilters';
  const expected = mode.endsWith('_WITH_EXCLUSION');
  if (expected !== imageTagMutabilityExclusionFilters.length > 0) {
    const rule = expected ? 'must be given' : 'must not be given';
    throw invalidParameter(path, `${rule} when imageTagMutability is ${mode}`);
  }
  const wild = imageTagMutabilityExclusionFilters.find(
    ({ filter }) => filter.split('*').length - 1 > MAX_WILDCARDS,
  );
  if (wild) throw invalidParameter(path, `a filter has at most ${MAX_WILDCARDS} wildcards`);
  return { mode, exclusions: imageTagMutabilityExclusionFilters };
}

function create(context: EcrContext, input: CreateInput) {
  const { repositories, accountId, region, clock } = context;
  const { registryId = accountId, repositoryName: name, tags = [] } = input;
  if (registryId !== accountId) {
    throw new AwsError('AccessDeniedException', `Not allowed in registry ${registryId}`);
  }
  checkTags(tags);
  const { encryptionConfiguration: encryption = { encryptionType: 'AES256' } } = input;
  if (encryption.kmsKey !== undefined && encryption.encryptionType === 'AES256') {
    throw invalidParameter('encryptionConfiguration', 'kmsKey goes with KMS encryption only');
  }
  const mutability = mutabilityOf(input);
  if (repositories.has(name)) {
    const text = `The repository with name '${name}' already exists in the registry with id '${accountId}'`;
    throw new AwsError('RepositoryAlreadyExistsException', text);
  }
  const repository: Repository = {
    name,
    arn: `arn:aws:ecr:${region}:${accountId}:repository/${name}`,
    createdAt: new Date(clock.now()),
    mutability,
    scanOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
    encryption,
    resourceTags: new Map(tags.map(({ Key, Value }) => [Key, Value])),
    images: new Map(),
  };
  repositories.set(name, repository);
  return { repository: describe(context, repository) };
}

function describeAll(context: EcrContext, input: DescribeInput) {
  const { registryId = context.accountId, repositoryNames, nextToken, maxResults } = input;
  if (repositoryNames) {
    if (maxResults !== undefined || nextToken !== undefined) {
      throw invalidParameter('repositoryNames', 'must not be given with maxResults or nextToken');
    }
    const found = repositoryNames.map((repositoryName) =>
      namedRepository(context, { registryId, repositoryName }),
    );
    return { repositories: found.map((repository) => describe(context, repository)) };
  }
  if (registryId !== context.accountId) throw repositoryNotFound('*', registryId);
  const all = [...context.repositories.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = pageOf(all, maxResults ?? 100, nextToken, () =>
    invalidParameter('nextToken', 'Invalid next token'),
  );
  const repositories = page.items.map((repository) => describe(context, repository));
  return { repositories, ...(page.nextToken && { nextToken: page.nextToken }) };
}

async function remove(context: EcrContext, input: DeleteInput) {
  const repository = namedRepository(context, input);
  const { name, images } = repository;
  if (images.size > 0 && !input.force) {
    const text = `The repository with name '${name}' in registry with id '${context.accountId}' cannot be deleted because it still contains images`;
    throw new AwsError('RepositoryNotEmptyException', text);
  }
  context.repositories.delete(name);
  for (const digest of images.keys()) await context.removeManifest(name, digest);
  return { repository: describe(context, repository) };
}

function putMutability(context: EcrContext, input: PutMutabilityInput) {
  const repository = namedRepository(context, input);
  repository.mutability = mutabilityOf(input);
  const { repositoryName, registryId, imageTagMutability, ...rest } = describe(context, repository);
  const filters = rest.imageTagMutabilityExclusionFilters;
  return {
    registryId,
    repositoryName,
    imageTagMutability,
    ...(filters && { imageTagMutabilityExclusionFilters: filters }),
  };
}

/** The operations on repositories. The model has checked the members' types and limits. */
export function repositoryOperations(context: EcrContext): AwsService['operations'] {
  return {
    CreateRepository: served((input: CreateInput) => create(context, input)),
    DescribeRepositories: served((input: DescribeInput) => describeAll(context, input)),
    DeleteRepository: served((input: DeleteInput) => remove(context, input)),
    PutImageTagMutability: served((input: PutMutabilityInput) => putMutability(context, input)),
  };
}
