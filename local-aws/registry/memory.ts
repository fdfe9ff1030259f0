import type { IncomingMessage, ServerResponse } from 'node:http';
import { startLoopbackServer } from '../loopback-server.ts';
import { basicAuthorization, type RegistryBackend } from './backend.ts';
import {
  type Answer,
  answerBlob,
  answerManifest,
  type Contents,
  continueUpload,
  fault,
  putManifest,
  startUpload,
} from './memory-contents.ts';
import { parseRegistryPath } from './paths.ts';

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function answer(contents: Contents, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://registry');
  const path = parseRegistryPath(url.pathname);
  const method = request.method ?? 'GET';
  if (path.kind === 'ping') {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
  }
  if (path.kind === 'blob') return answerBlob(contents, method, path.name, path.digest);
  if (path.kind === 'uploads' && method === 'POST') {
    return startUpload(contents, path.name, url.searchParams, await readBody(request));
  }
  if (path.kind === 'upload' && (method === 'PATCH' || method === 'PUT')) {
    const body = await readBody(request);
    return continueUpload(contents, method, path, url.searchParams, body);
  }
  if (path.kind !== 'manifest') return fault(404, 'UNSUPPORTED', 'The operation is unsupported.');
  if (method !== 'PUT') return answerManifest(contents, method, path);
  const mediaType = request.headers['content-type'] ?? '';
  return putManifest(contents, path, mediaType, await readBody(request));
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
) {
  response.writeHead(status, { 'docker-distribution-api-version': 'registry/2.0', ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Starts a small OCI registry that holds everything in memory: pushes and pulls of images and indexes
 * with one login, enough for Docker, BuildKit and plain HTTP clients.
 */
export async function startMemoryRegistry(password: string): Promise<RegistryBackend> {
  const contents: Contents = { blobs: new Map(), manifests: new Map(), uploads: new Map() };
  const authorization = basicAuthorization(password);
  const server = await startLoopbackServer((request, response) => {
    if (request.headers.authorization !== authorization) {
      const refused = fault(401, 'UNAUTHORIZED', 'authentication required');
      const headers = { ...refused.headers, 'www-authenticate': 'Basic realm="local ECR"' };
      request.resume();
      return send(request, response, { ...refused, headers });
    }
    answer(contents, request).then(
      (answered) => send(request, response, answered),
      (error: unknown) => send(request, response, fault(400, 'MANIFEST_INVALID', String(error))),
    );
  });
  return { host: server.host, password, close: server.close };
}
