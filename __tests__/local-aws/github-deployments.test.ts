import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { base, commit, type GitHubFixture, refusalOf, startFixture } from './github-fixture.ts';

let own: GitHubFixture;
beforeEach(async () => {
  own = await startFixture();
  own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
});
afterEach(() => own.close());

const quietly = { auto_merge: false, required_contexts: [] };

const create = (more: object = {}, ref = commit('a')) =>
  own.octokit.rest.repos.createDeployment({ ...own.home, ref, ...quietly, ...more });

const list = (query: object = {}) =>
  own.octokit.rest.repos
    .listDeployments({ ...own.home, ...query })
    .then(({ data }) => data.map(({ id }) => id));

describe('a deployment', () => {
  it('has what it was made with and who made it', async () => {
    const { status, data, headers } = await create({
      environment: 'shop-pr-7',
      transient_environment: true,
      description: 'Preview',
      payload: { pull: 7 },
    });
    expect(status).toBe(201);
    expect(headers.location).toBe(Object(data).url);
    expect(data).toMatchObject({
      sha: commit('a'),
      ref: commit('a'),
      task: 'deploy',
      environment: 'shop-pr-7',
      original_environment: 'shop-pr-7',
      description: 'Preview',
      payload: { pull: 7 },
      transient_environment: true,
      production_environment: false,
      creator: { login: 'github-actions[bot]' },
      statuses_url: `${Object(data).url}/statuses`,
    });
    expect(own.github.deployments()).toMatchObject([
      { sha: commit('a'), environment: 'shop-pr-7', transient: true, statuses: [] },
    ]);
  });

  it('is to production, lasting and without words unless told otherwise', async () => {
    expect((await create()).data).toMatchObject({
      environment: 'production',
      description: null,
      payload: {},
      transient_environment: false,
      production_environment: true,
    });
    expect((await create({ environment: 'staging' })).data).toMatchObject({
      production_environment: false,
    });
  });

  it.each([
    ['a branch', 'blue'],
    ['a branch by its whole ref', 'refs/heads/blue'],
    ["a pull request's ref", 'refs/pull/7/head'],
    ['a commit of earlier', commit('a')],
  ])('can be of %s', async (_, ref) => {
    const { data } = await create({}, ref);
    expect(data).toMatchObject({ ref, sha: commit('a') });
  });

  it("can not be of a fork's branch by its name", async () => {
    const fork = { headRef: 'theirs', headRepository: 'mona/shop', title: 'Theirs' };
    own.github.openPullRequest({ ...fork, headSha: commit('e') });
    expect(await refusalOf(create({}, 'theirs'))).toMatchObject({ status: 422 });
    expect((await create({}, commit('e'))).status).toBe(201);
  });

  it.each([['green'], [commit('f')]])('can not be of %s, which is not there', async (ref) => {
    expect(await refusalOf(create({}, ref))).toMatchObject({
      status: 422,
      message: `No ref found for: ${ref}`,
      errors: undefined,
      page: expect.stringMatching(/\/rest\/deployments\/deployments#create-a-deployment$/),
    });
    expect(own.github.deployments()).toEqual([]);
  });

  it.each<[object, string]>([
    [{}, '"ref" wasn\'t supplied.'],
    [{ ref: 7 }, "For 'properties/ref', 7 is not a string."],
    [
      { ref: 'blue', required_contexts: '' },
      'For \'properties/required_contexts\', "" is not an array.',
    ],
    [{ ref: 'blue', enviroment: 'x' }, '"enviroment" is not a permitted key.'],
  ])('is asked for as GitHub has it, not by %j', async (body, sentence) => {
    const response = await own.send('POST', `${base}/deployments`, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ message: `Invalid request.\n\n${sentence}` });
  });

  it("can't have an environment of more than 255 characters", async () => {
    expect(await refusalOf(create({ environment: 'e'.repeat(256) }))).toMatchObject({
      status: 422,
      errors: [{ resource: 'Deployment', field: 'environment' }],
    });
    expect((await create({ environment: 'e'.repeat(255) })).status).toBe(201);
  });

  it('is found by its number and only by that', async () => {
    const deployment_id = Number(Object((await create()).data).id);
    const { data } = await own.octokit.rest.repos.getDeployment({ ...own.home, deployment_id });
    expect(data.id).toBe(deployment_id);
    const other = own.octokit.rest.repos.getDeployment({ ...own.home, deployment_id: 1 });
    expect(await refusalOf(other)).toMatchObject({ status: 404, message: 'Not Found' });
  });
});

describe('the list of deployments', () => {
  it('is newest first, and of what is asked for', async () => {
    own.github.pushBranch('main', commit('c'));
    const ids: number[] = [];
    for (const [ref, environment] of [
      ['blue', 'staging'],
      ['main', 'staging'],
      ['main', 'production'],
    ]) {
      ids.push(Number(Object((await create({ environment }, ref)).data).id));
    }
    const [first = 0, second = 0, third = 0] = ids;
    expect(await list()).toEqual([third, second, first]);
    expect(await list({ environment: 'staging' })).toEqual([second, first]);
    expect(await list({ ref: 'main', environment: 'staging' })).toEqual([second]);
    expect(await list({ sha: commit('a') })).toEqual([first]);
    expect(await list({ sha: 'none', task: 'none' })).toEqual([third, second, first]);
    expect(await list({ task: 'migrate' })).toEqual([]);
    expect(own.github.deployments('staging').map(({ id }) => id)).toEqual([first, second]);
  });
});

describe('the deletion of a deployment', () => {
  const remove = (deployment_id: number) =>
    own.octokit.rest.repos.deleteDeployment({ ...own.home, deployment_id });
  const made = async (environment: string) =>
    Number(Object((await create({ environment })).data).id);

  it('is done for the only one of its environment', async () => {
    const only = await made('staging');
    await made('other');
    expect((await remove(only)).status).toBe(204);
    expect(own.github.deployments('staging')).toEqual([]);
    expect(await refusalOf(remove(only))).toMatchObject({ status: 404 });
  });

  it('is refused for an active one beside others', async () => {
    const [one] = [await made('staging'), await made('staging')];
    const state = (name: 'success' | 'inactive') =>
      own.octokit.rest.repos.createDeploymentStatus({
        ...own.home,
        deployment_id: one,
        state: name,
      });
    await state('success');
    expect(await refusalOf(remove(one))).toMatchObject({
      status: 422,
      message: 'Validation Failed',
      errors: [
        'We cannot delete an active deployment unless it is the only deployment in a given environment.',
      ],
    });
    await state('inactive');
    expect((await remove(one)).status).toBe(204);
  });
});
