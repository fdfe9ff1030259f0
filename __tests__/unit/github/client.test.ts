import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ActionError, causes } from '../../../src/errors.ts';
import { gitHubCalls } from '../../../src/github/client.ts';
import { hideToken } from '../../../src/github/failures.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type Answer, scriptedGitHub, TOKEN } from '../../support/scripted-github.ts';

const gitHubThat = scriptedGitHub();

const PULL: Answer = {
  body: { number: 7, state: 'closed', head: { sha: 'b'.repeat(40) } },
};
const surroundings = {
  clock: manualClock(),
  cancelled: new AbortController().signal,
  tell: () => undefined,
};

describe('GitHub', () => {
  it('is asked in the name of the action, with the token and by JSON', async () => {
    const { gitHub, got } = await gitHubThat([PULL]);
    await gitHub.pullRequest(7);
    expect(got).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: '/repos/acme/web/pulls/7',
        headers: expect.objectContaining({
          authorization: `token ${TOKEN}`,
          'user-agent': expect.stringMatching(
            /^apprunner-deploy\/\d+\.\d+\.\d+ octokit-core\.js\//,
          ),
          accept: 'application/vnd.github.v3+json',
        }),
      }),
    ]);
  });

  it.each(['/api/v3', '/api/v3/'])('may be a server of its own at %s', async (path) => {
    const { gitHub, asked } = await gitHubThat(
      (request) => {
        if (request.path.endsWith('graphql'))
          return { body: { data: { viewer: { login: 'me' } } } };
        return { body: [{ id: 3, body: 'marker', user: { login: 'me' } }] };
      },
      { path },
    );
    await expect(gitHub.findComment(7, 'marker')).resolves.toEqual({ id: 3, body: 'marker' });
    expect(asked()).toEqual([
      'GET /api/v3/repos/acme/web/issues/7/comments?per_page=100',
      'POST /api/graphql',
    ]);
  });

  it('is asked about the repository of the workflow', async () => {
    const { gitHub, asked } = await gitHubThat([PULL], {
      env: { GITHUB_REPOSITORY: 'Octo-Org/hello.world_1' },
    });
    await gitHub.pullRequest(7);
    expect(asked()).toEqual(['GET /repos/Octo-Org/hello.world_1/pulls/7']);
  });
});

describe('a client is not made', () => {
  it.each([undefined, '', 'acme', 'acme/', '/web', 'acme/web/more'])(
    'for the repository %j',
    async (name) => {
      await expect(gitHubCalls(TOKEN, { GITHUB_REPOSITORY: name }, surroundings)).rejects.toThrow(
        new ActionError(
          `GITHUB_REPOSITORY is '${name ?? ''}', not OWNER/NAME. GitHub's runner sets it; outside of one, set it to the repository on GitHub.`,
        ),
      );
    },
  );

  it.each(['github.example.com/api/v3', 'ftp://github.example.com', 'https://'])(
    'for the URL %s',
    async (url) => {
      const env = { GITHUB_REPOSITORY: 'acme/web', GITHUB_API_URL: url };
      await expect(gitHubCalls(TOKEN, env, surroundings)).rejects.toThrow(
        `GITHUB_API_URL is '${url}', not a URL such as https://github.example.com/api/v3.`,
      );
    },
  );

  it('without a token', async () => {
    await expect(gitHubCalls('', { GITHUB_REPOSITORY: 'acme/web' }, surroundings)).rejects.toThrow(
      "The input github-token is empty. Leave it out for the job's own token, or set it to a secret that is a token.",
    );
  });

  it.each([`${TOKEN}\n`, `one ${TOKEN}`, `${TOKEN}\u00a0`])(
    'for a token that no header takes, and the error does not show it',
    async (token) => {
      const made = gitHubCalls(token, { GITHUB_REPOSITORY: 'acme/web' }, surroundings);
      const error = await made.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ActionError);
      expect(String(error)).toContain('has a space, a line break or the like in it');
      expect(inspect(error)).not.toContain(TOKEN);
    },
  );
});

describe('the token', () => {
  it.each<[string, Answer]>([
    ['a refusal', { status: 401, body: { message: 'Bad credentials' } }],
    ['a broken connection', 'broken'],
    ['an answer that breaks off', 'cut'],
    ['silence', 'silence'],
    ['a limit', { status: 429, headers: { 'retry-after': '600' }, body: { message: 'no' } }],
    ['GraphQL errors', { body: { errors: [{ message: 'no' }], data: null } }],
  ])('is in no error after %s', async (_, answer) => {
    const { gitHub } = await gitHubThat(
      ({ path }) =>
        path.includes('/comments?') && answer !== 'silence'
          ? { body: [{ id: 1, body: 'marker', user: { login: 'me' } }] }
          : answer,
      { answerMs: 200, token: 'ghp_personal0123456789' },
    );
    const calls = [
      gitHub.pullRequest(7),
      gitHub.openPullRequests(),
      gitHub.findComment(7, 'marker'),
      gitHub.createComment(7, 'text'),
      gitHub.updateComment(7, 'text'),
      gitHub.setDeploymentStatus(7, { state: 'failure' }),
    ];
    const results = await Promise.allSettled(calls);
    const failed = results.filter((one) => one.status === 'rejected');
    expect(failed.length).toBeGreaterThan(0);
    for (const { reason } of failed) {
      expect(reason).toBeInstanceOf(ActionError);
      expect(inspect(reason, { depth: 20, showHidden: true })).not.toContain('personal0123456789');
    }
  });

  it('is in no words of an error even when the server repeats it', async () => {
    const { gitHub } = await gitHubThat([
      { status: 403, body: { message: `The token ${TOKEN} is not welcome` } },
    ]);
    const error = await gitHub.pullRequest(7).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('403 The token *** is not welcome');
    expect(causes(error)).toHaveLength(2);
    expect([String(error), ...causes(error)].join()).not.toContain(TOKEN);
  });

  it('is taken out of errors whose words can not be assigned, and of what caused them', () => {
    const cause = new DOMException(`aborted with ${TOKEN}`, 'AbortError');
    const error = new Error(`failed with ${TOKEN}`, { cause });
    hideToken(error, TOKEN);
    expect(error.message).toBe('failed with ***');
    expect(cause.message).toBe('aborted with ***');
    expect(inspect(error)).not.toContain(TOKEN);
  });
});
