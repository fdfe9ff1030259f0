import type { LogEvent, LogStream } from '../ports.ts';
import { settleAll } from '../teardown/pool.ts';
import { isBuildLine } from './build-lines.ts';
import type { LogGroups } from './log-groups.ts';
import type { LogReader } from './reader.ts';

/** A line and the stream that it is from. */
export interface LatestLine extends LogEvent {
  readonly stream: string;
}

/** The newest lines of a log, oldest first; `newest` is that of all lines, also of older ones. */
export interface Latest {
  readonly lines: readonly LatestLine[];
  /** Milliseconds since 1970; undefined where there is no line at all, or none may be read. */
  readonly newest: number | undefined;
}

/** What is wanted of each log. */
export interface Wanted {
  /** Milliseconds since 1970 of the oldest line that is wanted. */
  readonly since: number;
  /** The most lines; fewer where there are not so many. */
  readonly lines: number;
}

/** The time of a stream's last line may lag by an hour (API reference, LogStream). */
const LAG_MS = 60 * 60_000;

/** Streams that are read at a time: the quota of GetLogEvents is for all of an account. */
const AT_ONCE = 5;

/** App Runner's own newest lines, with those of the last build of source code. */
export async function latestEvents(
  reader: LogReader,
  { service }: LogGroups,
  wanted: Wanted,
  builds: boolean,
): Promise<Latest> {
  const [events, build] = await Promise.all([
    tail(reader, service, 'events', wanted),
    builds ? lastBuild(reader, service, wanted) : [],
  ]);
  return newestOf([events, build], wanted);
}

/** The newest lines of all instances, merged in the order of their times. */
export async function latestApplication(
  reader: LogReader,
  { application }: LogGroups,
  wanted: Wanted,
): Promise<Latest> {
  const streams = await reader.streams(application);
  const recent = streams.filter(
    ({ lastEventAt = wanted.since }) => lastEventAt >= wanted.since - LAG_MS,
  );
  // Where nothing is recent, the newest stream tells since when.
  const asked = recent.length > 0 ? recent : newestFirst(streams).slice(0, 1);
  const read = await settleAll(asked, AT_ONCE, ({ name }) =>
    tail(reader, application, name, wanted),
  );
  const lines = read.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
  return newestOf(lines, wanted);
}

async function tail(
  reader: LogReader,
  group: string,
  stream: string,
  { lines }: Wanted,
): Promise<LatestLine[]> {
  const found = await reader.tail(group, stream, lines);
  return found.map((line) => ({ ...line, stream }));
}

/** What a build prints is in the stream of its operation alone (developer guide, monitor-cwl). */
async function lastBuild(reader: LogReader, group: string, wanted: Wanted) {
  const streams = await reader.streams(group);
  const [newest] = newestFirst(streams.filter(({ name }) => name !== 'events'));
  if (!newest) return [];
  const lines = await tail(reader, group, newest.name, wanted);
  return lines.filter(({ message }) => isBuildLine(message));
}

function newestFirst(streams: readonly LogStream[]): readonly LogStream[] {
  return streams.toSorted((a, b) => (b.lastEventAt ?? 0) - (a.lastEventAt ?? 0));
}

function newestOf(parts: readonly (readonly LatestLine[])[], { since, lines }: Wanted): Latest {
  // A stream's own order stays where times are the same.
  const all = parts.flat().sort((a, b) => a.time - b.time);
  return {
    lines: all.filter(({ time }) => time >= since).slice(-lines),
    newest: all.at(-1)?.time,
  };
}
