import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { marker } from '../../../src/report/marker.ts';
import { createService } from '../../support/create-service.ts';
import { runAction } from '../../support/unit-deployment.ts';
import {
  COMMIT,
  NEWER,
  OPEN,
  OURS,
  previewService,
  runPreview,
  SILENT,
  TOKEN,
} from '../../support/unit-preview.ts';

describe('what GitHub is told of a preview', () => {
  it('is a comment that ends with its URL, and a deployment that succeeded', async () => {
    const { code, github, runner } = await runPreview();
    expect(code).toBe(0);
    expect(github.comments.map(({ pullRequest }) => pullRequest)).toEqual([7]);
    expect(github.comments[0]?.body).toContain('hello-api-pr-7');
    expect(github.comments[0]?.body).toContain(`${runner.outputs['service-url']}`);
    expect(github.deployments).toEqual([
      expect.objectContaining({ ref: COMMIT, environment: 'hello-api-pr-7', transient: true }),
    ]);
    expect(github.deployments[0]?.statuses.map(({ state }) => state)).toEqual([
      'in_progress',
      'success',
    ]);
  });

  it('is why it failed, and the job fails with the same words', async () => {
    const { code, github } = await runPreview({ statuses: ['FAILED'] });
    expect(code).toBe(1);
    expect(github.comments[0]?.body).toContain('not deployed');
    expect(github.deployments[0]?.statuses.at(-1)?.state).toBe('failure');
  });

  it('is nothing where it is turned off, in a dry run and for a wrong input', async () => {
    for (const inputs of [SILENT, { 'dry-run': 'true' }, { port: 'http' }]) {
      const { github } = await runPreview({ inputs, service: previewService(), appRunner: OURS });
      expect(github.comments).toEqual([]);
      expect(github.deployments).toEqual([]);
    }
  });

  it('leaves the words of a newer run alone', async () => {
    const comment = { id: 1, body: marker('hello-api'), pullRequest: 7, own: true };
    const { github, runner } = await runPreview({
      github: { pullRequests: [{ ...OPEN, headSha: NEWER }], comments: [comment] },
    });
    expect(runner.outputs.result).toBe('skipped');
    expect(github.comments).toEqual([comment]);
    expect(github.deployments.flatMap(({ statuses }) => statuses)).not.toContainEqual(
      expect.objectContaining({ state: 'success' }),
    );
  });

  it('fails nothing when GitHub takes none of it', async () => {
    const { code, runner } = await runPreview({
      github: { pullRequests: [OPEN], before: () => new ActionError('GitHub answered 403.') },
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('created');
    expect(runner.text()).toContain('pull-requests: write');
    expect(runner.text()).toContain('deployments: write');
  });
});

describe('runs without a preview', () => {
  it('comment on the pull request that they are for, where they are told to', async () => {
    const { code, github } = await runPreview({
      service: createService(),
      inputs: { preview: 'false', comment: 'true' },
    });
    expect(code).toBe(0);
    expect(github.comments[0]?.body).toContain('hello-api');
    expect(github.deployments).toEqual([]);
    expect(github.calls.map(({ method }) => method)).not.toContain('pullRequest');
  });

  it('record their deployment where they name an environment', async () => {
    const { code, github } = await runAction({
      service: createService(),
      inputs: { 'deployment-environment': 'production', 'github-token': TOKEN },
    });
    expect(code).toBe(0);
    expect(github.comments).toEqual([]);
    expect(github.deployments).toEqual([
      expect.objectContaining({ environment: 'production', transient: false }),
    ]);
  });

  it('ask GitHub nothing and read no tags', async () => {
    const { code, events, github } = await runAction({ service: createService() });
    expect(code).toBe(0);
    expect(github.tokens).toEqual([]);
    expect(events).not.toContain('apprunner:ListTagsForResource');
  });
});
