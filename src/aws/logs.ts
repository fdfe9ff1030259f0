import {
  CloudWatchLogsClient,
  type CloudWatchLogsClientConfig,
  DeleteLogGroupCommand,
  DescribeLogStreamsCommand,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import type { LogDeletion, LogEvent, LogPage, Logs } from '../ports.ts';
import { awsCall, errorCode } from './errors.ts';

/** Streams of one page, the most that DescribeLogStreams gives. */
const STREAMS = 50;

/** Pages that may be empty before the newest lines come (API reference, GetLogEvents). */
const EMPTY_PAGES = 5;

/**
 * How long one call may take with all its retries. Logs are read beside a verdict that is known
 * or still to come, and must not hold it up.
 */
const CALL_MS = 3_000;

/** The CloudWatch Logs calls. */
export function logsCalls(
  config: CloudWatchLogsClientConfig,
  callMs: number = CALL_MS,
): Logs & LogDeletion {
  const client = new CloudWatchLogsClient(config);

  const page = (group: string, stream: string, input: Partial<GetLogEventsCommandInput>) =>
    awsCall('logs:GetLogEvents', `log stream '${stream}' of ${group}`, () =>
      ifFound(
        within(callMs, async (abortSignal) => {
          const names = { logGroupName: group, logStreamName: stream };
          const answer = await client.send(new GetLogEventsCommand({ ...names, ...input }), {
            abortSignal,
          });
          return { ...answer, events: (answer.events ?? []).map(lineOf) };
        }),
      ),
    );

  return {
    streams: (group) =>
      awsCall('logs:DescribeLogStreams', `log group ${group}`, () =>
        ifFound(
          within(callMs, async (abortSignal) => {
            const command = new DescribeLogStreamsCommand({
              logGroupName: group,
              orderBy: 'LastEventTime',
              descending: true,
              limit: STREAMS,
            });
            const { logStreams = [] } = await client.send(command, { abortSignal });
            return logStreams.map(streamOf);
          }),
        ),
      ),

    read: async (group, stream, { since, next }): Promise<LogPage | undefined> => {
      // A forward token asks for startFromHead as well (API reference, GetLogEvents).
      const found = await page(group, stream, {
        startFromHead: true,
        ...(since !== undefined && { startTime: since }),
        ...(next !== undefined && { nextToken: next }),
      });
      return found && { events: found.events, next: found.nextForwardToken };
    },

    tail: async (group, stream, lines) => {
      let token: string | undefined;
      for (let pages = 0; pages < EMPTY_PAGES; pages += 1) {
        const found = await page(group, stream, {
          startFromHead: false,
          limit: lines,
          ...(token !== undefined && { nextToken: token }),
        });
        if (!found) return undefined;
        const { events, nextBackwardToken } = found;
        if (events.length > 0 || nextBackwardToken === undefined || nextBackwardToken === token) {
          return events;
        }
        token = nextBackwardToken;
      }
      return [];
    },

    deleteGroup: (group) =>
      awsCall('logs:DeleteLogGroup', `log group ${group}`, async () => {
        const command = new DeleteLogGroupCommand({ logGroupName: group });
        // Nobody waits for a deletion as for the lines of a failure: it has the time of a run's
        // other calls.
        const answer = await ifFound(retriedWhenAborted(client, command));
        return answer !== undefined;
      }),
  };
}

/**
 * CloudWatch Logs refuses what comes while it works on the group for another call, and asks for
 * a retry (API reference, OperationAbortedException); its model does not mark the error so.
 */
function retriedWhenAborted(client: CloudWatchLogsClient, command: DeleteLogGroupCommand) {
  command.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (errorCode(error) !== 'OperationAbortedException') throw error;
        throw Object.assign(Object(error), { $retryable: { throttling: false } });
      }
    },
    // Around what reads the answer, and within what sends the call again.
    { step: 'deserialize', priority: 'high', name: 'retriedWhenAborted' },
  );
  return client.send(command);
}

interface StreamAnswer {
  readonly logStreamName?: string | undefined;
  readonly creationTime?: number | undefined;
  readonly firstEventTimestamp?: number | undefined;
  readonly lastEventTimestamp?: number | undefined;
}

/**
 * The times of a fresh stream may lag behind its lines (API reference, LogStream); it was
 * created when its first line came, so that stands for it.
 */
function streamOf(answer: StreamAnswer) {
  const first = answer.firstEventTimestamp ?? answer.creationTime;
  const last = answer.lastEventTimestamp;
  return {
    name: answer.logStreamName ?? '',
    ...(first !== undefined && { firstEventAt: first }),
    ...(last !== undefined && { lastEventAt: last }),
  };
}

function lineOf(event: {
  readonly timestamp?: number | undefined;
  readonly message?: string | undefined;
}): LogEvent {
  return { time: event.timestamp ?? 0, message: event.message ?? '' };
}

/** What is not there yet is an answer: groups and streams come with their first line. */
async function ifFound<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** A call that is given up after `ms`, also while it waits for its next try. */
async function within<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    over.abort();
    reject(new Error(`no answer within ${ms / 1_000} s`));
  }, ms);
  try {
    return await Promise.race([call(over.signal), promise]);
  } finally {
    clearTimeout(timer);
  }
}
