import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cachePath } from './cache.mjs';
import { attempt, findProgram, MachineError, run, say } from './say.mjs';

const VERSION = '1.45.11';

/**
 * The AWS CLI, a real client to judge the local AWS by: the machine's own, else one in the cache folder.
 * @returns {Promise<{ PATH?: string }>} environment in which `aws` is found; throws MachineError
 */
export async function ensureAwsCli() {
  if (findProgram('aws')) return {};
  const folder = cachePath(`awscli-${VERSION}`);
  const bin = join(folder, 'bin');
  if (!existsSync(join(bin, 'aws'))) await install(folder);
  return { PATH: [bin, process.env.PATH].join(delimiter) };
}

/** @param {string} folder */
async function install(folder) {
  const python = findProgram('python3');
  if (!python) {
    throw new MachineError(
      'The AWS CLI is missing, and so is Python to get it with: install it from https://aws.amazon.com/cli/.',
    );
  }
  say(`Fetching the AWS CLI ${VERSION} into the cache folder`);
  const virtual = await attempt(python, ['-m', 'venv', folder]);
  if (!virtual.ok) {
    throw new MachineError(
      `The AWS CLI is missing, and Python can't make a folder for it (${virtual.why}): install python3-venv, or the AWS CLI from https://aws.amazon.com/cli/.`,
    );
  }
  await run(join(folder, 'bin', 'pip'), ['install', '--quiet', `awscli==${VERSION}`]);
}
