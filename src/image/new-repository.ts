import type { CreateRepositoryRequest } from '@aws-sdk/client-ecr';
import type { Repository } from '../ports.ts';
import { isImmutable } from './immutability.ts';

/** The tag that may be moved to another image. */
const MOVABLE = 'latest';

/** More images than these, the ones pushed longest ago, are expired by ECR. */
const KEPT_IMAGES = 50;

/** What is wanted of a new repository, in words. */
export const NEW_REPOSITORY = `images are scanned on push and encrypted, no tag but '${MOVABLE}' can be moved, and a lifecycle policy keeps the last ${KEPT_IMAGES} images`;

/**
 * A repository as `create-repository` makes it. All of it is given to CreateRepository, which
 * asks for no other permission then.
 */
export function newRepository(repositoryName: string): CreateRepositoryRequest {
  return {
    repositoryName,
    imageScanningConfiguration: { scanOnPush: true },
    // ECR's own keys: a key in KMS has a price and needs permissions of its own.
    encryptionConfiguration: { encryptionType: 'AES256' },
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: MOVABLE }],
  };
}

/**
 * The lifecycle policy of a new repository. It counts every image, be it a preview's, untagged
 * or the one that is deployed: App Runner runs a copy of its own (App Runner developer guide,
 * Deleting a service).
 */
export const LIFECYCLE_POLICY = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: `Keep the last ${KEPT_IMAGES} images`,
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: KEPT_IMAGES },
      action: { type: 'expire' },
    },
  ],
});

/**
 * The tags in a new repository that `cache-to` writes and that can't be moved, so that ECR takes
 * the first run's cache and refuses the next one's.
 *
 * @param cacheTo items as buildx takes them: `type=registry,ref=NAME`, or NAME alone
 * @param image the repository with its registry's host
 */
export function stuckCacheTags(cacheTo: readonly string[], image: string): readonly string[] {
  const repository: Repository = { name: image, immutable: true, exceptions: [MOVABLE] };
  return cacheTo
    .map((item) => item.replaceAll('"', '').split(','))
    .flatMap(registryReference)
    .flatMap((name) => tagIn(image, name))
    .filter((tag) => isImmutable(repository, tag));
}

function registryReference(fields: readonly string[]): string[] {
  const [first = ''] = fields;
  if (fields.length === 1 && !first.includes('=')) return [first];
  if (!fields.includes('type=registry')) return [];
  return fields.flatMap((field) => /^ref=(.+)$/.exec(field)?.[1] ?? []);
}

/** The tag of a name in the repository; docker's is `latest` where there is none. */
function tagIn(image: string, name: string): string[] {
  if (name === image) return [MOVABLE];
  return name.startsWith(`${image}:`) ? [name.slice(image.length + 1)] : [];
}
