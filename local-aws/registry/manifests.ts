import type { IncomingMessage } from 'node:http';
import type { PushEvent } from '../ecr/images.ts';
import {
  imageByReference,
  imageByTag,
  isImmutable,
  type Repositories,
  type Repository,
  recordPush,
} from '../ecr/repository.ts';
import { RegistryFault } from './faults.ts';
import type { Forwarder } from './forward.ts';

/** What the registry's front knows of ECR. */
export interface EcrView {
  readonly repositories: Repositories;
  readonly accountId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called after the registry accepted a manifest under a tag. */
  readonly onPush: (event: PushEvent) => void;
}

/** A manifest as a path names it. */
export interface ManifestName {
  readonly name: string;
  readonly reference: string;
}

/** ECR's limit for a manifest, in bytes. */
const manifestLimit = 4 * 1024 * 1024;

/** The repository of that name. Throws NAME_UNKNOWN with ECR's text. */
export function findRepository({ repositories, accountId }: EcrView, name: string): Repository {
  const repository = repositories.get(name);
  if (repository) return repository;
  const text = `The repository with name '${name}' does not exist in the registry with id '${accountId}'`;
  throw new RegistryFault(404, 'NAME_UNKNOWN', text);
}

/** The digest of a tag or digest, since ECR says which tag points where. Throws MANIFEST_UNKNOWN. */
export function digestOf(view: EcrView, { name, reference }: ManifestName): string {
  const image = imageByReference(findRepository(view, name), reference);
  if (!image) throw new RegistryFault(404, 'MANIFEST_UNKNOWN', 'Requested image not found');
  return image.digest;
}

async function readManifest(client: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of client) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > manifestLimit) {
      throw new RegistryFault(413, 'SIZE_INVALID', 'The manifest is larger than 4 MiB.');
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * Sends a pushed manifest on and, once the registry took it, notes the image and its tag and tells of
 * the push. Answers what the registry said. Throws TAG_INVALID for an immutable tag that exists; the
 * same bytes once more are no change, so they pass.
 */
export async function pushManifest(
  view: EcrView,
  forwarder: Forwarder,
  client: IncomingMessage,
  { name, reference }: ManifestName,
): Promise<IncomingMessage> {
  const repository = findRepository(view, name);
  const body = await readManifest(client);
  const manifest = body.toString('utf8');
  const tag = reference.includes(':') ? undefined : reference;
  const present = tag === undefined ? undefined : imageByTag(repository, tag);
  if (tag && present && present.manifest !== manifest && isImmutable(repository, tag)) {
    const text = `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`;
    throw new RegistryFault(400, 'TAG_INVALID', text);
  }
  const { url: path = '/', headers } = client;
  const response = await forwarder.ask({ method: 'PUT', path, headers, body });
  const digest = response.headers['docker-content-digest'];
  if (response.statusCode === 201 && typeof digest === 'string') {
    const mediaType = headers['content-type'] ?? '';
    const pushedAt = new Date(view.now());
    recordPush(repository, { digest, mediaType, manifest, pushedAt }, tag);
    if (tag !== undefined) view.onPush({ repository: name, tag, digest });
  }
  return response;
}
