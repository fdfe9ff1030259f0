import type { LogDeletion, LogEvent, Logs } from '../../src/ports.ts';

/** Log lines by group and stream; a line's time in milliseconds since 1970. */
export type LogLines = Readonly<Record<string, Readonly<Record<string, readonly LogEvent[]>>>>;

/** Logs that hold these lines and no others. They are looked up at each call, so they may grow. */
export function fakeLogs(lines: LogLines = {}): Logs & LogDeletion {
  const deleted = new Set<string>();
  return {
    deleteGroup: async (group) => {
      const there = lines[group] !== undefined && !deleted.has(group);
      deleted.add(group);
      return there;
    },
    streams: async (group) => {
      const streams = lines[group];
      return (
        streams &&
        Object.entries(streams)
          .map(([name, events]) => {
            const [first, last] = [events[0]?.time, events.at(-1)?.time];
            return {
              name,
              ...(first !== undefined && { firstEventAt: first }),
              ...(last !== undefined && { lastEventAt: last }),
            };
          })
          .sort((a, b) => (b.lastEventAt ?? 0) - (a.lastEventAt ?? 0))
      );
    },
    read: async (group, stream, { since = 0, next }) => {
      const all = lines[group]?.[stream];
      if (!all) return undefined;
      const from = next === undefined ? all.findIndex(({ time }) => time >= since) : Number(next);
      return { events: from < 0 ? [] : all.slice(from), next: `${all.length}` };
    },
    tail: async (group, stream, count) => lines[group]?.[stream]?.slice(-count),
  };
}
