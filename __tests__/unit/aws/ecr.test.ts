import { ECRClient } from '@aws-sdk/client-ecr';
import { describe, expect, it } from '@jest/globals';
import { ecrCalls } from '../../../src/aws/ecr.ts';
import { isAccessDenied } from '../../../src/aws/errors.ts';
import { type JsonAnswer, jsonService } from '../../support/unit-json-service.ts';

const DIGEST = `sha256:${'d'.repeat(64)}`;
const ENDPOINT = 'https://123456789012.dkr.ecr.us-east-1.amazonaws.com';

async function ecr(answer: JsonAnswer) {
  const { config, calls } = await jsonService(() => answer);
  return { ecr: ecrCalls(new ECRClient(config)), calls };
}

function token(text: string): JsonAnswer {
  const authorizationToken = Buffer.from(text).toString('base64');
  return { authorizationData: [{ authorizationToken, proxyEndpoint: ENDPOINT }] };
}

describe('a login', () => {
  it.each([
    ['AWS:password', { username: 'AWS', password: 'password' }],
    ['AWS:pass:word:', { username: 'AWS', password: 'pass:word:' }],
    ['AWS:pass\nword', { username: 'AWS', password: 'pass\nword' }],
  ])('is decoded from %j', async (text, login) => {
    const { ecr: calls } = await ecr(token(text));
    await expect(calls.login()).resolves.toEqual({ ...login, endpoint: ENDPOINT });
  });

  it.each([{}, { authorizationData: [] }, token('AWS'), token(':x'), token('')])(
    'is missed in %j',
    async (answer) => {
      const { ecr: calls } = await ecr(answer);
      await expect(calls.login()).rejects.toThrow('without a usable login');
    },
  );

  it.each([
    [undefined, {}],
    ['210987654321', { registryIds: ['210987654321'] }],
  ])('is asked for the account %s', async (registryId, body) => {
    const { ecr: calls, calls: asked } = await ecr(token('AWS:x'));
    await calls.login(registryId);
    expect(asked).toEqual([{ operation: 'GetAuthorizationToken', body }]);
  });
});

describe('a repository', () => {
  it.each([
    ['MUTABLE', undefined, false, []],
    ['IMMUTABLE', undefined, true, []],
    [
      'IMMUTABLE_WITH_EXCLUSION',
      [
        { filterType: 'WILDCARD', filter: 'latest' },
        { filterType: 'WILDCARD', filter: 'dev-*' },
      ],
      true,
      ['latest', 'dev-*'],
    ],
    ['MUTABLE_WITH_EXCLUSION', [{ filterType: 'WILDCARD', filter: 'v*' }], false, ['v*']],
    [undefined, undefined, false, []],
  ])('with tags %s', async (imageTagMutability, filters, immutable, exceptions) => {
    const { ecr: calls, calls: asked } = await ecr({
      repositories: [{ imageTagMutability, imageTagMutabilityExclusionFilters: filters }],
    });
    await expect(calls.repository('team/hello', '210987654321')).resolves.toEqual({
      name: 'team/hello',
      immutable,
      exceptions,
    });
    expect(asked).toEqual([
      {
        operation: 'DescribeRepositories',
        body: { repositoryNames: ['team/hello'], registryId: '210987654321' },
      },
    ]);
  });

  it('that is not there is named in the error', async () => {
    const { ecr: calls } = await ecr({
      code: 'RepositoryNotFoundException',
      message: "The repository with name 'hello' does not exist",
    });
    await expect(calls.repository('hello')).rejects.toThrow(
      /^ecr:DescribeRepositories failed for repository 'hello': RepositoryNotFoundException: .* does not exist\./,
    );
  });
});

describe('an image', () => {
  it.each([
    [{ tag: '1' }, { imageTag: '1' }],
    [{ digest: DIGEST }, { imageDigest: DIGEST }],
    [{ tag: '1', digest: DIGEST }, { imageDigest: DIGEST }],
  ])('is asked for by %j, in every kind of manifest', async (image, id) => {
    const { ecr: calls, calls: asked } = await ecr({
      images: [
        { imageId: { imageDigest: DIGEST }, imageManifest: '{}', imageManifestMediaType: 'm' },
      ],
      failures: [],
    });
    await expect(calls.image('hello', image)).resolves.toEqual({
      digest: DIGEST,
      manifest: '{}',
      mediaType: 'm',
    });
    expect(asked[0]?.body).toEqual({
      repositoryName: 'hello',
      imageIds: [id],
      acceptedMediaTypes: [
        'application/vnd.docker.distribution.manifest.v2+json',
        'application/vnd.oci.image.manifest.v1+json',
        'application/vnd.docker.distribution.manifest.list.v2+json',
        'application/vnd.oci.image.index.v1+json',
      ],
    });
  });

  it('that is not there is undefined', async () => {
    const { ecr: calls } = await ecr({
      images: [],
      failures: [{ imageId: { imageTag: '1' }, failureCode: 'ImageNotFound' }],
    });
    await expect(calls.image('hello', { tag: '1' })).resolves.toBeUndefined();
  });

  it('that may not be read is an error that says so', async () => {
    const { ecr: calls } = await ecr({ code: 'AccessDeniedException', message: 'not authorized' });
    const error: unknown = await calls.image('hello', { tag: '1' }).catch((thrown) => thrown);
    expect(isAccessDenied(error)).toBe(true);
    expect(String(error)).toContain('Allow ecr:BatchGetImage');
  });
});
