import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonFaults } from '../../../src/document/json.ts';
import { parseDocument } from '../../../src/document/parse.ts';
import { problemsOf } from './problems.ts';

const parse = (text: string) => parseDocument(text, 'json');

describe('a JSON document', () => {
  it.each<[string, string, unknown]>([
    ['a map', '{"Port": "8080"}', { Port: '8080' }],
    [
      'all kinds of values',
      '[1, -2.5e3, true, false, null, "a", {}]',
      [1, -2500, true, false, null, 'a', {}],
    ],
    ['escapes', '{"\\u0041\\n": "\\"\\\\"}', { 'A\n': '"\\' }],
    ['spaces and Windows line ends', ' {\r\n\t"A" : 1 }\r\n', { A: 1 }],
    ['equal names in two maps', '{"A": {"B": 1}, "C": {"B": 2}}', { A: { B: 1 }, C: { B: 2 } }],
    ['a text equal to a name', '{"A": "A", "B": ["A"]}', { A: 'A', B: ['A'] }],
  ])('may hold %s', async (_, text, value) => {
    expect(await parse(text)).toEqual(value);
  });

  it('keeps a member called __proto__ as one of its own', async () => {
    expect(Object.keys(Object(await parse('{"__proto__": {"Port": "1"}}')))).toEqual(['__proto__']);
  });

  it('may be nested as deep as its size allows', async () => {
    const depth = 200_000;
    expect(await parse('['.repeat(depth) + ']'.repeat(depth))).toEqual(expect.any(Array));
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'Line 1, column 1 is not JSON: a value is expected there.'],
    ['a word', '{"A": hunter2}', 'Line 1, column 7 is not JSON: a value is expected there.'],
    [
      'single quotes',
      "{'A': 1}",
      `Line 1, column 2 is not JSON: a name in double quotes or '}' is expected there.`,
    ],
    [
      'a comment',
      '{\n  // hunter2\n}',
      `Line 2, column 3 is not JSON: a name in double quotes or '}' is expected there.`,
    ],
    [
      'a comma too many',
      '{\n"A": 1,\n}',
      'Line 3, column 1 is not JSON: a name in double quotes is expected there.',
    ],
    [
      'a comma too few',
      '{\n"A": 1\n"B": 2}',
      `Line 3, column 1 is not JSON: ',' or '}' is expected there.`,
    ],
    ['no colon', '{"A" 1}', `Line 1, column 6 is not JSON: ':' is expected there.`],
    [
      'a list that does not end',
      '[1\n',
      `Line 2, column 1 is not JSON: ',' or ']' is expected there.`,
    ],
    [
      'a text that does not end',
      '{"A": "hunter2',
      'Line 1, column 7 is not JSON: a value is expected there.',
    ],
    [
      'a line break in a text',
      '{"A": "hunter\n2"}',
      'Line 1, column 7 is not JSON: a value is expected there.',
    ],
    ['the wrong bracket', '[1}', `Line 1, column 3 is not JSON: ',' or ']' is expected there.`],
    ['two documents', '{}\n{}', 'Line 2, column 1 is not JSON: the end is expected there.'],
    [
      'a name twice',
      '{\n "A": "hunter2",\n "A": 2\n}',
      "Line 3 names 'A' a second time in one map; keep the line that is meant.",
    ],
    [
      'a name twice, once escaped',
      '{"A": 1, "\\u0041": 2}',
      "Line 1 names 'A' a second time in one map; keep the line that is meant.",
    ],
  ])('with %s is refused with its line and without its text', async (_, text, problem) => {
    const problems = await problemsOf(() => parse(text));
    expect(problems).toEqual([problem]);
    expect(problems.join()).not.toContain('hunter');
  });

  it('has all names that stand twice in one error', async () => {
    const text = '{"A": 1,\n"A": 2,\n"B": {"C": 1,\n"C": 2}, "A": 3}';
    expect(await problemsOf(() => parse(text))).toEqual([
      "Line 2 names 'A' a second time in one map; keep the line that is meant.",
      "Line 4 names 'C' a second time in one map; keep the line that is meant.",
      "Line 4 names 'A' a second time in one map; keep the line that is meant.",
    ]);
  });
});

describe('what is JSON', () => {
  const valid = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const onlyDuplicates = (text: string) =>
    jsonFaults(text).every((fault) => fault.includes('a second time'));

  it('is the same here as for JSON.parse, whatever is cut from a text or put into it', () => {
    const change = fc.tuple(
      fc.nat(200),
      fc.nat(3),
      fc.oneof(
        fc.constantFrom(
          '"',
          '\\',
          ',',
          ':',
          '{',
          '}',
          '[',
          ']',
          '1',
          '-',
          '0',
          '.',
          'e',
          '\n',
          '\u0000',
          '\u007f',
        ),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(fc.json(), change, (json, [at, length, inserted]) => {
        const text = json.slice(0, at) + inserted + json.slice(at + length);
        expect({ text, isJson: onlyDuplicates(text) }).toEqual({ text, isJson: valid(text) });
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same for texts of marks alone', () => {
    const marks = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"A"', '"B"', '1', ' '));
    fc.assert(
      fc.property(marks, (parts) => {
        const text = parts.join('');
        expect({ text, isJson: onlyDuplicates(text) }).toEqual({ text, isJson: valid(text) });
      }),
      { numRuns: 2000 },
    );
  });
});
