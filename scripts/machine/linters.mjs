import { join } from 'node:path';
import { cachePath } from './cache.mjs';
import { goInstall } from './go.mjs';
import { ensurePythonTool } from './python.mjs';
import { isExecutable, MachineError } from './say.mjs';

const ACTIONLINT = '1.7.12';
const ZIZMOR = '1.32.0';

/**
 * actionlint, of the one version whose findings count.
 * @returns {Promise<string>} its path; throws MachineError
 */
export async function ensureActionlint() {
  const folder = cachePath(`actionlint-${ACTIONLINT}`);
  const binary = join(folder, 'actionlint');
  if (isExecutable(binary)) return binary;
  const command = 'github.com/rhysd/actionlint/cmd/actionlint';
  const built = await goInstall(command, `v${ACTIONLINT}`, 'main', folder);
  if (built) return built;
  throw new MachineError(
    `actionlint ${ACTIONLINT} is missing, and Go to build it with is not there or can't: see https://go.dev/dl/.`,
  );
}

/**
 * zizmor, of the one version whose findings count.
 * @returns {Promise<string>} its path; throws MachineError
 */
export async function ensureZizmor() {
  const bin = await ensurePythonTool({
    name: 'zizmor',
    package: 'zizmor',
    version: ZIZMOR,
    program: 'zizmor',
    home: 'https://docs.zizmor.sh/installation/',
  });
  return join(bin, 'zizmor');
}
