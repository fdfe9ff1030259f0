import { AwsError } from '../protocol/aws-error.ts';
import type { ReadableLogs } from './readable.ts';
import type { LogEvent } from './store.ts';

/** What every CloudWatch Logs operation works on. */
export interface LogsContext {
  readonly store: ReadableLogs;
  readonly accountId: string;
  readonly region: string;
}

/** The two ways in which an input names its group. */
export interface GroupInput {
  readonly logGroupName?: string;
  /** A name or an ARN. */
  readonly logGroupIdentifier?: string;
}

/** The streams of one group with the group's name and ARN. */
export interface Group {
  readonly name: string;
  /** Without the `:*` at its end. */
  readonly arn: string;
  readonly streams: ReadonlyMap<string, readonly LogEvent[]>;
}

/** The error for a parameter that breaks a rule beyond the model's limits. */
export const invalidParameter = (message: string) =>
  new AwsError('InvalidParameterException', message);

/** The error for a page token that no answer gave. */
export const invalidToken = () => invalidParameter('The specified nextToken is invalid.');

/** The ARN of a group as DescribeLogGroups answers it in `logGroupArn`. */
export function groupArn({ region, accountId }: LogsContext, name: string): string {
  return `arn:aws:logs:${region}:${accountId}:log-group:${name}`;
}

/** The group that an input names. Throws ResourceNotFoundException when there is none. */
export function namedGroup(context: LogsContext, input: GroupInput): Group {
  const { logGroupName, logGroupIdentifier } = input;
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw invalidParameter('Specify either logGroupName or logGroupIdentifier, and only one.');
  }
  const prefix = groupArn(context, '');
  const given = logGroupName ?? logGroupIdentifier ?? '';
  const name = given.startsWith(prefix) ? given.slice(prefix.length) : given;
  const streams = context.store.streams(name);
  if (!streams) {
    throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
  }
  return { name, arn: groupArn(context, name), streams };
}

/** The events of one stream. Throws ResourceNotFoundException when there is no such stream. */
export function namedStream({ streams }: Group, name: string): readonly LogEvent[] {
  const events = streams.get(name);
  if (events) return events;
  throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
}
