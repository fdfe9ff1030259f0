import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../../src/errors.ts';
import { inputFromEnvironment } from '../../../src/inputs/reader.ts';
import { problemsIn, readerOf } from '../../support/create-inputs.ts';

describe('the runner hands inputs over in the environment', () => {
  const get = inputFromEnvironment({
    'INPUT_AWS-REGION': 'us-east-1',
    INPUT_SERVICE: '  hello \n',
    INPUT_TWO_WORDS: 'x',
  });

  it.each([
    ['aws-region', 'us-east-1'],
    ['service', 'hello'],
    ['two words', 'x'],
    ['port', ''],
  ])('%s is %j', (name, text) => {
    expect(get(name)).toBe(text);
  });
});

describe('a flag', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['', undefined],
  ])('%j is %j', (text, value) => {
    const reader = readerOf({ wait: text });
    expect(reader.flag('wait')).toBe(value);
    expect(problemsIn(reader)).toEqual([]);
  });

  it.each(['yes', 'on', '1', 'tRue', 'ture', 'true false'])(
    'refuses %j, since a typo must not count as false',
    (text) => {
      const reader = readerOf({ wait: text });
      expect(reader.flag('wait')).toBeUndefined();
      expect(problemsIn(reader)).toEqual([
        `Input 'wait' is '${text}'; allowed: true or false. Example: wait: true`,
      ]);
    },
  );
});

describe('a whole number', () => {
  it.each([
    ['1', 1],
    ['120', 120],
    ['007', 7],
    ['', undefined],
  ])('%j is %j', (text, value) => {
    const reader = readerOf({ minutes: text });
    expect(reader.integer('minutes', 1, 120, 30)).toBe(value);
    expect(problemsIn(reader)).toEqual([]);
  });

  it.each(['0', '121', '-1', '1.5', '1e2', '0x10', 'ten', '99999999999999999999', '1 2'])(
    'refuses %j',
    (text) => {
      const reader = readerOf({ minutes: text });
      expect(reader.integer('minutes', 1, 120, 30)).toBeUndefined();
      expect(problemsIn(reader)).toEqual([
        `Input 'minutes' is '${text}'; allowed: a whole number from 1 to 120. Example: minutes: 30`,
      ]);
    },
  );
});

describe('one of some words', () => {
  it('is the word itself', () => {
    expect(readerOf({ mode: 'merge' }).oneOf('mode', ['merge', 'replace'], 'replace')).toBe(
      'merge',
    );
  });

  it('refuses another word and names all', () => {
    const reader = readerOf({ mode: 'Merge' });
    expect(reader.oneOf('mode', ['merge', 'replace'], 'replace')).toBeUndefined();
    expect(problemsIn(reader)).toEqual([
      "Input 'mode' is 'Merge'; allowed: merge, replace. Example: mode: replace",
    ]);
  });
});

describe('a problem', () => {
  it('shows a long value cut and on one line', () => {
    const reader = readerOf({ mode: `${'a'.repeat(100)}\n  ${'b'.repeat(100)}` });
    reader.oneOf('mode', ['x'], 'x');
    const [problem = ''] = problemsIn(reader);
    expect(problem).not.toContain('\n');
    expect(problem).toContain(`'${'a'.repeat(100)} ⏎ ${'b'.repeat(14)}...'`);
  });

  it('is reported with all others in one error, one a line', () => {
    const reader = readerOf({ a: 'x', b: 'y' });
    reader.flag('a');
    reader.flag('b');
    const report = () => reader.throwIfWrong();
    expect(report).toThrow(InputError);
    expect(report).toThrow(/^Input 'a' is 'x'.*\nInput 'b' is 'y'.*$/);
  });

  it('is not reported when there is none', () => {
    expect(() => readerOf({}).throwIfWrong()).not.toThrow();
  });
});
