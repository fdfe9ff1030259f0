import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { manualClock } from '../support/manual-clock.ts';
import { commit, type GitHubFixture, refusalOf, startFixture } from './github-fixture.ts';

let own: GitHubFixture;
beforeEach(async () => {
  own = await startFixture();
});
afterEach(() => own.close());

const get = (number: number) =>
  own.octokit.rest.pulls.get({ ...own.home, pull_number: number }).then(({ data }) => data);

const listed = (query: object = {}) =>
  own.octokit.rest.pulls
    .list({ ...own.home, ...query })
    .then(({ data }) => data.map(({ number }) => number));

const open = (number: number, headRef = `change-${number}`) =>
  own.github.openPullRequest({ number, headSha: commit('a'), headRef, title: `Change ${number}` });

describe('a pull request', () => {
  it('is answered with its head, its base and where it is', async () => {
    own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
    const pull = await get(7);
    expect(pull).toMatchObject({
      number: 7,
      state: 'open',
      title: 'Blue',
      merged: false,
      draft: false,
      closed_at: null,
      head: { ref: 'blue', sha: commit('a'), label: 'octo-org:blue' },
      base: { ref: 'main', repo: { full_name: 'octo-org/shop', fork: false } },
    });
    expect(pull.html_url).toBe(`${own.github.serverUrl}/octo-org/shop/pull/7`);
    expect(pull.url).toBe(`${own.github.apiUrl}/repos/octo-org/shop/pulls/7`);
    expect(pull.head.repo?.full_name).toBe(pull.base.repo.full_name);
  });

  it('has the newest commit after a push', async () => {
    open(7);
    own.github.pushTo(7, commit('b'));
    expect((await get(7)).head.sha).toBe(commit('b'));
  });

  it('follows its branch while it is open, and only its own', async () => {
    open(7, 'blue');
    open(8, 'red');
    const fork = { number: 9, headSha: commit('a'), headRef: 'blue', title: 'x' };
    own.github.openPullRequest({ ...fork, headRepository: 'mona/shop' });
    own.github.pushBranch('blue', commit('b'));
    const heads = () => [7, 8, 9].map((number) => own.github.pullRequest(number).headSha);
    expect(heads()).toEqual([commit('b'), commit('a'), commit('a')]);
    own.github.closePullRequest(7);
    own.github.pushBranch('blue', commit('c'));
    expect(heads()).toEqual([commit('b'), commit('a'), commit('a')]);
  });

  it.each([
    ['can', undefined, true],
    ['can', 'mergeable', true],
    ['can not', 'conflicting', false],
  ] as const)('%s be merged when it is %s', async (_, behind, mergeable) => {
    own.github.openPullRequest({
      number: 7,
      headSha: commit('a'),
      headRef: 'blue',
      title: 'Blue',
      behind,
    });
    expect((await get(7)).mergeable).toBe(mergeable);
  });

  it('comes from a fork, or from one that is gone', async () => {
    const fork = { headSha: commit('a'), headRef: 'x', title: 'x', headRepository: 'mona/shop' };
    own.github.openPullRequest({ ...fork, number: 7 });
    const { head } = await get(7);
    expect(head).toMatchObject({ label: 'mona:x', user: { login: 'mona' } });
    expect(head.repo).toMatchObject({ full_name: 'mona/shop', fork: true });
    own.github.deleteFork(7);
    expect((await get(7)).head).toMatchObject({ repo: null, user: null, sha: commit('a') });
  });

  it('closes, with and without a merge, and opens again', async () => {
    open(7);
    open(8);
    own.github.closePullRequest(7);
    own.github.closePullRequest(8, { merged: true });
    const [closed, merged] = [await get(7), await get(8)];
    expect(closed).toMatchObject({ state: 'closed', merged: false, merged_at: null });
    expect(merged).toMatchObject({ state: 'closed', merged: true });
    expect(merged.merged_at).toBe(merged.closed_at);
    own.github.reopen(7);
    expect(await get(7)).toMatchObject({ state: 'open', closed_at: null });
  });

  it('is not found by a number that there is none of', async () => {
    expect(await refusalOf(get(9))).toMatchObject({
      status: 404,
      message: 'Not Found',
      page: expect.stringMatching(/\/rest\/pulls\/pulls#get-a-pull-request$/),
    });
  });

  it('takes the next number where none is given', () => {
    open(41);
    expect(
      own.github.openPullRequest({ headSha: commit('c'), headRef: 'c', title: 'c' }).number,
    ).toBe(42);
  });
});

describe('what GitHub would not let happen', () => {
  it.each<[string, () => unknown, string]>([
    ['a number twice', () => open(7), 'There is a pull request 7 already.'],
    ['a push to a closed one', () => own.github.pushTo(8, commit('b')), 'is closed'],
    ['a close of a closed one', () => own.github.closePullRequest(8), 'is closed already'],
    ['a reopening of an open one', () => own.github.reopen(7), 'is open'],
    ['a reopening of a merged one', () => own.github.reopen(8), 'is merged'],
    ['half a SHA', () => own.github.pushTo(7, 'abc'), "'abc' is no whole commit SHA"],
    ['a number that there is none of', () => own.github.comments(9), 'no pull request 9'],
  ])('is refused in a test: %s', (_, act, sentence) => {
    open(7);
    open(8);
    own.github.closePullRequest(8, { merged: true });
    expect(act).toThrow(sentence);
  });
});

describe('the list of pull requests', () => {
  beforeEach(() => {
    for (const number of [1, 2, 3]) open(number);
    own.github.openPullRequest({
      number: 4,
      headSha: commit('d'),
      headRef: 'change-1',
      headRepository: 'mona/shop',
      title: 'A fork',
    });
    own.github.closePullRequest(2);
  });

  it.each<[string, object, number[]]>([
    ['the open ones, newest first', {}, [4, 3, 1]],
    ['the closed ones', { state: 'closed' }, [2]],
    ['all, oldest first', { state: 'all', direction: 'asc' }, [1, 2, 3, 4]],
    ['those of a branch', { head: 'octo-org:change-1' }, [1]],
    ["those of a fork's branch", { head: 'mona:change-1' }, [4]],
    ['all where the branch is without its owner', { head: 'change-1' }, [4, 3, 1]],
    ['those into a branch', { base: 'main', per_page: 2 }, [4, 3]],
    ['none into another branch', { base: 'next' }, []],
  ])('has %s', async (_, query, numbers) => {
    expect(await listed(query)).toEqual(numbers);
  });

  it('can be by what changed last', async () => {
    const clock = manualClock();
    const timed = await startFixture({ clock });
    for (const number of [1, 2, 3]) {
      clock.pass(1000);
      timed.github.openPullRequest({ number, headSha: commit('a'), headRef: 'x', title: 'x' });
    }
    clock.pass(1000);
    timed.github.label(2, 'preview');
    const { data } = await timed.octokit.rest.pulls.list({ ...timed.home, sort: 'updated' });
    await timed.close();
    expect(data.map(({ number }) => number)).toEqual([2, 3, 1]);
  });

  it('refuses a state that there is none of', async () => {
    const response = await own.send('GET', '/repos/octo-org/shop/pulls?state=merged');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequest', code: 'invalid', field: 'state', value: 'merged' }],
    });
  });
});
