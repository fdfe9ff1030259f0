import { describe, expect, it } from '@jest/globals';
import { readList, readPairs, type Separator } from '../../../src/inputs/lists.ts';
import { problemsIn, readerOf, splitList } from '../../support/create-inputs.ts';

describe('a list is split as docker/build-push-action splits it', () => {
  it.each<[string, string, Separator, string[]]>([
    ['nothing', '', 'line', []],
    ['blank lines', '\n  \n', 'line', []],
    ['one item', 'A=1', 'line', ['A=1']],
    ['one item a line', 'A=1\nB=2', 'line', ['A=1', 'B=2']],
    ['Windows line ends', 'A=1\r\nB=2\r\n', 'line', ['A=1', 'B=2']],
    ['space around items', '  A=1  \n\tB=2 ', 'line', ['A=1', 'B=2']],
    ['commas where only lines separate', 'type=gha,mode=max', 'line', ['type=gha,mode=max']],
    ['commas where they separate', 'a=1,b=2\nc=3', 'comma or line', ['a=1', 'b=2', 'c=3']],
    ['empty items', 'a,,b,', 'comma or line', ['a', 'b']],
    ['an equals sign in the value', 'A=b=c', 'line', ['A=b=c']],
    ['a quoted item with commas', '"a=1,2",b=3', 'comma or line', ['a=1,2', 'b=3']],
    ['a quoted item of several lines', '"KEY=one\ntwo"\nB=2', 'line', ['KEY=one\ntwo', 'B=2']],
    ['doubled quotes in a quoted item', '"A={""b"": 1}"', 'line', ['A={"b": 1}']],
    ['quotes inside an item that is not quoted', 'A=say "hi"', 'line', ['A=say "hi"']],
    ['a number sign, which is no comment', 'A=#fff\n#B=2', 'line', ['A=#fff', '#B=2']],
  ])('%s', (_, text, separator, items) => {
    expect(splitList(text, separator)).toEqual(items);
  });
});

describe('broken quoting', () => {
  it('is a problem that says where, and not what, since the item may be a secret', () => {
    const reader = readerOf({ secrets: 'A=1\n"B=hunter2' });
    expect(readList(reader, 'secrets', 'line')).toEqual([]);
    const [problem = ''] = problemsIn(reader);
    expect(problem).toMatch(/^Input 'secrets' is not a list \(line 2\): a double quote/);
    expect(problem).not.toContain('hunter2');
  });
});

describe('pairs', () => {
  it('are split at the first equals sign', () => {
    const reader = readerOf({ secrets: 'token=a=b\n"key=one\ntwo"' });
    expect(readPairs(reader, 'secrets', 'line', 'x=y')).toEqual([
      ['token', 'a=b'],
      ['key', 'one\ntwo'],
    ]);
    expect(problemsIn(reader)).toEqual([]);
  });

  it.each(['hunter2', '=hunter2', 'hunter2='])('refuse %j by its place alone', (item) => {
    const reader = readerOf({ secrets: `a=b\n${item}` });
    expect(readPairs(reader, 'secrets', 'line', 'npm_token=<value>')).toEqual([['a', 'b']]);
    expect(problemsIn(reader)).toEqual([
      "Input 'secrets', item 2, is not NAME=VALUE. Example: secrets: npm_token=<value>",
    ]);
  });
});
