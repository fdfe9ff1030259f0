import { connectAws } from './aws/connect.ts';
import { loadRunner } from './github/runner.ts';
import { abortedLater } from './github/signals.ts';
import { commandProcess } from './image/command-process.ts';
import { fetchBlob } from './image/registry-blob.ts';
import type { Clock, Ports, Runner } from './ports.ts';

/** After a cancel GitHub can still be told of it; the process ends 4.5 s after one. */
const TELLING_MS = 4_000;

/**
 * The real world behind the ports: this process, docker, AWS and the runner.
 *
 * @param cancelled ends every sleep, child process and question; its reason is thrown there
 */
export function realPorts(cancelled: AbortSignal): Ports {
  const clock: Clock = {
    now: () => Date.now(),
    sleep: (ms) => untilCancelled(cancelled, (signal) => timer(ms, signal)),
    linger: (ms) => timer(ms),
  };
  const told = abortedLater(cancelled, TELLING_MS);
  const tellingClock: Clock = {
    ...clock,
    sleep: (ms) => untilCancelled(told, (signal) => timer(ms, signal)),
  };
  let loaded: Promise<Runner> | undefined;
  const runner = () => {
    loaded ??= loadRunner(process.env);
    return loaded;
  };
  const masking = async () => (await runner()).mask;
  const tell = async (text: string) => (await runner()).debug(text);
  return {
    env: process.env,
    clock,
    docker: commandProcess('docker', process.env, process.stdout, cancelled),
    git: commandProcess('git', process.env, process.stdout, cancelled),
    aws: (region, role) =>
      connectAws(region, role, { clock, cancelled, tell, env: process.env, masking }),
    fetchBlob: (url, login) => untilCancelled(cancelled, () => fetchBlob(url, login)),
    get: async (url, timeoutMs) =>
      (await import('./http/get.ts')).getPage(url, timeoutMs, cancelled),
    cancelled,
    github: async (token) =>
      (await import('./github/client.ts')).gitHubCalls(token, process.env, {
        clock: tellingClock,
        cancelled: told,
        tell,
      }),
    runner,
  };
}

function timer(ms: number, ended?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const running = setTimeout(resolve, ms);
    ended?.addEventListener('abort', () => clearTimeout(running), { once: true });
  });
}

/** Does something that is given up, not waited for, when the run is cancelled. */
function untilCancelled<T>(
  cancelled: AbortSignal,
  work: (ended: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    cancelled.throwIfAborted();
    const ended = new AbortController();
    const cancel = () => {
      ended.abort();
      reject(cancelled.reason);
    };
    cancelled.addEventListener('abort', cancel, { once: true });
    work(ended.signal)
      .then(resolve, reject)
      .finally(() => cancelled.removeEventListener('abort', cancel));
  });
}
