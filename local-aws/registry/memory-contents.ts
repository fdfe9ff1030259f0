import { createHash, randomUUID } from 'node:crypto';
import { faultBody } from './faults.ts';
import type { RegistryPath } from './paths.ts';

interface StoredManifest {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** What the registry in memory holds. */
export interface Contents {
  /** Keyed `repository@digest`. */
  readonly blobs: Map<string, Buffer>;
  /** Keyed `repository@digest` and `repository:tag`. */
  readonly manifests: Map<string, StoredManifest>;
  readonly uploads: Map<string, Buffer[]>;
}

/** An HTTP answer. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An answer that refuses, in the form of the OCI distribution API. */
export const fault = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: faultBody(code, message),
});

/** Answers GET, HEAD and DELETE of a blob. */
export function answerBlob(
  { blobs }: Contents,
  method: string,
  name: string,
  digest: string,
): Answer {
  const blob = blobs.get(`${name}@${digest}`);
  if (!blob) return fault(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
  if (method === 'DELETE') {
    blobs.delete(`${name}@${digest}`);
    return { status: 202 };
  }
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': String(blob.length),
    'docker-content-digest': digest,
  };
  return { status: 200, headers, body: blob };
}

function storeBlob({ blobs }: Contents, name: string, bytes: Buffer, digest: string): Answer {
  if (digestOf(bytes) !== digest) {
    return fault(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
  }
  blobs.set(`${name}@${digest}`, bytes);
  const headers = { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest };
  return { status: 201, headers };
}

/** Begins an upload, or ends it at once: a whole blob in one request, or one of another repository. */
export function startUpload(
  contents: Contents,
  name: string,
  query: URLSearchParams,
  body: Buffer,
): Answer {
  const digest = query.get('digest');
  if (digest) return storeBlob(contents, name, body, digest);
  const mount = query.get('mount');
  const mounted = mount && contents.blobs.get(`${query.get('from')}@${mount}`);
  if (mounted) return storeBlob(contents, name, mounted, mount);
  const id = randomUUID();
  contents.uploads.set(id, []);
  const location = `/v2/${name}/blobs/uploads/${id}`;
  return { status: 202, headers: { location, range: '0-0', 'docker-upload-uuid': id } };
}

/** Adds bytes to an upload (PATCH) or adds and ends it (PUT). */
export function continueUpload(
  { uploads, ...contents }: Contents,
  method: string,
  path: Extract<RegistryPath, { kind: 'upload' }>,
  query: URLSearchParams,
  body: Buffer,
): Answer {
  const chunks = uploads.get(path.id);
  if (!chunks) return fault(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
  chunks.push(body);
  if (method === 'PUT') {
    uploads.delete(path.id);
    const whole = Buffer.concat(chunks);
    return storeBlob({ uploads, ...contents }, path.name, whole, query.get('digest') ?? '');
  }
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const location = `/v2/${path.name}/blobs/uploads/${path.id}`;
  const range = `0-${Math.max(size - 1, 0)}`;
  return { status: 202, headers: { location, range, 'docker-upload-uuid': path.id } };
}

/** The first digest a manifest refers to that the repository lacks. */
function missingPart(
  { blobs, manifests }: Contents,
  name: string,
  bytes: Buffer,
): string | undefined {
  const parsed: {
    config?: { digest: string };
    layers?: { digest: string }[];
    manifests?: { digest: string }[];
  } = JSON.parse(bytes.toString('utf8'));
  const parts = [...(parsed.config ? [parsed.config] : []), ...(parsed.layers ?? [])];
  const blob = parts.find(({ digest }) => !blobs.has(`${name}@${digest}`));
  const child = parsed.manifests?.find(({ digest }) => !manifests.has(`${name}@${digest}`));
  return blob?.digest ?? child?.digest;
}

/** Takes a manifest when everything it refers to is there. Throws when it is not JSON. */
export function putManifest(
  contents: Contents,
  { name, reference }: Extract<RegistryPath, { kind: 'manifest' }>,
  mediaType: string,
  bytes: Buffer,
): Answer {
  const digest = digestOf(bytes);
  if (reference.includes(':') && reference !== digest) {
    return fault(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
  }
  const missing = missingPart(contents, name, bytes);
  if (missing) return fault(404, 'MANIFEST_BLOB_UNKNOWN', `blob unknown to registry: ${missing}`);
  contents.manifests.set(`${name}@${digest}`, { mediaType, bytes });
  if (reference !== digest) contents.manifests.set(`${name}:${reference}`, { mediaType, bytes });
  const headers = { location: `/v2/${name}/manifests/${digest}`, 'docker-content-digest': digest };
  return { status: 201, headers };
}

/** Answers GET, HEAD and DELETE of a manifest. */
export function answerManifest(
  { manifests }: Contents,
  method: string,
  { name, reference }: Extract<RegistryPath, { kind: 'manifest' }>,
): Answer {
  const key = reference.includes(':') ? `${name}@${reference}` : `${name}:${reference}`;
  const manifest = manifests.get(key);
  if (!manifest) return fault(404, 'MANIFEST_UNKNOWN', 'manifest unknown');
  if (method === 'DELETE') {
    manifests.delete(key);
    return { status: 202 };
  }
  const headers = {
    'content-type': manifest.mediaType,
    'content-length': String(manifest.bytes.length),
    'docker-content-digest': digestOf(manifest.bytes),
  };
  return { status: 200, headers, body: manifest.bytes };
}
