import type { ChildProcess } from 'node:child_process';

/** Time to end in good order, and then to be seen dead; together well below a cancel's 5 s. */
const ASKED_MS = 2_000;
const KILLED_MS = 500;

/**
 * Windows has no process groups; a child there shares the console, and so its ctrl-C, with us.
 * Everywhere else a group of its own lets a signal reach a child's children: `docker` runs buildx
 * as one.
 */
export const OWN_GROUP = process.platform !== 'win32';

/**
 * Ends a child and its children: by SIGTERM, and by SIGKILL when that takes long.
 *
 * @param child spawned with `detached: OWN_GROUP`
 * @param closed settles when the child has ended and nobody holds its outputs any more
 * @returns when they have ended, at the latest after 2.5 s
 */
export async function endGroup(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  if (!(await settles(closed, ASKED_MS))) {
    signalGroup(child, 'SIGKILL');
    await settles(closed, KILLED_MS);
  }
  // Whoever closed the outputs and stayed has had its time too.
  signalGroup(child, 'SIGKILL');
}

/** Signals a child and its children, as far as they still run. */
export function signalGroup(child: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return; // It never started.
  try {
    if (OWN_GROUP) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // There is nobody left in the group.
  }
}

function settles(promise: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms, false);
    const settled = () => {
      clearTimeout(timer);
      resolve(true);
    };
    promise.then(settled, settled);
  });
}
