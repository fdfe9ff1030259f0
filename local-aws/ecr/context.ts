import type { Clock } from '../clock.ts';
import { AwsError } from '../protocol/aws-error.ts';
import type { Repositories, Repository } from './repository.ts';

/** What every ECR operation works on. */
export interface EcrContext {
  readonly repositories: Repositories;
  readonly accountId: string;
  readonly region: string;
  readonly clock: Clock;
  /** `127.0.0.1:PORT` of the registry endpoint that clients push to. */
  readonly registryHost: string;
  /** The password of the login that GetAuthorizationToken hands out. */
  readonly password: string;
  /** An address of a layer that works without a login. */
  readonly layerUrl: (repository: string, digest: string) => string;
  /** Says whether the registry holds a blob. */
  readonly hasLayer: (repository: string, digest: string) => Promise<boolean>;
  /** Removes a manifest from the registry. */
  readonly removeManifest: (repository: string, digest: string) => Promise<void>;
}

/** The members that name a repository in most inputs. */
export interface RepositoryInput {
  readonly registryId?: string;
  readonly repositoryName: string;
}

/** The error for a repository that is not there. */
export function repositoryNotFound(name: string, registryId: string): AwsError {
  const text = `The repository with name '${name}' does not exist in the registry with id '${registryId}'`;
  return new AwsError('RepositoryNotFoundException', text);
}

/** The error for a parameter that breaks a rule beyond the model's limits. */
export function invalidParameter(path: string, constraint: string): AwsError {
  const text = `Invalid parameter at '${path}' failed to satisfy constraint: '${constraint}'`;
  return new AwsError('InvalidParameterException', text);
}

/**
 * The repository an input names. Throws RepositoryNotFoundException; so it does for other accounts,
 * whose registries have nothing in them here.
 */
export function namedRepository(
  { repositories, accountId }: EcrContext,
  { registryId = accountId, repositoryName }: RepositoryInput,
): Repository {
  const repository = registryId === accountId ? repositories.get(repositoryName) : undefined;
  if (!repository) throw repositoryNotFound(repositoryName, registryId);
  return repository;
}
