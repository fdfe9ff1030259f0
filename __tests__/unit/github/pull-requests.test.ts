import { describe, expect, it } from '@jest/globals';
import { type Answer, scriptedGitHub } from '../../support/scripted-github.ts';

const gitHubThat = scriptedGitHub();
const GONE: Answer = { status: 404, body: { message: 'Not Found' } };

describe('a pull request', () => {
  it('has its state and the newest commit of its branch', async () => {
    const body = { number: 7, state: 'closed', merged: true, head: { sha: 'f'.repeat(40) } };
    const { gitHub } = await gitHubThat([{ body }]);
    await expect(gitHub.pullRequest(7)).resolves.toEqual({
      number: 7,
      state: 'closed',
      headSha: 'f'.repeat(40),
    });
  });

  it('is not there when it is not and others can be seen', async () => {
    const { gitHub, asked } = await gitHubThat([GONE, { body: [] }]);
    await expect(gitHub.pullRequest(7)).resolves.toBeUndefined();
    expect(asked()).toEqual([
      'GET /repos/acme/web/pulls/7',
      'GET /repos/acme/web/pulls?per_page=1',
    ]);
  });

  it.each<[string, Answer]>([
    ['none can be seen', GONE],
    ['nobody knows', { status: 403, body: { message: 'Resource not accessible by integration' } }],
  ])('is not said to be gone when %s', async (_, list) => {
    const { gitHub } = await gitHubThat([GONE, list]);
    await expect(gitHub.pullRequest(7)).rejects.toThrow('`pull-requests: read`');
  });

  it('of an answer without a branch is an error, not half a pull request', async () => {
    const { gitHub } = await gitHubThat([{ body: { number: 7, state: 'open' } }]);
    await expect(gitHub.pullRequest(7)).rejects.toThrow(
      'GitHub did not show pull request 7 of acme/web: ',
    );
  });
});

describe('the open pull requests', () => {
  it('are all of them, oldest first, a hundred at a time', async () => {
    const { gitHub, url, asked } = await gitHubThat(({ path }) => {
      const page = Number(/[?&]page=(\d+)/.exec(path)?.[1] ?? 1);
      const count = page < 3 ? 100 : 47;
      return {
        ...(page < 3 && {
          headers: { link: `<${url}${path.split('&page')[0]}&page=${page + 1}>; rel="next"` },
        }),
        body: Array.from({ length: count }, (_, at) => ({ number: 100 * (page - 1) + at + 1 })),
      };
    });
    const numbers = await gitHub.openPullRequests();
    expect([...numbers]).toEqual(Array.from({ length: 247 }, (_, at) => at + 1));
    const query = '/repos/acme/web/pulls?per_page=100&state=open&sort=created&direction=asc';
    expect(asked()).toEqual([`GET ${query}`, `GET ${query}&page=2`, `GET ${query}&page=3`]);
  });

  it('may be none', async () => {
    const { gitHub } = await gitHubThat([{ body: [] }]);
    await expect(gitHub.openPullRequests()).resolves.toEqual(new Set());
  });
});
