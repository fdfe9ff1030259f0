import { type Image, imageByTag, type Repository } from './repository.ts';

/** An image by digest, by tag, or by both. */
export interface ImageId {
  readonly imageDigest?: string;
  readonly imageTag?: string;
}

/** Why an image was not found, as ECR's batch operations answer it. */
export interface ImageFailure {
  readonly imageId: ImageId;
  readonly failureCode: string;
  readonly failureReason: string;
}

/** An image with the id that named it. */
export interface FoundImage {
  readonly image: Image;
  readonly id: ImageId;
}

/** Tells an image from a failure. */
export const isFound = (result: FoundImage | ImageFailure): result is FoundImage =>
  'image' in result;

/** Finds an image in a repository, in ECR's order of checks. */
export function findImage(repository: Repository, id: ImageId): FoundImage | ImageFailure {
  const { imageDigest, imageTag } = id;
  const fail = (failureCode: string, failureReason: string): ImageFailure => ({
    imageId: id,
    failureCode,
    failureReason,
  });
  if (imageDigest === undefined && imageTag === undefined) {
    const text = "Invalid request parameters: both tag and digest can't be null";
    return fail('MissingDigestAndTag', text);
  }
  if (imageDigest !== undefined && !/^[a-zA-Z0-9\-_+.]+:[a-fA-F0-9]+$/.test(imageDigest)) {
    const text =
      "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'";
    return fail('InvalidImageDigest', text);
  }
  const byDigest = imageDigest === undefined ? undefined : repository.images.get(imageDigest);
  const byTag = imageTag === undefined ? undefined : imageByTag(repository, imageTag);
  const image = byDigest ?? byTag;
  if (!image || (imageDigest !== undefined && !byDigest) || (imageTag !== undefined && !byTag)) {
    return fail('ImageNotFound', 'Requested image not found');
  }
  if (byDigest && byTag && byDigest !== byTag) {
    return fail('ImageTagDoesNotMatchDigest', `Requested tag '${imageTag}' does not match digest`);
  }
  return { image, id };
}
