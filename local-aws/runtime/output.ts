/** What a process wrote, kept so that a listener who comes late hears all of it. */
export interface Output {
  line(text: string): void;
  listen(listener: (line: string) => void): void;
}

/** Lines kept for a listener who has not come yet. */
const mostKept = 10_000;

/** An output with no lines yet. */
export const createOutput = (): Output => {
  const kept: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  return {
    line: (text) => {
      if (kept.length < mostKept) kept.push(text);
      for (const listener of listeners) listener(text);
    },
    listen: (listener) => {
      for (const text of kept) listener(text);
      listeners.push(listener);
    },
  };
};
