import { beforeEach, describe, expect, it } from '@jest/globals';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { commit, type GitHubFixture, startFixture } from './github-fixture.ts';

const start = closedAfterEach(startFixture, (own) => own.close());

let own: GitHubFixture;
beforeEach(async () => {
  own = await start();
});

const control = async (method: string, path: string, body?: unknown) => {
  const response = await own.send(method, `${own.github.serverUrl}/_local-github/${path}`, body, {
    authorization: '',
  });
  return { status: response.status, body: await response.json() };
};

const opened = { title: 'Blue', headRef: 'blue', headSha: commit('a') };

describe('another process', () => {
  it('opens a pull request, pushes to it, closes it and opens it again', async () => {
    expect(await control('POST', 'pull-requests', opened)).toEqual({
      status: 201,
      body: { number: 1, state: 'open', headRef: 'blue', headSha: commit('a') },
    });
    const pushed = await control('POST', 'pull-requests/1/push', { sha: commit('b') });
    expect(pushed.body).toMatchObject({ headSha: commit('b') });
    await control('POST', 'pull-requests/1/close', {});
    expect((await control('GET', 'pull-requests')).body).toMatchObject([{ state: 'closed' }]);
    await control('POST', 'pull-requests/1/reopen');
    expect(own.github.pullRequest(1)).toMatchObject({ state: 'open', headSha: commit('b') });
    await control('POST', 'pull-requests/1/close', { merged: true });
    expect(own.github.pullRequest(1).mergedAt).not.toBeNull();
  });

  it('opens one of a fork, or of one that is gone', async () => {
    await control('POST', 'pull-requests', { ...opened, headRepository: 'mona/shop' });
    await control('POST', 'pull-requests', { ...opened, headRepository: null });
    const repositories = [1, 2].map((number) => own.github.pullRequest(number).headRepository);
    expect(repositories).toEqual(['mona/shop', null]);
  });

  it("is given the event's JSON", async () => {
    own.github.openPullRequest(opened);
    const { body } = await control('GET', 'pull-requests/1/event?action=labeled');
    expect(body).toEqual(JSON.parse(own.github.eventPayload(1, 'labeled')));
  });

  it('is not in the calls, which are GitHub’s', async () => {
    await control('GET', 'pull-requests');
    expect(own.github.calls).toEqual([]);
  });

  it.each<[string, string, unknown, number, string]>([
    ['POST', 'pull-requests', { title: 'Blue' }, 422, '"headSha" wasn\'t supplied.'],
    ['POST', 'pull-requests', { ...opened, headSha: 'abc' }, 400, "'abc' is no whole commit SHA."],
    ['POST', 'pull-requests', '{', 400, 'Problems parsing JSON'],
    ['POST', 'pull-requests/1/push', { sha: commit('b') }, 400, 'There is no pull request 1'],
    ['POST', 'pull-requests/1/merge', {}, 404, 'There is no POST /_local-github/pull-requests/1/'],
    ['DELETE', 'pull-requests', undefined, 404, 'There is no DELETE /_local-github/pull-requests'],
  ])('is told what can not be: %s %s of %j', async (method, path, body, status, sentence) => {
    const refused = await control(method, path, body);
    expect(refused.status).toBe(status);
    expect(Object(refused.body).message).toContain(sentence);
  });
});
