import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { base, commit, type GitHubFixture, startFixture } from './github-fixture.ts';

let own: GitHubFixture;
beforeEach(async () => {
  own = await startFixture();
  own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
  for (let each = 1; each <= 250; each++) {
    own.github.addComment(7, { login: 'mona', body: `Comment ${each}` });
  }
});
afterEach(() => own.close());

const page = async (query: string) => {
  const response = await own.send('GET', `${base}/issues/7/comments${query}`);
  const bodies: unknown = await response.json();
  const link = response.headers.get('link') ?? '';
  const links = [...link.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(
    ([, url = '', relation = '']) => [relation, new URL(url)] as const,
  );
  return {
    bodies: Array.isArray(bodies) ? bodies.map((each) => String(Object(each).body)) : [],
    link,
    links: new Map(links),
  };
};

describe('a list of many pages', () => {
  it('is read whole by the client, over every page', async () => {
    const all = await own.octokit.paginate(own.octokit.rest.issues.listComments, {
      ...own.home,
      issue_number: 7,
      per_page: 100,
    });
    expect(all.map(({ body }) => body)).toEqual(
      Array.from({ length: 250 }, (_, index) => `Comment ${index + 1}`),
    );
    expect(own.github.calls.map(({ query }) => new URLSearchParams(query).get('page'))).toEqual([
      null,
      '2',
      '3',
    ]);
  });

  it.each<[string, number, string]>([
    ['', 30, 'Comment 1'],
    ['?per_page=1000', 100, 'Comment 1'],
    ['?per_page=0', 30, 'Comment 1'],
    ['?per_page=all&page=-1', 30, 'Comment 1'],
    ['?page=2', 30, 'Comment 31'],
    ['?per_page=100&page=3', 50, 'Comment 201'],
    ['?per_page=100&page=4', 0, 'undefined'],
  ])('asked for by %j has %i, from %s', async (query, length, first) => {
    const { bodies } = await page(query);
    expect(bodies).toHaveLength(length);
    expect(String(bodies[0])).toBe(first);
  });

  it('leads on, to the end and back, with what else was asked for', async () => {
    const { links } = await page('?per_page=100&page=2&since=2000-01-01T00:00:00Z');
    expect([...links.keys()]).toEqual(['prev', 'next', 'last', 'first']);
    expect(links.get('next')?.search).toBe('?per_page=100&page=3&since=2000-01-01T00%3A00%3A00Z');
    expect(links.get('prev')?.searchParams.get('page')).toBe('1');
  });

  it('leads back to its end from beyond that', async () => {
    const { links } = await page('?per_page=100&page=9');
    expect([...links.keys()]).toEqual(['prev', 'first']);
    expect(links.get('prev')?.searchParams.get('page')).toBe('3');
  });

  it.each([
    ['?per_page=100', ['next', 'last']],
    ['?per_page=100&page=3', ['prev', 'first']],
  ])('has the links that lead somewhere on %s', async (query, relations) => {
    expect([...(await page(query)).links.keys()]).toEqual(relations);
  });

  it("has links by the repository's number, which are served", async () => {
    const { links } = await page('?per_page=100');
    const next = links.get('next');
    expect(next?.pathname).toMatch(/^\/api\/v3\/repositories\/\d+\/issues\/7\/comments$/);
    const following = await own.send('GET', String(next));
    expect(following.status).toBe(200);
  });
});

describe('a list of one page', () => {
  it('has no Link header', async () => {
    const response = await own.send('GET', `${base}/pulls`);
    expect(response.headers.get('link')).toBeNull();
  });
});
