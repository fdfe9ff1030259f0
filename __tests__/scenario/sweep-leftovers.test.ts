import { describe, expect, it, jest } from '@jest/globals';
import { ActionError } from '../../src/errors.ts';
import { previewTag } from '../../src/preview/image-tags.ts';
import { marker } from '../../src/report/marker.ts';
import type { FakeComment, FakeDeployment, GitHubWorld } from '../support/fake-github.ts';
import { pushTags, tagsLeft } from '../support/pushed-tags.ts';
import { commit, createPreview, SWEEP, seedPreview, TOKEN } from '../support/seeded-previews.ts';
import { type VirtualEnd, withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

const NUMBERS = [1, 2, 3];
const PREVIEWS = NUMBERS.map((number) => createPreview(number));

const closed: GitHubWorld['pullRequests'] = NUMBERS.map((number) => ({
  number,
  state: 'closed',
  headSha: commit(number),
}));

const warnings = ({ runner }: VirtualEnd) =>
  runner.log.filter((line) => line.startsWith('warning: '));

describe('a sweep', () => {
  it('takes the images of each preview with it, and lists their repository once', () =>
    withVirtualScene(
      () => ({ pullRequests: closed }),
      async ({ aws, act }) => {
        for (const preview of PREVIEWS) await seedPreview(aws, preview);
        await pushTags(aws, ...PREVIEWS.map((preview) => [previewTag(preview)]), [
          previewTag(createPreview(30)),
          'latest',
        ]);
        const end = await act(SWEEP);
        expect([end.code, warnings(end)]).toEqual([0, []]);
        expect(end.calls.filter((call) => call === 'ecr:ListImages')).toHaveLength(1);
        expect(end.calls.filter((call) => call === 'ecr:BatchDeleteImage')).toHaveLength(3);
        expect(await tagsLeft(aws)).toEqual([previewTag(createPreview(30)), 'latest']);
        expect(end.calls).not.toContain('logs:DeleteLogGroup');
      },
    ));

  it('takes the log groups with it where that is wished', () =>
    withVirtualScene(
      () => ({ pullRequests: closed }),
      async ({ aws, act, settle }) => {
        for (const preview of PREVIEWS) await seedPreview(aws, preview);
        const end = await act({ ...SWEEP, 'delete-logs': 'true' });
        await settle();
        expect(end.code).toBe(0);
        expect(end.calls.filter((call) => call === 'logs:DeleteLogGroup')).toHaveLength(6);
        expect(aws.logs.groups()).toEqual([]);
      },
    ));

  it('without the permission for images deletes the services, and warns once', () =>
    withVirtualScene(
      () => ({ pullRequests: closed }),
      async ({ aws, act }) => {
        for (const preview of PREVIEWS) await seedPreview(aws, preview);
        aws.faults.add({ kind: 'deny', action: 'ecr:ListImages' });
        const end = await act(SWEEP);
        expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
        expect(warnings(end)).toHaveLength(1);
        expect(warnings(end)[0]).toContain('Allow ecr:ListImages');
      },
    ));

  it('says so in the comments, and makes the deployments inactive', () =>
    withVirtualScene(
      () => ({
        pullRequests: closed,
        comments: NUMBERS.map(
          (number): FakeComment => ({
            id: number,
            pullRequest: number,
            own: true,
            body: `${marker('hello')} ready`,
          }),
        ),
        deployments: NUMBERS.map(
          (number): FakeDeployment => ({
            id: number,
            ref: commit(number),
            environment: `hello-pr-${number}`,
            transient: true,
            description: '',
            statuses: [{ state: 'success' }],
          }),
        ),
      }),
      async ({ aws, act, github }) => {
        for (const preview of PREVIEWS) await seedPreview(aws, preview);
        const end = await act(SWEEP);
        expect([end.code, warnings(end)]).toEqual([0, []]);
        expect(github.comments).toHaveLength(3);
        for (const { body } of github.comments) {
          expect(body).toContain(marker('hello'));
          expect(body).toContain('deleted');
        }
        expect(github.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual([
          'inactive',
          'inactive',
          'inactive',
        ]);
      },
    ));

  it('is no failure when GitHub takes no comment, which is one warning', () =>
    withVirtualScene(
      () => ({
        pullRequests: closed,
        before: ({ method }) =>
          method === 'findComment' ? new ActionError('Allow pull-requests: write') : undefined,
      }),
      async ({ aws, act }) => {
        for (const preview of PREVIEWS) await seedPreview(aws, preview);
        const end = await act(SWEEP);
        expect([end.code, end.runner.outputs.result]).toEqual([0, 'deleted']);
        expect(warnings(end)).toHaveLength(1);
        expect(warnings(end)[0]).toContain('pull-requests: write');
      },
    ));

  it('tells each preview in the job summary', () =>
    withVirtualScene(
      () => ({ pullRequests: closed }),
      async ({ aws, act }) => {
        for (const preview of PREVIEWS) await seedPreview(aws, preview);
        aws.faults.add({ kind: 'ending', type: 'DELETE_SERVICE', end: 'FAILED' });
        const end = await act(SWEEP);
        expect(end.code).toBe(1);
        const rows = end.runner.summaries
          .join('\n')
          .split('\n')
          .filter((line) => /^\| `hello-pr-/.test(line));
        expect(rows.map((row) => /\| (deleted|failed)\b/.exec(row)?.[1]).sort()).toEqual([
          'deleted',
          'deleted',
          'failed',
        ]);
      },
    ));

  it('shows no value of a variable, whatever App Runner writes', () =>
    withVirtualScene(
      () => ({ pullRequests: closed }),
      async ({ aws, act, clock }) => {
        const secret = 'correct horse battery staple';
        const arns = await Promise.all(
          PREVIEWS.map((preview) => seedPreview(aws, preview, undefined, { PASSPHRASE: secret })),
        );
        aws.faults.add({ kind: 'ending', type: 'DELETE_SERVICE', end: 'FAILED', times: 3 });
        for (const arn of arns) {
          const group = `/aws/apprunner/${arn.split(':service/')[1]}/service`;
          const message = `[AppRunner] could not stop with ${secret}`;
          aws.logs.append(group, 'events', { timestamp: clock.now() + 1_000, message });
        }
        const end = await act(SWEEP);
        expect(end.code).toBe(1);
        expect(end.runner.text()).toContain('could not stop with ');
        const shown = [
          ...end.runner.log,
          ...end.runner.summaries,
          ...Object.values(end.runner.outputs),
        ];
        expect(shown.join('\n')).not.toContain(secret);
        expect(shown.join('\n')).not.toContain(TOKEN);
        expect(end.runner.masked).toContain(TOKEN);
      },
    ));
});
