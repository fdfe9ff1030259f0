import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachePath } from './cache.mjs';
import { canHaveImage } from './docker.mjs';
import { findGo, goBuildModule } from './go.mjs';
import { attempt, findProgram, isExecutable, MachineError, rootPrefix, say } from './say.mjs';

const IMAGE = 'moby/buildkit:buildx-stable-1';
const VERSION = 'v0.28.1';
const MODULE = 'github.com/moby/buildkit';
const START_MS = 30_000;

/**
 * @typedef {object} Buildkit
 * @property {'docker-container' | 'remote'} driver
 * @property {string} [endpoint] where the remote one answers, unix://...
 * @property {string[]} createArguments for `docker buildx create --name NAME`
 * @property {() => Promise<void>} stop ends what was started here
 */

/**
 * A modern BuildKit, one that attaches attestations and exports caches: in a container where Docker can
 * start one, else built with Go and run on this machine.
 * @returns {Promise<Buildkit>} throws MachineError
 */
export async function ensureBuildkit() {
  const binary = cachePath(`buildkitd-${VERSION}`);
  const built = isExecutable(binary);
  // A daemon built before tells that no container could be had.
  if (!built && (await containerCanRun())) {
    return {
      driver: 'docker-container',
      // A builder of its own network would not reach a registry on this machine's loopback.
      createArguments: [
        '--driver',
        'docker-container',
        '--driver-opt',
        `network=host,image=${IMAGE}`,
      ],
      stop: async () => undefined,
    };
  }
  const prefix = await rootPrefix();
  const runc = findProgram('runc');
  const go = built || !prefix || !runc ? undefined : await findGo();
  if (process.platform !== 'linux' || !prefix || !runc || !(built || go)) {
    throw new MachineError(
      `A modern BuildKit can't be had: Docker can't run ${IMAGE} with --privileged, and to build and start one here takes Linux, root or sudo, runc, and Go (https://go.dev/dl/).`,
    );
  }
  if (go) {
    say(`Building BuildKit ${VERSION} with Go into the cache folder, some minutes`);
    await goBuildModule(go, MODULE, VERSION, 'cmd/buildkitd', binary);
  }
  return startDaemon(binary, runc, prefix);
}

async function containerCanRun() {
  if (!(await canHaveImage(IMAGE))) return false;
  const trial = ['run', '--rm', '--privileged', '--entrypoint', 'true', IMAGE];
  return (await attempt('docker', trial, { timeoutMs: START_MS })).ok;
}

/**
 * @param {string} binary @param {string} runc @param {string[]} prefix
 * @returns {Promise<Buildkit>}
 */
async function startDaemon(binary, runc, prefix) {
  // A temporary folder, since the path of a socket may have only about a hundred characters.
  const folder = mkdtempSync(join(tmpdir(), 'buildkit-'));
  const endpoint = `unix://${join(folder, 'socket')}`;
  const log = join(folder, 'log');
  const settings = {
    addr: endpoint,
    root: join(folder, 'state'),
    group: String(process.getgid?.()),
    'containerd-worker': 'false',
    'oci-worker': 'true',
    'oci-worker-binary': runc,
  };
  const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  say(`Starting BuildKit ${VERSION} on ${endpoint}`);
  const [command = binary, ...rest] = [...prefix, binary, ...flags];
  const output = openSync(log, 'w');
  const daemon = spawn(command, rest, { stdio: ['ignore', output, output] });
  closeSync(output);
  daemon.unref();
  process.once('exit', () => daemon.kill());
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    daemon.once('error', (error) => resolve(error.message));
    daemon.once('exit', (code, signal) => resolve(`exit ${signal ?? code}`));
  });
  // Behind sudo the daemon is root's, so it takes root to end it.
  const asRoot = (/** @type {string[]} */ line) => {
    const [program = 'false', ...args] = [...prefix, ...line];
    return attempt(program, args);
  };
  let over = false;
  ended.then(() => {
    over = true;
  });
  const stop = async () => {
    const pid = String(daemon.pid);
    if (!over && daemon.pid) await asRoot(['kill', pid]);
    const timer = setTimeout(() => asRoot(['kill', '-KILL', pid]), 5_000);
    await ended;
    clearTimeout(timer);
    await asRoot(['rm', '-rf', folder]);
  };
  const why = await Promise.race([ended, answers(join(folder, 'socket'), log)]);
  if (why === '')
    return { driver: 'remote', endpoint, createArguments: ['--driver', 'remote', endpoint], stop };
  const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n  ');
  await stop();
  throw new MachineError(`BuildKit does not start here (${why}):\n  ${lines}`);
}

/**
 * Waits until the daemon says that it serves its socket.
 * @param {string} socket @param {string} log
 * @returns {Promise<string>} empty, or that it took too long
 */
async function answers(socket, log) {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (existsSync(socket) && readFileSync(log, 'utf8').includes('running server on')) return '';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `no answer within ${START_MS / 1000} s`;
}
