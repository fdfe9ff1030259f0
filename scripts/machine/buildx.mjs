import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { aptFetch, LATER_SUITE } from './apt.mjs';
import { cachePath } from './cache.mjs';
import { goInstall } from './go.mjs';
import { attempt, isExecutable, MachineError } from './say.mjs';

const VERSION = 'v0.33.0';
const MODULE = 'github.com/docker/buildx';
const PACKAGES = ['docker-buildx', 'docker-buildx-plugin'];

/**
 * Makes `docker buildx` work without installing anything.
 * @returns {Promise<{ DOCKER_CONFIG?: string }>} what to add to the environment of docker commands:
 *   nothing where buildx is there already; throws MachineError
 */
export async function ensureBuildx() {
  if (await buildxAnswers({})) return {};
  const configuration = cachePath('docker-config');
  const plugin = join(configuration, 'cli-plugins', 'docker-buildx');
  copyConfiguration(configuration);
  const env = { DOCKER_CONFIG: configuration };
  const works = () => buildxAnswers(env);
  if (await works()) return env;
  for (const source of [fromPackage(), fromPackage(LATER_SUITE), fromGo()]) {
    rmSync(plugin, { force: true });
    if ((await source(plugin)) && (await works())) return env;
  }
  rmSync(plugin, { force: true });
  throw new MachineError(
    'docker buildx is missing and can be had neither from apt nor with Go: install it, see https://docs.docker.com/go/buildx/.',
  );
}

/** @param {NodeJS.ProcessEnv} env */
async function buildxAnswers(env) {
  return (await attempt('docker', ['buildx', 'version'], { env })).ok;
}

/**
 * A private Docker configuration folder that knows what the user's own one knows.
 * @param {string} folder
 */
function copyConfiguration(folder) {
  const own = resolve(process.env.DOCKER_CONFIG || join(homedir(), '.docker'));
  const plugins = join(folder, 'cli-plugins');
  mkdirSync(plugins, { recursive: true });
  if (own === resolve(folder)) return;
  const file = join(folder, 'config.json');
  rmSync(file, { force: true });
  if (existsSync(join(own, 'config.json'))) {
    copyFileSync(join(own, 'config.json'), file);
    chmodSync(file, 0o600);
  } else {
    writeFileSync(file, '{}\n', { mode: 0o600 });
  }
  link(join(own, 'contexts'), join(folder, 'contexts'));
  const names = existsSync(join(own, 'cli-plugins')) ? readdirSync(join(own, 'cli-plugins')) : [];
  for (const name of names.filter((one) => one !== 'docker-buildx')) {
    link(join(own, 'cli-plugins', name), join(plugins, name));
  }
}

/** @param {string} target @param {string} path */
function link(target, path) {
  if (!existsSync(target)) return;
  rmSync(path, { force: true, recursive: true });
  symlinkSync(target, path);
}

/**
 * @param {string} [suite] a Debian suite other than the machine's own
 * @returns {(plugin: string) => Promise<boolean>}
 */
function fromPackage(suite) {
  return async (plugin) => {
    const unpacked = cachePath('buildx-package');
    try {
      if (!(await aptFetch(PACKAGES, unpacked, suite))) return false;
      const found = ['usr/libexec', 'usr/lib']
        .map((folder) => join(unpacked, folder, 'docker/cli-plugins/docker-buildx'))
        .find(isExecutable);
      if (!found) return false;
      copyFileSync(found, plugin);
      return true;
    } finally {
      rmSync(unpacked, { recursive: true, force: true });
    }
  };
}

/** @returns {(plugin: string) => Promise<boolean>} */
function fromGo() {
  return async (plugin) => {
    const folder = dirname(cachePath('go-bin', 'buildx'));
    const built = await goInstall(`${MODULE}/cmd/buildx`, VERSION, `${MODULE}/version`, folder);
    if (built) copyFileSync(built, plugin);
    return built !== undefined;
  };
}
