import { createHash } from 'node:crypto';

/** A registry as a plain HTTP client sees it. */
export interface RegistryAccess {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** The Authorization header; none is sent when it is absent. */
  readonly authorization?: string | undefined;
}

/** An image that was pushed, with the answer to its manifest. */
export interface Pushed {
  readonly status: number;
  readonly body: string;
  readonly digest: string;
  readonly configDigest: string;
  readonly layerDigest: string;
  readonly manifest: string;
}

export const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';

export const digestOf = (data: string | Buffer) =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`;

/** One request to the registry's API below /v2/. */
export function askRegistry(
  { host, authorization }: RegistryAccess,
  method: string,
  path: string,
  init: { body?: string | Buffer; type?: string } = {},
): Promise<Response> {
  const headers = {
    ...(authorization && { authorization }),
    ...(init.type && { 'content-type': init.type }),
  };
  const url = path.startsWith('http') ? path : `http://${host}/v2/${path}`;
  const body = init.body === undefined ? null : new Uint8Array(Buffer.from(init.body));
  return fetch(url, { method, headers, body, redirect: 'manual' });
}

/** Uploads a blob as Docker does: POST, PATCH with the bytes, PUT with the digest. */
export async function pushBlob(
  access: RegistryAccess,
  repository: string,
  content: string,
): Promise<Response> {
  const begun = await askRegistry(access, 'POST', `${repository}/blobs/uploads/`);
  if (begun.status !== 202) return begun;
  const place = begun.headers.get('location') ?? '';
  const sent = await askRegistry(access, 'PATCH', place, {
    body: content,
    type: 'application/octet-stream',
  });
  if (sent.status !== 202) return sent;
  const target = new URL(sent.headers.get('location') ?? place);
  target.searchParams.set('digest', digestOf(content));
  return askRegistry(access, 'PUT', target.href);
}

/** Pushes a small image: a configuration blob, one layer, and the manifest under a tag or digest. */
export async function pushImage(
  access: RegistryAccess,
  repository: string,
  tag: string,
  content = 'layer',
): Promise<Pushed> {
  const config = JSON.stringify({ architecture: 'amd64', os: 'linux', comment: content });
  const describe = (data: string, mediaType: string) => ({
    mediaType,
    size: data.length,
    digest: digestOf(data),
  });
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: describe(config, 'application/vnd.docker.container.image.v1+json'),
    layers: [describe(content, 'application/vnd.docker.image.rootfs.diff.tar.gzip')],
  });
  for (const blob of [config, content]) await pushBlob(access, repository, blob);
  const put = await askRegistry(access, 'PUT', `${repository}/manifests/${tag}`, {
    body: manifest,
    type: manifestType,
  });
  return {
    status: put.status,
    body: await put.text(),
    digest: digestOf(manifest),
    configDigest: digestOf(config),
    layerDigest: digestOf(content),
    manifest,
  };
}
