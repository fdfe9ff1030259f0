import { readdir, readFile } from 'node:fs/promises';

const ASKED_MS = 2_000;
const LOOK_MS = 50;

/**
 * Ends processes that still run with a docker configuration: a main step that was killed outright
 * leaves its docker commands behind, and one of them may be making the very builder that is to
 * be removed. They are found where Linux shows environments; elsewhere there is nothing to see.
 *
 * @param directory the DOCKER_CONFIG that is nobody else's
 */
export async function endLeftovers(directory: string): Promise<void> {
  const until = performance.now() + ASKED_MS;
  let left = await processesWith(directory);
  signal(left, 'SIGTERM');
  while (left.length > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    left = await processesWith(directory);
  }
  signal(left, 'SIGKILL');
}

async function processesWith(directory: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        // Of other users' processes, and of dead ones, there is nothing to read.
        const variables = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
        return variables.split('\0').includes(`DOCKER_CONFIG=${directory}`) ? Number(name) : 0;
      }),
  );
  return found.filter((pid) => pid > 0);
}

function signal(pids: readonly number[], name: 'SIGTERM' | 'SIGKILL'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended by itself.
    }
  }
}
