import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { timeline } from '../../../src/report/timeline.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { blocksOf } from '../../support/unit-markdown.ts';

const CHECK = { name: 'Check', ms: 420 };

describe('the timeline', () => {
  it('has a bar for each phase, which begins where the one before ends', () => {
    const phases = [CHECK, { name: 'Smoke test', ms: 61_000.4 }, { name: 'Deploy', ms: 0 }];
    expect(timeline(phases)).toBe(
      [
        '```mermaid',
        'gantt',
        '    dateFormat HH:mm:ss.SSS',
        '    axisFormat %M:%S',
        '    todayMarker off',
        '    Check (420 ms) :00:00:00.000, 420ms',
        '    Smoke test (1 min 01 s) :00:00:00.420, 61000ms',
        '    Deploy (0 ms) :00:01:01.420, 1ms',
        '```',
      ].join('\n'),
    );
  });

  it('shows hours where there are some', () => {
    expect(timeline([CHECK, { name: 'Deploy', ms: 7_200_000 }])).toContain('axisFormat %H:%M:%S\n');
  });

  it.each([
    ['one phase', [CHECK]],
    ['no phase', []],
    ['more than a day', [CHECK, { name: 'Build', ms: 86_400_000 }]],
  ])('is left out for %s', (_, phases) => {
    expect(timeline(phases)).toBe('');
  });

  it.each([
    ['section a', 'The section a'],
    ['Title', 'The Title'],
    ['2026-01-01 a', 'The 2026-01-01 a'],
    ['a:b;c#d%%{e}', 'a b c d e'],
    ['```\nend', 'The end'],
    ['<b>', 'b'],
    ['', 'Phase'],
    ['日本 é-1.2', '日本 é-1.2'],
  ])('takes %j for a name', (name, shown) => {
    expect(timeline([CHECK, { name, ms: 5 }])).toContain(
      `\n    ${shown} (5 ms) :00:00:00.420, 5ms\n`,
    );
  });

  it('is one task a line, whatever a phase is called', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(1_000_000), (name, ms) => {
        const text = timeline([CHECK, { name, ms }]);
        expect(blocksOf(text)).toEqual(['code']);
        const tasks = text.split('\n').slice(5, -1);
        expect(tasks).toHaveLength(2);
        for (const task of tasks) {
          expect(task).toMatch(
            /^ {4}[\p{L}\p{N} ./-]+ \([\w. ]+\) :\d\d:\d\d:\d\d\.\d{3}, \d+ms$/u,
          );
          expect(task).not.toMatch(/^ +(section|title|gantt|click|end|weekday|\d{4}-)/i);
        }
      }),
    );
  });
});
