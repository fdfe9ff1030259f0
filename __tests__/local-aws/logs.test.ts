import {
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  type DescribeLogStreamsCommandInput,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

const group = '/aws/apprunner/hello/0123/service';
const other = '/aws/apprunner/other/4567/application';
const start = Date.UTC(2026, 5, 1);

let fixture: AwsFixture;

beforeAll(async () => {
  fixture = await startFixture();
  const { logs } = fixture.aws;
  const lines: [string, string[]][] = [
    ['events', ['[AppRunner] Starting', 'Error: one', 'done']],
    ['deployment/b', ['Error: two']],
    ['deployment/a', ['Pulling image', 'Error: three']],
  ];
  let time = start;
  for (const [stream, messages] of lines) {
    for (const message of messages) {
      logs.append(group, stream, { timestamp: time, message });
      time += 1000;
    }
  }
  for (let index = 0; index < 5; index += 1) {
    logs.append(other, 'instance/1', { timestamp: start + index, message: `line ${index}` });
  }
});

afterAll(() => fixture.close());

const streams = (input: DescribeLogStreamsCommandInput = {}) =>
  fixture.logs.send(new DescribeLogStreamsCommand({ logGroupName: group, ...input }));

const filter = (input: FilterLogEventsCommandInput) =>
  fixture.logs.send(new FilterLogEventsCommand({ logGroupName: group, ...input }));

const read = (input: Partial<GetLogEventsCommandInput> = {}) =>
  fixture.logs.send(
    new GetLogEventsCommand({ logGroupName: other, logStreamName: 'instance/1', ...input }),
  );

const messages = (answer: { events?: { message?: string | undefined }[] | undefined }) =>
  answer.events?.map((event) => event.message);

describe('groups', () => {
  it('are listed by prefix with their ARN in both forms', async () => {
    const command = new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/apprunner/hello/' });
    const { logGroups } = await fixture.logs.send(command);
    const arn = `arn:aws:logs:us-east-1:123456789012:log-group:${group}`;
    expect(logGroups).toEqual([
      expect.objectContaining({
        logGroupName: group,
        arn: `${arn}:*`,
        logGroupArn: arn,
        creationTime: start,
      }),
    ]);
  });

  it('are listed in pages', async () => {
    const first = await fixture.logs.send(new DescribeLogGroupsCommand({ limit: 1 }));
    const { nextToken } = first;
    const second = await fixture.logs.send(new DescribeLogGroupsCommand({ limit: 1, nextToken }));
    const names = [first, second].map((page) => page.logGroups?.[0]?.logGroupName);
    expect(names).toEqual([group, other]);
    expect(second.nextToken).toBeUndefined();
  });

  it('that do not exist are refused by every operation', async () => {
    const logGroupName = '/aws/apprunner/absent/0/service';
    const asked = [
      streams({ logGroupName }),
      filter({ logGroupName }),
      read({ logGroupName }),
      fixture.logs.send(new DeleteLogGroupCommand({ logGroupName })),
    ];
    for (const answer of asked) {
      expect(await refusal(answer)).toEqual({
        name: 'ResourceNotFoundException',
        text: 'The specified log group does not exist.',
      });
    }
  });

  it('can be deleted', async () => {
    fixture.aws.logs.append('/doomed', 's', { timestamp: start, message: 'x' });
    await fixture.logs.send(new DeleteLogGroupCommand({ logGroupName: '/doomed' }));
    expect(fixture.aws.logs.groups()).not.toContain('/doomed');
  });
});

describe('streams', () => {
  it.each([
    ['by name', {}, ['deployment/a', 'deployment/b', 'events']],
    ['with a prefix', { logStreamNamePrefix: 'deployment/' }, ['deployment/a', 'deployment/b']],
    [
      'newest last line first',
      { orderBy: 'LastEventTime' as const, descending: true },
      ['deployment/a', 'deployment/b', 'events'],
    ],
    [
      'oldest last line first',
      { orderBy: 'LastEventTime' as const },
      ['events', 'deployment/b', 'deployment/a'],
    ],
  ])('are listed %s', async (_how, input, names) => {
    const { logStreams } = await streams(input);
    expect(logStreams?.map((stream) => stream.logStreamName)).toEqual(names);
  });

  it('tell the times of their first and last line', async () => {
    const { logStreams } = await streams({ logStreamNamePrefix: 'events' });
    expect(logStreams?.[0]).toMatchObject({
      firstEventTimestamp: start,
      lastEventTimestamp: start + 2000,
    });
  });

  it('come in pages', async () => {
    const first = await streams({ limit: 2 });
    const second = await streams({ limit: 2, nextToken: first.nextToken });
    expect(second.logStreams?.map((stream) => stream.logStreamName)).toEqual(['events']);
    expect(second.nextToken).toBeUndefined();
  });

  it('can not be ordered by time and chosen by prefix at once', async () => {
    const asked = streams({ logStreamNamePrefix: 'x', orderBy: 'LastEventTime' });
    expect(await refusal(asked)).toEqual({
      name: 'InvalidParameterException',
      text: 'Cannot order by LastEventTime with a logStreamNamePrefix.',
    });
  });
});

describe('lines of one stream', () => {
  it('are read forward until the token comes back unchanged', async () => {
    const first = await read({ startFromHead: true, limit: 3 });
    const second = await read({ limit: 3, nextToken: first.nextForwardToken });
    const third = await read({ limit: 3, nextToken: second.nextForwardToken });
    expect([messages(first), messages(second), messages(third)]).toEqual([
      ['line 0', 'line 1', 'line 2'],
      ['line 3', 'line 4'],
      [],
    ]);
    expect(second.nextForwardToken).not.toBe(first.nextForwardToken);
    expect(third.nextForwardToken).toBe(second.nextForwardToken);
  });

  it('that come later are read with the token of the end', async () => {
    const { logs } = fixture.aws;
    logs.append('/later', 's', { timestamp: start, message: 'before' });
    const place = { logGroupName: '/later', logStreamName: 's' };
    const end = await read({ ...place, startFromHead: true });
    logs.append('/later', 's', { timestamp: start + 1, message: 'after' });
    const later = await read({ ...place, nextToken: end.nextForwardToken });
    logs.remove('/later');
    expect(messages(later)).toEqual(['after']);
  });

  it('are the newest by default, and older ones backward', async () => {
    const newest = await read({ limit: 2 });
    const older = await read({ limit: 2, nextToken: newest.nextBackwardToken });
    expect([messages(newest), messages(older)]).toEqual([
      ['line 3', 'line 4'],
      ['line 1', 'line 2'],
    ]);
  });

  it('are cut by start and end, the end not included', async () => {
    const cut = await read({ startTime: start + 1, endTime: start + 3 });
    expect(messages(cut)).toEqual(['line 1', 'line 2']);
  });

  it('are refused for a stream or a token that does not exist', async () => {
    expect(await refusal(read({ logStreamName: 'instance/2' }))).toEqual({
      name: 'ResourceNotFoundException',
      text: 'The specified log stream does not exist.',
    });
    expect(await refusal(read({ nextToken: 'x' }))).toEqual({
      name: 'InvalidParameterException',
      text: 'The specified nextToken is invalid.',
    });
  });
});

describe('lines of a group', () => {
  it('come in the order of their times, with their stream', async () => {
    const answer = await filter({ filterPattern: 'Error' });
    expect(answer.events?.map(({ logStreamName, message }) => [logStreamName, message])).toEqual([
      ['events', 'Error: one'],
      ['deployment/b', 'Error: two'],
      ['deployment/a', 'Error: three'],
    ]);
    expect(new Set(answer.events?.map((event) => event.eventId)).size).toBe(3);
  });

  it.each([
    ['of named streams', { logStreamNames: ['deployment/a'] }, ['Pulling image', 'Error: three']],
    ['of a prefix', { logStreamNamePrefix: 'deployment/b' }, ['Error: two']],
    ['from a time on', { startTime: start + 4000 }, ['Pulling image', 'Error: three']],
    ['up to a time, included', { endTime: start + 1000 }, ['[AppRunner] Starting', 'Error: one']],
    ['with a phrase', { filterPattern: '"Pulling image"' }, ['Pulling image']],
    ['with all terms', { filterPattern: 'Error two' }, ['Error: two']],
    [
      'with one term and without another',
      { filterPattern: 'Error -two' },
      ['Error: one', 'Error: three'],
    ],
    ['with any of several terms', { filterPattern: '?done ?Pulling' }, ['done', 'Pulling image']],
  ])('can be chosen: %s', async (_which, input, expected) => {
    expect(messages(await filter(input))).toEqual(expected);
  });

  it('come in pages', async () => {
    const first = await filter({ limit: 4 });
    const second = await filter({ limit: 4, nextToken: first.nextToken });
    expect(first.events).toHaveLength(4);
    expect(messages(second)).toEqual(['Pulling image', 'Error: three']);
    expect(second.nextToken).toBeUndefined();
  });

  it('can not be chosen by a kind of pattern that is not served', async () => {
    const { name } = await refusal(filter({ filterPattern: '{ $.level = "error" }' }));
    expect(name).toBe('InvalidParameterException');
  });
});
