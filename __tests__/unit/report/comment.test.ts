import { describe, expect, it } from '@jest/globals';
import { type About, aboutRun } from '../../../src/report/about.ts';
import { commentBody } from '../../../src/report/comment.ts';
import { marker } from '../../../src/report/marker.ts';
import type { Report } from '../../../src/report/report.ts';
import { ABOUT, CREATED, ROLLED_BACK } from '../../support/unit-report.ts';

const COMMIT = `| Commit | [\`0123456\`](${ABOUT.commit?.url}) of \`feature\` |`;
const RUN = '[Workflow run](https://github.com/acme/web/actions/runs/77)';
const CONSOLE =
  '[App Runner console](https://us-east-1.console.aws.amazon.com/apprunner/home?region=us-east-1#/services/dashboard?service_arn=arn%3Aaws%3Aapprunner%3Aus-east-1%3A123456789012%3Aservice%2Fhello-api-pr-7%2F1&amp;active_tab=logs)';

function ended(report: Report, about: About = ABOUT): string {
  return commentBody('hello-api', about, { state: 'ended', report });
}

function title(report: Report): string | undefined {
  return ended(report).split('\n')[2]?.replace('### App Runner service hello-api-pr-7: ', '');
}

describe('the comment', () => {
  it('says that a run is building', () => {
    expect(commentBody('hello-api', ABOUT, { state: 'building' })).toBe(
      [
        '<!-- apprunner-deploy:hello-api -->\n',
        '### App Runner service hello-api-pr-7: building\n',
        '|  |  |\n| --- | --- |',
        COMMIT,
        `| More | ${RUN} |\n`,
      ].join('\n'),
    );
  });

  it('says where the service is ready, what was done, and how long it took', () => {
    expect(ended(CREATED)).toBe(
      [
        '<!-- apprunner-deploy:hello-api -->\n',
        '### App Runner service hello-api-pr-7: ready\n',
        '|  |  |\n| --- | --- |',
        '| URL | <https://x.us-east-1.awsapprunner.com> |',
        '| Done | created |',
        '| Time | 3 min 20 s |',
        COMMIT,
        `| More | ${RUN} · ${CONSOLE} |\n`,
      ].join('\n'),
    );
  });

  it('says why it failed, what to do, what was logged last, and where to look', () => {
    expect(ended(ROLLED_BACK)).toBe(
      [
        '<!-- apprunner-deploy:hello-api -->',
        '### App Runner service hello-api-pr-7: not deployed: App Runner rolled back to the version before',
        '> Operation op-1 was rolled back.\n>\n> The service is RUNNING.',
        `|  |  |\n| --- | --- |\n| URL, with the version before | <https://x.us-east-1.awsapprunner.com> |\n| Time | 3 min 20 s |\n${COMMIT}\n| More | ${RUN} |`,
        '#### Why it failed',
        '**hello-api-pr-7: the container exited with code 3**',
        'Set it.',
        'App Runner says:',
        '```text\n[AppRunner] one\n```',
        'The application logged last:',
        '```text\nfirst\nlast\n```',
        '[App Runner](https://console/a)\n',
      ].join('\n\n'),
    );
  });

  it.each<[string, Partial<Report>, string]>([
    ['was updated', { result: 'updated' }, 'ready'],
    ['is unchanged', { result: 'unchanged' }, 'ready'],
    ['failed', { result: 'failed' }, 'not deployed'],
    ['was deleted', { command: 'teardown', result: 'deleted' }, 'deleted'],
    [
      'could not be deleted',
      { command: 'teardown', result: 'failed' },
      'not deleted, or not all that belongs to it',
    ],
    ['was skipped', { result: 'skipped' }, 'skipped, nothing was changed'],
    [
      'is deployed still',
      { facts: { ...CREATED.facts, operationStatus: 'IN_PROGRESS' } },
      'deployment started, this run did not wait for it',
    ],
    [
      'answers something else than it should',
      { result: 'failed', phases: [{ name: 'Smoke test', ms: 1 }] },
      'deployed, but the smoke test failed',
    ],
  ])('says of a service that %s', (_, changed, words) => {
    expect(title({ ...CREATED, ...changed })).toBe(words);
  });

  it('says why a run was skipped', () => {
    const reason = 'Pull request #7 is closed.';
    expect(ended({ ...CREATED, result: 'skipped', reason })).toContain(
      '\n\nPull request `#7` is closed.\n\n',
    );
  });

  it('says that a private service has no URL', () => {
    const facts = { ...CREATED.facts, serviceUrl: '' };
    expect(ended({ ...CREATED, facts })).toContain(
      '| URL | none: the service is private, VPC ingress connections alone lead to it |',
    );
  });

  it.each<[string, Partial<Report>]>([
    ['is deleted', { result: 'deleted' }],
    [
      'failed before it ran',
      { result: 'failed', facts: { ...CREATED.facts, serviceStatus: 'CREATE_FAILED' } },
    ],
    ['is not known', { result: 'failed', facts: {} }],
  ])('has no URL of a service that %s', (_, changed) => {
    expect(ended({ ...CREATED, ...changed })).not.toContain('URL');
  });

  it('shows no value of a setting', () => {
    const changes = [{ setting: 'A.Path', kind: 'changed', before: 'old', after: 'new' }] as const;
    expect(ended({ ...CREATED, changes })).toBe(ended(CREATED));
  });

  it('of a service that has nothing to tell has no empty table', () => {
    const text = commentBody('hello-api', { service: 'hello-api-pr-7' }, { state: 'deleted' });
    expect(text).toBe(`${marker('hello-api')}\n\n### App Runner service hello-api-pr-7: deleted\n`);
  });
});

describe('what a run is about', () => {
  const env = { GITHUB_REPOSITORY: 'acme/web', GITHUB_RUN_ID: '77' };
  const run = 'https://github.com/acme/web/actions/runs/77';

  it.each<[string, Record<string, string>, number | undefined, Partial<About>]>([
    [
      'a pull request',
      { GITHUB_HEAD_REF: 'feature', GITHUB_REF_NAME: '7/merge', GITHUB_RUN_ATTEMPT: '1' },
      7,
      {
        commit: { sha: 'abc', url: 'https://github.com/acme/web/pull/7/commits/abc' },
        branch: 'feature',
        runUrl: run,
      },
    ],
    [
      'a push, run again, on GitHub Enterprise Server',
      {
        GITHUB_SERVER_URL: 'https://ghes.example',
        GITHUB_REF_NAME: 'main',
        GITHUB_RUN_ATTEMPT: '2',
      },
      undefined,
      {
        commit: { sha: 'abc', url: 'https://ghes.example/acme/web/commit/abc' },
        branch: 'main',
        runUrl: 'https://ghes.example/acme/web/actions/runs/77/attempts/2',
      },
    ],
  ])('of %s is its page, commit and branch', (_, more, pullRequest, expected) => {
    expect(aboutRun({ ...env, ...more }, { service: 'hello', commit: 'abc', pullRequest })).toEqual(
      {
        service: 'hello',
        ...expected,
      },
    );
  });

  it('outside of a runner is no more than the commit', () => {
    expect(aboutRun({}, { service: 'hello', commit: 'abc' })).toEqual({
      service: 'hello',
      commit: { sha: 'abc' },
    });
  });
});
