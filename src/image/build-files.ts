import { access, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ActionError } from '../errors.ts';
import type { BuildInputs } from '../inputs/build.ts';

const REMOTE = /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|-$)/i;

/** True for what buildx fetches by itself: git and http URLs, git@ addresses, standard input. */
export function isRemote(path: string): boolean {
  return REMOTE.test(path);
}

/**
 * Checks that the build context, the Dockerfile and the secret files are there.
 *
 * @param workspace directory that relative paths start from
 * @throws ActionError naming the input and the path that is missing
 */
export async function checkBuildFiles(build: BuildInputs, workspace: string): Promise<void> {
  for (const [id, path] of build.secretFiles) {
    if (await exists(resolve(workspace, path))) continue;
    throw new ActionError(
      `Input 'secret-files': the file of ${id}, '${path}', is not there. Write it in a step before this one.`,
    );
  }
  if (isRemote(build.context)) return;
  const context = resolve(workspace, build.context);
  const info = await stat(context).catch(() => undefined);
  if (!info?.isDirectory()) {
    throw new ActionError(
      `Input 'context' is '${build.context}', which is no directory in ${workspace}. ` +
        `Run actions/checkout before this step, or name the directory to build. Example: context: ./api`,
    );
  }
  const dockerfile = build.file ? resolve(workspace, build.file) : join(context, 'Dockerfile');
  if ((build.file && isRemote(build.file)) || (await exists(dockerfile))) return;
  throw new ActionError(
    `There is no Dockerfile at ${dockerfile}. ` +
      `Add one, or name it: file is relative to the checkout, not to the context. Example: file: docker/Dockerfile`,
  );
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
