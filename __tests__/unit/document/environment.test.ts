import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../../../src/document/check.ts';
import { problemsOf } from './problems.ts';

const CONFIGURATION = 'SourceConfiguration.ImageRepository.ImageConfiguration';
const VARIABLES = `${CONFIGURATION}.RuntimeEnvironmentVariables`;
const SECRETS = `${CONFIGURATION}.RuntimeEnvironmentSecrets`;

const documentOf = (configuration: unknown) => ({
  SourceConfiguration: { ImageRepository: { ImageConfiguration: configuration } },
});
const variablesOf = (variables: unknown) => documentOf({ RuntimeEnvironmentVariables: variables });
const ONE_LINE =
  'has a value that App Runner refuses; allowed: text in one line of at most 51200 characters; encode any other (base64), or keep it in Secrets Manager and name it in RuntimeEnvironmentSecrets.';

describe('a wrong variable, secret or command is refused without its value', () => {
  it.each<[string, unknown, string]>([
    [
      'a number',
      variablesOf({ A: 31337 }),
      `${VARIABLES}.A is a number; allowed: text. Write it in quotes.`,
    ],
    [
      'true',
      variablesOf({ A: true }),
      `${VARIABLES}.A is true or false; allowed: text. Write it in quotes.`,
    ],
    [
      'null',
      variablesOf({ A: null }),
      `${VARIABLES}.A has no value; allowed: text. Remove it where the setting is to stay as it is.`,
    ],
    ['a map', variablesOf({ A: { B: 'hunter2' } }), `${VARIABLES}.A is a map; allowed: text.`],
    [
      'a merge key of YAML 1.1',
      variablesOf({ '<<': { B: 'hunter2' } }),
      `${VARIABLES}.<< is a map; allowed: text.`,
    ],
    ['several lines', variablesOf({ A: 'hunter2\nhunter2' }), `${VARIABLES}.A ${ONE_LINE}`],
    [
      'too long a value',
      variablesOf({ A: 'hunter2'.repeat(10_000) }),
      `${VARIABLES}.A ${ONE_LINE}`,
    ],
    [
      'an empty name',
      variablesOf({ '': 'hunter2' }),
      `${VARIABLES} holds a name that App Runner refuses; allowed: a name in one line, 1 to 51200 characters.`,
    ],
    [
      'a reserved name',
      variablesOf({ AWSAPPRUNNER_X: 'hunter2' }),
      `${VARIABLES}.AWSAPPRUNNER_X has a name that starts with AWSAPPRUNNER, which App Runner keeps for itself. Choose another name.`,
    ],
    [
      'text in place of the map',
      variablesOf('A=hunter2'),
      `${VARIABLES} is text; allowed: a map of names to values, NAME: value.`,
    ],
    [
      'a list of texts',
      variablesOf(['A=hunter2']),
      `${VARIABLES} is a list; allowed: a map of names to values, NAME: value.`,
    ],
    [
      "CloudFormation's list",
      variablesOf([{ Name: 'A', Value: 'hunter2' }]),
      `${VARIABLES} is a list; allowed: a map of names to values, NAME: value.`,
    ],
    [
      'an empty list',
      variablesOf([]),
      `${VARIABLES} is a list; allowed: a map of names to values, NAME: value.`,
    ],
    [
      'a list with a name twice',
      variablesOf([{ A: 'hunter2' }, { A: 'b' }]),
      `${VARIABLES}.A stands in the list twice; keep the one that is meant.`,
    ],
    [
      'a variable beside the map',
      documentOf({ DB_PASSWORD: 'hunter2' }),
      `${CONFIGURATION}.DB_PASSWORD is no member that CreateService knows. Allowed: RuntimeEnvironmentVariables, StartCommand, Port, RuntimeEnvironmentSecrets.`,
    ],
    [
      'a name of several lines',
      documentOf({ 'A\n::error::B': 'hunter2' }),
      `${CONFIGURATION}.A ⏎ ::error::B is no member that CreateService knows. Allowed: RuntimeEnvironmentVariables, StartCommand, Port, RuntimeEnvironmentSecrets.`,
    ],
    [
      'a command of several lines',
      documentOf({ StartCommand: 'a\n--password hunter2' }),
      `${CONFIGURATION}.StartCommand has a value that App Runner refuses; allowed: a command in one line. Example: node server.js`,
    ],
    [
      'a command as a list',
      documentOf({ StartCommand: ['hunter2'] }),
      `${CONFIGURATION}.StartCommand is a list; allowed: text.`,
    ],
    [
      'too long a secret',
      documentOf({ RuntimeEnvironmentSecrets: { A: 'hunter2'.repeat(300) } }),
      `${SECRETS}.A has a value that App Runner refuses; allowed: the ARN of a secret or a parameter, 1 to 2048 characters. Example: arn:aws:ssm:us-east-1:123456789012:parameter/hello`,
    ],
    [
      'an empty secret',
      documentOf({ RuntimeEnvironmentSecrets: { A: '' } }),
      `${SECRETS}.A is empty. Name a value, or remove it: what is not named is not touched.`,
    ],
    [
      'a name in both maps',
      documentOf({
        RuntimeEnvironmentVariables: { A: 'hunter2' },
        RuntimeEnvironmentSecrets: { A: 'b' },
      }),
      `${CONFIGURATION} names A in RuntimeEnvironmentVariables and in RuntimeEnvironmentSecrets; keep it in one of them.`,
    ],
  ])('%s', async (_, document, problem) => {
    const problems = await problemsOf(() => checkDocument(document));
    expect(problems).toEqual([problem]);
    expect(problems.join()).not.toMatch(/hunter|31337/);
  });
});

describe('variables', () => {
  it('may be empty', () => {
    expect(checkDocument(variablesOf({ A: '' }))).toEqual(variablesOf({ A: '' }));
  });

  it('may be called what objects have by nature', () => {
    const variables = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}');
    const checked = checkDocument(variablesOf(variables)).SourceConfiguration?.ImageRepository;
    expect(Object.entries(checked?.ImageConfiguration?.RuntimeEnvironmentVariables ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ]);
  });

  it("may be a list of maps with one name each, as in the AWS CLI's reference", () => {
    expect(checkDocument(variablesOf([{ NAME: 'Jane' }, { B: '' }]))).toEqual(
      variablesOf({ NAME: 'Jane', B: '' }),
    );
  });
});
