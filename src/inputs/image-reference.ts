import type { InputReader } from './reader.ts';

/** An image that exists, as App Runner's ImageIdentifier names it. */
export interface ImageReference {
  /** The whole text, sent to App Runner as it is. */
  readonly identifier: string;
  readonly type: 'ECR' | 'ECR_PUBLIC';
  /** Account of a private registry. */
  readonly registryId?: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Repository names App Runner's ImageIdentifier pattern takes; ECR itself allows a little more. */
export const REPOSITORY = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** Docker's tag syntax, which ECR shares. */
export const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/** The digest of an image. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;

const SUFFIX =
  '(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?';
const NAME = '(?<repository>[a-z0-9._/-]+)';
const PRIVATE = new RegExp(
  `^(?<registryId>\\d{12})\\.dkr\\.ecr\\.(?<region>[a-z]+(?:-[a-z]+)+-\\d)\\.amazonaws\\.com/${NAME}${SUFFIX}$`,
);
const PUBLIC = new RegExp(`^public\\.ecr\\.aws/(?<alias>[a-z0-9][a-z0-9._-]*)/${NAME}${SUFFIX}$`);

/**
 * Reads the input `image`: a tag or digest in a private ECR registry of `region`, or in ECR
 * Public. App Runner takes no other registry (API model, ImageIdentifier).
 */
export function readImage(
  reader: InputReader,
  region: string | undefined,
): ImageReference | undefined {
  const identifier = reader.text('image');
  if (identifier === undefined) return undefined;
  const match = PRIVATE.exec(identifier) ?? PUBLIC.exec(identifier);
  const found = match?.groups;
  if (!found?.repository || !REPOSITORY.test(found.repository)) {
    reader.refuse('image', identifier, {
      allowed:
        'an image in private ECR or ECR Public, the only registries App Runner pulls from, whose repository name has no doubled separators',
      example: 'image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1.4.0',
    });
    return undefined;
  }
  if (!found.tag && !found.digest) {
    reader.problem(
      `Input 'image' is '${identifier}' and names no tag or digest. Example: image: ${identifier}:1.4.0`,
    );
    return undefined;
  }
  if (found.region && region && found.region !== region) {
    reader.problem(
      `Input 'image' is in ${found.region}, the service in ${region}; App Runner pulls from private ECR of its own Region. ` +
        `Push the image to ${region}, or set aws-region: ${found.region}.`,
    );
  }
  return {
    identifier,
    type: found.registryId ? 'ECR' : 'ECR_PUBLIC',
    repository: found.alias ? `${found.alias}/${found.repository}` : found.repository,
    ...(found.registryId && { registryId: found.registryId }),
    ...(found.tag && { tag: found.tag }),
    ...(found.digest && { digest: found.digest }),
  };
}
