import { describe, expect, it } from '@jest/globals';
import { ActionError, causes, errorMessage, InputError } from '../../src/errors.ts';

describe('what was thrown', () => {
  it.each([
    [new Error('one'), 'one'],
    [new ActionError('two'), 'two'],
    ['three', 'three'],
    [undefined, 'undefined'],
    [{ toString: (): string => 'four' }, 'four'],
  ])('%# has a text', (thrown, text) => {
    expect(errorMessage(thrown)).toBe(text);
  });

  it('has its causes, outermost first', () => {
    const error = new ActionError('a', {
      cause: new TypeError('b', { cause: new Error('c', { cause: 'd' }) }),
    });
    expect(causes(error)).toEqual(['TypeError: b', 'Error: c', 'd']);
    expect(causes(new Error('a'))).toEqual([]);
    expect(causes('a')).toEqual([]);
  });

  it('may be its own cause', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(causes(error)).toHaveLength(10);
  });

  it('of bad inputs has one line a problem', () => {
    const error = new InputError(['a', 'b']);
    expect(error).toBeInstanceOf(ActionError);
    expect(error.message).toBe('a\nb');
    expect(error.problems).toEqual(['a', 'b']);
  });
});
