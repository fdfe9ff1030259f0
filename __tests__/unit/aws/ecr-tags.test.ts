import { ECRClient } from '@aws-sdk/client-ecr';
import { describe, expect, it } from '@jest/globals';
import { ecrCalls } from '../../../src/aws/ecr.ts';
import { type JsonAnswer, type JsonCall, jsonService } from '../../support/unit-json-service.ts';

async function ecr(answer: (call: JsonCall) => JsonAnswer) {
  const { config, calls } = await jsonService(answer);
  return { ecr: ecrCalls(new ECRClient(config)), calls };
}

const NO_REPOSITORY = {
  code: 'RepositoryNotFoundException',
  message: "The repository with name 'hello' does not exist",
};

const DENIED = {
  code: 'AccessDeniedException',
  message:
    'User: arn:aws:sts::123456789012:assumed-role/deployer/ci is not authorized to perform: ecr:ListImages on resource: x',
};

const tagged = (...tags: string[]) => ({ imageIds: tags.map((imageTag) => ({ imageTag })) });

describe('the tags of a repository', () => {
  it('come over all pages, the largest that ECR gives', async () => {
    const { ecr: calls, calls: asked } = await ecr(({ body }) =>
      body.nextToken ? tagged('c') : { ...tagged('a', 'b'), nextToken: 'more' },
    );
    await expect(calls.tags('hello', '210987654321')).resolves.toEqual(['a', 'b', 'c']);
    const body = {
      repositoryName: 'hello',
      registryId: '210987654321',
      maxResults: 1_000,
      filter: { tagStatus: 'TAGGED' },
    };
    expect(asked).toEqual([
      { operation: 'ListImages', body },
      { operation: 'ListImages', body: { ...body, nextToken: 'more' } },
    ]);
  });

  it('are none in a repository that is not there', async () => {
    const { ecr: calls } = await ecr(() => NO_REPOSITORY);
    await expect(calls.tags('hello')).resolves.toEqual([]);
  });

  it('that may not be listed are an error that names the permission', async () => {
    const { ecr: calls } = await ecr(() => DENIED);
    await expect(calls.tags('hello')).rejects.toThrow(/Allow ecr:ListImages in the policy/);
  });
});

describe('tags', () => {
  it.each([
    [0, []],
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('%d of them are taken away in batches of %j', async (count, sizes) => {
    const { ecr: calls, calls: asked } = await ecr(() => ({ imageIds: [], failures: [] }));
    const tags = Array.from({ length: count }, (_, index) => `tag-${index}`);
    await expect(calls.deleteTags('hello', tags)).resolves.toEqual([]);
    const batches = asked.map(({ body }) => body.imageIds as readonly object[]);
    expect(batches.map((batch) => batch.length)).toEqual(sizes);
    expect(batches.flat()).toEqual(tags.map((imageTag) => ({ imageTag })));
    expect(asked.every(({ operation }) => operation === 'BatchDeleteImage')).toBe(true);
  });

  it('that ECR keeps are told with its reason, those that are gone are not', async () => {
    const { ecr: calls } = await ecr(() => ({
      imageIds: [],
      failures: [
        { imageId: { imageTag: 'gone' }, failureCode: 'ImageNotFound', failureReason: 'not found' },
        {
          imageId: { imageTag: 'part' },
          failureCode: 'ImageReferencedByManifestList',
          failureReason: 'Requested image referenced by manifest list: [x]',
        },
        { failureCode: 'KmsError' },
      ],
    }));
    await expect(calls.deleteTags('hello', ['gone', 'part', 'other'])).resolves.toEqual([
      {
        tag: 'part',
        reason: 'ImageReferencedByManifestList: Requested image referenced by manifest list: [x]',
      },
      { tag: 'a tag that ECR does not name', reason: 'KmsError' },
    ]);
  });

  it('of a repository that is not there are gone', async () => {
    const { ecr: calls } = await ecr(() => NO_REPOSITORY);
    await expect(calls.deleteTags('hello', ['a'])).resolves.toEqual([]);
  });
});
