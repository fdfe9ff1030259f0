import { BatchDeleteImageCommand, type ECRClient, paginateListImages } from '@aws-sdk/client-ecr';
import type { Ecr, KeptTag } from '../ports.ts';
import { awsCall, errorCode } from './errors.ts';

/** The most that ListImages gives a page (API reference, maxResults). */
const PAGE = 1_000;

/** The most that BatchDeleteImage takes (API reference, imageIds). */
const BATCH = 100;

/** The calls about the tags of a repository, over an SDK client. */
export function tagCalls(client: ECRClient): Pick<Ecr, 'tags' | 'deleteTags'> {
  return {
    tags: (repository, registryId) =>
      awsCall('ecr:ListImages', `repository '${repository}'`, () =>
        orNone(() => list(client, repository, registryId)),
      ),

    deleteTags: (repository, tags, registryId) =>
      awsCall('ecr:BatchDeleteImage', `repository '${repository}'`, () =>
        orNone(() => remove(client, repository, tags, registryId)),
      ),
  };
}

async function list(client: ECRClient, repositoryName: string, registryId: string | undefined) {
  const tags: string[] = [];
  const pages = paginateListImages(
    { client, pageSize: PAGE },
    { repositoryName, filter: { tagStatus: 'TAGGED' }, ...(registryId && { registryId }) },
  );
  for await (const { imageIds = [] } of pages) {
    tags.push(...imageIds.flatMap(({ imageTag }) => imageTag ?? []));
  }
  return tags;
}

/** By tag and not by digest, which would take an image's other tags as well. */
async function remove(
  client: ECRClient,
  repositoryName: string,
  tags: readonly string[],
  registryId: string | undefined,
): Promise<KeptTag[]> {
  const kept: KeptTag[] = [];
  for (let from = 0; from < tags.length; from += BATCH) {
    const imageIds = tags.slice(from, from + BATCH).map((imageTag) => ({ imageTag }));
    const command = new BatchDeleteImageCommand({
      repositoryName,
      imageIds,
      ...(registryId && { registryId }),
    });
    const { failures = [] } = await client.send(command);
    for (const { imageId, failureCode, failureReason } of failures) {
      // Somebody else, or a first try whose answer was lost, took it away.
      if (failureCode === 'ImageNotFound') continue;
      const reason = [failureCode, failureReason].filter(Boolean).join(': ');
      kept.push({ tag: imageId?.imageTag ?? 'a tag that ECR does not name', reason });
    }
  }
  return kept;
}

/** A repository that is not there holds nothing. */
async function orNone<T>(answer: () => Promise<T[]>): Promise<T[]> {
  try {
    return await answer();
  } catch (error) {
    if (errorCode(error) === 'RepositoryNotFoundException') return [];
    throw error;
  }
}
