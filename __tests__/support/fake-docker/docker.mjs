/**
 * Plays `docker` for scenario tests that need no engine: it keeps logins as docker does, pushes
 * a small image to the registry over HTTP, and notes each command in FAKE_DOCKER_LOG, and in
 * FAKE_DOCKER_ENVIRONMENT with what environment.
 * FAKE_DOCKER_ARCHITECTURE and FAKE_DOCKER_BUILD_ERROR change what a build gives.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { env } = process;
const args = process.argv.slice(2);
const configFile = join(env.DOCKER_CONFIG ?? '', 'config.json');

/** @param {string} flag */
const values = (flag) => args.flatMap((arg, at) => (arg === flag ? [args[at + 1] ?? ''] : []));

/** @param {string} text */
const digestOf = (text) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/**
 * @param {string} host
 * @param {string} path
 * @param {string} auth
 * @param {RequestInit} [request]
 */
async function registry(host, path, auth, request = {}) {
  const response = await fetch(`http://${host}/v2/${path}`, {
    ...request,
    headers: { ...request.headers, authorization: `Basic ${auth}` },
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
  }
  return response;
}

async function login() {
  const host = args.at(-1) ?? '';
  const password = readFileSync(0, 'utf8');
  const auth = Buffer.from(`${values('--username')[0]}:${password}`).toString('base64');
  await registry(host, '', auth);
  const config = JSON.parse(readFileSync(configFile, 'utf8'));
  config.auths = { ...config.auths, [host]: { auth } };
  writeFileSync(configFile, JSON.stringify(config));
}

/** @param {string} host @param {string} name @param {string} auth @param {string} blob */
async function pushBlob(host, name, auth, blob) {
  const started = await registry(host, `${name}/blobs/uploads/`, auth, { method: 'POST' });
  const url = new URL(started.headers.get('location') ?? '', `http://${host}`);
  const path = `${url.pathname.replace('/v2/', '')}${url.search}${url.search ? '&' : '?'}digest=${digestOf(blob)}`;
  await registry(host, path, auth, { method: 'PUT', body: blob });
}

async function build() {
  process.stderr.write('#1 [internal] load build definition from Dockerfile\n');
  if (env.FAKE_DOCKER_BUILD_ERROR) throw new Error(env.FAKE_DOCKER_BUILD_ERROR);
  const config = JSON.stringify({
    os: 'linux',
    architecture: env.FAKE_DOCKER_ARCHITECTURE ?? 'amd64',
    // The same arguments give the same image, others another one.
    config: { Labels: { args: values('--build-arg').join(' ') } },
    rootfs: { type: 'layers', diff_ids: [] },
  });
  const type = 'application/vnd.docker.distribution.manifest.v2+json';
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: type,
    config: {
      mediaType: 'application/vnd.docker.container.image.v1+json',
      size: config.length,
      digest: digestOf(config),
    },
    layers: [],
  });
  for (const image of values('--tag')) {
    const [, host, name, tag] = /^([^/]+)\/(.+):([^:]+)$/.exec(image) ?? [];
    if (!host || !name || !tag) throw new Error(`invalid tag ${image}`);
    const { auths } = JSON.parse(readFileSync(configFile, 'utf8'));
    const auth = auths?.[host]?.auth ?? '';
    await pushBlob(host, name, auth, config);
    await registry(host, `${name}/manifests/${tag}`, auth, {
      method: 'PUT',
      body: manifest,
      headers: { 'content-type': type },
    });
  }
  const [metadataFile] = values('--metadata-file');
  if (metadataFile) {
    writeFileSync(metadataFile, JSON.stringify({ 'containerimage.digest': digestOf(manifest) }));
  }
}

if (env.FAKE_DOCKER_LOG) appendFileSync(env.FAKE_DOCKER_LOG, `${JSON.stringify(args)}\n`);
if (env.FAKE_DOCKER_ENVIRONMENT) {
  appendFileSync(env.FAKE_DOCKER_ENVIRONMENT, `${JSON.stringify(env)}\n`);
}
const commands = {
  'buildx version': async () => console.log('github.com/docker/buildx v0.33.0 fake'),
  'buildx build': build,
};
const command = args[0] === 'login' ? login : commands[args.slice(0, 2).join(' ')];
try {
  if (!command) throw new Error(`fake docker does not know: ${args.join(' ')}`);
  await command();
} catch (error) {
  process.stderr.write(`ERROR: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
