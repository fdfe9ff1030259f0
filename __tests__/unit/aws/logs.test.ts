import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../local-aws/start.ts';
import { isAccessDenied } from '../../../src/aws/errors.ts';
import { logsCalls } from '../../../src/aws/logs.ts';
import { type JsonAnswer, type JsonCall, jsonService } from '../../support/unit-json-service.ts';

const GROUP = '/aws/apprunner/hello/0123/application';

async function logs(answer: (call: JsonCall) => JsonAnswer, callMs?: number) {
  const { config, calls } = await jsonService(answer);
  return { logs: logsCalls(config, callMs), calls };
}

const NOT_FOUND = {
  code: 'ResourceNotFoundException',
  message: 'The specified log group does not exist.',
};

describe('the streams of a group', () => {
  it('are asked for with the newest first, and have their times', async () => {
    const { logs: calls, calls: asked } = await logs(() => ({
      logStreams: [
        { logStreamName: 'a', creationTime: 1, firstEventTimestamp: 2, lastEventTimestamp: 3 },
        { logStreamName: 'b', creationTime: 4 },
        { logStreamName: 'c' },
      ],
      nextToken: 'more',
    }));
    await expect(calls.streams(GROUP)).resolves.toEqual([
      { name: 'a', firstEventAt: 2, lastEventAt: 3 },
      { name: 'b', firstEventAt: 4 },
      { name: 'c' },
    ]);
    const body = { logGroupName: GROUP, orderBy: 'LastEventTime', descending: true, limit: 50 };
    expect(asked).toEqual([{ operation: 'DescribeLogStreams', body }]);
  });
});

describe('a stream', () => {
  const place = { logGroupName: GROUP, logStreamName: 's' };

  it('is read forward from a time, then from where the page before ended', async () => {
    const { logs: calls, calls: asked } = await logs(({ body }) => ({
      events: body.nextToken ? [] : [{ timestamp: 7, message: 'x', ingestionTime: 8 }],
      nextForwardToken: 'f/1',
      nextBackwardToken: 'b/1',
    }));
    const first = await calls.read(GROUP, 's', { since: 5 });
    expect(first).toEqual({ events: [{ time: 7, message: 'x' }], next: 'f/1' });
    // The token that came back unchanged still is where later lines begin.
    await expect(calls.read(GROUP, 's', { next: 'f/1' })).resolves.toEqual({
      events: [],
      next: 'f/1',
    });
    expect(asked.map(({ body }) => body)).toEqual([
      { ...place, startFromHead: true, startTime: 5 },
      { ...place, startFromHead: true, nextToken: 'f/1' },
    ]);
  });

  it('has its newest lines behind pages that may be empty', async () => {
    const { logs: calls, calls: asked } = await logs(({ body }) => ({
      events: body.nextToken === 'b/2' ? [{ timestamp: 7, message: 'x' }] : [],
      nextForwardToken: 'f/1',
      nextBackwardToken: body.nextToken === 'b/1' ? 'b/2' : 'b/1',
    }));
    await expect(calls.tail(GROUP, 's', 20)).resolves.toEqual([{ time: 7, message: 'x' }]);
    expect(asked.map(({ body }) => body)).toEqual([
      { ...place, startFromHead: false, limit: 20 },
      { ...place, startFromHead: false, limit: 20, nextToken: 'b/1' },
      { ...place, startFromHead: false, limit: 20, nextToken: 'b/2' },
    ]);
  });

  it.each([
    ['the token comes back', () => 'b/1', 2],
    ['pages are empty for ever', (calls: number) => `b/${calls}`, 5],
  ])('is taken for empty when %s', async (_when, token, pages) => {
    let answers = 0;
    const { logs: calls } = await logs(() => {
      answers += 1;
      return { events: [], nextForwardToken: 'f', nextBackwardToken: token(answers) };
    });
    await expect(calls.tail(GROUP, 's', 20)).resolves.toEqual([]);
    expect(answers).toBe(pages);
  });
});

describe('what is not there', () => {
  it('is undefined, be it group or stream', async () => {
    const { logs: calls } = await logs(() => NOT_FOUND);
    await expect(calls.streams(GROUP)).resolves.toBeUndefined();
    await expect(calls.read(GROUP, 's', {})).resolves.toBeUndefined();
    await expect(calls.tail(GROUP, 's', 1)).resolves.toBeUndefined();
  });
});

describe('logs that can not be read', () => {
  it('are an error that names the action and the group', async () => {
    const { logs: calls } = await logs(() => ({ code: 'AccessDeniedException', message: 'no' }));
    const listing = calls.streams(GROUP);
    await expect(listing).rejects.toThrow(
      `logs:DescribeLogStreams failed for log group ${GROUP}: AccessDeniedException: no. Allow logs:DescribeLogStreams in the policy of the role that deploys.`,
    );
    await expect(listing.catch(isAccessDenied)).resolves.toBe(true);
    await expect(calls.tail(GROUP, 's', 1)).rejects.toThrow(
      `logs:GetLogEvents failed for log stream 's' of ${GROUP}: AccessDeniedException: no.`,
    );
  });

  it('are given up in time, also between the SDK’s tries', async () => {
    const { config } = await jsonService(() => ({ code: 'ThrottlingException', message: 'slow' }));
    const calls = logsCalls({ ...config, maxAttempts: 50 }, 150);
    const begin = performance.now();
    await expect(calls.streams(GROUP)).rejects.toThrow('no answer within 0.15 s');
    expect(performance.now() - begin).toBeLessThan(1_500);
  });
});

describe('the logs of the local AWS', () => {
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws();
    for (const [index, stream] of ['instance/1', 'instance/2', 'instance/1'].entries()) {
      aws.logs.append(GROUP, stream, { timestamp: 1_000 + index, message: `line ${index}` });
    }
  });

  afterAll(() => aws.close());

  const local = () =>
    logsCalls({
      ...aws.clientConfig,
      maxAttempts: 1,
    });

  it('are listed, read and followed', async () => {
    const calls = local();
    await expect(calls.streams(GROUP)).resolves.toEqual([
      { name: 'instance/1', firstEventAt: 1_000, lastEventAt: 1_002 },
      { name: 'instance/2', firstEventAt: 1_001, lastEventAt: 1_001 },
    ]);
    const first = await calls.read(GROUP, 'instance/1', { since: 1_001 });
    expect(first?.events).toEqual([{ time: 1_002, message: 'line 2' }]);
    const end = await calls.read(GROUP, 'instance/1', { next: `${first?.next}` });
    expect(end?.events).toEqual([]);
    aws.logs.append(GROUP, 'instance/1', { timestamp: 1_003, message: 'late' });
    const later = await calls.read(GROUP, 'instance/1', { next: `${end?.next}` });
    expect(later?.events).toEqual([{ time: 1_003, message: 'late' }]);
    await expect(calls.tail(GROUP, 'instance/1', 2)).resolves.toEqual([
      { time: 1_002, message: 'line 2' },
      { time: 1_003, message: 'late' },
    ]);
  });

  it('are undefined where they do not exist', async () => {
    const calls = local();
    await expect(calls.streams('/aws/apprunner/absent/0/service')).resolves.toBeUndefined();
    await expect(calls.tail(GROUP, 'instance/9', 5)).resolves.toBeUndefined();
  });
});

describe('a group', () => {
  it('is deleted by its name', async () => {
    const { logs: calls, calls: asked } = await logs(() => ({}));
    await expect(calls.deleteGroup(GROUP)).resolves.toBe(true);
    expect(asked).toEqual([{ operation: 'DeleteLogGroup', body: { logGroupName: GROUP } }]);
  });

  it('that is not there needs no deletion', async () => {
    const { logs: calls } = await logs(() => NOT_FOUND);
    await expect(calls.deleteGroup(GROUP)).resolves.toBe(false);
  });

  it('that something else works on is deleted by a later try', async () => {
    let tries = 0;
    const { config, calls: asked } = await jsonService(() => {
      tries += 1;
      return tries < 3 ? ABORTED : {};
    });
    const calls = logsCalls({ ...config, maxAttempts: 5 });
    await expect(calls.deleteGroup(GROUP)).resolves.toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('that something else works on all the time is an error', async () => {
    const { config, calls: asked } = await jsonService(() => ABORTED);
    const calls = logsCalls({ ...config, maxAttempts: 2 });
    await expect(calls.deleteGroup(GROUP)).rejects.toThrow(
      /^logs:DeleteLogGroup failed for log group .*: OperationAbortedException: /,
    );
    expect(asked).toHaveLength(2);
  });

  it('that may not be deleted is an error that names the permission', async () => {
    const { logs: calls } = await logs(() => ({
      code: 'AccessDeniedException',
      message: 'not authorized',
    }));
    const error: unknown = await calls.deleteGroup(GROUP).catch((thrown) => thrown);
    expect(isAccessDenied(error)).toBe(true);
    expect(String(error)).toContain('Allow logs:DeleteLogGroup');
  });
});

const ABORTED = {
  code: 'OperationAbortedException',
  message: 'A conflicting operation is currently in progress against this resource.',
};
