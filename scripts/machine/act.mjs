import { join } from 'node:path';
import { cachePath } from './cache.mjs';
import { goInstall } from './go.mjs';
import { isExecutable } from './say.mjs';

const VERSION = '0.2.89';

/**
 * act, which runs workflows: built with Go into the cache folder, since no registry has its binary.
 * @returns {Promise<{ APPRUNNER_DEPLOY_ACT: string } | undefined>} environment in which the tests find it;
 *   undefined where it can't be built
 */
export async function findAct() {
  const folder = cachePath(`act-${VERSION}`);
  const cached = join(folder, 'act');
  const path = isExecutable(cached)
    ? cached
    : await goInstall('github.com/nektos/act', `v${VERSION}`, 'main', folder);
  return path === undefined ? undefined : { APPRUNNER_DEPLOY_ACT: path };
}
