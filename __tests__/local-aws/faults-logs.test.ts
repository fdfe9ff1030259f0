import {
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '../../local-aws/clock.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

const open: AwsFixture[] = [];
afterEach(async () => {
  for (const own of open.splice(0)) await own.close();
});

/** A local AWS with a clock of the test's and lines written in seconds 0, 10 and 20. */
const fixture = async () => {
  let now = 0;
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const own = await startFixture({ clock });
  open.push(own);
  const write = (group: string, stream: string, ...times: number[]) => {
    for (const second of times) {
      own.aws.logs.append(group, stream, { timestamp: second * 1000, message: `at ${second}` });
    }
  };
  write('/early', 'a', 0, 10);
  write('/early', 'b', 20);
  write('/late', 'c', 20);
  const at = (second: number) => {
    now = second * 1000;
  };
  return { ...own, at };
};

const groups = async ({ logs }: AwsFixture) =>
  (await logs.send(new DescribeLogGroupsCommand({}))).logGroups?.map((group) => group.logGroupName);
const streams = async ({ logs }: AwsFixture) =>
  (await logs.send(new DescribeLogStreamsCommand({ logGroupName: '/early' }))).logStreams?.map(
    ({ logStreamName, lastEventTimestamp = 0 }) => `${logStreamName} ${lastEventTimestamp / 1000}`,
  );
const read = ({ logs }: AwsFixture, nextToken?: string) =>
  logs.send(
    new GetLogEventsCommand({
      logGroupName: '/early',
      logStreamName: 'a',
      startFromHead: true,
      nextToken,
    }),
  );

describe('log lines that lag', () => {
  it('can be read so long after they were written, with their streams and groups', async () => {
    const own = await fixture();
    own.aws.faults.add({ kind: 'log-lag', ms: 60_000 });
    own.at(59);
    expect(await groups(own)).toEqual([]);
    expect((await refusal(streams(own))).name).toBe('ResourceNotFoundException');
    own.at(60);
    expect([await groups(own), await streams(own)]).toEqual([['/early'], ['a 0']]);
    own.at(80);
    expect([await groups(own), await streams(own)]).toEqual([
      ['/early', '/late'],
      ['a 10', 'b 20'],
    ]);
  });

  it('come to a reader who goes on from its token', async () => {
    const own = await fixture();
    own.aws.faults.add({ kind: 'log-lag', ms: 60_000 });
    own.at(60);
    const first = await read(own);
    own.at(70);
    const second = await read(own, first.nextForwardToken);
    expect([first, second].map(({ events }) => events?.map(({ message }) => message))).toEqual([
      ['at 0'],
      ['at 10'],
    ]);
  });

  it('lag as long as the longest fault says, and not without one', async () => {
    const own = await fixture();
    const forget = own.aws.faults.add({ kind: 'log-lag', ms: Number.POSITIVE_INFINITY });
    own.aws.faults.add({ kind: 'log-lag', ms: 1_000 });
    own.at(3_000);
    expect(await groups(own)).toEqual([]);
    forget();
    own.at(11);
    expect(await streams(own)).toEqual(['a 10']);
    own.aws.faults.clear();
    expect(await streams(own)).toEqual(['a 10', 'b 20']);
  });

  it('are whole to who holds the store', async () => {
    const own = await fixture();
    own.aws.faults.add({ kind: 'log-lag', ms: Number.POSITIVE_INFINITY });
    expect(own.aws.logs.groups()).toEqual(['/early', '/late']);
  });
});
