import { readFile } from 'node:fs/promises';

/** Which of these processes do not end within a second. */
export async function stillRunning(pids: readonly number[]): Promise<readonly number[]> {
  const until = performance.now() + 1_000;
  for (;;) {
    const states = await Promise.all(
      pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
    );
    // What was killed may wait for its parent to notice.
    const running = pids.filter((_, at) => states[at] && !/\) Z /.test(states[at]));
    if (running.length === 0 || performance.now() > until) return running;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
