import { describe, expect, it } from '@jest/globals';
import type { GitHubOptions } from '../../local-aws/github/start.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { base, commit, refusalOf, startFixture } from './github-fixture.ts';

const start = closedAfterEach(
  async (options: Partial<GitHubOptions>) => {
    const own = await startFixture(options);
    own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
    return own;
  },
  (own) => own.close(),
);

const calls: readonly (readonly [string, string, object | undefined])[] = [
  ['GET', '/pulls/7', undefined],
  ['GET', '/pulls', undefined],
  ['GET', '/issues/7/comments', undefined],
  ['POST', '/issues/7/comments', { body: 'Ready.' }],
  ['GET', '/deployments', undefined],
  ['POST', '/deployments', { ref: 'blue', auto_merge: false, required_contexts: [] }],
];

describe('what a token may', () => {
  it.each<[string, Partial<GitHubOptions>, number[], number]>([
    ['a job with both permissions to write', {}, [200, 200, 200, 201, 200, 201], 1],
    [
      'one that may only read',
      { permissions: { 'pull-requests': 'read', deployments: 'read' } },
      [200, 200, 200, 403, 200, 403],
      0,
    ],
    [
      'one without permissions',
      { permissions: { 'pull-requests': 'none', deployments: 'none' } },
      [403, 403, 403, 403, 403, 403],
      0,
    ],
    [
      "one with issues: write, which isn't enough for a pull request's conversation",
      { permissions: { 'pull-requests': 'none', issues: 'write' } },
      [403, 403, 403, 403, 200, 201],
      0,
    ],
  ])('is decided by its permissions: %s', async (_, options, statuses, comments) => {
    const own = await start(options);
    const seen: number[] = [];
    for (const [method, path, body] of calls) {
      seen.push((await own.send(method, `${base}${path}`, body)).status);
    }
    expect(seen).toEqual(statuses);
    expect(own.github.comments(7)).toHaveLength(comments);
  });

  it.each([
    ['POST', '/issues/7/comments', 'issues=write; pull_requests=write', 'create-an-issue-comment'],
    ['PATCH', '/issues/comments/1', 'issues=write; pull_requests=write', 'update-an-issue-comment'],
    ['GET', '/pulls/7', 'pull_requests=read', 'get-a-pull-request'],
    ['POST', '/deployments', 'deployments=write', 'create-a-deployment'],
    ['POST', '/deployments/1/statuses', 'deployments=write', 'create-a-deployment-status'],
  ])('is said by the refusal of %s %s', async (method, path, accepted, page) => {
    const own = await start({ permissions: { 'pull-requests': 'none', deployments: 'none' } });
    const body = method === 'GET' ? undefined : { body: 'Ready.' };
    const response = await own.send(method, `${base}${path}`, body);
    expect(response.status).toBe(403);
    expect(response.headers.get('x-accepted-github-permissions')).toBe(accepted);
    expect(await response.json()).toEqual({
      message: 'Resource not accessible by integration',
      documentation_url: expect.stringContaining(`#${page}`),
      status: '403',
    });
  });

  it('can change while it is used', async () => {
    const own = await start({ permissions: { deployments: 'read' } });
    const create = () =>
      own.send('POST', `${base}/deployments`, { ref: 'blue', required_contexts: [] });
    expect((await create()).status).toBe(403);
    own.github.permit({ deployments: 'write' });
    expect((await create()).status).toBe(201);
  });

  it("is told in other words when the token is a person's", async () => {
    const own = await start({ login: 'mona', permissions: { deployments: 'read' } });
    const asked = own.octokit.rest.repos.createDeployment({ ...own.home, ref: 'blue' });
    expect(await refusalOf(asked)).toMatchObject({
      status: 403,
      message: 'Resource not accessible by personal access token',
    });
  });
});

describe('whose token it is', () => {
  it('is not told to a workflow by the REST API', async () => {
    const own = await start({});
    expect(await refusalOf(own.octokit.rest.users.getAuthenticated())).toMatchObject({
      status: 403,
      message: 'Resource not accessible by integration',
      page: expect.stringMatching(/\/rest\/users\/users#get-the-authenticated-user$/),
    });
  });

  it('is told to a person', async () => {
    const own = await start({ login: 'mona' });
    const { data } = await own.octokit.rest.users.getAuthenticated();
    expect(data).toMatchObject({ login: 'mona', type: 'User' });
  });

  it.each([['github-actions[bot]'], ['mona'], ['preview-app[bot]']])(
    'is told by GraphQL, and on comments: %s',
    async (login) => {
      const own = await start({ login });
      const query = 'query Whoami { viewer { login } }';
      expect(await own.octokit.graphql(query)).toEqual({ viewer: { login } });
      const comment = { ...own.home, issue_number: 7, body: 'Ready.' };
      const { data } = await own.octokit.rest.issues.createComment(comment);
      expect(data.user?.login).toBe(login);
    },
  );
});

describe('a token', () => {
  const asked = async (headers: object, path = `${base}/pulls/7`) => {
    const own = await start({ token: 'ghs_mine' });
    const response = await own.send('GET', path, undefined, headers);
    return { status: response.status, body: await response.json() };
  };

  it.each([
    ['Bearer ghs_mine', 200],
    ['bearer ghs_mine', 200],
    ['token ghs_mine', 200],
    ['Bearer ghs_other', 401],
    ['Basic ghs_mine', 401],
    ['ghs_mine', 401],
  ])('sent as %j has %i', async (authorization, status) => {
    expect((await asked({ authorization })).status).toBe(status);
  });

  it('that is wrong is refused in GitHub’s words', async () => {
    expect(await asked({ authorization: 'Bearer ghs_other' })).toEqual({
      status: 401,
      body: {
        message: 'Bad credentials',
        documentation_url: 'https://docs.github.com/enterprise-server@3.17/rest',
        status: '401',
      },
    });
  });

  it('must be there', async () => {
    expect(await asked({ authorization: '' })).toMatchObject({
      status: 401,
      body: { message: 'Requires authentication', status: '401' },
    });
  });

  it.each([['/repos/octo-org/other/pulls'], ['/repos/mona/shop/pulls'], ['/repositories/1/pulls']])(
    'sees no other repository: %s',
    async (path) => {
      expect(await asked({}, path)).toMatchObject({
        status: 404,
        body: { message: 'Not Found', status: '404' },
      });
    },
  );
});
