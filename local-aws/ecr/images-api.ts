import { pageOf } from '../pages.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import {
  type EcrContext,
  invalidParameter,
  namedRepository,
  type RepositoryInput,
} from './context.ts';
import { findImage, type ImageId, isFound } from './image-ids.ts';
import { type Image, manifestFacts, type Repository } from './repository.ts';

interface ImagesInput extends RepositoryInput {
  readonly imageIds: readonly ImageId[];
}

interface ListInput extends RepositoryInput {
  readonly imageIds?: readonly ImageId[];
  readonly nextToken?: string;
  readonly maxResults?: number;
  readonly filter?: { readonly tagStatus?: 'TAGGED' | 'UNTAGGED' | 'ANY' };
}

interface LayerInput extends RepositoryInput {
  readonly layerDigest: string;
}

const invalidToken = () => invalidParameter('nextToken', 'Invalid next token');

function batchGet(context: EcrContext, input: ImagesInput) {
  const repository = namedRepository(context, input);
  const found = input.imageIds.map((id) => findImage(repository, id));
  const images = found.filter(isFound).map(({ image, id }) => ({
    registryId: context.accountId,
    repositoryName: repository.name,
    imageId: { ...id, imageDigest: image.digest },
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
  }));
  return { images, failures: found.flatMap((result) => (isFound(result) ? [] : [result])) };
}

function detail(context: EcrContext, repository: Repository, image: Image) {
  const { size, artifactMediaType } = manifestFacts(image.manifest);
  return {
    registryId: context.accountId,
    repositoryName: repository.name,
    imageDigest: image.digest,
    ...(image.tags.size > 0 && { imageTags: [...image.tags] }),
    imageSizeInBytes: size,
    imagePushedAt: image.pushedAt,
    imageManifestMediaType: image.mediaType,
    ...(artifactMediaType && { artifactMediaType }),
  };
}

const fits = (image: Image, status: 'TAGGED' | 'UNTAGGED' | 'ANY' = 'ANY') =>
  status === 'ANY' || image.tags.size > 0 === (status === 'TAGGED');

/** DescribeImages by id answers all or ImageNotFoundException; without ids it lists in pages. */
function describe(context: EcrContext, input: ListInput) {
  const repository = namedRepository(context, input);
  const { imageIds, nextToken, maxResults, filter } = input;
  if (imageIds) {
    if (nextToken !== undefined || maxResults !== undefined) {
      throw invalidParameter('imageIds', 'must not be given with maxResults or nextToken');
    }
    const images = imageIds.map((id) => {
      const result = findImage(repository, id);
      if (isFound(result)) return result.image;
      const { imageDigest = 'null', imageTag = 'null' } = id;
      const text = `The image with imageId {imageDigest:'${imageDigest}', imageTag:'${imageTag}'} does not exist within the repository with name '${repository.name}' in the registry with id '${context.accountId}'`;
      throw new AwsError('ImageNotFoundException', text);
    });
    return { imageDetails: images.map((image) => detail(context, repository, image)) };
  }
  const images = [...repository.images.values()].filter((image) => fits(image, filter?.tagStatus));
  const page = pageOf(images, maxResults ?? 100, nextToken, invalidToken);
  const imageDetails = page.items.map((image) => detail(context, repository, image));
  return { imageDetails, ...(page.nextToken && { nextToken: page.nextToken }) };
}

/** ListImages has one row a tag, and one for an image without tags. */
function list(context: EcrContext, input: ListInput) {
  const { images } = namedRepository(context, input);
  const chosen = [...images.values()].filter((image) => fits(image, input.filter?.tagStatus));
  const rows = chosen.flatMap(({ digest: imageDigest, tags }): ImageId[] =>
    tags.size > 0 ? [...tags].map((imageTag) => ({ imageDigest, imageTag })) : [{ imageDigest }],
  );
  const page = pageOf(rows, input.maxResults ?? 100, input.nextToken, invalidToken);
  return { imageIds: page.items, ...(page.nextToken && { nextToken: page.nextToken }) };
}

/** The indexes of a repository that list this image. */
function parentsOf({ images }: Repository, digest: string): string[] {
  return [...images.values()]
    .filter((image) => manifestFacts(image.manifest).children.includes(digest))
    .map((image) => image.digest);
}

/** Takes away one tag, or an image with all its tags; the last tag takes its image with it. */
async function deleteOne(context: EcrContext, repository: Repository, id: ImageId) {
  const result = findImage(repository, id);
  if (!isFound(result)) return { deleted: [], failures: [result] };
  const { image } = result;
  const { digest: imageDigest, tags } = image;
  const gone = id.imageTag === undefined ? [...tags] : [id.imageTag];
  const whole = gone.length === tags.size;
  const parents = whole ? parentsOf(repository, imageDigest) : [];
  if (parents.length > 0) {
    const failureReason = `Requested image referenced by manifest list: [${parents.join(', ')}]`;
    const failureCode = 'ImageReferencedByManifestList';
    return { deleted: [], failures: [{ imageId: id, failureCode, failureReason }] };
  }
  for (const tag of gone) tags.delete(tag);
  if (whole) {
    repository.images.delete(imageDigest);
    await context.removeManifest(repository.name, imageDigest);
  }
  const deleted = gone.map((imageTag): ImageId => ({ imageDigest, imageTag }));
  return { deleted: deleted.length > 0 ? deleted : [{ imageDigest }], failures: [] };
}

async function batchDelete(context: EcrContext, input: ImagesInput) {
  const repository = namedRepository(context, input);
  const imageIds: ImageId[] = [];
  const failures: object[] = [];
  for (const id of input.imageIds) {
    const result = await deleteOne(context, repository, id);
    imageIds.push(...result.deleted);
    failures.push(...result.failures);
  }
  return { imageIds, failures };
}

async function layerUrl(context: EcrContext, input: LayerInput) {
  const { name } = namedRepository(context, input);
  const { layerDigest } = input;
  if (!(await context.hasLayer(name, layerDigest))) {
    const text = `The layer with digest '${layerDigest}' does not exist in the repository with name '${name}' in the registry with id '${context.accountId}'`;
    throw new AwsError('LayersNotFoundException', text);
  }
  return { downloadUrl: context.layerUrl(name, layerDigest), layerDigest };
}

/** The operations on images and layers. The model has checked the members' types and limits. */
export function imageOperations(context: EcrContext): AwsService['operations'] {
  return {
    BatchGetImage: served((input: ImagesInput) => batchGet(context, input)),
    DescribeImages: served((input: ListInput) => describe(context, input)),
    ListImages: served((input: ListInput) => list(context, input)),
    BatchDeleteImage: served((input: ImagesInput) => batchDelete(context, input)),
    GetDownloadUrlForLayer: served((input: LayerInput) => layerUrl(context, input)),
  };
}
