import { pageOf } from '../pages.ts';
import { served } from '../protocol/served.ts';
import type { AwsService } from '../protocol/service.ts';
import {
  type Group,
  type GroupInput,
  groupArn,
  invalidParameter,
  invalidToken,
  type LogsContext,
  namedGroup,
} from './lookup.ts';
import type { LogEvent } from './store.ts';

interface GroupsInput {
  readonly logGroupNamePrefix?: string;
  /** Any part of the name, whatever its case. */
  readonly logGroupNamePattern?: string;
  readonly nextToken?: string;
  readonly limit?: number;
}

interface StreamsInput extends GroupInput {
  readonly logStreamNamePrefix?: string;
  readonly orderBy?: 'LogStreamName' | 'LastEventTime';
  readonly descending?: boolean;
  readonly nextToken?: string;
  readonly limit?: number;
}

/** CloudWatch Logs answers at most this many groups or streams a page. */
const pageSize = 50;

function describeGroups(context: LogsContext, input: GroupsInput) {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, nextToken } = input;
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter(
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  }
  const names = context.store.groups().filter((name) => {
    if (pattern !== undefined) return name.toLowerCase().includes(pattern.toLowerCase());
    return name.startsWith(prefix ?? '');
  });
  const page = pageOf(names, input.limit ?? pageSize, nextToken, invalidToken);
  const logGroups = page.items.map((logGroupName) => {
    const streams = [...(context.store.streams(logGroupName)?.values() ?? [])];
    const logGroupArn = groupArn(context, logGroupName);
    return {
      logGroupName,
      creationTime: Math.min(...streams.map((events) => events[0]?.timestamp ?? 0)),
      metricFilterCount: 0,
      arn: `${logGroupArn}:*`,
      storedBytes: 0,
      logGroupClass: 'STANDARD',
      logGroupArn,
    };
  });
  return { logGroups, ...(page.nextToken && { nextToken: page.nextToken }) };
}

function describeStream(group: Group, logStreamName: string, events: readonly LogEvent[]) {
  const first = events[0]?.timestamp;
  const last = events.at(-1)?.timestamp;
  return {
    logStreamName,
    creationTime: first,
    firstEventTimestamp: first,
    lastEventTimestamp: last,
    lastIngestionTime: last,
    arn: `${group.arn}:log-stream:${logStreamName}`,
    storedBytes: 0,
  };
}

function describeStreams(context: LogsContext, input: StreamsInput) {
  const group = namedGroup(context, input);
  const { logStreamNamePrefix: prefix, orderBy = 'LogStreamName', descending } = input;
  if (prefix !== undefined && orderBy === 'LastEventTime') {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const streams = [...group.streams]
    .filter(([name]) => name.startsWith(prefix ?? ''))
    .map(([name, events]) => describeStream(group, name, events))
    .sort((a, b) => {
      const byTime = (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0);
      const byName = a.logStreamName < b.logStreamName ? -1 : 1;
      return orderBy === 'LastEventTime' ? byTime || byName : byName;
    });
  if (descending) streams.reverse();
  const page = pageOf(streams, input.limit ?? pageSize, input.nextToken, invalidToken);
  return { logStreams: page.items, ...(page.nextToken && { nextToken: page.nextToken }) };
}

function deleteGroup(context: LogsContext, input: GroupInput) {
  context.store.remove(namedGroup(context, input).name);
  return {};
}

/** The operations on groups and the list of their streams. */
export function groupOperations(context: LogsContext): AwsService['operations'] {
  return {
    DescribeLogGroups: served((input: GroupsInput) => describeGroups(context, input)),
    DescribeLogStreams: served((input: StreamsInput) => describeStreams(context, input)),
    DeleteLogGroup: served((input: GroupInput) => deleteGroup(context, input)),
  };
}
