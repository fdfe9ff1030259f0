import type { LogEvent, LogStream } from '../ports.ts';
import type { Asked } from './asked.ts';
import { isBuildLine } from './build-lines.ts';
import { streamId } from './log-groups.ts';
import type { LogReader } from './reader.ts';

/** What the logs hold on one failure, oldest first. */
export interface Lines {
  /** App Runner's own lines. */
  readonly events: readonly LogEvent[];
  /** What the build of source code printed. */
  readonly build: readonly LogEvent[];
  readonly application: readonly LogEvent[];
}

/** The clocks of this machine and of AWS may differ by this. */
const SKEW_MS = 5_000;

/** Lines read of each stream, from its end. */
const TAIL = 200;

/** Instances whose lines are read: what is wrong with a version is wrong with each of them. */
const INSTANCES = 3;

/** Reads everything once; what does not depend on each other is asked side by side. */
export async function readLines(reader: LogReader, asked: Asked): Promise<Lines> {
  const [all, instances] = await Promise.all([
    asked.known ? [] : readEvents(reader, asked),
    asked.lines === 0 ? [] : readInstances(reader, asked),
  ]);
  const told = all.filter(notLater(asked));
  const events = told.filter(({ message }) => !isBuildLine(message));
  const build = told.filter(({ message }) => isBuildLine(message));
  if (asked.known) {
    // Requests are spread over instances.
    const lines = instances.flatMap((instance) => instance.lines);
    return { events, build, application: lines.sort((a, b) => a.time - b.time) };
  }
  // A start is a story of each instance by itself. Those of an operation right before this one
  // are told apart by AWS's own time of its start, where that is known.
  const start = events.find((event) => isStart(event, asked.operationId))?.time ?? 0;
  const own = instances.filter(({ firstEventAt = start }) => firstEventAt >= start);
  return { events, build, application: own.flatMap(({ lines }) => lines) };
}

/**
 * App Runner's lines on the operation, from the stream of all events and from its own one, which
 * alone has those of a build (App Runner developer guide, monitor-cwl). That is called
 * deployment/ID for a creation and a deployment; how it is called for an update is not
 * documented, so the newest other stream is taken where there is none of that name.
 */
async function readEvents(
  reader: LogReader,
  { groups: { service }, operationId, since, lines }: Asked,
): Promise<readonly LogEvent[]> {
  const id = operationId === undefined ? undefined : streamId(operationId);
  const tail = Math.max(TAIL, lines);
  const [all, named, streams] = await Promise.all([
    reader.tail(service, 'events', TAIL),
    id === undefined ? [] : reader.tail(service, `deployment/${id}`, tail),
    reader.streams(service),
  ]);
  const other = named.length > 0 ? undefined : operationStream(streams, id, since - SKEW_MS);
  const own = other ? await reader.tail(service, other.name, tail) : named;
  const recent = all.filter(({ time }) => time >= since - SKEW_MS);
  const start = recent.findIndex((event) => isStart(event, operationId));
  return [...recent.slice(Math.max(0, start)), ...own].sort((a, b) => a.time - b.time);
}

/** True for a line from before the end: somebody else may deploy right after it. */
function notLater({ ended }: Pick<Asked, 'ended'>) {
  return ({ time }: LogEvent): boolean => time <= ended + SKEW_MS;
}

/** True for the line that names an operation and says that it started. */
function isStart({ message }: LogEvent, operationId: string | undefined): boolean {
  if (operationId === undefined || !/\bstarted\b/.test(message)) return false;
  return message.toLowerCase().includes(streamId(operationId));
}

function operationStream(
  streams: readonly LogStream[],
  id: string | undefined,
  since: number,
): LogStream | undefined {
  const others = streams.filter(({ name }) => name !== 'events');
  return (
    others.find(({ name }) => id !== undefined && name.toLowerCase().endsWith(id)) ??
    newestFirst(others).find((stream) => newest(stream) >= since)
  );
}

interface Instance {
  readonly firstEventAt?: number;
  readonly lines: readonly LogEvent[];
}

/**
 * The lines of instances, the newest one last: of those that were started since, which are the
 * ones of the version that failed; where the version itself was deployed well, of any.
 */
async function readInstances(
  reader: LogReader,
  { groups: { application }, since, ended, lines, known }: Asked,
): Promise<readonly Instance[]> {
  const streams = await reader.streams(application);
  const newestOnes = newestFirst(streams)
    .filter(({ firstEventAt = since }) => known !== undefined || firstEventAt >= since - SKEW_MS)
    .filter(({ firstEventAt = since }) => firstEventAt <= ended + SKEW_MS)
    .slice(0, INSTANCES);
  const read = newestOnes.map(async (stream) => ({
    ...stream,
    lines: (await reader.tail(application, stream.name, Math.max(TAIL, lines))).filter(
      notLater({ ended }),
    ),
  }));
  return (await Promise.all(read)).reverse();
}

/** CloudWatch's own order is by the last line's time, which may lag by an hour (API reference). */
function newestFirst(streams: readonly LogStream[]): readonly LogStream[] {
  return [...streams].sort((a, b) => newest(b) - newest(a));
}

/** A stream without times is so new that CloudWatch has none yet. */
function newest({ firstEventAt, lastEventAt }: LogStream): number {
  return Math.max(firstEventAt ?? Number.MAX_SAFE_INTEGER, lastEventAt ?? 0);
}
