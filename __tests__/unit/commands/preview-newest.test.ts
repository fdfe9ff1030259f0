import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { deeds } from '../../support/unit-deployment.ts';
import {
  COMMIT,
  changedByTheBuild,
  NEWER,
  OPEN,
  OURS,
  previewService,
  runPreview,
  SILENT,
} from '../../support/unit-preview.ts';

const TAG = `hello-api-pr-7-${COMMIT}`;

describe('a run for a commit that is not the newest', () => {
  it('stops before the build, after it has asked twice', async () => {
    const { code, runner, events, github } = await runPreview({
      inputs: SILENT,
      github: { pullRequests: [{ ...OPEN, headSha: NEWER }] },
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('skipped');
    expect(runner.text()).toContain(
      `Commit ${COMMIT} is not the newest of pull request 7 any more`,
    );
    expect(github.calls.filter(({ method }) => method === 'pullRequest')).toHaveLength(2);
    expect(deeds({ events }).filter((deed) => deed !== 'docker login AWS')).toEqual([]);
  });

  it('goes on when GitHub only lagged behind its event', async () => {
    const asked: string[] = [];
    const { runner, clock } = await runPreview({
      inputs: SILENT,
      github: {
        pullRequests: [
          {
            ...OPEN,
            get headSha() {
              return asked.length < 2 ? NEWER : COMMIT;
            },
          },
        ],
        before: ({ method }) => {
          asked.push(method);
          return undefined;
        },
      },
    });
    expect(runner.outputs.result).toBe('created');
    expect(clock.sleeps).toContain(5_000);
  });

  it('stops after the build as well, and changes neither service nor tags', async () => {
    const { code, runner, events } = await runPreview({
      service: previewService(),
      appRunner: OURS,
      ...changedByTheBuild((pull) => ({ ...pull, headSha: NEWER })),
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('skipped');
    expect(deeds({ events })).toEqual(['docker login AWS', 'docker buildx build']);
    expect(events).not.toContain('apprunner:TagResource');
    expect(events.filter((event) => event.startsWith('ecr:BatchDeleteImage'))).toEqual([]);
  });

  it('does not wait for a busy service, nor ask it anything after', async () => {
    const { runner, events } = await runPreview({
      service: previewService({ Status: 'OPERATION_IN_PROGRESS' }),
      appRunner: OURS,
      inputs: { 'smoke-path': '/' },
      ...changedByTheBuild((pull) => ({ ...pull, headSha: NEWER })),
    });
    expect(runner.outputs.result).toBe('skipped');
    expect(events).not.toContain('apprunner:ListOperations');
    expect(events.filter((event) => /^GET http.*awsapprunner/.test(event))).toEqual([]);
  });

  it('with skip-unchanged changes no tag of what the newer one runs', async () => {
    const { runner, events } = await runPreview({
      service: previewService(),
      appRunner: OURS,
      inputs: { 'skip-unchanged': 'true' },
      ...changedByTheBuild((pull) => ({ ...pull, headSha: NEWER })),
    });
    expect(runner.outputs.result).toBe('skipped');
    expect(events).not.toContain('apprunner:TagResource');
  });
});

describe('a pull request that is closed', () => {
  it('before the build ends the run', async () => {
    const { code, runner } = await runPreview({
      github: { pullRequests: [{ ...OPEN, state: 'closed' }] },
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('skipped');
    expect(runner.text()).toContain('Pull request 7 is closed');
  });

  it('while it builds ends the run, which takes away the image that it pushed', async () => {
    const { code, runner, events } = await runPreview({
      ...changedByTheBuild((pull) => ({ ...pull, state: 'closed' })),
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('skipped');
    expect(events).toContain(`ecr:BatchDeleteImage hello-api ${TAG}`);
    expect(events).not.toContain('apprunner:CreateService');
  });

  it('leaves an image alone that has no tag of the preview', async () => {
    const { runner, events } = await runPreview({
      inputs: { 'image-tags': 'mine' },
      ...changedByTheBuild((pull) => ({ ...pull, state: 'closed' })),
    });
    expect(runner.outputs.result).toBe('skipped');
    expect(events.filter((event) => event.startsWith('ecr:BatchDeleteImage'))).toEqual([]);
  });

  it('tells of an image that stays', async () => {
    const { code, runner } = await runPreview({
      ecr: { deleteTags: async () => [{ tag: TAG, reason: 'ImageReferencedByManifestList: no' }] },
      ...changedByTheBuild((pull) => ({ ...pull, state: 'closed' })),
    });
    expect(code).toBe(0);
    expect(runner.text()).toContain(
      `warning: Image tag '${TAG}' stays in ECR repository 'hello-api'. ImageReferencedByManifestList`,
    );
  });

  it('is also one that GitHub does not know', async () => {
    const { runner } = await runPreview({ github: { pullRequests: [] } });
    expect(runner.outputs.result).toBe('skipped');
    expect(runner.text()).toContain('Pull request 7 is gone');
  });
});

describe('GitHub that can not be asked', () => {
  it('is one warning, and the deployment goes on', async () => {
    const { code, runner } = await runPreview({
      github: {
        before: ({ method }) =>
          method === 'pullRequest'
            ? new ActionError('GitHub answered 403: the token needs pull-requests: read.')
            : undefined,
      },
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('created');
    const warnings = runner.log.filter((line) => /^warning: Whether/.test(line));
    expect(warnings).toEqual([expect.stringContaining('pull-requests: read')]);
  });
});
