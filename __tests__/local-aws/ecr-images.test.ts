import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  DescribeImagesCommand,
  GetDownloadUrlForLayerCommand,
  ListImagesCommand,
} from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  askRegistry,
  digestOf,
  manifestType,
  pushImage,
  type RegistryAccess,
} from '../support/registry-client.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let fixture: AwsFixture;
let access: RegistryAccess;

beforeEach(async () => {
  fixture = await startFixture();
  access = await fixture.login();
  await fixture.createRepository('app');
});

afterEach(() => fixture.close());

const repositoryName = 'app';
const absent = `sha256:${'0'.repeat(64)}`;

describe('images', () => {
  it('come back byte for byte, by tag and by digest', async () => {
    const { digest, manifest } = await pushImage(access, 'app', '1');
    const { images, failures } = await fixture.ecr.send(
      new BatchGetImageCommand({
        repositoryName,
        imageIds: [{ imageTag: '1' }, { imageDigest: digest }],
      }),
    );
    const common = {
      registryId: '123456789012',
      repositoryName,
      imageManifest: manifest,
      imageManifestMediaType: manifestType,
    };
    expect(images).toEqual([
      { ...common, imageId: { imageTag: '1', imageDigest: digest } },
      { ...common, imageId: { imageDigest: digest } },
    ]);
    expect(failures).toEqual([]);
  });

  it('that are not there are failures of the batch, not errors', async () => {
    const { digest } = await pushImage(access, 'app', '1', 'one');
    await pushImage(access, 'app', '2', 'two');
    const { failures } = await fixture.ecr.send(
      new BatchGetImageCommand({
        repositoryName,
        imageIds: [
          { imageTag: 'x' },
          { imageDigest: absent },
          { imageDigest: digest, imageTag: '2' },
          {},
          { imageDigest: 'latest' },
        ],
      }),
    );
    expect(failures?.map((failure) => failure.failureCode)).toEqual([
      'ImageNotFound',
      'ImageNotFound',
      'ImageTagDoesNotMatchDigest',
      'MissingDigestAndTag',
      'InvalidImageDigest',
    ]);
    expect(failures?.[0]).toEqual({
      imageId: { imageTag: 'x' },
      failureCode: 'ImageNotFound',
      failureReason: 'Requested image not found',
    });
  });

  it('are described with tags, size and types', async () => {
    const { digest, manifest } = await pushImage(access, 'app', '1');
    await askRegistry(access, 'PUT', 'app/manifests/latest', {
      body: manifest,
      type: manifestType,
    });
    const command = new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: '1' }] });
    const { imageDetails } = await fixture.ecr.send(command);
    const { config, layers } = JSON.parse(manifest);
    expect(imageDetails).toEqual([
      {
        registryId: '123456789012',
        repositoryName,
        imageDigest: digest,
        imageTags: ['1', 'latest'],
        imageSizeInBytes: config.size + layers[0].size,
        imagePushedAt: expect.any(Date),
        imageManifestMediaType: manifestType,
        artifactMediaType: 'application/vnd.docker.container.image.v1+json',
      },
    ]);
  });

  it('that are not there can not be described', async () => {
    const command = new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'x' }] });
    expect(await refusal(fixture.ecr.send(command))).toEqual({
      name: 'ImageNotFoundException',
      text: "The image with imageId {imageDigest:'null', imageTag:'x'} does not exist within the repository with name 'app' in the registry with id '123456789012'",
    });
  });

  it('lose a tag to the image that is pushed under it', async () => {
    const one = await pushImage(access, 'app', 'latest', 'one');
    const two = await pushImage(access, 'app', 'latest', 'two');
    const { imageIds } = await fixture.ecr.send(new ListImagesCommand({ repositoryName }));
    expect(imageIds).toEqual([
      { imageDigest: one.digest },
      { imageDigest: two.digest, imageTag: 'latest' },
    ]);
    const filter = { tagStatus: 'UNTAGGED' as const };
    const untagged = await fixture.ecr.send(new ListImagesCommand({ repositoryName, filter }));
    expect(untagged.imageIds).toEqual([{ imageDigest: one.digest }]);
  });

  it('are listed in pages', async () => {
    for (const tag of ['1', '2', '3']) await pushImage(access, 'app', tag, tag);
    const seen: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = new ListImagesCommand({ repositoryName, maxResults: 2, nextToken });
      const answer = await fixture.ecr.send(page);
      seen.push(...(answer.imageIds ?? []).map((id) => id.imageTag));
      ({ nextToken } = answer);
    } while (nextToken);
    expect(seen).toEqual(['1', '2', '3']);
    const forged = new ListImagesCommand({ repositoryName, nextToken: 'forged' });
    expect((await refusal(fixture.ecr.send(forged))).name).toBe('InvalidParameterException');
  });

  it('go with their last tag', async () => {
    const { digest, manifest } = await pushImage(access, 'app', '1');
    await askRegistry(access, 'PUT', 'app/manifests/2', { body: manifest, type: manifestType });
    const drop = (imageTag: string) =>
      fixture.ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag }] }));
    expect((await drop('1')).imageIds).toEqual([{ imageTag: '1', imageDigest: digest }]);
    expect((await askRegistry(access, 'HEAD', 'app/manifests/2')).status).toBe(200);
    await drop('2');
    expect((await askRegistry(access, 'HEAD', `app/manifests/${digest}`)).status).toBe(404);
    expect((await drop('2')).failures?.[0]?.failureCode).toBe('ImageNotFound');
  });

  it('are listed by tag alone where that is asked for, 1,000 a page at most', async () => {
    const { manifest } = await pushImage(access, 'app', '1', 'one');
    await askRegistry(access, 'PUT', 'app/manifests/2', { body: manifest, type: manifestType });
    await pushImage(access, 'app', 'moved', 'two');
    await pushImage(access, 'app', 'moved', 'three');
    const filter = { tagStatus: 'TAGGED' as const };
    const page = (maxResults: number) =>
      fixture.ecr.send(new ListImagesCommand({ repositoryName, maxResults, filter }));
    const { imageIds = [] } = await page(1_000);
    expect(imageIds.map(({ imageTag }) => imageTag)).toEqual(['1', '2', 'moved']);
    expect(await refusal(page(1_001))).toEqual({
      name: 'InvalidParameterException',
      text: "Invalid parameter at 'maxResults' failed to satisfy constraint: 'must have value less than or equal to 1000'",
    });
  });

  it('are deleted 100 at once at most', async () => {
    await pushImage(access, 'app', '1');
    const drop = (count: number) =>
      fixture.ecr.send(
        new BatchDeleteImageCommand({
          repositoryName,
          imageIds: Array.from({ length: count }, (_, index) => ({ imageTag: `${index}` })),
        }),
      );
    expect((await refusal(drop(101))).name).toBe('InvalidParameterException');
    expect((await refusal(drop(0))).name).toBe('InvalidParameterException');
    const { imageIds, failures } = await drop(100);
    expect([imageIds?.length, failures?.length]).toEqual([1, 99]);
  });

  it('that an index lists can not be deleted before it', async () => {
    const { digest, manifest } = await pushImage(access, 'app', 'amd64');
    const type = 'application/vnd.oci.image.index.v1+json';
    const child = { mediaType: manifestType, size: manifest.length, digest };
    const index = JSON.stringify({ schemaVersion: 2, mediaType: type, manifests: [child] });
    const put = await askRegistry(access, 'PUT', 'app/manifests/all', { body: index, type });
    expect(put.status).toBe(201);
    const drop = new BatchDeleteImageCommand({
      repositoryName,
      imageIds: [{ imageDigest: digest }],
    });
    const { failures } = await fixture.ecr.send(drop);
    expect(failures).toEqual([
      {
        imageId: { imageDigest: digest },
        failureCode: 'ImageReferencedByManifestList',
        failureReason: `Requested image referenced by manifest list: [${digestOf(index)}]`,
      },
    ]);
  });
});

describe('layers', () => {
  it('have an address that needs no login', async () => {
    const { configDigest } = await pushImage(access, 'app', '1');
    const { downloadUrl, layerDigest } = await fixture.ecr.send(
      new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: configDigest }),
    );
    expect(layerDigest).toBe(configDigest);
    const config = await (await fetch(String(downloadUrl))).json();
    expect(config).toMatchObject({ architecture: 'amd64', os: 'linux' });
  });

  it('are not given for an address that was changed', async () => {
    const { configDigest, layerDigest } = await pushImage(access, 'app', '1');
    const { downloadUrl = '' } = await fixture.ecr.send(
      new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: configDigest }),
    );
    const response = await fetch(downloadUrl.replace(configDigest, layerDigest));
    expect(response.status).toBe(403);
  });

  it('that are not there have no address', async () => {
    const command = new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: absent });
    expect(await refusal(fixture.ecr.send(command))).toEqual({
      name: 'LayersNotFoundException',
      text: `The layer with digest '${absent}' does not exist in the repository with name 'app' in the registry with id '123456789012'`,
    });
  });
});
