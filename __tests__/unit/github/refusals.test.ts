import { describe, expect, it } from '@jest/globals';
import { GitHubError, type Permission } from '../../../src/github/errors.ts';
import type { GitHub } from '../../../src/github/port.ts';
import { scriptedGitHub } from '../../support/scripted-github.ts';

const gitHubThat = scriptedGitHub();

const DOCS = 'https://docs.github.com/rest';
const RECORD = { ref: 'main', environment: 'web-pr-7', transient: true, description: '' };

const CALLS: readonly (readonly [string, Permission, (gitHub: GitHub) => Promise<unknown>])[] = [
  ['show pull request 7 of acme/web', 'pull-requests: read', (gitHub) => gitHub.pullRequest(7)],
  [
    'list the open pull requests of acme/web',
    'pull-requests: read',
    (gitHub) => gitHub.openPullRequests(),
  ],
  [
    'list the comments on pull request 7 of acme/web',
    'pull-requests: write',
    (gitHub) => gitHub.findComment(7, 'marker'),
  ],
  [
    'add a comment to pull request 7 of acme/web',
    'pull-requests: write',
    (gitHub) => gitHub.createComment(7, 'text'),
  ],
  [
    'change comment 31 of acme/web',
    'pull-requests: write',
    (gitHub) => gitHub.updateComment(31, 'text'),
  ],
  [
    'record a deployment of acme/web to web-pr-7',
    'deployments: write',
    (gitHub) => gitHub.createDeployment(RECORD),
  ],
  [
    'record deployment 41 of acme/web as in_progress',
    'deployments: write',
    (gitHub) => gitHub.setDeploymentStatus(41, { state: 'in_progress' }),
  ],
  [
    'list the deployments of acme/web to web-pr-7',
    'deployments: write',
    (gitHub) => gitHub.deployments('web-pr-7'),
  ],
];

async function failureOf(
  call: (gitHub: GitHub) => Promise<unknown>,
  status: number,
  body: unknown,
): Promise<GitHubError> {
  const { gitHub, got } = await gitHubThat([{ status, body }]);
  const error = await call(gitHub).catch((thrown: unknown) => thrown);
  if (!(error instanceof GitHubError)) throw new Error(`it threw ${error}`);
  expect(got.length).toBeLessThanOrEqual(2);
  return error;
}

describe.each(CALLS)('when GitHub does not %s', (what, permission, call) => {
  it('since the token may not, the error names the permission', async () => {
    const message = 'Resource not accessible by integration';
    const error = await failureOf(call, 403, { message, documentation_url: DOCS });
    expect(error.message).toBe(
      `GitHub did not ${what}: 403 ${message} - ${DOCS}. The token needs \`${permission}\`, under \`permissions:\` when it is the job's own.`,
    );
    expect(error).toMatchObject({ status: 403, permission, cause: expect.any(Error) });
  });

  it('since it hides what the token may not see, the error names both permissions', async () => {
    const error = await failureOf(call, 404, { message: 'Not Found', documentation_url: DOCS });
    expect(error.message).toBe(
      `GitHub did not ${what}: 404 Not Found - ${DOCS}. It is not there, or the token may not see it: on a private repository it needs \`contents: read\` and \`${permission}\`, under \`permissions:\` when it is the job's own.`,
    );
    expect(error).toMatchObject({ status: 404, permission });
  });

  it('since it does not know the token, the error is about the token', async () => {
    const error = await failureOf(call, 401, { message: 'Bad credentials' });
    expect(error.message).toBe(
      `GitHub did not ${what}: 401 Bad credentials. The token of the input github-token is wrong or has expired; a job's own lasts as long as the job.`,
    );
    expect(error).toMatchObject({ status: 401, permission: undefined });
  });
});

describe('a refusal', () => {
  const comment = (gitHub: GitHub) => gitHub.createComment(7, 'text');

  it.each([
    'Resource not accessible by personal access token',
    'Must have admin rights to Repository.',
    'Must have write access to pull requests',
  ])('in the words "%s" is about a permission too', async (message) => {
    const error = await failureOf(comment, 403, { message });
    expect(error.message).toContain('The token needs `pull-requests: write`');
    expect(error.permission).toBe('pull-requests: write');
  });

  it.each([
    [403, 'Unable to create comment because issue is locked.'],
    [403, 'Resource protected by organization SAML enforcement.'],
    [410, 'Issues are disabled for this repo'],
  ])('of another kind, %i %s, is told in its own words', async (status, message) => {
    const error = await failureOf(comment, status, { message });
    expect(error.message).toBe(
      `GitHub did not add a comment to pull request 7 of acme/web: ${status} ${message.replace(/\.?$/, '.')}`,
    );
    expect(error).toMatchObject({ status, permission: undefined });
  });

  it('of a mistake has the mistakes in it', async () => {
    const errors = [{ resource: 'Deployment', code: 'invalid', field: 'ref' }];
    const error = await failureOf((gitHub) => gitHub.createDeployment(RECORD), 422, {
      message: 'Validation Failed',
      errors,
    });
    expect(error.message).toBe(
      'GitHub did not record a deployment of acme/web to web-pr-7: 422 Validation Failed: {"resource":"Deployment","code":"invalid","field":"ref"}.',
    );
  });

  it('is one line of a length that can be read', async () => {
    const error = await failureOf(comment, 422, { message: `no\n${'long '.repeat(500)}` });
    expect(error.message).toMatch(/: 422 no long long .*\.\.\.$/);
    expect(error.message.length).toBeLessThan(400);
  });

  it('without words has the words of its status', async () => {
    const error = await failureOf(comment, 418, '');
    expect(error.message).toBe(
      "GitHub did not add a comment to pull request 7 of acme/web: 418 I'm a Teapot.",
    );
  });
});
