import { describe, expect, it } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { GitHubError } from '../../../src/github/errors.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type Answer, scriptedGitHub } from '../../support/scripted-github.ts';

const gitHubThat = scriptedGitHub();

const PULL = { number: 7, state: 'open', head: { sha: 'a'.repeat(40) } };
const SHOWN = { number: 7, state: 'open', headSha: 'a'.repeat(40) };
const SERVED: Answer = { body: PULL };
const CREATED: Answer = { status: 201, body: { id: 5 } };

function refused(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}

const SECONDARY = 'You have exceeded a secondary rate limit.';

describe('a question that GitHub or the network does not serve', () => {
  it.each<[string, Answer]>([
    ['500', refused(500, 'Server Error')],
    ['502 with a page', { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>' }],
    ['503', refused(503, 'No server is available')],
    ['a connection that breaks', 'broken'],
    ['an answer that breaks off', 'cut'],
    ['a page instead of JSON', { headers: { 'content-type': 'text/html' }, body: '<h1>hi</h1>' }],
    ['no body at all', { body: '' }],
  ])('for %s is asked again after short waits', async (_, failure) => {
    const { gitHub, clock, got, told } = await gitHubThat([failure, failure, SERVED]);
    await expect(gitHub.pullRequest(7)).resolves.toEqual(SHOWN);
    expect(clock.sleeps).toEqual([500, 2_000]);
    expect(got).toHaveLength(3);
    expect(told).toEqual([
      'GitHub did not serve a request. It is sent again in 500 ms.',
      'GitHub did not serve a request. It is sent again in 2.0 s.',
    ]);
  });

  it.each<[string, Answer, string, number | undefined]>([
    ['500', refused(500, 'Server Error'), '500 Server Error - https://docs.github.com/rest.', 500],
    [
      'a page',
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Unicorn</h1>' },
      '502 Bad Gateway.',
      502,
    ],
    ['a broken connection', 'broken', 'other side closed (UND_ERR_SOCKET).', undefined],
    ['an answer that breaks off', 'cut', 'the answer broke off.', undefined],
    ['no JSON', { body: 'hello' }, 'the answer is not JSON.', undefined],
  ])('three times fails with %s', async (_, failure, said, status) => {
    const { gitHub, got } = await gitHubThat([failure]);
    const failed = await gitHub.openPullRequests().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(GitHubError);
    expect(failed).toMatchObject({ status, permission: undefined, cause: expect.any(Error) });
    expect(String(failed)).toContain(
      `GitHub did not list the open pull requests of acme/web: ${said}`,
    );
    expect(got).toHaveLength(3);
  });

  it('never gives a list that is empty because its answer broke off on a later page', async () => {
    const { gitHub, url, got } = await gitHubThat(({ path }) =>
      path.includes('page=2')
        ? 'cut'
        : {
            headers: { link: `<${url}/repos/acme/web/pulls?page=2>; rel="next"` },
            body: [{ number: 1 }],
          },
    );
    await expect(gitHub.openPullRequests()).rejects.toThrow('the answer broke off.');
    expect(got).toHaveLength(4);
  });

  it('is not taken for an empty list when the answer is a conflict', async () => {
    const { gitHub } = await gitHubThat([refused(409, 'Conflict')]);
    await expect(gitHub.openPullRequests()).rejects.toThrow(
      'GitHub did not list the open pull requests of acme/web: 409 Conflict',
    );
  });
});

describe('a request that must not be carried out twice', () => {
  const comment = 'GitHub did not add a comment to pull request 7 of acme/web:';
  it.each<[string, Answer, string]>([
    [
      '502',
      refused(502, 'Server Error'),
      `${comment} 502 Server Error - https://docs.github.com/rest.`,
    ],
    [
      'a connection that breaks',
      'broken',
      `${comment} other side closed (UND_ERR_SOCKET); it may have been done all the same.`,
    ],
    [
      'an answer that breaks off',
      'cut',
      `${comment} the answer broke off; it may have been done all the same.`,
    ],
  ])('is not sent again after %s', async (_, failure, message) => {
    const { gitHub, asked } = await gitHubThat([failure, failure, CREATED]);
    const commented = await gitHub.createComment(7, 'text').catch((error: unknown) => error);
    expect(commented).toBeInstanceOf(GitHubError);
    expect(commented).toHaveProperty('message', message);
    const request = { ref: 'main', environment: 'web', transient: true, description: '' };
    await expect(gitHub.createDeployment(request)).rejects.toThrow(GitHubError);
    expect(asked()).toEqual([
      'POST /repos/acme/web/issues/7/comments',
      'POST /repos/acme/web/deployments',
    ]);
  });

  it('is sent again after it was refused for too many requests, since nothing was done', async () => {
    const limited = refused(403, SECONDARY, { 'retry-after': '3' });
    const { gitHub, got, clock } = await gitHubThat([limited, CREATED]);
    await expect(gitHub.createComment(7, 'text')).resolves.toEqual({ id: 5, body: 'text' });
    expect(got.map(({ body }) => body)).toEqual([{ body: 'text' }, { body: 'text' }]);
    expect(clock.sleeps).toEqual([3_000]);
  });

  it('is tried again while nobody listens, since nothing was sent', async () => {
    const { gitHub, clock } = await gitHubThat([CREATED], {
      env: { GITHUB_API_URL: 'http://127.0.0.1:2' },
    });
    await expect(gitHub.createComment(7, 'text')).rejects.toThrow(
      /^GitHub did not add a comment to pull request 7 of acme\/web: connect ECONNREFUSED 127\.0\.0\.1:2\.$/,
    );
    expect(clock.sleeps).toEqual([500, 2_000]);
  });
});

describe('a change that may be made twice', () => {
  it('is made again after a broken connection', async () => {
    const { gitHub, asked } = await gitHubThat(['broken', {}, 'broken', CREATED]);
    await gitHub.updateComment(5, 'text');
    await gitHub.setDeploymentStatus(9, { state: 'success' });
    expect(asked()).toEqual([
      'PATCH /repos/acme/web/issues/comments/5',
      'PATCH /repos/acme/web/issues/comments/5',
      'POST /repos/acme/web/deployments/9/statuses',
      'POST /repos/acme/web/deployments/9/statuses',
    ]);
  });
});

describe('a limit of requests', () => {
  const start = Date.UTC(2026, 0, 1);
  const at = (seconds: number) => String(start / 1_000 + seconds);

  it.each<[string, Answer, number]>([
    ['retry-after', refused(403, SECONDARY, { 'retry-after': '17' }), 17_000],
    ['retry-after with 429', refused(429, 'Too many requests', { 'retry-after': '60' }), 60_000],
    ['a wait of nothing', refused(429, 'Too many requests', { 'retry-after': '0' }), 1_000],
    [
      'the time when it ends',
      refused(403, 'API rate limit exceeded for installation ID 1.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': at(42),
      }),
      42_000,
    ],
    [
      'a time that is over by our clock',
      refused(429, 'API rate limit exceeded', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': at(-5),
      }),
      1_000,
    ],
    ['no time', refused(403, SECONDARY), 60_000],
    ['no time, with 429', refused(429, 'Slow down'), 60_000],
  ])('with %s is waited for', async (_, limited, waitMs) => {
    const { gitHub, clock } = await gitHubThat([limited, SERVED], { clock: manualClock(start) });
    await expect(gitHub.pullRequest(7)).resolves.toEqual(SHOWN);
    expect(clock.sleeps).toEqual([waitMs]);
  });

  it.each<[string, Answer, string]>([
    ['by retry-after', refused(403, SECONDARY, { 'retry-after': '61' }), '1 min 01 s'],
    [
      'until a time',
      refused(429, SECONDARY, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at(1_800) }),
      '30 min 00 s',
    ],
  ])('that lasts longer than a minute %s is an error that says so', async (_, limited, wait) => {
    const { gitHub, clock, got } = await gitHubThat([limited], { clock: manualClock(start) });
    await expect(gitHub.createComment(7, 'text')).rejects.toThrow(
      `: ${Object(limited).status} ${SECONDARY} - https://docs.github.com/rest. It serves this token again in ${wait}, which is too long to wait.`,
    );
    expect(clock.sleeps).toEqual([]);
    expect(got).toHaveLength(1);
  });

  it('that is there again and again is not waited for longer than a minute in all', async () => {
    const limited = refused(403, SECONDARY, { 'retry-after': '25' });
    const { gitHub, clock } = await gitHubThat([limited]);
    await expect(gitHub.pullRequest(7)).rejects.toThrow(
      'It serves this token again in 25.0 s, which is too long to wait.',
    );
    expect(clock.sleeps).toEqual([25_000, 25_000]);
  });

  it('with short waits is not asked more than five times', async () => {
    const { gitHub, got } = await gitHubThat([refused(429, SECONDARY, { 'retry-after': '1' })]);
    await expect(gitHub.pullRequest(7)).rejects.toThrow(GitHubError);
    expect(got).toHaveLength(5);
  });

  it.each<[string, Answer]>([
    [
      'a missing permission with the last request of the hour',
      refused(403, 'Resource not accessible by integration', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': at(30),
      }),
    ],
    ['a locked conversation', refused(403, 'Unable to create comment because issue is locked.')],
    ['a mistake', refused(422, 'Validation Failed', { 'retry-after': '5' })],
  ])('is not what %s is', async (_, answer) => {
    const { gitHub, clock, got } = await gitHubThat([answer], { clock: manualClock(start) });
    await expect(gitHub.createComment(7, 'text')).rejects.toThrow(GitHubError);
    expect(clock.sleeps).toEqual([]);
    expect(got).toHaveLength(1);
  });
});

describe('a request', () => {
  it('that is not answered in time is given up, and asked again', async () => {
    const { gitHub, clock, got } = await gitHubThat(['silence', 'silence', 'silence'], {
      answerMs: 60,
    });
    await expect(gitHub.pullRequest(7)).rejects.toThrow(
      'GitHub did not show pull request 7 of acme/web: no answer within 60 ms.',
    );
    expect(got).toHaveLength(3);
    expect(clock.sleeps).toEqual([500, 2_000]);
  });

  it('ends with the run', async () => {
    const cancel = new AbortController();
    const reason = new CancelledError('SIGTERM');
    const { gitHub } = await gitHubThat(
      () => {
        cancel.abort(reason);
        return 'silence';
      },
      { cancelled: cancel.signal },
    );
    await expect(gitHub.createComment(7, 'text')).rejects.toBe(reason);
    await expect(gitHub.findComment(7, 'marker')).rejects.toBe(reason);
  });

  it('is not sent after a cancel', async () => {
    const reason = new CancelledError('SIGINT');
    const { gitHub, got } = await gitHubThat([SERVED], { cancelled: AbortSignal.abort(reason) });
    await expect(gitHub.pullRequest(7)).rejects.toBe(reason);
    expect(got).toEqual([]);
  });

  it('does not outlast a cancel while it waits to be sent again', async () => {
    const reason = new CancelledError('SIGINT');
    const clock = { ...manualClock(), sleep: () => Promise.reject(reason) };
    const { gitHub } = await gitHubThat(['broken'], { clock });
    await expect(gitHub.pullRequest(7)).rejects.toBe(reason);
  });
});
