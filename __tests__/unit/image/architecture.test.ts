import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { blobUrl, checkArchitecture, readManifest } from '../../../src/image/architecture.ts';

const CONFIG = `sha256:${'c'.repeat(64)}`;
const AMD64 = `sha256:${'a'.repeat(64)}`;
const ARM64 = `sha256:${'b'.repeat(64)}`;
const NAME = 'registry/team/hello:1.4.0';

const OCI_IMAGE = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: CONFIG, size: 1 },
  layers: [],
};
const DOCKER_IMAGE = {
  ...OCI_IMAGE,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
};

function index(...platforms: [digest: string, os: string, architecture: string][]) {
  return {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: platforms.map(([digest, os, architecture]) => ({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest,
      size: 1,
      platform: { os, architecture },
    })),
  };
}

describe('a manifest', () => {
  it.each([
    ['of Docker', DOCKER_IMAGE, { kind: 'image', configDigest: CONFIG }],
    ['of OCI', OCI_IMAGE, { kind: 'image', configDigest: CONFIG }],
    [
      'of several platforms',
      index([ARM64, 'linux', 'arm64'], [AMD64, 'linux', 'amd64']),
      { kind: 'index', amd64: AMD64 },
    ],
    [
      'with an attestation',
      index([AMD64, 'linux', 'amd64'], [ARM64, 'unknown', 'unknown']),
      { kind: 'index', amd64: AMD64 },
    ],
    ['of one other platform', index([ARM64, 'linux', 'arm64']), { kind: 'index' }],
    ['of Windows', index([AMD64, 'windows', 'amd64']), { kind: 'index' }],
    ['of nothing', { manifests: [] }, { kind: 'index' }],
    ['of entries without a platform', { manifests: [{ digest: AMD64 }] }, { kind: 'index' }],
  ])('%s', (_, json, manifest) => {
    expect(readManifest(JSON.stringify(json))).toEqual(manifest);
  });

  it.each(['{}', '{"schemaVersion":1,"fsLayers":[]}', '{"config":{}}'])(
    'that is neither image nor index is refused: %s',
    (text) => {
      expect(() => readManifest(text)).toThrow(ActionError);
    },
  );
});

describe('the architecture of an image', () => {
  function check(manifest: unknown, config: unknown = {}) {
    const asked: string[] = [];
    const image = { digest: AMD64, mediaType: '', manifest: JSON.stringify(manifest) };
    const done = checkArchitecture(NAME, image, async (digest) => {
      asked.push(digest);
      return JSON.stringify(config);
    });
    return { done, asked };
  }

  it.each([
    [DOCKER_IMAGE, { os: 'linux', architecture: 'amd64' }],
    [OCI_IMAGE, { os: 'linux', architecture: 'amd64', config: {}, rootfs: {} }],
    [OCI_IMAGE, { architecture: 'amd64' }],
  ])('linux/amd64 passes', async (manifest, config) => {
    const { done, asked } = check(manifest, config);
    await expect(done).resolves.toBeUndefined();
    expect(asked).toEqual([CONFIG]);
  });

  it.each([
    [{ os: 'linux', architecture: 'arm64' }, 'linux/arm64'],
    [{ os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm'],
    [{ os: 'windows', architecture: 'amd64' }, 'windows/amd64'],
    [{}, 'linux/unknown'],
  ])('%j is refused with the reason and the remedy', async (config, platform) => {
    const { done } = check(OCI_IMAGE, config);
    await expect(done).rejects.toThrow(ActionError);
    await expect(done).rejects.toThrow(
      `${NAME} is a ${platform} image, and App Runner runs linux/amd64 only: it would stop with 'exec format error'. Build it with --platform linux/amd64`,
    );
  });

  it('an index with amd64 is refused with the digest to deploy, and nothing is fetched', async () => {
    const { done, asked } = check(index([AMD64, 'linux', 'amd64'], [ARM64, 'unknown', 'unknown']));
    await expect(done).rejects.toThrow(`or deploy it by its digest: registry/team/hello@${AMD64}`);
    expect(asked).toEqual([]);
  });

  it('an index without amd64 is refused with the way to build one', async () => {
    const { done } = check(index([ARM64, 'linux', 'arm64']));
    await expect(done).rejects.toThrow(
      'It holds no linux/amd64 image; build one with --platform linux/amd64.',
    );
  });

  it.each([
    ['registry/hello:1', `registry/hello@${AMD64}`],
    [`registry/hello@${ARM64}`, `registry/hello@${AMD64}`],
    [`registry:5000/hello:1@${ARM64}`, `registry:5000/hello@${AMD64}`],
    ['registry:5000/hello', `registry:5000/hello@${AMD64}`],
  ])('the digest is offered for %s as %s', async (name, offered) => {
    const manifest = JSON.stringify(index([AMD64, 'linux', 'amd64']));
    const image = { digest: ARM64, mediaType: '', manifest };
    await expect(checkArchitecture(name, image, async () => '{}')).rejects.toThrow(
      new RegExp(`: ${RegExp.escape(offered)}$`),
    );
  });
});

describe('the URL of a blob', () => {
  it.each([
    ['https://r.example', `https://r.example/v2/team/hello/blobs/${CONFIG}`],
    ['https://r.example/', `https://r.example/v2/team/hello/blobs/${CONFIG}`],
    ['http://127.0.0.1:5000', `http://127.0.0.1:5000/v2/team/hello/blobs/${CONFIG}`],
  ])('at %s', (endpoint, url) => {
    const login = { username: 'AWS', password: 'x', endpoint };
    expect(blobUrl(login, 'team/hello', CONFIG)).toBe(url);
  });
});
