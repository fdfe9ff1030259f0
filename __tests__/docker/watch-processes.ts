import { readdir, readFile } from 'node:fs/promises';

/** Looks at every process's argument list, over and over, until it is told to stop. */
export interface ProcessWatch {
  /** Ends the watch; gives each argument list that was seen, once. */
  stop(): Promise<readonly string[]>;
}

/** Starts to watch /proc. */
export function watchProcesses(): ProcessWatch {
  const seen = new Set<string>();
  let on = true;
  const watching = (async () => {
    while (on) {
      const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
      const lists = await Promise.all(
        ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
      );
      for (const list of lists) seen.add(list.replaceAll('\0', ' ').trim());
    }
  })();
  return {
    stop: async () => {
      on = false;
      await watching;
      return [...seen];
    },
  };
}
