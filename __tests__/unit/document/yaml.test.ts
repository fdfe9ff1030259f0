import { describe, expect, it } from '@jest/globals';
import { parseDocument } from '../../../src/document/parse.ts';
import { problemsOf } from './problems.ts';

const parse = (text: string) => parseDocument(text, 'yaml');

describe('a YAML document', () => {
  it.each<[string, string, unknown]>([
    ['a map', 'Port: "8080"', { Port: '8080' }],
    ['JSON', '{"A": {"B": [1, true, null]}}', { A: { B: [1, true, null] } }],
    [
      'words that YAML 1.1 takes as false and true',
      'A: NO\nB: off\nC: y',
      { A: 'NO', B: 'off', C: 'y' },
    ],
    ['such words after a YAML 1.1 directive', '%YAML 1.1\n---\nA: yes', { A: 'yes' }],
    [
      'times and dates, which are text',
      'A: 12:30:45\nB: 2026-01-02',
      { A: '12:30:45', B: '2026-01-02' },
    ],
    ['numbers', 'A: 1\nB: 0x10\nC: 017\nD: 1_000', { A: 1, B: 16, C: 17, D: '1_000' }],
    ['a block of lines', 'A: |-\n  b\n  c', { A: 'b\nc' }],
    ['comments', '# a\nA: 1 # b', { A: 1 }],
    [
      'an anchor and its aliases',
      'A: &a {B: c}\nD: *a\nE: *a',
      { A: { B: 'c' }, D: { B: 'c' }, E: { B: 'c' } },
    ],
    [
      '<< as a name like any other',
      'A: &a {B: c}\nD:\n  <<: *a',
      { A: { B: 'c' }, D: { '<<': { B: 'c' } } },
    ],
    ['a text by tag', 'A: !!str 8080', { A: '8080' }],
    ['nothing', '# later\n', null],
  ])('may hold %s', async (_, text, value) => {
    expect(await parse(text)).toEqual(value);
  });

  it.each<[string, string, string]>([
    [
      'a name twice',
      'A: hunter2\nB: 1\nA: 2',
      "Line 3 names 'A' a second time in one map; keep the line that is meant.",
    ],
    [
      'a name twice in brackets',
      '{A, A: hunter2}',
      "Line 1 names 'A' a second time in one map; keep the line that is meant.",
    ],
    ['a number as a name', 'A: 1\n1e3: hunter2', 'Line 2 has a name that is not text; quote it.'],
    ['a list as a name', '[hunter2]: 1', 'Line 1 has a name that is not text; quote it.'],
    ['an empty name', 'A:\n  : hunter2', 'Line 2 has a name that is not text; quote it.'],
    [
      'an alias of nothing',
      'A: 1\nB: *hunter2',
      'Line 2 has an alias (*) whose anchor (&) does not stand before it.',
    ],
    [
      'a tag of CloudFormation',
      'A: !Ref hunter2',
      'Line 1 is not YAML: a tag (!) is not of YAML 1.2; write the value without it.',
    ],
    [
      'a tag of YAML 1.1',
      'A: !!binary aHVudGVyMg==',
      'Line 1 is not YAML: a tag (!) is not of YAML 1.2; write the value without it.',
    ],
    [
      'two documents',
      'A: 1\n---\nB: hunter2',
      "Line 2 is not YAML: the file holds a second document after '---'; one is read.",
    ],
    ['a tab', 'A:\n\t- hunter2', 'Line 2 is not YAML: a tab is used as indentation; use spaces.'],
    [
      'two colons',
      'A: hunter2: b',
      "Line 1 is not YAML: a second ': ' stands in one line; quote the value.",
    ],
    [
      'a list and a map',
      '- hunter2\nA: 1',
      'Line 2 is not YAML: something stands where YAML takes nothing more.',
    ],
    [
      'an at sign',
      'A: 1\nB: @hunter2',
      'Line 2 is not YAML: a value starts with a character that YAML reserves; quote the value.',
    ],
    [
      'an open bracket',
      'A: [hunter2',
      'Line 1 is not YAML: the indentation does not fit, or a bracket is not closed.',
    ],
    [
      'an open quote',
      'A: "hunter2',
      'Line 1 is not YAML: a quote, a bracket, a colon or a space is missing.',
    ],
    [
      'an unknown escape',
      'A: "hunter\\q2"',
      'Line 1 is not YAML: a backslash in double quotes starts no escape; use single quotes.',
    ],
    [
      'an unknown directive',
      '%HUNTER2\n---\nA: 1',
      'Line 1 is not YAML: a directive (%) is unknown or stands in the wrong place.',
    ],
  ])('with %s is refused with its line and without its values', async (_, text, problem) => {
    const problems = await problemsOf(() => parse(text));
    expect(problems).toEqual([problem]);
    expect(problems.join()).not.toMatch(/hunter|aHVudGVyMg/i);
  });

  it.each([
    ['of lists', '[', ']'],
    ['of lists over lines', '[\n', ']'],
    ['of maps', '{A: ', '}'],
  ])('nested too deep, %s, is refused', async (_, start, end) => {
    const [problem] = await problemsOf(() => parse(start.repeat(20_000) + end.repeat(20_000)));
    expect(problem).toMatch(/^Line \d+ is not YAML: the values are nested too deep\.$/);
  });

  it.each([
    ['lists', (name: string) => `[${Array(9).fill(name)}]`],
    ['maps', (name: string) => `{${Array.from({ length: 9 }, (_, i) => `k${i}: ${name}`)}}`],
  ])('whose aliases of %s multiply is refused at once', async (_, of) => {
    const lines = ['a0: &a0 [x, x, x]'];
    for (let i = 1; i < 12; i += 1) lines.push(`a${i}: &a${i} ${of(`*a${i - 1}`)}`);
    expect(await problemsOf(() => parse(lines.join('\n')))).toEqual([
      'The aliases (*) make the document too large. Write the values out where they are few.',
    ]);
  });
});
