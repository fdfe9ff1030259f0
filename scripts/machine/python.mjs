import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cachePath } from './cache.mjs';
import { attempt, findProgram, MachineError, run, say } from './say.mjs';

/**
 * Installs a program of a Python package into the cache folder, unless it is there.
 * @param {{ name: string, package: string, version: string, program: string, home: string }} tool `name` for
 *   people, `home` where they find it
 * @returns {Promise<string>} the folder that has the program; throws MachineError
 */
export async function ensurePythonTool(tool) {
  const folder = cachePath(`${tool.package}-${tool.version}`);
  const bin = join(folder, 'bin');
  if (existsSync(join(bin, tool.program))) return bin;
  const python = findProgram('python3');
  if (!python) {
    throw new MachineError(
      `${tool.name} is missing, and so is Python to get it with: install it from ${tool.home}.`,
    );
  }
  say(`Fetching ${tool.name} ${tool.version} into the cache folder`);
  const virtual = await attempt(python, ['-m', 'venv', folder]);
  if (!virtual.ok) {
    throw new MachineError(
      `${tool.name} is missing, and Python can't make a folder for it (${virtual.why}): install python3-venv, or ${tool.name} from ${tool.home}.`,
    );
  }
  await run(join(bin, 'pip'), ['install', '--quiet', `${tool.package}==${tool.version}`]);
  return bin;
}
