import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder that holds every tool fetched for this project; deleting it is always safe. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME;
  // The XDG specification says that a relative path is to be ignored.
  const root = base && isAbsolute(base) ? base : join(homedir(), '.cache');
  return join(root, 'apprunner-deploy');
}

/**
 * A path in the cache, with the folder that holds it made where it is missing.
 * @param {...string} parts
 * @returns {string}
 */
export function cachePath(...parts) {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  // Only for this user: a copy of the Docker configuration can hold logins.
  chmodSync(folder, 0o700);
  const path = join(folder, ...parts);
  mkdirSync(join(path, '..'), { recursive: true });
  return path;
}
