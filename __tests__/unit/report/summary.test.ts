import { describe, expect, it } from '@jest/globals';
import { type Report, summary } from '../../../src/report/summary.ts';

const DIGEST = `sha256:${'d'.repeat(64)}`;

const REPORT: Report = {
  command: 'deploy',
  result: 'updated',
  facts: {
    serviceName: 'hello-api',
    serviceArn: 'arn:aws:apprunner:us-east-1:123456789012:service/hello-api/1',
    serviceUrl: 'x.us-east-1.awsapprunner.com',
    serviceStatus: 'RUNNING',
    operationId: 'op-1',
    operationStatus: 'SUCCEEDED',
    image: 'registry/hello:1.4.0',
    imageDigest: DIGEST,
  },
  phases: [
    { name: 'Check', ms: 420 },
    { name: 'Build', ms: 61_000 },
  ],
  changes: [
    { setting: 'InstanceConfiguration.Cpu', kind: 'changed', before: '1024', after: '2048' },
    { setting: 'X.RuntimeEnvironmentVariables.API', kind: 'added' },
  ],
};

describe('the summary', () => {
  const text = summary(REPORT);

  it.each([
    ['what was done to which service', '### App Runner service hello-api: updated\n'],
    ['the URL as a link', '| URL | <https://x.us-east-1.awsapprunner.com> |'],
    ['the result', '| Result | updated |'],
    ['the status', '| Service status | RUNNING |'],
    ['the operation', '| Operation | op-1 SUCCEEDED |'],
    ['the image', '| Image | registry/hello:1.4.0 |'],
    ['its digest', `| Image digest | ${DIGEST} |`],
    ['a changed setting with its values', '| InstanceConfiguration.Cpu | changed | 1024 | 2048 |'],
    ['a changed variable by its name', '| X.RuntimeEnvironmentVariables.API | added |  |  |'],
    ['each phase', '| Check | 420 ms |'],
    ['all phases together', '| Total | 1 min 01 s |'],
  ])('has %s', (_, line) => {
    expect(text).toContain(line);
  });

  it('is tables of one width each, with blank lines around', () => {
    const tables = text.split('\n\n').filter((part) => part.startsWith('|'));
    expect(tables).toHaveLength(3);
    for (const part of tables) {
      const widths = part
        .trim()
        .split('\n')
        .map((line) => line.split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each([
    ['created', 'hello-api: created'],
    ['deployed', 'hello-api: deployed again with the same settings'],
    ['unchanged', 'hello-api: unchanged, image and settings are what runs already'],
    ['planned', 'hello-api: planned, nothing was changed'],
    ['rolled-back', 'hello-api: not deployed: App Runner rolled back'],
    ['failed', 'hello-api: not deployed'],
  ] as const)('says of %s: %s', (result, headline) => {
    expect(summary({ ...REPORT, result })).toContain(headline);
  });

  it('of a dry run has what a run would do, step by step', () => {
    const plan = ['ResumeService: the service is paused.', 'UpdateService, with these <changes>.'];
    expect(summary({ ...REPORT, result: 'planned', plan })).toContain(
      '\n\n1. ResumeService: the service is paused.\n2. UpdateService, with these &lt;changes&gt;.\n\n',
    );
  });

  it.each([
    ['pause', 'not paused'],
    ['resume', 'not resumed'],
    ['delete', 'not deleted'],
  ] as const)('says of a %s that failed: %s', (command, headline) => {
    expect(summary({ ...REPORT, command, result: 'failed' })).toContain(`hello-api: ${headline}`);
  });

  it('says of a failed smoke test that the deployment was good', () => {
    const phases = [...REPORT.phases, { name: 'Smoke test', ms: 60_000 }];
    expect(summary({ ...REPORT, phases, result: 'failed' })).toContain(
      'hello-api: deployed, but the smoke test failed',
    );
  });

  it('of a run that knows nothing is the failure alone', () => {
    const report = {
      command: 'deploy',
      result: 'failed',
      facts: {},
      phases: [],
      changes: [],
      failure: 'no',
    } as const;
    expect(summary(report)).toBe(
      '### App Runner: not deployed\n\n> no\n\n|  |  |\n| --- | --- |\n| Result | failed |\n',
    );
  });

  it('quotes each line of a failure, and shows markup in it as it is', () => {
    const failure = 'one | two\n<img src=x> `code` @team #1 [a](b) *c* &amp;';
    const shown = summary({ ...REPORT, result: 'failed', failure });
    expect(shown).toContain('> one &#124; two\n>\n> &lt;img src=x&gt; &#96;code&#96; &#64;team');
    expect(shown).toContain('&#35;1 &#91;a&#93;&#40;b&#41; &#42;c&#42; &amp;amp;');
  });
});
