import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { ownershipTags } from '../../../src/preview/ownership.ts';
import { ACCESS_ROLE, SCALING_ARN } from '../../support/create-service.ts';
import { fakeAppRunner } from '../../support/fake-ports.ts';
import { REFUSED } from '../../support/refusals.ts';
import { deeds } from '../../support/unit-deployment.ts';
import {
  COMMIT,
  OURS,
  PREVIEW,
  PREVIEW_ARN,
  previewService,
  runPreview,
  SILENT,
  TAGS,
  TOKEN,
} from '../../support/unit-preview.ts';

const TAG = `hello-api-pr-7-${COMMIT}`;

describe('a preview that is not there yet', () => {
  it('is created with its own name, image tag and tags', async () => {
    const { code, created, runner } = await runPreview();
    expect(code).toBe(0);
    expect(runner.outputs).toMatchObject({ result: 'created', 'service-name': PREVIEW.service });
    expect(created).toEqual([
      expect.objectContaining({
        ServiceName: 'hello-api-pr-7',
        SourceConfiguration: expect.objectContaining({
          AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
          ImageRepository: expect.objectContaining({
            ImageIdentifier: expect.stringMatching(new RegExp(`/hello-api:${TAG}$`)),
          }),
        }),
        Tags: Object.entries(ownershipTags(PREVIEW)).map(([Key, Value]) => ({ Key, Value })),
      }),
    ]);
  });

  it('asks GitHub before the build and right before the call', async () => {
    const { events } = await runPreview({ inputs: SILENT });
    const asked = events.flatMap((event, index) =>
      event === 'github:pullRequest' ? [events[index + 1]] : [],
    );
    expect(asked[0]).not.toBe('apprunner:CreateService');
    expect(asked.at(-1)).toBe('apprunner:CreateService');
    expect(events.indexOf('github:pullRequest')).toBeLessThan(
      events.indexOf('docker buildx build'),
    );
  });

  it('masks the token before GitHub is asked with it, and never prints it', async () => {
    const { events, runner, github } = await runPreview();
    expect(github.tokens[0]).toBe(TOKEN);
    const mask = events.findIndex((event) => event.startsWith('mask') && event.includes(TOKEN));
    expect(mask).toBeGreaterThanOrEqual(0);
    expect(mask).toBeLessThan(events.indexOf('github:pullRequest'));
    expect(
      [runner.text(), ...runner.summaries, JSON.stringify(runner.outputs)].join(),
    ).not.toContain(TOKEN);
  });
});

describe('a preview that is there', () => {
  it('gets the new image and the new commit in its tags', async () => {
    const tagged: object[] = [];
    const { code, updated, runner } = await runPreview({
      service: previewService(),
      appRunner: { ...OURS, tag: async (arn, tags) => void tagged.push({ arn, tags }) },
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe('updated');
    expect(updated).toHaveLength(1);
    expect(tagged).toEqual([{ arn: PREVIEW_ARN, tags: { 'apprunner-deploy:commit': COMMIT } }]);
  });

  it.each([
    ['wait', 'false', 'updated'],
    ['dry-run', 'true', 'planned'],
  ])('with %s: %s', async (input, text, result) => {
    const { code, runner, events } = await runPreview({
      service: previewService(),
      appRunner: OURS,
      inputs: { [input]: text },
    });
    expect(code).toBe(0);
    expect(runner.outputs.result).toBe(result);
    expect(events.includes('apprunner:UpdateService')).toBe(result === 'updated');
  });
});

describe('sizes of auto scaling', () => {
  it('make a configuration with the name of the service, which all its previews share', async () => {
    const { created, events } = await runPreview({
      inputs: { 'min-size': '1', 'max-size': '3' },
      appRunner: {
        autoScalingConfigurations: async () => [],
        createAutoScalingConfiguration: async ({ AutoScalingConfigurationName: name }) => {
          expect(name).toBe('hello-api');
          return { AutoScalingConfigurationArn: SCALING_ARN };
        },
      },
    });
    expect(events).toContain('apprunner:CreateAutoScalingConfiguration');
    expect(created[0]).toMatchObject({ AutoScalingConfigurationArn: SCALING_ARN });
  });
});

describe('skip-unchanged', () => {
  it("remembers the branch's commit, not the merge commit that the runner names", async () => {
    const tagged: Record<string, string> = {};
    const { code } = await runPreview({
      inputs: { 'skip-unchanged': 'true' },
      appRunner: { ...OURS, tag: async (_arn, tags) => void Object.assign(tagged, tags) },
    });
    expect(code).toBe(0);
    expect(tagged).toMatchObject({
      'apprunner-deploy:commit': COMMIT,
      'apprunner-deploy:repository': 'octo/hello',
    });
  });
});

/** What a service of that name looks like that is not this preview. */
const FOREIGN = [
  ['without tags', {}],
  ['of another pull request', { ...TAGS, 'apprunner-deploy:pull-request': '70' }],
  ['of another repository', { ...TAGS, 'apprunner-deploy:repository': 'octo/other' }],
] as const;

describe('a service of that name', () => {
  it.each(FOREIGN)('%s is refused before the build and left alone', async (_, tags) => {
    const { code, error, events } = await runPreview({
      service: previewService(),
      appRunner: { tags: async () => tags },
    });
    expect(code).toBe(1);
    expect(error).toContain("Service 'hello-api-pr-7' is not the preview of 'hello-api'");
    expect(deeds({ events }).filter((deed) => deed !== 'docker login AWS')).toEqual([]);
  });

  it.each(['DELETE_FAILED', 'CREATE_FAILED', 'PAUSED', 'OPERATION_IN_PROGRESS'] as const)(
    'that is %s is refused as well',
    async (Status) => {
      const { error, events } = await runPreview({
        service: previewService({ Status }),
        appRunner: { tags: async () => ({}) },
        inputs: { 'preview-from': 'false' },
      });
      expect(error).toContain('it has none of the tags');
      expect(
        events.filter((event) => /^apprunner:(Create|Update|Delete|Resume)/.test(event)),
      ).toEqual([]);
    },
  );

  it('is refused also in a dry run, and when its tags can not be read', async () => {
    const dry = await runPreview({
      service: previewService(),
      appRunner: { tags: async () => ({}) },
      inputs: { 'dry-run': 'true' },
    });
    expect(dry.error).toContain('is not the preview');
    const denied = await runPreview({
      service: previewService(),
      appRunner: {
        tags: async () => {
          throw new ActionError('apprunner:ListTagsForResource is denied.');
        },
      },
    });
    expect(denied.code).toBe(1);
    expect(denied.error).toContain('apprunner:ListTagsForResource is denied.');
  });

  it('that somebody else made meanwhile is refused after CreateService', async () => {
    let made = false;
    const { code, error, events } = await runPreview({
      appRunner: fakeAppRunner({
        find: async () => (made ? previewService() : undefined),
        describe: async () => previewService(),
        create: async () => {
          made = true;
          throw REFUSED.nameTaken;
        },
        tags: async () => ({ team: 'web' }),
      }),
    });
    expect(code).toBe(1);
    expect(error).toContain('is not the preview');
    expect(events).not.toContain('apprunner:UpdateService');
    expect(events).not.toContain('apprunner:TagResource');
  });
});

describe('an event that is not for a preview', () => {
  it.each([
    ['a fork', { headRepository: 'eve/hello' }, 'comes from a fork (eve/hello)'],
    ['another action', { action: 'edited' }, "'edited'"],
  ])('such as %s is skipped, green, and nobody is asked', async (_, event, reason) => {
    const { code, runner, events } = await runPreview({ event, env: { AWS_REGION: undefined } });
    expect(code).toBe(0);
    expect(runner.outputs).toEqual({ result: 'skipped' });
    expect(runner.text()).toContain(reason);
    expect(runner.summaries[0]).toContain('skipped');
    expect(events).toEqual([]);
  });

  it('such as a push is refused', async () => {
    const { code, error } = await runPreview({ env: { GITHUB_EVENT_NAME: 'push' } });
    expect(code).toBe(1);
    expect(error).toContain("Input 'preview' is true, and the event is push;");
  });
});
