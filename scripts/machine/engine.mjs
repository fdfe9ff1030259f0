import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { aptInstall, hasApt } from './apt.mjs';
import { cachePath } from './cache.mjs';
import { engineVersion } from './docker.mjs';
import { attempt, findProgram, MachineError, rootPrefix, run, say } from './say.mjs';

const INSTALL_PAGE = 'https://docs.docker.com/engine/install/';
const SOCKET = '/var/run/docker.sock';
const START_MS = 60_000;

/**
 * Makes a Docker engine answer: the one that is there, else Debian's own package.
 * @returns {Promise<void>} throws MachineError
 */
export async function ensureEngine() {
  const first = await engineVersion();
  if (first.version) return;
  await refuseWhatIsNotOurs(first.why);
  const missing = !findProgram('dockerd') || !findProgram('docker');
  if (missing) await installEngine();
  const now = await engineVersion();
  if (!now.version && !isDenied(now.why)) await startEngine();
  const last = await engineVersion();
  if (isDenied(last.why) && missing) await letThisUserIn();
  else if (!last.version) await refuseWhatIsNotOurs(last.why);
}

/** @param {string} why */
const isDenied = (why) => /permission denied/i.test(why);

/** The package lets in root and its own group, which a session that is open already can't join. */
async function letThisUserIn() {
  const group = String(process.getgid?.());
  say(`Letting your group use the new engine until it restarts: chgrp ${group} ${SOCKET}`);
  const [command = 'chgrp', ...rest] = [...((await rootPrefix()) ?? []), 'chgrp', group, SOCKET];
  await run(command, rest);
}

/**
 * Stops where starting an engine here would be wrong or in vain.
 * @param {string} why what the client said
 */
async function refuseWhatIsNotOurs(why) {
  if (isDenied(why)) {
    throw new MachineError(
      'The Docker engine runs but this user may not use it: `sudo usermod -aG docker $USER`, log in again, and run this again.',
    );
  }
  if (process.env.DOCKER_HOST) {
    throw new MachineError(
      `DOCKER_HOST is ${process.env.DOCKER_HOST} and no Docker engine answers there: start it, or unset DOCKER_HOST.`,
    );
  }
  const context = (await attempt('docker', ['context', 'show'])).stdout.trim();
  if (context && context !== 'default') {
    throw new MachineError(
      `The Docker context is ${context} and no engine answers there: start it, or \`docker context use default\`.`,
    );
  }
  if (process.platform !== 'linux') {
    throw new MachineError(
      'No Docker engine answers: install Docker Desktop, start it, and run this again.',
    );
  }
}

async function installEngine() {
  if (!hasApt() || !(await rootPrefix())) {
    throw new MachineError(
      `There is no Docker engine here, and it can only be installed on Debian or Ubuntu as root or with sudo: install it, see ${INSTALL_PAGE}.`,
    );
  }
  say('Installing the Docker engine: apt-get update, then apt-get install docker.io iptables');
  await aptInstall(['docker.io', 'iptables']);
  // Newer releases have the client in a package of its own.
  if (!findProgram('docker')) {
    say('Installing the Docker client: apt-get install docker-cli');
    await aptInstall(['docker-cli']);
  }
}

async function startEngine() {
  const prefix = await rootPrefix();
  if (!prefix) {
    throw new MachineError(
      'The Docker engine is installed but not running, and starting it needs root: `sudo systemctl start docker`, or `sudo dockerd`.',
    );
  }
  // The folder exists only where systemd is really the init process.
  if (existsSync('/run/systemd/system')) {
    say('Starting the Docker engine: systemctl start docker');
    const [command = 'systemctl', ...rest] = [...prefix, 'systemctl'];
    const started = await attempt(command, [...rest, 'start', 'docker'], { timeoutMs: START_MS });
    if (started.ok && (await answersSoon(() => undefined))) return;
  }
  await startInBackground(prefix);
}

/** @param {string[]} prefix */
async function startInBackground(prefix) {
  const log = cachePath('dockerd.log');
  say(`Starting the Docker engine in the background: dockerd, its log is ${log}`);
  // A user with sudo gets a socket of his own group, as he is in no docker group yet.
  const group = prefix.length > 0 ? ['--group', String(process.getgid?.())] : [];
  const [command = 'dockerd', ...rest] = [...prefix, findProgram('dockerd') ?? 'dockerd', ...group];
  const output = openSync(log, 'w');
  const engine = spawn(command, rest, { detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  let ended = '';
  engine.once('error', (error) => {
    ended = error.message;
  });
  engine.once('exit', (code, signal) => {
    ended = `exit ${signal ?? code}`;
  });
  if (await answersSoon(() => ended || undefined)) {
    engine.unref();
    return;
  }
  const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n  ');
  throw new MachineError(
    `The Docker engine does not start here (${ended || `no answer within ${START_MS / 1000} s`}):\n  ${lines}\nThe whole log is ${log}.`,
  );
}

/**
 * Waits for the engine's answer.
 * @param {() => string | undefined} ended tells that waiting is in vain
 * @returns {Promise<boolean>}
 */
async function answersSoon(ended) {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && ended() === undefined) {
    const answer = await engineVersion();
    // An engine that keeps this user out has started too.
    if (answer.version || isDenied(answer.why)) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}
