import http from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { GitHubOptions } from '../../local-aws/github/start.ts';
import { startGitHub } from '../../local-aws/github/start.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { manualClock } from '../support/manual-clock.ts';
import { base, commit, startFixture } from './github-fixture.ts';

const start = closedAfterEach(
  async (options: Partial<GitHubOptions> & { readonly form?: 'github.com' } = {}) => {
    const own = await startFixture(options);
    own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
    return own;
  },
  (own) => own.close(),
);

describe('a started GitHub', () => {
  it('serves loopback only, says where, and frees its port when closed', async () => {
    const github = await startGitHub({ repository: 'octo-org/shop' });
    expect(github.serverUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(github.env).toEqual({
      GITHUB_API_URL: `${github.serverUrl}/api/v3`,
      GITHUB_GRAPHQL_URL: `${github.serverUrl}/api/graphql`,
      GITHUB_SERVER_URL: github.serverUrl,
      GITHUB_REPOSITORY: 'octo-org/shop',
    });
    expect((await fetch(github.apiUrl)).status).toBe(401);
    await github.close();
    await expect(fetch(github.apiUrl)).rejects.toThrow('fetch failed');
  });

  it('makes another token at each start', async () => {
    const [one, other] = [await start(), await start()];
    expect(one.github.token).toMatch(/^ghs_[0-9a-f]{36}$/);
    expect(one.github.token).not.toBe(other.github.token);
  });

  it.each([['shop'], ['octo-org/shop/x'], ['/shop'], ['octo org/shop']])(
    'has a repository, which %j is not',
    async (repository) => {
      await expect(startGitHub({ repository })).rejects.toThrow(`'${repository}' is no repository`);
    },
  );

  it('tells each call: method, path, query, status, time', async () => {
    const heard: string[] = [];
    const clock = manualClock(1_000);
    const own = await start({ clock, onCall: ({ path }) => heard.push(path) });
    await own.send('GET', `${base}/pulls?state=all`);
    await own.send('POST', own.github.graphqlUrl, { query: '{ viewer { login } }' });
    await own.send('GET', '/nothing');
    expect(own.github.calls).toEqual([
      { method: 'GET', path: `${base}/pulls`, query: 'state=all', status: 200, time: 1_000 },
      { method: 'POST', path: '/graphql', query: '', status: 200, time: 1_000 },
      { method: 'GET', path: '/nothing', query: '', status: 404, time: 1_000 },
    ]);
    expect(heard).toEqual(own.github.calls.map(({ path }) => path));
  });
});

describe("GitHub Enterprise Server's form and github.com's", () => {
  it.each([
    ['Enterprise Server', undefined, '/api/v3', 'enterprise-server@3.17/rest'],
    ['github.com', 'github.com', '', 'com/rest'],
  ] as const)('have their own addresses in answers: %s', async (_, form, prefix, pages) => {
    const own = await start(form ? { form } : {});
    const { data } = await own.octokit.rest.pulls.get({ ...own.home, pull_number: 7 });
    expect(data.url).toBe(`${own.github.serverUrl}${prefix}/repos/octo-org/shop/pulls/7`);
    const missing = await own.send('GET', `${base}/pulls/9`);
    expect(await missing.json()).toMatchObject({
      documentation_url: expect.stringContaining(`docs.github.${form ? '' : 'com/'}${pages}/pulls`),
    });
    expect(missing.headers.get('x-github-enterprise-version')).toBe(form ? null : '3.17.0');
  });

  it.each([['/graphql'], ['/api/graphql']])('have GraphQL at %s', async (path) => {
    const own = await start();
    const asked = { query: 'query { viewer { login __typename } }' };
    const response = await own.send('POST', `${own.github.serverUrl}${path}`, asked);
    expect(await response.json()).toEqual({
      data: { viewer: { login: 'github-actions[bot]', __typename: 'User' } },
    });
  });
});

describe('an answer', () => {
  it("has GitHub's headers, with what is left of the hour's requests", async () => {
    const clock = manualClock(Date.UTC(2026, 0, 2, 3, 4, 5));
    const own = await start({ clock });
    await own.send('GET', `${base}/pulls`);
    const { headers } = await own.send('GET', `${base}/pulls`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': expect.stringMatching(/^[0-9A-F]+$/),
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '998',
      'x-ratelimit-used': '2',
      'x-ratelimit-reset': String(Date.UTC(2026, 0, 2, 4) / 1000),
      'x-accepted-github-permissions': 'pull_requests=read',
    });
  });

  it.each([
    ['GET', '/'],
    ['GET', `${base}/issues`],
    ['PUT', `${base}/pulls/7`],
    ['GET', `${base}/pulls/seven`],
    ['GET', `${base}/pulls/7/`],
    ['GET', `${base}/pulls/%zz`],
    ['GET', '/repos/octo-org'],
  ])('is 404 where nothing is served: %s %s', async (method, path) => {
    const own = await start();
    const response = await own.send(method, path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/enterprise-server@3.17/rest',
      status: '404',
    });
  });

  it('does not mind the case of OWNER/NAME', async () => {
    const own = await start({ repository: 'Octo-Org/Shop' });
    expect((await own.send('GET', '/repos/octo-org/SHOP/pulls/7')).status).toBe(200);
  });

  it('is a refusal for a client that does not say who it is', async () => {
    const own = await start();
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const headers = { authorization: `Bearer ${own.github.token}` };
      http.get(`${own.github.apiUrl}${base}/pulls`, { headers }, resolve).on('error', reject);
    });
    const text = (await response.toArray()).join('');
    expect(response.statusCode).toBe(403);
    expect(JSON.parse(text).message).toContain('make sure your request has a User-Agent header');
  });
});

describe('a GraphQL query', () => {
  const ask = async (body: unknown, headers: object = {}) => {
    const own = await start();
    const response = await own.send('POST', own.github.graphqlUrl, body, headers);
    return { status: response.status, body: await response.json() };
  };

  it.each([
    ['query { rateLimit { limit } }', "Field 'rateLimit' doesn't exist on type 'Query'"],
    ['{ viewer { logn } }', "Field 'logn' doesn't exist on type 'User'"],
    ['{ viewer }', 'Field must have selections'],
    ['{ viewer { login }', 'Unexpected end of document'],
    ['mutation { x }', 'actual: "mutation"'],
    ['{ viewer { login } } }', 'actual: "}"'],
  ])('that GitHub would not take has errors: %s', async (query, message) => {
    const { status, body } = await ask({ query });
    expect(status).toBe(200);
    expect(body).toEqual({
      errors: [expect.objectContaining({ message: expect.stringContaining(message) })],
    });
  });

  it.each([
    ['{', 400, 'Problems parsing JSON'],
    [{ query: '' }, 400, 'A query attribute must be specified and must be a string.'],
    [{}, 400, 'A query attribute must be specified and must be a string.'],
  ])('must be one: %j', async (asked, status, message) => {
    expect(await ask(asked)).toMatchObject({ status, body: { message } });
  });

  it.each([
    ['', 'This endpoint requires you to be authenticated.'],
    ['Bearer ghs_other', 'Bad credentials'],
  ])('needs the token, not %j', async (authorization, message) => {
    const { status, body } = await ask({ query: '{ viewer { login } }' }, { authorization });
    expect(status).toBe(401);
    expect(body).toMatchObject({
      message,
      documentation_url: expect.stringContaining('https://docs.github.com/graphql'),
    });
  });
});
