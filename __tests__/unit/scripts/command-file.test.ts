import { describe, expect, it } from '@jest/globals';
import { readCommandFile } from '../../../scripts/runner/command-file.ts';

describe('a file in which an action writes outputs or state', () => {
  it.each([
    ['nothing', '', {}],
    ['a line', 'a=1\n', { a: '1' }],
    ['a value with equals signs', 'a=b=c\n', { a: 'b=c' }],
    ['a block', 'a<<END\none\ntwo\nEND\nb=2\n', { a: 'one\ntwo', b: '2' }],
    ['a block that looks like a line', 'a<<END\nb=1\nEND\n', { a: 'b=1' }],
    ['the last of two values', 'a=1\na=2\n', { a: '2' }],
  ])('is read: %s', (_, text, values) => {
    expect(readCommandFile(text)).toEqual(values);
  });

  it.each(['a<<END\none\n', 'no value\n', '=1\n'])('is refused when it is %j', (text) => {
    expect(() => readCommandFile(text)).toThrow(/does not end|is neither/);
  });
});
