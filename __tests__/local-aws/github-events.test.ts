import { describe, expect, it } from '@jest/globals';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { commit, startFixture } from './github-fixture.ts';

const start = closedAfterEach(startFixture, (own) => own.close());

const opened = { number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' };

describe("the payload of a pull request's event", () => {
  it('is the pull request as the API has it, and where it happened', async () => {
    const { github, octokit, home } = await start();
    github.openPullRequest(opened);
    const { data } = await octokit.rest.pulls.get({ ...home, pull_number: 7 });
    expect(JSON.parse(github.eventPayload(7, 'opened'))).toEqual({
      action: 'opened',
      number: 7,
      pull_request: data,
      repository: expect.objectContaining({ full_name: 'octo-org/shop', default_branch: 'main' }),
      organization: expect.objectContaining({ login: 'octo-org' }),
      sender: expect.objectContaining({ login: 'octocat', type: 'User' }),
    });
  });

  it('stays as it was: a later push has its own', async () => {
    const { github } = await start();
    github.openPullRequest(opened);
    const first = JSON.parse(github.eventPayload(7, 'opened'));
    github.pushTo(7, commit('b'));
    const second = JSON.parse(github.eventPayload(7, 'synchronize'));
    expect(first.pull_request.head.sha).toBe(commit('a'));
    expect(second).toMatchObject({
      before: commit('a'),
      after: commit('b'),
      pull_request: { head: { sha: commit('b') } },
    });
  });

  it('tells a fork by its head repository', async () => {
    const { github } = await start();
    github.openPullRequest({ ...opened, headRepository: 'mona/shop', author: 'mona' });
    expect(JSON.parse(github.eventPayload(7, 'opened'))).toMatchObject({
      sender: { login: 'mona' },
      pull_request: {
        head: { repo: { full_name: 'mona/shop', fork: true, owner: { login: 'mona' } } },
        base: { repo: { full_name: 'octo-org/shop', fork: false } },
      },
    });
    github.deleteFork(7);
    expect(JSON.parse(github.eventPayload(7, 'closed')).pull_request.head.repo).toBeNull();
  });

  it('names the label, the draft and the end', async () => {
    const { github } = await start();
    github.openPullRequest({ ...opened, draft: true, labels: ['bug'] });
    github.label(7, 'preview');
    expect(JSON.parse(github.eventPayload(7, 'labeled'))).toMatchObject({
      label: { name: 'preview' },
      pull_request: { draft: true, labels: [{ name: 'bug' }, { name: 'preview' }] },
    });
    github.setDraft(7, false);
    expect(JSON.parse(github.eventPayload(7, 'ready_for_review')).pull_request.draft).toBe(false);
    github.closePullRequest(7, { merged: true });
    expect(JSON.parse(github.eventPayload(7, 'closed')).pull_request).toMatchObject({
      state: 'closed',
      merged: true,
    });
  });
});
