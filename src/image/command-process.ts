import { type ChildProcess, spawn } from 'node:child_process';
import type { Docker } from '../ports.ts';
import { endGroup, OWN_GROUP, signalGroup } from './process-group.ts';

/**
 * Makes the port that runs a command.
 *
 * @param env environment of every child, before what a call adds
 * @param log where streamed output goes
 * @param cancelled stops the child and its children when it aborts; the call then rejects with
 *   its reason, once they have ended
 */
export function commandProcess(
  command: 'docker' | 'git',
  env: Readonly<Record<string, string | undefined>>,
  log: NodeJS.WritableStream,
  cancelled: AbortSignal,
): Docker {
  return async (args, options = {}) => {
    cancelled.throwIfAborted();
    const child = spawn(command, args, {
      env: { ...env, ...options.env },
      detached: OWN_GROUP,
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
        if (options.stream) log.write(text);
      });
    }
    // A child that ends before it read all its input is judged by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    const code = await closing(child, cancelled);
    return { code: code ?? 1, ...output };
  };
}

/** Waits for a child's end, and on a cancel brings it about. It does not outlive this process. */
async function closing(child: ChildProcess, cancelled: AbortSignal): Promise<number | null> {
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const stopped = Promise.withResolvers<void>();
  const stop = () => void endGroup(child, closed).then(stopped.resolve);
  cancelled.addEventListener('abort', stop, { once: true });
  // A run that fails ends while other commands of it still run.
  const exit = () => signalGroup(child, 'SIGKILL');
  process.once('exit', exit);
  try {
    const code = await Promise.race([closed, stopped.promise]);
    if (cancelled.aborted) await stopped.promise;
    cancelled.throwIfAborted();
    return code ?? null;
  } finally {
    cancelled.removeEventListener('abort', stop);
    process.removeListener('exit', exit);
    // Somebody who left the group may still hold them; they must not hold us.
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}
