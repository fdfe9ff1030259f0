import { describe, expect, it } from '@jest/globals';
import { scriptedGitHub } from '../../support/scripted-github.ts';

const gitHubThat = scriptedGitHub();

describe('a deployment', () => {
  it('of a preview is recorded as it is, as transient and not for production', async () => {
    const { gitHub, got } = await gitHubThat([{ status: 201, body: { id: 41 } }]);
    const id = await gitHub.createDeployment({
      ref: 'a'.repeat(40),
      environment: 'web-pr-7',
      transient: true,
      description: 'Preview of pull request 7',
    });
    expect(id).toBe(41);
    expect(got).toMatchObject([{ method: 'POST', path: '/repos/acme/web/deployments' }]);
    expect(got[0]?.body).toEqual({
      ref: 'a'.repeat(40),
      environment: 'web-pr-7',
      description: 'Preview of pull request 7',
      auto_merge: false,
      required_contexts: [],
      transient_environment: true,
      production_environment: false,
    });
  });

  it('of another environment leaves it to GitHub whether that is production', async () => {
    const { gitHub, got } = await gitHubThat([{ status: 201, body: { id: 42 } }]);
    await gitHub.createDeployment({
      ref: 'main',
      environment: 'production',
      transient: false,
      description: '',
    });
    expect(got[0]?.body).toEqual({
      ref: 'main',
      environment: 'production',
      description: '',
      auto_merge: false,
      required_contexts: [],
      transient_environment: false,
    });
  });

  it('that GitHub answers without making it has failed', async () => {
    const { gitHub } = await gitHubThat([
      { status: 202, body: { message: 'Auto-merged main into topic on deployment.' } },
    ]);
    const request = { ref: 'topic', environment: 'web', transient: false, description: '' };
    await expect(gitHub.createDeployment(request)).rejects.toThrow(
      'GitHub did not record a deployment of acme/web to web: Auto-merged main into topic on deployment.',
    );
  });
});

describe('the state of a deployment', () => {
  it('is recorded with its links', async () => {
    const { gitHub, got } = await gitHubThat([{ status: 201, body: { id: 1 } }]);
    await gitHub.setDeploymentStatus(41, {
      state: 'success',
      environmentUrl: 'https://x.eu-west-1.awsapprunner.com',
      logUrl: 'https://github.com/acme/web/actions/runs/1',
      description: 'Ready',
    });
    expect(got).toMatchObject([
      {
        method: 'POST',
        path: '/repos/acme/web/deployments/41/statuses',
        body: {
          state: 'success',
          environment_url: 'https://x.eu-west-1.awsapprunner.com',
          log_url: 'https://github.com/acme/web/actions/runs/1',
          description: 'Ready',
        },
      },
    ]);
  });

  it('says nothing of what is not known', async () => {
    const { gitHub, got } = await gitHubThat([{ status: 201, body: { id: 1 } }]);
    await gitHub.setDeploymentStatus(41, { state: 'inactive', environmentUrl: undefined });
    expect(got[0]?.body).toEqual({ state: 'inactive' });
  });

  it.each([
    ['a'.repeat(140), 'a'.repeat(140)],
    ['a'.repeat(141), `${'a'.repeat(139)}…`],
    ['🚀'.repeat(150), `${'🚀'.repeat(139)}…`],
  ])('has a description that GitHub takes', async (description, sent) => {
    const { gitHub, got } = await gitHubThat([{ status: 201, body: { id: 1 } }]);
    await gitHub.setDeploymentStatus(41, { state: 'failure', description });
    expect(got[0]?.body).toEqual({ state: 'failure', description: sent });
  });
});

describe('the deployments of an environment', () => {
  it('are read over all pages, newest first', async () => {
    const { gitHub, url, asked } = await gitHubThat(({ path }) => {
      const first = !path.includes('page=2');
      const more = `<${url}/repos/acme/web/deployments?environment=a&page=2>; rel="next"`;
      return {
        ...(first && { headers: { link: more } }),
        body: first
          ? [
              { id: 8, sha: 'c8' },
              { id: 9, sha: 'c9' },
            ]
          : [{ id: 3, sha: 'c3' }],
      };
    });
    await expect(gitHub.deployments('web & more/7')).resolves.toEqual([
      { id: 9, sha: 'c9' },
      { id: 8, sha: 'c8' },
      { id: 3, sha: 'c3' },
    ]);
    expect(asked()[0]).toBe(
      'GET /repos/acme/web/deployments?per_page=100&environment=web%20%26%20more%2F7',
    );
    expect(asked()).toHaveLength(2);
  });
});
