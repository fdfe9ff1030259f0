import { describe, expect, it } from '@jest/globals';
import { readVariables } from '../../../src/inputs/variables.ts';
import { problemsIn, readerOf } from '../../support/create-inputs.ts';

const INPUT = 'environment-variables';

function read(text: string) {
  const reader = readerOf({ [INPUT]: text });
  return { variables: readVariables(reader, INPUT), problems: problemsIn(reader) };
}

describe('dotenv lines', () => {
  it.each<[string, string, Record<string, string>]>([
    ['one', 'LOG_LEVEL=info', { LOG_LEVEL: 'info' }],
    ['several', 'A=1\nB=2', { A: '1', B: '2' }],
    ['Windows line ends', 'A=1\r\nB=2', { A: '1', B: '2' }],
    ['an empty value', 'A=\nB=2', { A: '', B: '2' }],
    ['spaces around', '  A = 1  \n B=2', { A: '1', B: '2' }],
    ['export', 'export A=1', { A: '1' }],
    ['a colon', 'A: 1', { A: '1' }],
    ['dots and dashes in a name', 'a.b-c=1', { 'a.b-c': '1' }],
    ['spaces inside a value', 'A=one two', { A: 'one two' }],
    ['an equals sign in a value', 'A=b=c', { A: 'b=c' }],
    ['a URL', 'A=postgres://u:p@h:5432/db?x=1', { A: 'postgres://u:p@h:5432/db?x=1' }],
    ['single quotes', "A=' one '", { A: ' one ' }],
    ['single quotes keep a backslash', "A='one\\ntwo'", { A: 'one\\ntwo' }],
    ['backticks', 'A=`it\'s "so"`', { A: 'it\'s "so"' }],
    ['JSON in single quotes', 'A=\'{"b": 1}\'', { A: '{"b": 1}' }],
    ['JSON without quotes', 'A={"b":1}', { A: '{"b":1}' }],
    ['a quoted number sign', 'A="#fff"\nB=\'x#y\'', { A: '#fff', B: 'x#y' }],
    ['a comment line', '# A=1\nB=2', { B: '2' }],
    ['a comment after a value', 'A=1 # one', { A: '1' }],
    ['a comment with a number sign in it', 'A=1 # see issue#5 ##', { A: '1' }],
    ['a comment after a quoted value', 'A="#1" # one', { A: '#1' }],
    ['blank lines', '\n\nA=1\n\n\nB=2\n\n', { A: '1', B: '2' }],
    ['comments only', '# nothing', {}],
  ])('%s', (_, text, expected) => {
    const { variables, problems } = read(text);
    expect(problems).toEqual([]);
    expect(variables).toEqual(expected);
  });

  it('are undefined when the input is not set', () => {
    expect(read('').variables).toBeUndefined();
  });
});

describe('a wrong line', () => {
  it.each<[string, string, number]>([
    ['alone', 'hunter2', 1],
    ['first', 'hunter2\nA=1', 1],
    ['after a variable', 'A=1\nhunter2', 2],
    ['between variables', 'A=1\nhunter2\nB=2', 2],
    ['after blank lines and a comment', 'A=1\n\n# B\nhunter2', 4],
    ['with Windows line ends', 'A=1\r\n\r\nhunter2\r\nB=2', 3],
    ['without a name', '=hunter2', 1],
    ['with a name of two words', 'A=1\nMY KEY=hunter2', 2],
    ['with a name dotenv does not take', 'A=1\nB=2\nC$=hunter2', 3],
  ])('%s is refused with its number and without its text', (_, text, line) => {
    const { problems } = read(text);
    expect(problems).toEqual([
      `Input '${INPUT}', line ${line}, is not NAME=VALUE. Example: ${INPUT}: LOG_LEVEL=info`,
    ]);
  });

  it('is refused beside others', () => {
    expect(read('one\nA=1\ntwo\nA=2').problems).toHaveLength(3);
  });
});

describe('a number sign in a value without quotes', () => {
  it.each([
    'COLOUR=#fff',
    'PASSWORD=hunter2#x',
    'PASSWORD=hunter2#',
    'export PASSWORD=hunter2#x',
    'PASSWORD: hunter2#x',
  ])('%s is refused, because dotenv would cut the value there', (line) => {
    const [problem = '', ...more] = read(line).problems;
    expect(more).toEqual([]);
    expect(problem).toMatch(
      /^Input 'environment-variables': the value of (COLOUR|PASSWORD) holds '#'/,
    );
    expect(problem).not.toContain('hunter2');
  });

  it.each([
    ['a quote that is not closed', 'PASSWORD="hunter2#tail'],
    ['text after the closing quote', "PASSWORD='hunter2'b#tail'"],
    ['a quote of another line', "PASSWORD='hunter2#tail\nOTHER=1"],
  ])('is refused also with %s', (_, text) => {
    const { problems } = read(text);
    expect(problems.join('\n')).toContain('PASSWORD');
    expect(problems.join('\n')).not.toContain('hunter2');
  });
});

describe('a line break in a value', () => {
  it.each(['PASSWORD="hunter2\ntail"', 'PASSWORD="hunter2\\ntail"', "PASSWORD='hunter2\r\ntail'"])(
    'is refused, because App Runner takes none: %j',
    (text) => {
      const [problem = '', ...more] = read(`A=1\n${text}\nB=2`).problems;
      expect(more).toEqual([]);
      expect(problem).toMatch(
        /^Input 'environment-variables': the value of PASSWORD has a line break/,
      );
      expect(problem).toContain('environment-secrets');
      expect(problem).not.toContain('hunter2');
    },
  );

  it('does not disturb the count of lines', () => {
    expect(read('A="one\ntwo\nthree"\nhunter2').problems).toContainEqual(
      expect.stringContaining("Input 'environment-variables', line 4, is not NAME=VALUE"),
    );
  });
});

describe('a name', () => {
  it('is refused when it comes twice, by name alone', () => {
    expect(read('A=hunter2\nB=1\nA=hunter3').problems).toEqual([
      "Input 'environment-variables' names A twice; keep the line that is meant.",
    ]);
  });

  it.each(['AWSAPPRUNNER', 'AWSAPPRUNNER_X', 'awsapprunner_x'])(
    '%s is refused, because App Runner keeps the prefix',
    (name) => {
      const [problem = ''] = read(`${name}=hunter2`).problems;
      expect(problem).toContain(
        `names ${name}; App Runner keeps names that start with AWSAPPRUNNER`,
      );
      expect(problem).not.toContain('hunter2');
    },
  );

  it('may have the prefix inside', () => {
    expect(read('MY_AWSAPPRUNNER=1').problems).toEqual([]);
  });
});
