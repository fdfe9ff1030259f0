import { describe, expect, it } from '@jest/globals';
import { ActionError, CancelledError } from '../../../src/errors.ts';
import { createService } from '../../support/create-service.ts';
import { HOST, runSmokeTest, type Scripted } from '../../support/unit-smoke.ts';

const REFUSED = new ActionError('connect ECONNREFUSED 10.0.0.1:443');
const UNKNOWN = new ActionError('getaddrinfo ENOTFOUND psbqam834h.us-east-1.awsapprunner.com');
const PRIVATE = createService({
  NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('a page that answers as wanted', () => {
  it.each([200, 201, 204, 299])('passes at once with %d when no status is named', async (page) => {
    const { failure, requests, runner, ms, events } = await runSmokeTest({ pages: [page] });
    expect(failure).toBe('');
    expect(requests).toEqual([{ url: `${HOST}/health`, timeoutMs: 10_000 }]);
    expect(ms).toBe(0);
    expect(events.filter((event) => event.startsWith('apprunner:'))).toEqual([]);
    expect(runner.log).toEqual([
      `info: Asking ${HOST}/health for a status of 200 to 299, for 1 min 00 s at most.`,
      `info: The smoke test passed: ${HOST}/health answered ${page}, at try 1 after 0 ms.`,
    ]);
  });

  it.each([201, 302, 404, 500])('passes with %d when that is wanted', async (status) => {
    const { failure, requests } = await runSmokeTest({
      test: { path: '/health', status },
      pages: [{ status, location: '/elsewhere' }],
    });
    expect(failure).toBe('');
    expect(requests).toHaveLength(1);
  });

  it('passes through the hiccups of a fresh host name, each told once', async () => {
    const pages: Scripted[] = [UNKNOWN, UNKNOWN, REFUSED, 404, 404, 503, 200];
    const { failure, runner, requests } = await runSmokeTest({ pages, answerMs: 100 });
    expect(failure).toBe('');
    expect(requests).toHaveLength(7);
    expect(runner.log.slice(1)).toEqual([
      'info:     100 ms  gave no answer: getaddrinfo ENOTFOUND psbqam834h.us-east-1.awsapprunner.com',
      'info:      1.6 s  gave no answer: connect ECONNREFUSED 10.0.0.1:443',
      'info:      2.8 s  answered 404',
      'info:      7.2 s  answered 503',
      `info: The smoke test passed: ${HOST}/health answered 200, at try 7 after 11.1 s.`,
    ]);
  });

  it('is asked at the URL that the local AWS tells, which has a scheme', async () => {
    const { requests } = await runSmokeTest({ serviceUrl: 'http://127.0.0.1:4566' });
    expect(requests[0]?.url).toBe('http://127.0.0.1:4566/health');
  });
});

describe('the asking', () => {
  it('pauses shortly at first, then longer, and ends at the deadline', async () => {
    const { clock, runner, requests, error } = await runSmokeTest({ pages: [500], answerMs: 200 });
    expect(error).toBeInstanceOf(ActionError);
    expect(clock.sleeps.slice(0, 8).map(Math.round)).toEqual([
      500, 750, 1125, 1688, 2531, 3797, 5000, 5000,
    ]);
    expect(Math.max(...clock.sleeps)).toBe(5_000);
    expect(requests).toHaveLength(16);
    // The last pause ends with the deadline.
    expect(clock.sleeps[15]).toBeCloseTo(60_000 - 16 * 200 - sum(clock.sleeps.slice(0, 15)), 3);
    expect(runner.text()).toContain('200 ms  answered 500');
  });

  it('gives no answer more than 10 s, and none the time after the deadline', async () => {
    const { requests, ms } = await runSmokeTest({
      pages: [new ActionError('no answer within 10.0 s')],
      answerMs: 10_000,
      leftMs: 15_000,
    });
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([10_000, 4_500]);
    expect(ms).toBeGreaterThanOrEqual(15_000);
  });

  it('has 10 s for a page and all that it redirects to', async () => {
    const { requests } = await runSmokeTest({
      pages: [{ status: 302, location: '/next' }, 200],
      answerMs: 4_000,
    });
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([10_000, 6_000]);
  });

  it('does not begin when no time is left', async () => {
    const { failure, requests, progress } = await runSmokeTest({ leftMs: -5_000 });
    expect(requests).toEqual([]);
    expect(failure).toBe(
      `The smoke test failed: timeout-minutes was over before ${HOST}/health could be asked. ` +
        'The deployment itself succeeded and the new version serves.',
    );
    expect(progress.diagnosis).toMatchObject({ remedy: 'Raise timeout-minutes.' });
  });

  it('ends with a cancel, which is no answer', async () => {
    const cancelled = new CancelledError('SIGTERM');
    const { error, requests, progress } = await runSmokeTest({ pages: [503, cancelled] });
    expect(error).toBe(cancelled);
    expect(requests).toHaveLength(2);
    expect(progress.diagnosis).toBeUndefined();
  });
});

describe('a redirect', () => {
  it('is followed on the same host', async () => {
    const { failure, requests, runner } = await runSmokeTest({
      pages: [{ status: 301, location: `http://${HOST.slice(8)}/health/?id=42` }, 200],
    });
    expect(failure).toBe('');
    expect(requests.map(({ url }) => url)).toEqual([`${HOST}/health`, `${HOST}/health/?id=42`]);
    expect(runner.text()).toContain(
      `${HOST}/health redirected to ${HOST}/health/?…, which answered 200, at try 1`,
    );
  });

  it('to another host is an answer, and that host is not asked', async () => {
    const { failure, requests, progress } = await runSmokeTest({
      pages: [{ status: 302, location: 'https://login.example/?next=secret#top' }],
    });
    expect(requests.every(({ url }) => url === `${HOST}/health`)).toBe(true);
    expect(failure).toContain('answered 302 and leads to https://login.example/?….');
    expect(progress.diagnosis?.remedy).toBe(
      'Name in smoke-path the page that it leads to, or set smoke-status: 302.',
    );
  });

  it('is followed five times and no more', async () => {
    const { failure, requests } = await runSmokeTest({
      pages: [{ status: 307, location: '/round' }],
      leftMs: 1_200,
    });
    expect(requests).toHaveLength(6);
    expect(failure).toContain(
      `redirected to ${HOST}/round, which answered 307 and leads to ${HOST}/round.`,
    );
  });
});

describe('a service that the internet can not reach', () => {
  const LEFT_OUT =
    'warning: The smoke test was left out: the service has no public URL, so this runner can not reach it. Ask it from inside its VPC, or remove smoke-path.';

  it.each([undefined, ''])('is not asked when its URL is %p', async (serviceUrl) => {
    const { failure, requests, runner } = await runSmokeTest({
      serviceUrl,
      describe: async () => ({ ...PRIVATE, ServiceUrl: '' }),
    });
    expect(failure).toBe('');
    expect(requests).toEqual([]);
    expect(runner.log).toEqual([LEFT_OUT]);
  });

  it('is asked once when it has a URL, and then said to be private', async () => {
    const { failure, requests, runner } = await runSmokeTest({
      pages: [REFUSED],
      describe: async () => PRIVATE,
    });
    expect(failure).toBe('');
    expect(requests).toHaveLength(1);
    expect(runner.log.at(-1)).toBe(LEFT_OUT);
  });

  it('passes when the runner reaches it all the same', async () => {
    const { failure, events } = await runSmokeTest({ describe: async () => PRIVATE });
    expect(failure).toBe('');
    expect(events.filter((event) => event.startsWith('apprunner:'))).toEqual([]);
  });

  it('is looked for once, and only when the first answer is not as wanted', async () => {
    const { events } = await runSmokeTest({ pages: [500] });
    // The others are for the variables that the application's log must not show.
    expect(events.filter((event) => event.startsWith('apprunner:'))).toEqual([
      'apprunner:DescribeService',
      'apprunner:DescribeService',
      'apprunner:DescribeService',
    ]);
  });

  it('is asked at the URL that is learned when the deployment told none', async () => {
    const { requests, failure } = await runSmokeTest({ serviceUrl: undefined });
    expect(failure).toBe('');
    expect(requests[0]?.url).toBe(`${HOST}/health`);
  });

  it('may be any that can not be read: it is asked on', async () => {
    const { failure, requests } = await runSmokeTest({
      pages: [503, 200],
      describe: async () => Promise.reject(new ActionError('AccessDeniedException')),
    });
    expect(failure).toBe('');
    expect(requests).toHaveLength(2);
  });

  it('is not looked for after a cancel', async () => {
    const cancelled = new CancelledError('SIGINT');
    const { error } = await runSmokeTest({
      pages: [503, 200],
      describe: async () => Promise.reject(cancelled),
    });
    expect(error).toBe(cancelled);
  });
});
