import { describe, expect, it } from '@jest/globals';
import { type Answer, type Got, scriptedGitHub, TOKEN } from '../../support/scripted-github.ts';

const gitHubThat = scriptedGitHub();

const MARKER = '<!-- apprunner-deploy:web -->';

interface Commented {
  readonly id: number;
  readonly body?: string;
  readonly user: { readonly login: string } | null;
}

function by(login: string, id: number, body = `${MARKER}\ntext`): Commented {
  return { id, body, user: { login } };
}

/** Pages of comments, and what GraphQL says of who asks. */
function conversation(pages: readonly (readonly Commented[])[], viewer: Answer) {
  return ({ path, headers }: Got): Answer => {
    if (path === '/graphql') return viewer;
    const page = Number(/[?&]page=(\d+)/.exec(path)?.[1] ?? 1);
    const next = `http://${headers.host}/repos/acme/web/issues/7/comments?page=${page + 1}`;
    return {
      ...(page < pages.length && { headers: { link: `<${next}>; rel="next"` } }),
      body: pages[page - 1],
    };
  };
}

function viewer(login: string): Answer {
  return { body: { data: { viewer: { login } } } };
}

const OTHERS = Array.from({ length: 100 }, (_, at) => by('somebody', at, 'nice'));

describe('the comment with our marker', () => {
  it('is found on the third page, and the fourth is not read', async () => {
    const found = by('github-actions[bot]', 777);
    const script = conversation(
      [OTHERS, OTHERS, [...OTHERS.slice(1), found], OTHERS],
      viewer('github-actions[bot]'),
    );
    const { gitHub, asked } = await gitHubThat(script);
    await expect(gitHub.findComment(7, MARKER)).resolves.toEqual({ id: 777, body: found.body });
    expect(asked()).toEqual([
      'GET /repos/acme/web/issues/7/comments?per_page=100',
      'GET /repos/acme/web/issues/7/comments?page=2',
      'GET /repos/acme/web/issues/7/comments?page=3',
      'POST /graphql',
    ]);
  });

  it('is not one that somebody else wrote it into', async () => {
    const comments = [
      by('mallory', 1),
      by('github-actions', 2),
      { id: 3, body: MARKER, user: null },
      by('GitHub-Actions[bot]', 4),
      by('github-actions[bot]', 5),
    ];
    const script = conversation([comments], viewer('github-actions[bot]'));
    const { gitHub, asked } = await gitHubThat(script);
    await expect(gitHub.findComment(7, MARKER)).resolves.toMatchObject({ id: 4 });
    expect(asked().filter((one) => one === 'POST /graphql')).toHaveLength(1);
  });

  it('is not there when only others wrote it', async () => {
    const { gitHub } = await gitHubThat(conversation([[by('mallory', 1)]], viewer('deploy-bot')));
    await expect(gitHub.findComment(7, MARKER)).resolves.toBeUndefined();
  });

  it('is not looked for by author while no comment has it', async () => {
    const comments = [by('mallory', 1, 'text'), { id: 2, user: null }];
    const { gitHub, asked } = await gitHubThat(conversation([comments], viewer('mallory')));
    await expect(gitHub.findComment(7, MARKER)).resolves.toBeUndefined();
    expect(asked()).toEqual(['GET /repos/acme/web/issues/7/comments?per_page=100']);
  });

  it('is that of whoever the token belongs to, who is asked for once', async () => {
    const comments = [by('github-actions[bot]', 1), by('octocat', 2)];
    const script = conversation([comments], viewer('octocat'));
    const { gitHub, got } = await gitHubThat(script, { token: 'ghp_personal' });
    await expect(gitHub.findComment(7, MARKER)).resolves.toMatchObject({ id: 2 });
    await expect(gitHub.findComment(7, MARKER)).resolves.toMatchObject({ id: 2 });
    const questions = got.filter(({ path }) => path === '/graphql');
    expect(questions.map(({ body }) => body)).toEqual([{ query: 'query { viewer { login } }' }]);
  });
});

describe("whose the token is, when GitHub doesn't say", () => {
  const comments = [by('octocat', 1), by('github-actions[bot]', 2)];
  const refusals: readonly (readonly [string, Answer])[] = [
    ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }],
    ['404', { status: 404, body: { message: 'Not Found' } }],
    ['errors', { body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'not for you' }] } }],
  ];

  it.each(refusals)("but %s, is the job's own for the token of an app", async (_, refusal) => {
    const { gitHub } = await gitHubThat(conversation([comments], refusal), { token: TOKEN });
    await expect(gitHub.findComment(7, MARKER)).resolves.toMatchObject({ id: 2 });
  });

  it.each(refusals)('but %s, is an error for the token of a person', async (_, refusal) => {
    const { gitHub } = await gitHubThat(conversation([comments], refusal), { token: 'ghp_me' });
    await expect(gitHub.findComment(7, MARKER)).rejects.toThrow(
      'GitHub did not list the comments on pull request 7 of acme/web: ',
    );
  });

  it.each<[string, Answer]>([
    ['the server fails', { status: 500, body: { message: 'Server Error' } }],
    ['the token is wrong', { status: 401, body: { message: 'Bad credentials' } }],
    ['the connection breaks', 'broken'],
    ['the answer is empty', { body: { data: { viewer: null } } }],
  ])('is not guessed when %s', async (_, answer) => {
    const { gitHub } = await gitHubThat(conversation([comments], answer), { token: TOKEN });
    await expect(gitHub.findComment(7, MARKER)).rejects.toThrow(/^GitHub did not list/);
  });

  it('is asked again after it failed', async () => {
    const answers: Answer[] = [{ status: 401, body: { message: 'no' } }, viewer('octocat')];
    const script = conversation([comments], 'broken');
    const { gitHub } = await gitHubThat((got) =>
      got.path === '/graphql' ? (answers.shift() ?? 'broken') : script(got),
    );
    await expect(gitHub.findComment(7, MARKER)).rejects.toThrow('401 no.');
    await expect(gitHub.findComment(7, MARKER)).resolves.toMatchObject({ id: 1 });
  });
});

describe('a comment', () => {
  it('is added and changed with its text as it is', async () => {
    const text = `${MARKER}\r\n| a \\| \`b\` | <script> 🚀 |\n`;
    const { gitHub, got } = await gitHubThat([{ status: 201, body: { id: 31 } }, {}]);
    await expect(gitHub.createComment(7, text)).resolves.toEqual({ id: 31, body: text });
    await expect(gitHub.updateComment(31, text)).resolves.toBeUndefined();
    expect(got).toMatchObject([
      { method: 'POST', path: '/repos/acme/web/issues/7/comments' },
      { method: 'PATCH', path: '/repos/acme/web/issues/comments/31' },
    ]);
    expect(got.map(({ body }) => body)).toEqual([{ body: text }, { body: text }]);
  });
});
