import { describe, expect, it } from '@jest/globals';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { manualClock } from '../support/manual-clock.ts';
import { base, commit, refusalOf, startFixture } from './github-fixture.ts';

const start = closedAfterEach(
  async () => {
    const clock = manualClock(Date.UTC(2026, 0, 2, 3, 4, 5));
    const own = await startFixture({ clock });
    own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
    const get = () => own.octokit.rest.pulls.get({ ...own.home, pull_number: 7 });
    const write = () =>
      own.octokit.rest.issues.createComment({ ...own.home, issue_number: 7, body: 'Ready.' });
    return { ...own, clock, faults: own.github.faults, get, write };
  },
  (own) => own.close(),
);

describe('a fault', () => {
  it('meets the next request, once', async () => {
    const { faults, get } = await start();
    faults.failNext({ status: 500 });
    expect(await refusalOf(get())).toMatchObject({ status: 500, message: 'Server Error' });
    expect((await get()).status).toBe(200);
  });

  it('meets as many as it is told to, and only those that match', async () => {
    const { faults, get, write, github } = await start();
    faults.failNext({ match: `POST ${base}/issues/7/comments`, times: 2, status: 503 });
    expect((await get()).status).toBe(200);
    expect(await refusalOf(write())).toMatchObject({ status: 503 });
    expect(await refusalOf(write())).toMatchObject({ status: 503 });
    expect((await write()).status).toBe(201);
    expect(github.comments(7)).toHaveLength(1);
  });

  it('can match by pattern, with an answer of its own', async () => {
    const { faults, get } = await start();
    const body = { message: 'Gone' };
    faults.failNext({
      match: /^GET .*\/pulls\/\d+$/,
      status: 410,
      headers: { 'x-own': '1' },
      body,
    });
    expect(await refusalOf(get())).toMatchObject({
      status: 410,
      message: 'Gone',
      headers: { 'x-own': '1' },
    });
  });

  it('waits for those before it, and can be taken back', async () => {
    const { faults, get } = await start();
    faults.failNext({ status: 500 });
    faults.failNext({ status: 503 });
    expect(await refusalOf(get())).toMatchObject({ status: 500 });
    faults.clear();
    expect((await get()).status).toBe(200);
  });

  it('happens at least once', async () => {
    const { faults } = await start();
    expect(() => faults.serverError({ times: 0 })).toThrow('at least once, not 0 times');
  });

  it('can be a secondary rate limit', async () => {
    const { faults, write, github } = await start();
    faults.secondaryRateLimit(60, { match: 'POST' });
    expect(await refusalOf(write())).toMatchObject({
      status: 403,
      message: expect.stringMatching(
        /^You have exceeded a secondary rate limit\. Please wait .* timestamp 2026-01-02 03:04:05 UTC\.$/,
      ),
      page: expect.stringContaining('#about-secondary-rate-limits'),
      headers: { 'retry-after': '60', 'x-ratelimit-remaining': '999' },
    });
    expect(github.comments(7)).toEqual([]);
  });

  it('can be the primary rate limit', async () => {
    const { faults, get, clock } = await start();
    faults.primaryRateLimit(120);
    expect(await refusalOf(get())).toMatchObject({
      status: 403,
      message: expect.stringContaining('API rate limit exceeded'),
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(clock.now() / 1000 + 120),
      },
    });
  });

  it('can be a server that is down', async () => {
    const { faults, get } = await start();
    faults.serverError();
    expect(await refusalOf(get())).toMatchObject({ status: 502, message: 'Server Error' });
  });

  it.each([
    ['before', false, 0],
    ['after', true, 1],
  ])('can break the connection %s it is acted on', async (_, after, comments) => {
    const { faults, write, github } = await start();
    faults.hangUp({ after });
    await expect(write()).rejects.toMatchObject({ status: 500 });
    expect(github.comments(7)).toHaveLength(comments);
    expect(github.calls.map(({ status }) => status)).toEqual([0]);
  });

  it('can be an answer that comes late, by the clock', async () => {
    const { faults, write, clock } = await start();
    faults.answerLate(45_000);
    expect((await write()).status).toBe(201);
    expect(clock.sleeps).toEqual([45_000]);
  });
});
