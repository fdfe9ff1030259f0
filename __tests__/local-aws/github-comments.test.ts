import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { manualClock } from '../support/manual-clock.ts';
import { base, commit, type GitHubFixture, refusalOf, startFixture } from './github-fixture.ts';

let clock = manualClock();

let own: GitHubFixture;
beforeEach(async () => {
  clock = manualClock(Date.UTC(2026, 0, 2, 3, 4, 5));
  own = await startFixture({ clock });
  own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
  own.github.openPullRequest({ number: 8, headSha: commit('b'), headRef: 'red', title: 'Red' });
});
afterEach(() => own.close());

const write = (body: string, issue_number = 7) =>
  own.octokit.rest.issues.createComment({ ...own.home, issue_number, body });

const edit = (comment_id: number, body: string) =>
  own.octokit.rest.issues.updateComment({ ...own.home, comment_id, body });

const read = (issue_number: number, query: object = {}) =>
  own.octokit.rest.issues
    .listComments({ ...own.home, issue_number, ...query })
    .then(({ data }) => data.map(({ body }) => body));

describe('a comment', () => {
  it("is the token's own, and tells where it is", async () => {
    const { status, data, headers } = await write('Ready.');
    expect(status).toBe(201);
    expect(headers.location).toBe(data.url);
    expect(data).toMatchObject({
      body: 'Ready.',
      user: { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' },
      performed_via_github_app: { id: 15_368, slug: 'github-actions' },
      created_at: '2026-01-02T03:04:05Z',
      updated_at: '2026-01-02T03:04:05Z',
      html_url: `${own.github.serverUrl}/octo-org/shop/pull/7#issuecomment-${data.id}`,
      issue_url: `${own.github.apiUrl}/repos/octo-org/shop/issues/7`,
    });
  });

  it('is edited in place', async () => {
    const { data } = await write('Building.');
    clock.pass(60_000);
    const edited = await edit(Number(data.id), 'Ready.');
    expect(edited.data).toMatchObject({
      id: data.id,
      body: 'Ready.',
      created_at: data.created_at,
      updated_at: '2026-01-02T03:05:05Z',
    });
    expect(await read(7)).toEqual(['Ready.']);
  });

  it('is gone when it is deleted', async () => {
    const { data } = await write('Building.');
    const comment_id = Number(data.id);
    const { status } = await own.octokit.rest.issues.deleteComment({ ...own.home, comment_id });
    expect(status).toBe(204);
    expect(await read(7)).toEqual([]);
    expect(await refusalOf(edit(comment_id, 'Ready.'))).toMatchObject({
      status: 404,
      message: 'Not Found',
      page: expect.stringMatching(/\/rest\/issues\/comments#update-an-issue-comment$/),
    });
  });

  it('keeps every character', async () => {
    const body = '<!-- x -->\n| `a` | <script> | 🌈 |\r\n\u0000end';
    const { data } = await write(body);
    const comment_id = Number(data.id);
    const again = await own.octokit.rest.issues.getComment({ ...own.home, comment_id });
    expect(again.data.body).toBe(body);
  });
});

describe('a conversation', () => {
  it("has its own comments only, everybody's, oldest first", async () => {
    own.github.addComment(7, { login: 'mona', body: 'Nice.' });
    await write('Ready.');
    await write('Elsewhere.', 8);
    expect(await read(7)).toEqual(['Nice.', 'Ready.']);
    const told = own.github.comments(7).map(({ author, body }) => `${author.login}: ${body}`);
    expect(told).toEqual(['mona: Nice.', 'github-actions[bot]: Ready.']);
  });

  it("shows a person's comment as a person's", async () => {
    own.github.addComment(7, { login: 'mona', body: 'Nice.' });
    const { data } = await own.octokit.rest.issues.listComments({ ...own.home, issue_number: 7 });
    expect(data[0]).toMatchObject({
      user: { login: 'mona', type: 'User' },
      performed_via_github_app: null,
    });
  });

  it('leaves out what is older than asked for', async () => {
    await write('Old.');
    clock.pass(60_000);
    const since = new Date(clock.now()).toISOString();
    clock.pass(500);
    await write('New.');
    expect(await read(7, { since })).toEqual(['New.']);
  });

  it.each([
    ['read', () => read(9)],
    ['written to', () => write('Ready.', 9)],
  ])('can not be %s where there is no pull request', async (_, call) => {
    expect(await refusalOf(call())).toMatchObject({ status: 404, message: 'Not Found' });
  });

  it('can not be written to while it is locked', async () => {
    own.github.lock(7);
    expect(await refusalOf(write('Ready.'))).toMatchObject({
      status: 403,
      message: 'Unable to create comment because issue is locked.',
    });
    own.github.lock(7, false);
    expect((await write('Ready.')).status).toBe(201);
  });
});

describe('the text of a comment', () => {
  const longest = 65_536;
  const wrong = (message: string) => ({
    status: 422,
    message: 'Validation Failed',
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }],
  });

  it.each([
    ['as long as may be', 'a'.repeat(longest)],
    ['as long as may be, by characters and not by bytes', '🌈'.repeat(longest)],
  ])('can be %s', async (_, body) => {
    const { data } = await write(body);
    expect(data.body).toBe(body);
  });

  it.each([
    ['longer', 'a'.repeat(longest + 1), 'Body is too long (maximum is 65536 characters)'],
    ['empty', '', 'Body cannot be blank'],
    ['blank', ' \n', 'Body cannot be blank'],
  ])('can not be %s, new or edited', async (_, body, message) => {
    const { data } = await write('Ready.');
    expect(await refusalOf(write(body))).toMatchObject(wrong(message));
    expect(await refusalOf(edit(Number(data.id), body))).toMatchObject(wrong(message));
    expect(await read(7)).toEqual(['Ready.']);
  });

  it.each<[unknown, string]>([
    [{}, '"body" wasn\'t supplied.'],
    [{ body: null }, "For 'properties/body', nil is not a string."],
    [{ body: 7 }, "For 'properties/body', 7 is not a string."],
    [{ body: 'x', text: 'x' }, '"text" is not a permitted key.'],
  ])('must come as GitHub has it, not as %j', async (body, sentence) => {
    const response = await own.send('POST', `${base}/issues/7/comments`, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      message: `Invalid request.\n\n${sentence}`,
      documentation_url: expect.stringContaining('#create-an-issue-comment'),
      status: '422',
    });
  });

  it.each([
    ['{"body": ', 'Problems parsing JSON'],
    ['["body"]', 'Body should be a JSON object'],
  ])('must come as a JSON object, not as %s', async (body, message) => {
    const response = await own.send('POST', `${base}/issues/7/comments`, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message, status: '400' });
  });
});
