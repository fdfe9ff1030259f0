import type { Clock } from '../clock.ts';
import type { LogEvent, LogStore } from './store.ts';

/** What CloudWatch Logs answers from. */
export type ReadableLogs = Pick<LogStore, 'groups' | 'streams' | 'remove'>;

/**
 * A store as readers see it while lines become readable only so many milliseconds of `clock` after
 * they were written. A stream without a readable line is not there yet, nor is a group.
 */
export const readableLogs = (store: LogStore, clock: Clock, lagMs: () => number): ReadableLogs => {
  const streams = (group: string): ReadonlyMap<string, readonly LogEvent[]> | undefined => {
    const written = store.streams(group);
    const lag = lagMs();
    if (lag === 0 || written === undefined) return written;
    const newest = clock.now() - lag;
    const readable = [...written]
      .map(([name, events]) => [name, events.filter((event) => event.timestamp <= newest)] as const)
      .filter(([, events]) => events.length > 0);
    return readable.length > 0 ? new Map(readable) : undefined;
  };
  return {
    streams,
    groups: () => store.groups().filter((group) => streams(group) !== undefined),
    remove: (group) => store.remove(group),
  };
};
