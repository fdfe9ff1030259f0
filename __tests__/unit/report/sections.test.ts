import { describe, expect, it } from '@jest/globals';
import { type Section, sectionLines, sectionMarkdown } from '../../../src/report/sections.ts';

const TABLE: Section = {
  kind: 'table',
  heading: 'Domains',
  header: ['Domain', 'State'],
  rows: [
    ['example.com', 'active'],
    ['a|b', '::error::\nx'],
  ],
};

describe('a section', () => {
  it('that is a table stands in columns in the log', () => {
    expect(sectionLines(TABLE)).toEqual([
      'Domain       State',
      'example.com  active',
      'a|b          ::error:: x',
    ]);
  });

  it('without names of columns has no line for them', () => {
    const rows = [['Status', 'RUNNING']];
    expect(sectionLines({ kind: 'table', heading: 'Service', header: ['', ''], rows })).toEqual([
      'Status  RUNNING',
    ]);
  });

  it('that is a table keeps its cells in Markdown, whatever they hold', () => {
    expect(sectionMarkdown(TABLE).split('\n')).toEqual([
      '#### Domains',
      '',
      '| Domain | State |',
      '| --- | --- |',
      '| example.com | active |',
      expect.stringMatching(/^\| a&#124;b \| [^|]+ \|$/),
    ]);
  });

  it('of lines is code in the summary, the last ones where not all fit', () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `${n} ${'x'.repeat(400)}`);
    const shown = sectionMarkdown({ kind: 'lines', heading: 'Log', lines });
    expect(Buffer.byteLength(shown)).toBeLessThan(110_000);
    expect(shown).toContain('2999 xxx');
    expect(shown).toMatch(/\d+ more are in the log\./);
    expect(sectionMarkdown({ kind: 'lines', heading: 'Log', lines: ['```', '<b>'] })).toContain(
      '````text\n```\n<b>\n````',
    );
  });

  it.each<Section>([
    { kind: 'table', heading: 'x', header: ['', ''], rows: [] },
    { kind: 'lines', heading: 'x', lines: [] },
    { kind: 'notes', heading: 'x', notes: [] },
  ])('that is empty says nothing: $kind', (section) => {
    expect(sectionMarkdown(section)).toBe('');
  });

  it('of notes is a list', () => {
    const notes = ['One is missing.', 'So is *another*.'];
    expect(sectionMarkdown({ kind: 'notes', heading: 'Notes', notes })).toBe(
      '#### Notes\n\n- One is missing.\n- So is &#42;another&#42;.',
    );
  });
});
