import type { Service } from '@aws-sdk/client-apprunner';

/** A repository of private ECR. */
export interface ImagePlace {
  readonly repository: string;
  /** Account of the registry; undefined means the caller's. */
  readonly registryId?: string | undefined;
}

/** REGISTRY/REPOSITORY, with tag or digest; the account is in ECR's host names only. */
const IDENTIFIER = /^(?:(?<registryId>\d{12})\.dkr\.ecr\.[^/]+|[^/]+)\/(?<repository>[^:@]+)/;

/** Where the images of a service are; undefined for one from ECR Public or from code. */
export function imagePlaceOf({
  SourceConfiguration: source,
}: Pick<Service, 'SourceConfiguration'>): ImagePlace | undefined {
  const { ImageRepositoryType: type, ImageIdentifier: identifier = '' } =
    source?.ImageRepository ?? {};
  const { registryId, repository } = IDENTIFIER.exec(identifier)?.groups ?? {};
  return type === 'ECR' && repository ? { repository, registryId } : undefined;
}
