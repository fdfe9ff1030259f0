import { askRegistry, digestOf, manifestType, type RegistryAccess } from '../registry-client.ts';

/**
 * Pushes a small image with the requests that docker makes: each blob is looked for, then sent in
 * parts, and the manifest comes last.
 *
 * @returns the digest of the image
 * @throws Error with the registry's answer, as docker shows it
 */
export async function pushAsDocker(
  access: RegistryAccess,
  repository: string,
  tag: string,
): Promise<string> {
  const config = JSON.stringify({ architecture: 'amd64', os: 'linux', comment: tag });
  const layer = `layer of ${tag}`;
  const described = (data: string, mediaType: string) => ({
    mediaType,
    size: data.length,
    digest: digestOf(data),
  });
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: described(config, 'application/vnd.docker.container.image.v1+json'),
    layers: [described(layer, 'application/vnd.docker.image.rootfs.diff.tar.gzip')],
  });
  for (const blob of [config, layer]) await pushBlob(access, repository, blob);
  await asked(access, 'PUT', `${repository}/manifests/${tag}`, {
    body: manifest,
    type: manifestType,
  });
  return digestOf(manifest);
}

async function pushBlob(access: RegistryAccess, repository: string, blob: string): Promise<void> {
  const path = `${repository}/blobs/${digestOf(blob)}`;
  const found = await askRegistry(access, 'HEAD', path);
  if (found.status === 200) return;
  if (found.status !== 404) {
    // The answer to a HEAD request has no text.
    const url = `http://${access.host}/v2/${path}`;
    throw new Error(`unexpected status from HEAD request to ${url}: ${found.status} Forbidden`);
  }
  const begun = await asked(access, 'POST', `${repository}/blobs/uploads/`);
  const part = { body: blob, type: 'application/octet-stream' };
  const sent = await asked(access, 'PATCH', begun.headers.get('location') ?? '', part);
  const end = new URL(sent.headers.get('location') ?? begun.headers.get('location') ?? '');
  end.searchParams.set('digest', digestOf(blob));
  await asked(access, 'PUT', end.href);
}

async function asked(...request: Parameters<typeof askRegistry>): Promise<Response> {
  const response = await askRegistry(...request);
  if (response.ok) return response;
  const answer: unknown = await response.json();
  const [first] = Object.values(Object(Object(answer).errors));
  throw new Error(`${`${Object(first).code}`.toLowerCase()}: ${Object(first).message}`);
}
