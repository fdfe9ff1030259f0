import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cachePath } from './cache.mjs';
import { attempt, findProgram, MachineError, rootPrefix, run, say } from './say.mjs';

const QUIET = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
/** The Debian release whose later packages are asked for; they run on the release before too. */
export const LATER_SUITE = 'trixie';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * apt locks its state, so callers that run side by side take turns here.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(work) {
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
}

/** Whether packages can be fetched with apt here. */
export function hasApt() {
  return findProgram('apt-get') !== undefined && findProgram('dpkg') !== undefined;
}

/** What /etc/os-release says, by name. @returns {Record<string, string>} */
function osRelease() {
  try {
    const lines = readFileSync('/etc/os-release', 'utf8').matchAll(/^(\w+)="?(.*?)"?$/gm);
    return Object.fromEntries(Array.from(lines, ([, name, value]) => [name, value]));
  } catch {
    return {};
  }
}

/**
 * Installs packages system-wide, as root or with sudo.
 * @param {readonly string[]} packages
 * @returns {Promise<void>} throws MachineError
 */
export function aptInstall(packages) {
  return inTurn(async () => {
    const prefix = await rootPrefix();
    if (!hasApt() || !prefix)
      throw new MachineError('apt can not be used here: it needs root or sudo.');
    const [command = 'env', ...rest] = [...prefix, 'env'];
    const settings = Object.entries(QUIET).map(([name, value]) => `${name}=${value}`);
    // One broken source of many must not end it: the installation tells whether enough is known.
    await attempt(command, [...rest, ...settings, 'apt-get', 'update']);
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    const outcome = await attempt(command, [...rest, ...settings, 'apt-get', ...install]);
    if (!outcome.ok) {
      throw new MachineError(`\`apt-get ${install.join(' ')}\` failed, ${outcome.why}`);
    }
  });
}

/** Options that keep apt out of the system's own state, so no root is needed and nothing changes.
 * @param {string} [sources] a sources file to use in place of the machine's
 */
function privateState(sources) {
  const state = cachePath('apt', 'state');
  mkdirSync(join(state, 'lists', 'partial'), { recursive: true });
  const settings = {
    'Dir::State': state,
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': cachePath('apt', 'cache'),
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    'Acquire::Retries': '2',
    'APT::Sandbox::User': process.getuid?.() === 0 ? 'root' : '',
    ...(sources && { 'Dir::Etc::sourcelist': sources, 'Dir::Etc::sourceparts': '/dev/null' }),
  };
  return Object.entries(settings).flatMap(([key, value]) =>
    value ? ['-o', `${key}=${value}`] : [],
  );
}

/**
 * A sources file for another suite of this Debian machine's own mirror.
 * @param {string} suite
 * @returns {Promise<string | undefined>} undefined where the machine is no Debian or names no mirror
 */
async function suiteSources(suite) {
  const system = osRelease();
  if (system.ID !== 'debian' || !system.VERSION_CODENAME) return undefined;
  const format = '$(RELEASE) $(COMPONENT) $(REPO_URI)';
  const targets = await attempt('apt-get', [
    'indextargets',
    '--format',
    format,
    'Identifier: Packages',
  ]);
  const own = targets.stdout.split('\n').map((line) => line.split(' '));
  const mirror = own.find(
    ([release, part]) => release === system.VERSION_CODENAME && part === 'main',
  );
  if (!mirror?.[2]) return undefined;
  const signed = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : '';
  const file = cachePath('apt', `${suite}.list`);
  writeFileSync(file, `deb ${signed}${mirror[2]} ${suite} main\n`);
  return file;
}

/**
 * Downloads the first of these packages that there is and unpacks it into a folder, emptied before; installs nothing.
 * @param {readonly string[]} packages the preferred one first; several names with spaces between belong together
 * @param {string} folder where the package's files go
 * @param {string} [suite] a Debian suite other than the machine's own
 * @returns {Promise<boolean>} whether one was found
 */
export function aptFetch(packages, folder, suite) {
  return inTurn(async () => {
    if (!hasApt()) return false;
    const sources = suite && (await suiteSources(suite));
    if (suite && !sources) return false;
    const from = suite ? `Debian's suite ${suite}` : 'the configured sources';
    say(
      `Fetching ${packages[0]} with apt from ${from} into the cache folder; nothing is installed`,
    );
    // The lists that the machine has are used first: that needs no download of lists.
    if (!sources && (await downloadAny(packages, [], folder))) return true;
    const state = privateState(sources);
    await attempt('apt-get', [...state, 'update'], { env: QUIET });
    const found = await downloadAny(packages, state, folder);
    if (!found) say(`There is no ${packages[0]} in ${from}`);
    // Tens of megabytes that nobody needs any more.
    rmSync(cachePath('apt'), { recursive: true, force: true });
    return found;
  });
}

/** @param {readonly string[]} packages @param {string[]} options @param {string} folder */
async function downloadAny(packages, options, folder) {
  const downloads = mkdtempSync(cachePath('download-'));
  try {
    for (const names of packages) {
      const wanted = names.split(' ');
      await attempt('apt-get', [...options, 'download', ...wanted], { cwd: downloads, env: QUIET });
      const archives = readdirSync(downloads).filter((file) => file.endsWith('.deb'));
      if (archives.length < wanted.length) continue;
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const archive of archives) await run('dpkg', ['-x', join(downloads, archive), folder]);
      return true;
    }
    return false;
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}
