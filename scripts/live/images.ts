import { createHash } from 'node:crypto';
import { registryHost } from '../../src/image/login.ts';
import type { RegistryLogin } from '../../src/ports.ts';

/** An image in the repository of the run. */
export interface Image {
  /** As App Runner's ImageIdentifier names it. */
  readonly identifier: string;
  readonly digest: string;
  /** What its page contains, and no other image's. */
  readonly marker: string;
}

/** The images of one run. */
export interface Images {
  /** An image of its own kind under a tag; each call makes another one. */
  push(tag: string): Promise<Image>;
  /** The same image under a tag of an OCI index, as buildx makes it with attestations. */
  index(tag: string, image: Image): Promise<Image>;
  /** The identifier of a tag or digest: `named('1.0')`, `named('@sha256:...')`. */
  named(reference: string): string;
}

/** Builds and pushes an image whose page contains the marker; answers its digest. */
export type Build = (name: string, marker: string) => Promise<string>;

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const ACCEPTED = [MANIFEST, 'application/vnd.docker.distribution.manifest.v2+json'];

const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** What one run has in a repository of ECR, by its login. */
export function imagesIn(
  login: RegistryLogin,
  repository: string,
  build: Build,
  marker: () => string,
): Images {
  const host = registryHost(login);
  const named = (reference: string) =>
    `${host}/${repository}${reference.startsWith('@') ? '' : ':'}${reference}`;
  const registry = registryOf(login, repository);
  return {
    named,
    push: async (tag) => {
      const image = { identifier: named(tag), marker: marker() };
      return { ...image, digest: await build(image.identifier, image.marker) };
    },
    index: async (tag, image) => ({
      ...image,
      identifier: named(tag),
      digest: await registry.pushIndex(tag, image.digest),
    }),
  };
}

/**
 * The registry's own API (OCI distribution specification), for what docker's builder alone does
 * not make everywhere: an index with an attestation beside the image.
 */
function registryOf({ username, password, endpoint }: RegistryLogin, repository: string) {
  const base = `${endpoint.replace(/\/+$/, '')}/v2/${repository}/`;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

  const ask = async (method: string, path: string, body?: string, type?: string) => {
    const headers = {
      authorization,
      accept: ACCEPTED.join(', '),
      ...(type && { 'content-type': type }),
    };
    const response = await fetch(new URL(path, base), { method, headers, body: body ?? null });
    if (response.ok) return response;
    const said = (await response.text()).slice(0, 300);
    throw new Error(`The registry answered ${response.status} to ${method}: ${said}`);
  };

  const pushBlob = async (text: string, mediaType: string) => {
    const begun = await ask('POST', 'blobs/uploads/');
    await begun.arrayBuffer();
    const place = new URL(begun.headers.get('location') ?? '', base);
    place.searchParams.set('digest', digestOf(text));
    await ask('PUT', place.href, text, 'application/octet-stream');
    return { mediaType, digest: digestOf(text), size: Buffer.byteLength(text) };
  };

  const pushManifest = async (reference: string, text: string, mediaType: string) => {
    await ask('PUT', `manifests/${reference}`, text, mediaType);
    return { mediaType, digest: digestOf(text), size: Buffer.byteLength(text) };
  };

  /** A manifest like the one that buildx attaches; it says nothing. */
  const pushAttestation = async (of: string) => {
    const type = 'application/vnd.in-toto+json';
    const predicate = { _type: 'https://in-toto.io/Statement/v0.1', subject: [{ digest: of }] };
    const text = JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: await pushBlob('{}', 'application/vnd.oci.image.config.v1+json'),
      layers: [await pushBlob(JSON.stringify(predicate), type)],
    });
    return pushManifest(digestOf(text), text, MANIFEST);
  };

  return {
    /** @returns the digest of an index over an image and an attestation of it */
    pushIndex: async (tag: string, digest: string): Promise<string> => {
      const found = await ask('GET', `manifests/${digest}`);
      const size = (await found.arrayBuffer()).byteLength;
      const mediaType = found.headers.get('content-type') ?? MANIFEST;
      const attestation = await pushAttestation(digest);
      const manifests = [
        { mediaType, digest, size, platform: { os: 'linux', architecture: 'amd64' } },
        {
          ...attestation,
          platform: { os: 'unknown', architecture: 'unknown' },
          annotations: {
            'vnd.docker.reference.digest': digest,
            'vnd.docker.reference.type': 'attestation-manifest',
          },
        },
      ];
      const text = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests });
      return (await pushManifest(tag, text, INDEX)).digest;
    },
  };
}
