import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleaner, cut, harmless, plainLines } from '../../../src/diagnosis/clean-text.ts';

const ESC = '\u001b';

/** What the runner reads as a command (actions/runner, ActionCommand.TryParse and TryParseV2). */
function isCommand(line: string): boolean {
  return line.trimStart().startsWith('::') || line.includes('##[');
}

describe('a line from outside', () => {
  it.each([
    ['plain', 'plain'],
    ['trailing  \n', 'trailing'],
    [`${ESC}[31mred${ESC}[0m`, 'red'],
    [`${ESC}]8;;https://evil.example\u0007link${ESC}]8;;\u0007`, 'link'],
    [`${ESC}[2K${ESC}[1Gover`, 'over'],
    ['a\u0000b\u0007c\u009bd', 'abcd'],
    ['right\u202eto left', 'rightto left'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['half \ud800 pair', 'half  pair'],
    ['\tindented', '    indented'],
    ['smile 😀 über', 'smile 😀 über'],
    ['::error::x', ': :error::x'],
    ['  ::add-mask::x', '  : :add-mask::x'],
    ['\u00a0::stop-commands::x', '\u00a0: :stop-commands::x'],
    [':::x', ': ::x'],
    [`${ESC}[1m::set-output name=x::y`, ': :set-output name=x::y'],
    ['\u200b::error::x', ': :error::x'],
    ['a ::error::x', 'a ::error::x'],
    ['a ##[error]x', 'a ## [error]x'],
    ['###[group]x', '### [group]x'],
  ])('%j is printed as %j', (text, line) => {
    expect(cleaner([])(text)).toEqual([line]);
  });

  it.each([
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n\r\n', ['a', 'b']],
    ['progress\r::error::x', ['progress', ': :error::x']],
    ['a\u2028b\u2029c\u0085d\vf', ['a', 'b', 'c', 'd', 'f']],
    ['\n\na', ['', '', 'a']],
    ['', []],
  ])('%j becomes the lines %j', (text, lines) => {
    expect(cleaner([])(text)).toEqual(lines);
  });

  it('is cut, never through a character', () => {
    const [line = ''] = cleaner([])('x'.repeat(2_000));
    expect(line).toBe(`${'x'.repeat(499)}…`);
    expect(cut('ab😀cd', 4)).toBe('ab…');
    expect(cut('abcd', 4)).toBe('abcd');
  });

  it('is no command to the runner, whatever it holds', () => {
    const bits = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      ' ',
      '\t',
      '\r',
      '\n',
      ESC,
      '\u00a0',
      'x',
    );
    const texts = fc.oneof(
      fc.array(bits).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, fc.array(texts), (text, hidden) => {
        expect(cleaner(hidden)(text).filter(isCommand)).toEqual([]);
        expect(plainLines(text).map(harmless).filter(isCommand)).toEqual([]);
      }),
    );
  });
});

describe('a hidden value', () => {
  it.each([
    ['in a line', ['hunter2-secret'], 'password=hunter2-secret!', ['password=***!']],
    ['twice', ['hunter2-secret'], 'hunter2-secret hunter2-secret', ['*** ***']],
    ['inside a longer one', ['abcdefgh', 'abcdefghij'], 'abcdefghij', ['***']],
    ['between colours', ['hunter2-secret'], `hunter2${ESC}[31m-secret`, ['***']],
    ['with a tab', ['hunter2\tsecret'], 'x hunter2\tsecret', ['x ***']],
    [
      'of several lines',
      ['-----BEGIN\nabcdefghijk\nx'],
      'a\n-----BEGIN\nabcdefghijk\nx',
      ['a', '***', '***', 'x'],
    ],
    ['as JSON writes it', ['pass"word\\1'], '{"p":"pass\\"word\\\\1"}', ['{"p":"***"}']],
    ['as a URL writes it', ['p@ss/word'], 'postgres://u:p%40ss%2Fword@db', ['postgres://u:***@db']],
    ['with signs of patterns', ['a.*b+(c)[d]'], 'x a.*b+(c)[d] y', ['x *** y']],
    ['too short to be one', ['8080', 'true'], 'port 8080 is true', ['port 8080 is true']],
    [
      'behind the cut',
      ['hunter2-secret'],
      `${'x'.repeat(490)}hunter2-secret`,
      [`${'x'.repeat(490)}***`],
    ],
  ])('is not shown: %s', (_where, hidden, text, lines) => {
    expect(cleaner(hidden)(text)).toEqual(lines);
  });

  it('is in no line, wherever it stands in the text', () => {
    const secret = fc.stringMatching(/^[a-z]{4}[\w"\\/@ %.+-]{4,20}[a-z]{4}$/);
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1 }), fc.array(fc.string()), (hidden, others) => {
        const text = others.flatMap((other, at) => [other, hidden[at % hidden.length]]).join('');
        const shown = cleaner(hidden)(`${text}${hidden[0]}`).join('\n');
        expect(hidden.filter((value) => shown.includes(value))).toEqual([]);
      }),
    );
  });
});
