import { AppRunnerClient, TagResourceCommand } from '@aws-sdk/client-apprunner';
import { describe, expect, it, jest } from '@jest/globals';
import { ActionError } from '../../src/errors.ts';
import { previewTag } from '../../src/preview/image-tags.ts';
import { ownershipTags } from '../../src/preview/ownership.ts';
import type { InputTexts } from '../support/create-inputs.ts';
import type { GitHubWorld } from '../support/fake-github.ts';
import { pushIndexOver, pushTags, tagsLeft } from '../support/pushed-tags.ts';
import { commit, createPreview, seedPreview, TOKEN } from '../support/seeded-previews.ts';
import { createEvent, eventFile } from '../support/unit-event.ts';
import { type VirtualEnd, type VirtualScene, withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

const PREVIEW = createPreview(7);
const { service: NAME } = PREVIEW;
const DELETE = 'apprunner:DeleteService';
const WRITES = /^(apprunner:(Create|Update|Start|Pause|Resume|Delete|Tag)|ecr:Batch|logs:Delete)/;

interface Closing extends VirtualScene {
  /** Runs the action as after the pull request was closed. */
  close(inputs?: InputTexts): Promise<VirtualEnd>;
}

/** A scene in which pull request 7 of `hello` was closed. */
function withClosed(
  play: (scene: Closing) => Promise<void>,
  github: GitHubWorld = { pullRequests: [{ number: 7, state: 'closed', headSha: commit(7) }] },
): Promise<void> {
  return withVirtualScene(
    () => github,
    async (scene) => {
      const env = await eventFile(createEvent({ action: 'closed' }));
      await play({
        ...scene,
        close: (inputs = {}) =>
          scene.act({ service: 'hello', preview: 'true', 'github-token': TOKEN, ...inputs }, env),
      });
    },
  );
}

const tagOf = (number: number, n: number) =>
  previewTag({ ...createPreview(number), commit: commit(n) });

const writes = ({ calls }: VirtualEnd) => calls.filter((call) => WRITES.test(call));

const warnings = ({ runner }: VirtualEnd) =>
  runner.log.filter((line) => line.startsWith('warning: '));

const errorOf = ({ runner }: VirtualEnd) =>
  runner.log.find((line) => line.startsWith('error: ')) ?? '';

function groupsOf(arn: string): readonly [string, string] {
  const [, id] = /\/([^/]+)$/.exec(arn) ?? [];
  return [`/aws/apprunner/${NAME}/${id}/service`, `/aws/apprunner/${NAME}/${id}/application`];
}

describe('the preview of a closed pull request', () => {
  it('goes with its images, whatever their number; what has another tag stays', () =>
    withClosed(async ({ aws, close }) => {
      await seedPreview(aws, PREVIEW);
      const many = Array.from({ length: 118 }, (_, index) => tagOf(7, 1_000 + index));
      await pushTags(
        aws,
        [previewTag(PREVIEW), ...many],
        // One image that was released too, and some that are not this preview's.
        [tagOf(7, 2), 'v1.4.0'],
        [tagOf(70, 3)],
        [`${NAME}-by-hand`, NAME],
        ['latest'],
      );
      const end = await close();
      expect([end.code, errorOf(end), warnings(end)]).toEqual([0, '', []]);
      expect(end.runner.outputs).toMatchObject({
        result: 'deleted',
        'service-name': NAME,
        'service-status': 'DELETED',
        'operation-status': 'SUCCEEDED',
      });
      expect(writes(end)).toEqual([DELETE, 'ecr:BatchDeleteImage', 'ecr:BatchDeleteImage']);
      expect(await tagsLeft(aws)).toEqual(
        [tagOf(70, 3), `${NAME}-by-hand`, NAME, 'latest', 'v1.4.0'].sort(),
      );
      expect(end.runner.text()).toContain(
        `info: Deleted 120 image tags of '${NAME}' in ECR repository 'hello'.`,
      );
    }));

  it('that never was is a success', () =>
    withClosed(async ({ close }) => {
      const end = await close();
      expect([end.code, errorOf(end), warnings(end)]).toEqual([0, '', []]);
      expect(end.runner.outputs.result).toBe('deleted');
      expect(writes(end)).toEqual([]);
    }));

  it('that is gone already leaves no images', () =>
    withClosed(async ({ aws, close }) => {
      await pushTags(aws, [tagOf(7, 1), tagOf(7, 2)], ['latest']);
      const end = await close({ 'delete-logs': 'true' });
      expect(end.code).toBe(0);
      expect(writes(end)).toEqual(['ecr:BatchDeleteImage']);
      expect(await tagsLeft(aws)).toEqual(['latest']);
      expect(end.runner.text()).toContain('No log groups are deleted');
    }));

  it('takes its log groups with it where that is wished', () =>
    withClosed(async ({ aws, close, settle }) => {
      const [service, application] = groupsOf(await seedPreview(aws, PREVIEW));
      const line = { timestamp: Date.now(), message: 'ready' };
      aws.logs.append(application, 'instance/1', line);
      aws.logs.append(service, 'events', line);
      aws.logs.append('/aws/apprunner/hello/0123/application', 'instance/1', line);
      const end = await close({ 'delete-logs': 'true' });
      await settle();
      expect([end.code, warnings(end)]).toEqual([0, []]);
      expect(writes(end)).toEqual([DELETE, 'logs:DeleteLogGroup', 'logs:DeleteLogGroup']);
      expect(aws.logs.groups()).toEqual(['/aws/apprunner/hello/0123/application']);
    }));

  it('takes a log group with it that something else works on for a while', () =>
    withClosed(async ({ aws, close, settle }) => {
      await seedPreview(aws, PREVIEW);
      aws.faults.add({
        kind: 'refuse',
        action: 'logs:DeleteLogGroup',
        code: 'OperationAbortedException',
        message: 'A conflicting operation is currently in progress against this resource.',
        times: 4,
      });
      const end = await close({ 'delete-logs': 'true' });
      await settle();
      expect([end.code, warnings(end)]).toEqual([0, []]);
      expect(end.calls.filter((call) => call === 'logs:DeleteLogGroup')).toHaveLength(6);
      expect(aws.logs.groups()).toEqual([]);
    }));

  it('goes at the second try after a deletion that failed', () =>
    withClosed(async ({ aws, close }) => {
      await seedPreview(aws, PREVIEW);
      aws.faults.add({ kind: 'ending', type: 'DELETE_SERVICE', end: 'FAILED' });
      expect((await close()).code).toBe(1);
      const again = await close();
      expect([again.code, again.runner.outputs.result]).toEqual([0, 'deleted']);
      expect(writes(again)).toEqual([DELETE]);
    }));

  it('keeps its log groups where nobody says otherwise', () =>
    withClosed(async ({ aws, close }) => {
      const [service] = groupsOf(await seedPreview(aws, PREVIEW));
      const end = await close();
      expect(end.code).toBe(0);
      expect(aws.logs.groups()).toEqual([service]);
    }));

  it('is waited for while it is busy, and then deleted', () =>
    withClosed(async ({ aws, close }) => {
      await seedPreview(aws, PREVIEW);
      aws.appRunner.maintain(NAME, 90_000);
      const end = await close();
      expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
      expect(end.ms).toBeGreaterThan(90_000);
      expect(writes(end)).toEqual([DELETE]);
    }));

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['without tags', {}, 'it has none of the tags'],
    [
      'of another repository',
      ownershipTags({ ...PREVIEW, repository: 'octo/other' }),
      'apprunner-deploy:repository=octo/other',
    ],
    [
      'of another pull request',
      ownershipTags({ ...PREVIEW, pullRequest: 8 }),
      'apprunner-deploy:pull-request=8',
    ],
    [
      'of another service',
      ownershipTags({ ...PREVIEW, of: 'api' }),
      'apprunner-deploy:service=api',
    ],
    [
      'made otherwise',
      { ...ownershipTags(PREVIEW), 'apprunner-deploy:made-by': 'hand' },
      'apprunner-deploy:made-by=hand',
    ],
  ])('does not take a service %s with it', (_, tags, said) =>
    withClosed(async ({ aws, close }) => {
      await seedPreview(aws, PREVIEW, tags);
      await pushTags(aws, [previewTag(PREVIEW)]);
      const end = await close({ 'delete-logs': 'true' });
      expect([end.code, end.runner.outputs.result]).toEqual([1, 'failed']);
      expect(errorOf(end)).toContain(`'${NAME}'`);
      expect(errorOf(end)).toContain(said);
      expect(writes(end)).toEqual([]);
      expect(await tagsLeft(aws)).toEqual([previewTag(PREVIEW)]);
    }),
  );

  it('stays when its tags were changed while it was busy', () =>
    withClosed(async ({ aws, clock, close }) => {
      const ResourceArn = await seedPreview(aws, PREVIEW);
      aws.appRunner.maintain(NAME, 90_000);
      const client = new AppRunnerClient(aws.clientConfig);
      const Tags = [{ Key: 'apprunner-deploy:made-by', Value: 'hand' }];
      clock.after(30_000, () => void client.send(new TagResourceCommand({ ResourceArn, Tags })));
      const end = await close();
      client.destroy();
      expect([end.code, end.runner.outputs.result]).toEqual([1, 'failed']);
      expect(errorOf(end)).toContain('apprunner-deploy:made-by=hand');
      // The test's own.
      expect(writes(end)).toEqual(['apprunner:TagResource']);
    }));

  it('whose tags may not be read stays', () =>
    withClosed(async ({ aws, close }) => {
      await seedPreview(aws, PREVIEW);
      aws.faults.add({ kind: 'deny', action: 'apprunner:ListTagsForResource' });
      const end = await close();
      expect(end.code).toBe(1);
      expect(errorOf(end)).toContain('Allow apprunner:ListTagsForResource');
      expect(writes(end)).toEqual([]);
    }));

  it.each(['ecr:ListImages', 'ecr:BatchDeleteImage', 'logs:DeleteLogGroup'])(
    'goes without the permission %s, which is a warning',
    (action) =>
      withClosed(async ({ aws, close }) => {
        await seedPreview(aws, PREVIEW);
        await pushTags(aws, [previewTag(PREVIEW)]);
        aws.faults.add({ kind: 'deny', action });
        const end = await close({ 'delete-logs': 'true' });
        expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
        expect(warnings(end)).toHaveLength(1);
        expect(warnings(end)[0]).toContain(`Allow ${action} in the policy`);
      }),
  );

  it('tells what ECR keeps', () =>
    withClosed(async ({ aws, close }) => {
      await seedPreview(aws, PREVIEW);
      const child = previewTag(PREVIEW);
      await pushTags(aws, [child]);
      await pushIndexOver(aws, child);
      const end = await close();
      expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
      expect(warnings(end)).toHaveLength(1);
      expect(warnings(end)[0]).toContain(`ECR keeps tag '${child}'`);
      expect(warnings(end)[0]).toContain('ImageReferencedByManifestList');
    }));

  it('is only planned in a dry run', () =>
    withClosed(async ({ aws, close }) => {
      const [service, application] = groupsOf(await seedPreview(aws, PREVIEW));
      await pushTags(aws, [tagOf(7, 1), tagOf(7, 2)], ['latest']);
      const end = await close({ 'dry-run': 'true', 'delete-logs': 'true' });
      expect([end.code, end.runner.outputs.result]).toEqual([0, 'planned']);
      expect(writes(end)).toEqual([]);
      expect(end.runner.text()).toContain('1. DeleteService: the service is RUNNING.');
      expect(end.runner.text()).toContain(
        `2. BatchDeleteImage in ECR repository 'hello': ${tagOf(7, 1)}, ${tagOf(7, 2)}.`,
      );
      expect(end.runner.text()).toContain(
        `3. DeleteLogGroup, where it exists: ${service}, ${application}.`,
      );
    }));

  it('has the first of many images named in a dry run', () =>
    withClosed(async ({ aws, close }) => {
      await pushTags(
        aws,
        [1, 2, 3, 4, 5, 6, 7].map((n) => tagOf(7, n)),
      );
      const end = await close({ 'dry-run': 'true' });
      expect(end.code).toBe(0);
      expect(writes(end)).toEqual([]);
      expect(end.runner.text()).toContain(`${tagOf(7, 5)} and 2 more.`);
    }));

  it('stays when the pull request is open again', () =>
    withClosed(
      async ({ aws, close }) => {
        await seedPreview(aws, PREVIEW);
        await pushTags(aws, [previewTag(PREVIEW)]);
        const end = await close();
        expect([end.code, end.runner.outputs.result]).toEqual([0, 'skipped']);
        expect(writes(end)).toEqual([]);
        expect(end.runner.summaries.join()).toContain('open again');
        expect(await tagsLeft(aws)).toEqual([previewTag(PREVIEW)]);
      },
      { pullRequests: [{ number: 7, state: 'open', headSha: commit(7) }] },
    ));

  it('goes when GitHub can not be asked', () =>
    withClosed(
      async ({ aws, close }) => {
        await seedPreview(aws, PREVIEW);
        const end = await close({ comment: 'false' });
        expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
        expect(warnings(end).join()).toContain('Allow pull-requests: read');
      },
      {
        before: ({ method }) =>
          method === 'pullRequest' ? new ActionError('Allow pull-requests: read') : undefined,
      },
    ));

  it('is not waited for where that is told; its log groups stay then', () =>
    withClosed(async ({ aws, close, settle }) => {
      await seedPreview(aws, PREVIEW);
      const end = await close({ wait: 'false', 'delete-logs': 'true' });
      expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
      expect(end.calls).not.toContain('logs:DeleteLogGroup');
      expect(warnings(end).join()).toContain('The log groups stay');
      await settle();
    }));

  it('that App Runner does not delete is a failure', () =>
    withClosed(async ({ aws, close }) => {
      await seedPreview(aws, PREVIEW);
      await pushTags(aws, [previewTag(PREVIEW)]);
      aws.faults.add({ kind: 'ending', type: 'DELETE_SERVICE', end: 'FAILED' });
      const end = await close();
      expect([end.code, end.runner.outputs.result]).toEqual([1, 'failed']);
      expect(errorOf(end)).toContain('the service was not deleted');
      expect(await tagsLeft(aws)).toEqual([previewTag(PREVIEW)]);
    }));
});
