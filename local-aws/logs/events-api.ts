import { pageOf } from '../pages.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import { linePredicate } from './filter-pattern.ts';
import {
  type GroupInput,
  invalidParameter,
  invalidToken,
  type LogsContext,
  namedGroup,
  namedStream,
} from './lookup.ts';

interface GetInput extends GroupInput {
  readonly logStreamName: string;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly nextToken?: string;
  readonly limit?: number;
  readonly startFromHead?: boolean;
}

interface FilterInput extends GroupInput {
  readonly logStreamNames?: readonly string[];
  readonly logStreamNamePrefix?: string;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly filterPattern?: string;
  readonly nextToken?: string;
  readonly limit?: number;
}

/** CloudWatch Logs answers at most this many events a page. */
const pageSize = 10_000;

/** A place between two events of a stream, read forward (f) or backward (b). */
interface Cursor {
  readonly direction: 'f' | 'b';
  readonly position: number;
}

const digits = (value: number) => String(value).padStart(56, '0');
const write = ({ direction, position }: Cursor) => `${direction}/${digits(position)}/s`;

function read(token: string): Cursor {
  const [, direction, position] = /^([fb])\/(\d{56})\/s$/.exec(token) ?? [];
  if (!direction) throw invalidToken();
  return { direction: direction === 'f' ? 'f' : 'b', position: Number(position) };
}

/**
 * GetLogEvents: a page of one stream, by default the newest. As with CloudWatch Logs a reader is at
 * the end when it is given the token that it sent, and may send that token again for later events.
 */
function getEvents(context: LogsContext, input: GetInput) {
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY, limit = pageSize } = input;
  const stream = namedStream(namedGroup(context, input), input.logStreamName);
  const from = input.nextToken === undefined ? undefined : read(input.nextToken);
  const forward = from ? from.direction === 'f' : input.startFromHead === true;
  const start = from?.position ?? (forward ? 0 : stream.length);
  const candidates = stream
    .map((event, index) => ({ event, index }))
    .filter(({ index }) => (forward ? index >= start : index < start))
    .filter(({ event }) => event.timestamp >= startTime && event.timestamp < endTime);
  const page = forward ? candidates.slice(0, limit) : candidates.slice(-limit);
  const first = page[0]?.index ?? start;
  const last = page.at(-1)?.index;
  return {
    events: page.map(({ event }) => ({ ...event, ingestionTime: event.timestamp })),
    nextForwardToken: write({ direction: 'f', position: last === undefined ? start : last + 1 }),
    nextBackwardToken: write({ direction: 'b', position: first }),
  };
}

/** FilterLogEvents: the lines of several streams in the order of their times. */
function filterEvents(context: LogsContext, input: FilterInput) {
  const group = namedGroup(context, input);
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY, logStreamNames, nextToken } = input;
  const { logStreamNamePrefix: prefix = '' } = input;
  if (logStreamNames && prefix !== '') {
    throw invalidParameter('Specify either logStreamNames or logStreamNamePrefix, not both.');
  }
  const wanted = linePredicate(input.filterPattern ?? '');
  const names =
    logStreamNames ?? [...group.streams.keys()].filter((name) => name.startsWith(prefix));
  const events = names
    .flatMap((logStreamName) =>
      namedStream(group, logStreamName).map((event, index) => ({
        logStreamName,
        ...event,
        ingestionTime: event.timestamp,
        eventId: digits(event.timestamp * 1000 + index),
      })),
    )
    .filter(({ timestamp }) => timestamp >= startTime && timestamp <= endTime)
    .filter(({ message }) => wanted(message))
    .sort((a, b) => a.timestamp - b.timestamp);
  const page = pageOf(events, input.limit ?? pageSize, nextToken, invalidToken);
  return {
    events: page.items,
    searchedLogStreams: [],
    ...(page.nextToken && { nextToken: page.nextToken }),
  };
}

/** The operations that read lines. */
export function eventOperations(context: LogsContext): AwsService['operations'] {
  return {
    GetLogEvents: served((input: GetInput) => getEvents(context, input)),
    FilterLogEvents: served((input: FilterInput) => filterEvents(context, input)),
  };
}
