import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commentBody } from '../../../src/report/comment.ts';
import { oneLine } from '../../../src/report/plain.ts';
import type { Report } from '../../../src/report/report.ts';
import { summary } from '../../../src/report/summary.ts';
import { hostileText, longHostileText } from '../../support/hostile-text.ts';
import { blocksOf } from '../../support/unit-markdown.ts';
import { ABOUT, ROLLED_BACK } from '../../support/unit-report.ts';

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
    ['skipped', 'hello-api: skipped, nothing was changed'],
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
    ['teardown', 'not deleted, or not all that belongs to it'],
    ['sweep', 'previews could not all be deleted'],
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
    expect(shown).toContain('> one &#124; two\n>\n> &lt;img src=x&gt; &#96;code&#96; `@team`');
    expect(shown).toContain('`#1` &#91;a&#93;&#40;b&#41; &#42;c&#42; &amp;amp;');
  });

  it('says of a sweep that was good what it did', () => {
    const facts = {};
    expect(summary({ ...REPORT, command: 'sweep', result: 'deleted', facts })).toContain(
      '### App Runner: previews that nobody needs are deleted\n',
    );
  });

  it('has a timeline of the phases', () => {
    expect(text).toContain('\n\n```mermaid\ngantt\n');
    expect(text).toContain('    Build (1 min 01 s) :00:00:00.420, 61000ms\n');
  });

  it('says of a private service that it has no URL', () => {
    const facts = { ...REPORT.facts, serviceUrl: '' };
    expect(summary({ ...REPORT, facts })).toContain('| URL | none: the service is private');
  });
});

describe('the summary of a run with a comment', () => {
  it('has the words of the comment first, then what else there is', () => {
    const shown = summary(ROLLED_BACK, ABOUT);
    const comment = commentBody('hello-api', ABOUT, { state: 'ended', report: ROLLED_BACK });
    expect(shown.startsWith(comment.split('\n').slice(2).join('\n'))).toBe(true);
    expect(blocksOf(shown.slice(comment.split('\n').slice(2).join('\n').length + 1))).toEqual([
      'table',
      'code',
      'table',
    ]);
    expect(shown).not.toContain('<!--');
    expect(shown.match(/x\.us-east-1\.awsapprunner\.com/g)).toHaveLength(1);
    expect(shown).toContain(`| Image digest | ${DIGEST} |`);
  });
});

describe('the summary of hostile words', () => {
  const texts = fc.array(longHostileText, { maxLength: 20 });
  const one = fc.option(longHostileText, { nil: undefined });

  it('has the blocks that it should have', () => {
    fc.assert(
      fc.property(texts, one, hostileText, fc.boolean(), (lines, failure, name, isTold) => {
        const report: Report = {
          ...REPORT,
          result: 'failed',
          facts: { ...REPORT.facts, image: name, operationStatus: name, serviceStatus: name },
          phases: [...REPORT.phases, { name, ms: 1 }],
          changes: lines.map((line) => ({
            setting: line,
            kind: 'changed',
            before: line,
            after: line,
          })),
          plan: lines.filter((line) => oneLine(line) !== ''),
          failure,
          diagnosis: { events: lines, application: lines, notes: lines, links: {} },
        };
        const shown = summary(report, isTold ? { ...ABOUT, branch: name } : undefined);
        expect(Buffer.byteLength(shown)).toBeLessThan(1_000_000);
        const blocks = blocksOf(shown);
        expect(blocks[0]).toBe('heading');
        expect(blocks.slice(-2)).toEqual(['code', 'table']);
        expect(new Set(blocks)).not.toContain('comment');
      }),
      { numRuns: 100 },
    );
  });

  it('is below 1 MiB of UTF-8, with the newest log lines and a count of what is left out', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `${at} ${'日'.repeat(400)}`);
    const shown = summary({
      ...REPORT,
      result: 'failed',
      changes: many.map((setting) => ({ setting, kind: 'added' })),
      plan: many,
      failure: many.join('\n'),
      diagnosis: { events: many, application: many, notes: many, links: {} },
    });
    expect(Buffer.byteLength(shown)).toBeLessThan(1_000_000);
    expect(shown).toContain(`\n${many.at(-1)}\n`);
    expect(shown.match(/\n\n\d+ more are in the log\.\n\n/g)).toHaveLength(2);
  });
});
