import { describe, expect, it } from '@jest/globals';
import { type GitHubOptions, startGitHub } from '../../../local-aws/github/start.ts';
import { gitHubCalls } from '../../../src/github/client.ts';
import { readPullRequestEvent } from '../../../src/github/event.ts';
import { closedAfterEach } from '../../support/closed-after-each.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

const MARKER = '<!-- apprunner-deploy:web -->';
const SHA = 'a'.repeat(40);

const start = closedAfterEach(startGitHub, (local) => local.close());

/** GitHub with one open pull request, 7, and a client of it. */
async function gitHubWith(options: Partial<GitHubOptions> = {}) {
  const local = await start({ repository: 'acme/web', ...options });
  local.openPullRequest({ number: 7, headSha: SHA, headRef: 'feature', title: 'A feature' });
  const clock = manualClock(Date.now());
  const tell = () => undefined;
  const cancelled = new AbortController().signal;
  const gitHub = await gitHubCalls(local.token, local.env, { clock, cancelled, tell });
  const asked = () => local.calls.map(({ method, path }) => `${method} ${path}`);
  return { local, gitHub, clock, asked };
}

describe('a comment among hundreds', () => {
  it("is ours alone, and found on the third page, for a job's own token", async () => {
    const { local, gitHub, asked } = await gitHubWith();
    for (let at = 0; at < 230; at += 1) {
      local.addComment(7, { login: 'octocat', body: at % 50 === 0 ? MARKER : 'looks good' });
    }
    await expect(gitHub.findComment(7, MARKER)).resolves.toBeUndefined();
    const made = await gitHub.createComment(7, `${MARKER}\nbuilding`);
    await expect(gitHub.findComment(7, MARKER)).resolves.toEqual(made);
    await gitHub.updateComment(made.id, `${MARKER}\nready`);
    await expect(gitHub.findComment(7, MARKER)).resolves.toEqual({
      id: made.id,
      body: `${MARKER}\nready`,
    });
    expect(local.comments(7)).toHaveLength(231);
    expect(local.comments(7).at(-1)).toMatchObject({ author: { login: 'github-actions[bot]' } });
    expect(asked().filter((one) => one === 'POST /graphql')).toHaveLength(1);
  });

  it.each(['octocat', 'my-deployer[bot]'])('is found for the token of %s', async (login) => {
    const { local, gitHub } = await gitHubWith({ login });
    local.addComment(7, { login: 'github-actions[bot]', body: MARKER });
    local.addComment(7, { login: 'mallory', body: MARKER });
    const { id } = local.addComment(7, { login, body: MARKER });
    await expect(gitHub.findComment(7, MARKER)).resolves.toEqual({ id, body: MARKER });
  });

  it('whose answer was lost is there once, and found the next time', async () => {
    const { local, gitHub } = await gitHubWith();
    local.faults.hangUp({ match: 'POST /repos/acme/web/issues/7/comments', after: true });
    await expect(gitHub.createComment(7, MARKER)).rejects.toThrow('it may have been done');
    await expect(gitHub.findComment(7, MARKER)).resolves.toMatchObject({ body: MARKER });
    expect(local.comments(7)).toHaveLength(1);
  });

  it('waits for a secondary rate limit', async () => {
    const { local, gitHub, clock } = await gitHubWith();
    local.faults.secondaryRateLimit(21, { match: 'comments', times: 2 });
    await gitHub.createComment(7, 'text');
    expect(clock.sleeps).toEqual([21_000, 21_000]);
    expect(local.comments(7)).toHaveLength(1);
  });

  it('does not wait until the hour is over', async () => {
    const { local, gitHub, clock } = await gitHubWith();
    local.faults.primaryRateLimit(1_200);
    await expect(gitHub.createComment(7, 'text')).rejects.toThrow(
      /API rate limit exceeded for installation ID 1\. - .*It serves this token again in (19|20) min/,
    );
    expect(clock.sleeps).toEqual([]);
  });
});

describe('pull requests', () => {
  it('that are open are listed beyond the first hundred', async () => {
    const { local, gitHub } = await gitHubWith();
    for (let number = 100; number < 240; number += 1) {
      local.openPullRequest({ number, headSha: SHA, headRef: `branch-${number}`, title: 'x' });
      if (number % 10 === 0) local.closePullRequest(number);
    }
    const open = await gitHub.openPullRequests();
    expect(open.size).toBe(1 + 140 - 14);
    expect([open.has(7), open.has(110), open.has(239)]).toEqual([true, false, true]);
  });

  it('are seen as they are now', async () => {
    const { local, gitHub } = await gitHubWith();
    local.pushTo(7, 'b'.repeat(40));
    await expect(gitHub.pullRequest(7)).resolves.toEqual({
      number: 7,
      state: 'open',
      headSha: 'b'.repeat(40),
    });
    local.closePullRequest(7, { merged: true });
    await expect(gitHub.pullRequest(7)).resolves.toMatchObject({ state: 'closed' });
    await expect(gitHub.pullRequest(8)).resolves.toBeUndefined();
  });

  it('come with events that can be read', async () => {
    const { local } = await gitHubWith();
    const fork = { headSha: SHA, headRef: 'x', headRepository: 'mallory/web', title: 'x' };
    local.openPullRequest({ number: 8, ...fork });
    const directory = await temporaryDirectory();
    const event = async (number: number, action: string) => {
      await writeTree(directory, { 'event.json': local.eventPayload(number, action) });
      const env = {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: `${directory}/event.json`,
      };
      return readPullRequestEvent(env);
    };
    await expect(event(7, 'synchronize')).resolves.toEqual({
      name: 'pull_request',
      action: 'synchronize',
      number: 7,
      headSha: SHA,
      headRef: 'feature',
      headRepository: 'acme/web',
      repository: 'acme/web',
    });
    await expect(event(8, 'opened')).resolves.toMatchObject({ headRepository: 'mallory/web' });
    local.deleteFork(8);
    await expect(event(8, 'closed')).resolves.toMatchObject({ headRepository: undefined });
  });
});

describe('deployments', () => {
  it('are recorded while the own job is a check that is not done, and read newest first', async () => {
    const { local, gitHub } = await gitHubWith();
    const request = { ref: SHA, environment: 'web-pr-7', transient: true, description: 'Preview' };
    const first = await gitHub.createDeployment(request);
    const second = await gitHub.createDeployment(request);
    await gitHub.createDeployment({ ...request, environment: 'web-pr-8' });
    await gitHub.setDeploymentStatus(first, { state: 'in_progress' });
    await gitHub.setDeploymentStatus(first, {
      state: 'success',
      environmentUrl: 'https://abc.eu-west-1.awsapprunner.com',
      logUrl: 'https://github.com/acme/web/actions/runs/1',
      description: 'x'.repeat(200),
    });
    await expect(gitHub.deployments('web-pr-7')).resolves.toEqual([
      { id: second, sha: SHA },
      { id: first, sha: SHA },
    ]);
    expect(local.deployments('web-pr-7')[0]).toMatchObject({
      id: first,
      statuses: [{ state: 'in_progress' }, { state: 'success' }],
    });
  });
});

describe('a token that may less', () => {
  it.each([
    ['pull-requests: read', { 'pull-requests': 'none' }],
    ['pull-requests: write', { 'pull-requests': 'read' }],
    ['deployments: write', { deployments: 'none' }],
  ] as const)('than %s is told to have it', async (permission, permissions) => {
    const { gitHub } = await gitHubWith({ permissions });
    const request = { ref: SHA, environment: 'web', transient: true, description: '' };
    const results = await Promise.allSettled([
      gitHub.pullRequest(7),
      gitHub.createComment(7, 'text'),
      gitHub.createDeployment(request),
    ]);
    const said = results.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(said.join('\n')).toContain(
      `403 Resource not accessible by integration - https://docs.github.com/`,
    );
    expect(said.join('\n')).toContain(`The token needs \`${permission}\``);
    expect(said).toHaveLength(permission === 'pull-requests: read' ? 2 : 1);
  });
});
