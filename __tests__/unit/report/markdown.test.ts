import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bareLink, cell, code, fenced, link, table } from '../../../src/report/markdown.ts';
import { marker, withoutMarker } from '../../../src/report/marker.ts';
import { lastThatFit, oneLine } from '../../../src/report/plain.ts';
import { hostileText, longHostileText } from '../../support/hostile-text.ts';
import { blocksOf, shownBy } from '../../support/unit-markdown.ts';

describe('words from outside', () => {
  it.each([
    ['a mention', 'ask @team, please', 'ask `@team`, please'],
    ['a reference', 'see #12 and GH-12.', 'see `#12` and `GH-12`.'],
    ['a commit', 'reverts deadbeef', 'reverts `deadbeef`'],
    ['a URL', 'at https://evil.example/x!', 'at `https://evil.example/x`&#33;'],
    ['a page', 'WWW.evil.example', '`WWW.evil.example`'],
    ['mail', 'to a@b.example', 'to `a@b.example`'],
    ['a formula', 'costs $5 or $6', 'costs `$5` or `$6`'],
    ['a picture', 'well :tada: done', 'well `:tada:` done'],
    ['a mention between pipes', 'a|@team|b', '`a`&#124;`@team`&#124;`b`'],
    ['a mention among backticks', '`@team`', '`` `@team` ``'],
  ])('that are %s for GitHub are code', (_, text, markdown) => {
    expect(cell(text)).toBe(markdown);
  });

  it.each([
    ['- x', '&#45; x'],
    ['1. x', '1&#46; x'],
    ['===', '&#61;=='],
    ['    x', 'x'],
  ])('begin no block: %j', (text, markdown) => {
    expect(cell(text)).toBe(markdown);
  });

  it.each([
    ['a change of direction', 'safe\u202eexe.txt', 'safeexe.txt'],
    ['what has no width', 'a\u200b\u2060\ufeff\u3164b', 'ab'],
    ['controls and colours', '\u001b[31mred\u0000', 'red'],
    ['half a character', 'a\ud800b', 'ab'],
    ['other line ends', 'a\u2028b\u0085c\vd', 'a b c d'],
  ])('show without %s', (_, text, shown) => {
    expect(cell(text)).toBe(shown);
  });

  it.each([
    ['a space between pipes', '\\| |', '`\\`&#124;` `&#124;'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
    ['a space at the end', 'a |b', '` a  `&#124;`b`'],
  ])('are code with %s as it is', (_, text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  it('are shown as they are, in whatever place', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plain = oneLine(text);
        expect(shownBy(cell(text))).toBe(plain);
        expect(shownBy(code(text))).toBe(withoutMarker(plain));
        if (plain === '') return;
        expect(blocksOf(cell(text))).toEqual(['paragraph']);
        expect(blocksOf(`> ${cell(text)}`)).toEqual(['quote']);
        expect(blocksOf(`- ${cell(text)}`)).toEqual(['list']);
        const rows = [
          [cell(text), 'x'],
          ['x', code(text)],
        ];
        expect(blocksOf(table(['A', 'B'], rows))).toEqual(['table']);
      }),
      { numRuns: 1_000 },
    );
  });

  it('grow to seven times their length at the most', () => {
    fc.assert(
      fc.property(longHostileText, (text) => {
        expect(cell(text).length).toBeLessThanOrEqual(7 * text.length + 10);
      }),
    );
  });
});

describe('a code block', () => {
  it('has each line in it, and ends after them', () => {
    fc.assert(
      fc.property(fc.array(hostileText), (lines) => {
        const block = fenced(lines).split('\n');
        expect(blocksOf(block.join('\n'))).toEqual(['code']);
        expect(block).toHaveLength(Math.max(1, lines.length) + 2);
      }),
    );
  });

  it('has no marker of a comment in it', () => {
    const other = marker('other-api');
    expect(fenced([`a ${other} b`])).toBe('```text\na <! -- apprunner-deploy:other-api --> b\n```');
    expect(fenced([other.replaceAll(' ', '\u00a0')])).not.toContain(other);
    expect(code(other)).not.toContain(other);
    expect(cell(other)).not.toContain(other);
    expect(fenced([`<\u200b${other.slice(1)}`])).not.toContain(other);
  });
});

describe('a link', () => {
  it.each([
    ['https://x.example/a b?c=(1)|2&d', '[x](https://x.example/a%20b?c=%281%29%7C2&amp;d)'],
    ['https://x.example', '[x](https://x.example)'],
    ['https://x.example/<`>"\\', '[x](https://x.example/%3C%60%3E%22/)'],
    ['javascript:alert(1)', 'x'],
    ['no address', 'x'],
    [undefined, 'x'],
  ])('to %s is %s', (url, markdown) => {
    expect(link('x', url)).toBe(markdown);
  });

  it.each([
    ['http://127.0.0.1:8080', '<http://127.0.0.1:8080>'],
    ['https://x.example/?a=1&b=|', '<https://x.example/?a=1&amp;b=%7C>'],
    ['ftp://x.example', '`ftp://x.example`'],
    ['https://', '`https://`'],
  ])('that shows %s is %s', (url, markdown) => {
    expect(bareLink(url)).toBe(markdown);
  });
});

describe('the last lines that fit', () => {
  it.each([
    [['aa', 'bb', 'cc'], 9, ['aa', 'bb', 'cc']],
    [['aa', 'bb', 'cc'], 8, ['bb', 'cc']],
    [['aa', 'bb', 'cc'], 3, ['cc']],
    [['aa', 'bbbbbb'], 5, ['bbb…']],
    [['aa'], 0, []],
    [[], 10, []],
  ])('of %j in %d characters are %j', (lines, room, shown) => {
    expect(lastThatFit(lines, room)).toEqual(shown);
  });
});
