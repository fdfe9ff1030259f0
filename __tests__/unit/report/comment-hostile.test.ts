import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { About } from '../../../src/report/about.ts';
import { commentBody } from '../../../src/report/comment.ts';
import { marker } from '../../../src/report/marker.ts';
import type { Report } from '../../../src/report/report.ts';
import { hostileText, longHostileText } from '../../support/hostile-text.ts';
import { blocksOf } from '../../support/unit-markdown.ts';
import { ABOUT, CREATED, ROLLED_BACK } from '../../support/unit-report.ts';

function ended(report: Report, about: About = ABOUT): string {
  return commentBody('hello-api', about, { state: 'ended', report });
}

describe('a comment on hostile words', () => {
  const log = fc.array(longHostileText, { maxLength: 40 });
  const maybe = fc.option(longHostileText, { nil: undefined });
  const report = fc.record({
    result: fc.constantFrom('created', 'failed', 'rolled-back', 'skipped', 'deleted'),
    failure: maybe,
    reason: maybe,
    diagnosis: fc.option(
      fc.record({
        cause: maybe,
        remedy: maybe,
        events: log,
        application: log,
        notes: fc.array(longHostileText, { maxLength: 5 }),
        links: fc.constantFrom({}, { 'App Runner': 'https://console/a' }),
      }),
      { nil: undefined },
    ),
    serviceUrl: fc.option(hostileText, { nil: undefined }),
  });

  it('has the blocks that it should have, below the limit, and one marker', () => {
    fc.assert(
      fc.property(report, hostileText, ({ serviceUrl, ...changed }, branch) => {
        const facts = { ...CREATED.facts, serviceUrl };
        const text = ended({ ...CREATED, ...changed, facts } as Report, { ...ABOUT, branch });
        expect(text.length).toBeLessThan(60_100);
        expect(text.split('<!-- apprunner-deploy:')).toHaveLength(2);
        expect(blocksOf(text).join(' ')).toMatch(
          /^comment heading( paragraph)?( quote)? table( heading( paragraph){0,2}( paragraph code){0,2}( list)?( paragraph)?)?$/,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('of 5,000 characters of log and a branch that is markup shows both', () => {
    const branch = '`rm`|`x`|<script>alert(1)</script>';
    const application = Array.from({ length: 50 }, (_, at) => `${at} ${'`|<script>'.repeat(10)}`);
    const diagnosis = { cause: 'c', events: [], application, notes: [], links: {} };
    const text = ended({ ...ROLLED_BACK, diagnosis }, { ...ABOUT, branch });
    expect(text).toContain(' of `` `rm` ``&#124;`` `x` ``&#124;`<script>alert(1)</script>` |\n');
    expect(text).toContain(`\`\`\`text\n${application.join('\n')}\n\`\`\``);
    expect(blocksOf(text)).toContain('code');
  });

  it('leaves out the oldest log lines where all do not fit', () => {
    const application = Array.from({ length: 1_000 }, (_, at) => `${at} ${'x'.repeat(200)}`);
    const { diagnosis } = ROLLED_BACK;
    const text = ended({
      ...ROLLED_BACK,
      diagnosis: { events: [], notes: [], links: {}, ...diagnosis, application },
    });
    const shown = text.split('\n').filter((line) => line.endsWith('xxx'));
    expect(shown).toEqual(application.slice(-shown.length));
    expect(text).toContain(`The application logged last, ${shown.length} of 1000 lines:`);
    expect(text).toContain('[AppRunner] one');
    expect(text.length).toBeGreaterThan(59_000);
    expect(text.length).toBeLessThan(60_100);
  });

  it('shows of a single endless line its start', () => {
    const diagnosis = { events: [], application: ['`'.repeat(200_000)], notes: [], links: {} };
    const text = ended({ ...ROLLED_BACK, diagnosis });
    expect(text.length).toBeLessThan(60_100);
    expect(blocksOf(text)).toContain('code');
  });

  it('is not found as the comment about another service', () => {
    const other = marker('other-api');
    const text = ended(
      {
        ...ROLLED_BACK,
        failure: other,
        diagnosis: {
          cause: other,
          remedy: other,
          events: [other],
          application: [other],
          notes: [other],
          links: {},
        },
      },
      { ...ABOUT, branch: other },
    );
    expect(text).not.toContain(other);
    expect(text.startsWith(marker('hello-api'))).toBe(true);
  });
});
