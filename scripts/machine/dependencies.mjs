import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt, findProgram, isExecutable, MachineError, run, say } from './say.mjs';

/** The project's own folder. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const MINIMUM = 24;
const LOCK = join(PROJECT, 'package-lock.json');
const MODULES = join(PROJECT, 'node_modules');

/** @param {string} version such as v24.21.0 */
const major = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

/** @param {string} path @returns {Record<string, { integrity?: string, optional?: boolean }>} */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * Whether every package of the lock file is there, by the note that npm leaves in node_modules of what it
 * installed. So an installation made by hand counts too.
 */
function installedAsLocked() {
  try {
    const installed = packagesOf(join(MODULES, '.package-lock.json'));
    return Object.entries(packagesOf(LOCK)).every(([path, locked]) => {
      const here = installed[path];
      // Packages for other platforms are optional and left out.
      if (!here) return path === '' || locked.optional === true;
      return here.integrity === locked.integrity && existsSync(join(PROJECT, path));
    });
  } catch {
    return false;
  }
}

/**
 * The Node that runs the project: this very process when it is new enough, else the one that npm installed.
 * @returns {string | undefined} the path of a binary that is there; whether it runs is not checked
 */
function findNode24() {
  if (major(process.version) >= MINIMUM) return process.execPath;
  // Without install scripts npm makes no link in .bin, as there was nothing to link to.
  return [join(MODULES, '.bin', 'node'), join(MODULES, 'node', 'bin', 'node')].find(isExecutable);
}

/**
 * The path of a Node binary of version 24 or later.
 * @returns {string} throws MachineError before ensureDependencies() has run
 */
export function node24() {
  const found = findNode24();
  if (found) return found;
  throw new MachineError(
    `Node ${MINIMUM} is missing: run \`npm ci\`, or install it from https://nodejs.org.`,
  );
}

async function nodeWorks() {
  const node = findNode24();
  if (node === process.execPath) return true;
  return node !== undefined && major((await attempt(node, ['--version'])).stdout) >= MINIMUM;
}

async function installNode24() {
  const folder = join(MODULES, 'node');
  say(`Fetching Node ${MINIMUM} into node_modules, because this machine's is ${process.version}`);
  if (existsSync(join(folder, 'installArchSpecificPackage.js'))) {
    await run(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: folder,
      env: npmSettings(),
    });
  }
  if (await nodeWorks()) return;
  throw new MachineError(
    `Node ${MINIMUM} or later is needed, this is ${process.version} and npm has no binary that runs here: install it from https://nodejs.org.`,
  );
}

/**
 * npm says what went wrong in its first error lines, and how its command line looks in the last ones.
 * @param {import('./say.mjs').Outcome} outcome
 */
function npmErrors(outcome) {
  const lines = outcome.stderr.split('\n').filter((line) => /^npm (error|ERR!) ?\S/.test(line));
  return lines.length > 0 ? `\n  ${lines.slice(0, 5).join('\n  ')}` : outcome.why;
}

/** Settings of the caller's npm that would leave out what the project needs are overruled. */
function npmSettings() {
  return {
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}

/**
 * Installs what package-lock.json names when node_modules is missing or stale, and sees to a Node 24.
 * @returns {Promise<void>} throws MachineError
 */
export async function ensureDependencies() {
  if (!installedAsLocked()) {
    if (!findProgram('npm')) {
      throw new MachineError('npm is missing: install Node.js with npm, see https://nodejs.org.');
    }
    const why = existsSync(MODULES)
      ? 'node_modules is not what package-lock.json says'
      : 'there is no node_modules';
    say(`Installing the dependencies with \`npm ci\`: ${why}`);
    // NODE_ENV=production must not leave out the development tools.
    const outcome = await attempt('npm', ['ci', '--include=dev'], {
      cwd: PROJECT,
      env: npmSettings(),
    });
    if (!outcome.ok) throw new MachineError(`\`npm ci\` failed: ${npmErrors(outcome)}`);
  }
  if (!(await nodeWorks())) await installNode24();
}
