import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { base, commit, type GitHubFixture, refusalOf, startFixture } from './github-fixture.ts';

let own: GitHubFixture;
beforeEach(async () => {
  own = await startFixture();
  own.github.openPullRequest({ number: 7, headSha: commit('a'), headRef: 'blue', title: 'Blue' });
});
afterEach(() => own.close());

type State = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success';

const deploy = (environment: string, more: object = {}) =>
  own.octokit.rest.repos
    .createDeployment({
      ...own.home,
      ref: 'blue',
      environment,
      auto_merge: false,
      required_contexts: [],
      ...more,
    })
    .then(({ data }) => Number(Object(data).id));

const set = (deployment_id: number, state: State, more: object = {}) =>
  own.octokit.rest.repos.createDeploymentStatus({ ...own.home, deployment_id, state, ...more });

const told = () =>
  own.github.deployments().map(({ statuses }) => statuses.map(({ state }) => state).join(' '));

describe('a status of a deployment', () => {
  it('has its links and its words', async () => {
    const id = await deploy('shop-pr-7', { transient_environment: true });
    const { status, data, headers } = await set(id, 'success', {
      environment_url: 'https://x.awsapprunner.com',
      log_url: 'https://github.com/octo-org/shop/actions/runs/1',
      description: 'Ready',
    });
    expect(status).toBe(201);
    expect(headers.location).toBe(data.url);
    expect(data).toMatchObject({
      state: 'success',
      description: 'Ready',
      environment: 'shop-pr-7',
      environment_url: 'https://x.awsapprunner.com',
      log_url: 'https://github.com/octo-org/shop/actions/runs/1',
      target_url: 'https://github.com/octo-org/shop/actions/runs/1',
      creator: { login: 'github-actions[bot]' },
    });
    expect(own.github.deployments('shop-pr-7')[0]?.statuses).toMatchObject([
      { state: 'success', environmentUrl: 'https://x.awsapprunner.com', description: 'Ready' },
    ]);
  });

  it('follows those before it; the list has the newest first', async () => {
    const deployment_id = await deploy('shop-pr-7');
    await set(deployment_id, 'in_progress');
    const { data: newest } = await set(deployment_id, 'failure');
    const ask = { ...own.home, deployment_id };
    const { data } = await own.octokit.rest.repos.listDeploymentStatuses(ask);
    expect(data.map(({ state }) => state)).toEqual(['failure', 'in_progress']);
    const status_id = Number(newest.id);
    const one = await own.octokit.rest.repos.getDeploymentStatus({ ...ask, status_id });
    expect(one.data.state).toBe('failure');
    expect(told()).toEqual(['in_progress failure']);
  });

  it('moves its deployment to another environment', async () => {
    const deployment_id = await deploy('staging');
    await set(deployment_id, 'success', { environment: 'qa' });
    const { data } = await own.octokit.rest.repos.getDeployment({ ...own.home, deployment_id });
    expect(data).toMatchObject({ environment: 'qa', original_environment: 'staging' });
  });

  it.each<[string, object, string, string]>([
    [
      'a longer description',
      { state: 'success', description: 'd'.repeat(141) },
      'description',
      'is too long (maximum is 140 characters)',
    ],
    [
      'a URL that is none',
      { state: 'success', environment_url: 'x.awsapprunner.com' },
      'environment_url',
      'must use http(s) scheme',
    ],
    [
      'a URL of another kind',
      { state: 'success', log_url: 'ftp://host/log' },
      'log_url',
      'must use http(s) scheme',
    ],
    ['a made-up state', { state: 'ready' }, 'state', 'is not included in the list'],
  ])('is refused with %s', async (_, status, field, sentence) => {
    const id = await deploy('shop-pr-7');
    const response = await own.send('POST', `${base}/deployments/${id}/statuses`, status);
    expect(response.status).toBe(422);
    const message = `${field} ${sentence}`;
    expect(await response.json()).toEqual({
      message: 'Validation Failed',
      errors: [{ resource: 'DeploymentStatus', code: 'custom', field, message }],
      documentation_url: expect.stringMatching(/\/statuses#create-a-deployment-status$/),
      status: '422',
    });
    expect(told()).toEqual(['']);
  });

  it("has its log where it is given by that link's old name", async () => {
    const id = await deploy('shop-pr-7');
    const { data } = await set(id, 'success', { target_url: 'https://host/log' });
    expect(data).toMatchObject({ log_url: 'https://host/log', target_url: 'https://host/log' });
  });

  it('must have a state', async () => {
    const id = await deploy('shop-pr-7');
    const response = await own.send('POST', `${base}/deployments/${id}/statuses`, {});
    expect(await response.json()).toMatchObject({
      message: 'Invalid request.\n\n"state" wasn\'t supplied.',
    });
  });

  it('takes a description of 140 characters, and no URL for an empty one', async () => {
    const id = await deploy('shop-pr-7');
    const more = { description: '🌈'.repeat(140), environment_url: '', log_url: '' };
    expect((await set(id, 'success', more)).data.environment_url).toBe('');
  });

  it('is refused for a deployment that there is none of', async () => {
    expect(await refusalOf(set(1, 'success'))).toMatchObject({ status: 404 });
  });
});

describe('a success', () => {
  const three = async (environment: string, more: object, last: object = {}) => {
    const ids = [
      await deploy(environment, more),
      await deploy(environment, more),
      await deploy(environment, more),
    ];
    const [one = 0, two = 0, three = 0] = ids;
    await set(one, 'success');
    await set(two, 'failure');
    await set(three, 'success', last);
    return told();
  };

  it('makes earlier successes of its environment inactive', async () => {
    expect(await three('staging', {})).toEqual(['success inactive', 'failure', 'success']);
  });

  it.each<[string, string, object, object]>([
    ['for transient deployments', 'shop-pr-7', { transient_environment: true }, {}],
    ['for production', 'production', {}, {}],
    ['where that is turned off', 'staging', {}, { auto_inactive: false }],
  ])('leaves them as they are %s', async (_, environment, more, last) => {
    expect(await three(environment, more, last)).toEqual(['success', 'failure', 'success']);
  });

  it('leaves those of other environments as they are', async () => {
    await set(await deploy('staging'), 'success');
    await set(await deploy('qa'), 'success');
    expect(told()).toEqual(['success', 'success']);
  });
});
