import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { commit, type GitHubFixture, refusalOf, startFixture } from './github-fixture.ts';

let own: GitHubFixture;
beforeEach(async () => {
  own = await startFixture();
  own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
});
afterEach(() => own.close());

const quietly = { auto_merge: false, required_contexts: [] };

const create = (more: object = {}, ref = commit('a')) =>
  own.octokit.rest.repos.createDeployment({ ...own.home, ref, ...quietly, ...more });

describe('the checks of a commit', () => {
  it('keep a deployment back by default: the job that asks is one, and runs', async () => {
    const asked = own.octokit.rest.repos.createDeployment({ ...own.home, ref: 'blue' });
    expect(await refusalOf(asked)).toMatchObject({
      status: 409,
      message: 'Conflict: Commit status checks failed for blue.',
      errors: [
        {
          resource: 'Deployment',
          field: 'required_contexts',
          code: 'invalid',
          contexts: [{ context: 'deploy', state: 'pending' }],
        },
      ],
    });
  });

  it('count only where they are asked for, and then must be there', async () => {
    own.github.setCheck(commit('a'), 'build', 'success');
    expect((await create({ required_contexts: ['build'] })).status).toBe(201);
    expect(await refusalOf(create({ required_contexts: ['build', 'lint'] }))).toMatchObject({
      status: 409,
      errors: [{ contexts: [{ context: 'build' }, { context: 'lint', state: 'pending' }] }],
    });
  });

  it('let a deployment pass when all of them succeeded, though pushed again', async () => {
    own.github.setCheck(commit('a'), 'deploy', 'success');
    own.github.pushBranch('main', commit('a'));
    const asked = await own.octokit.rest.repos.createDeployment({ ...own.home, ref: 'blue' });
    expect(asked.status).toBe(201);
  });
});

describe('a branch that lacks commits of main', () => {
  const behind = (how: 'mergeable' | 'conflicting') =>
    own.github.openPullRequest({
      number: 8,
      headSha: commit('b'),
      headRef: 'red',
      title: 'Red',
      behind: how,
    });

  it('is merged into in place of a deployment, unless that is turned off', async () => {
    behind('mergeable');
    const { status, data } = await create({ auto_merge: true }, 'red');
    expect(status).toBe(202);
    expect(data).toEqual({ message: 'Auto-merged main into red on deployment.' });
    expect(own.github.deployments()).toEqual([]);
    expect(own.github.pullRequest(8).headSha).not.toBe(commit('b'));
    expect((await create({ auto_merge: true }, 'red')).status).toBe(201);
    expect((await create({ auto_merge: false }, commit('b'))).status).toBe(201);
  });

  it.each([
    ['when it conflicts', 'conflicting', 'red'],
    ['when it is named by its commit', 'mergeable', commit('b')],
  ] as const)('can not be merged into %s', async (_, how, ref) => {
    behind(how);
    expect(await refusalOf(create({ auto_merge: true }, ref))).toMatchObject({
      status: 409,
      message: `Conflict merging main into ${ref}.`,
    });
    expect(own.github.pullRequest(8).headSha).toBe(commit('b'));
  });
});
