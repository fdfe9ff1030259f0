import { describe, expect, it } from '@jest/globals';
import { loadModel, shapeOf } from '../../../local-aws/models/model.ts';
import { CODE_INPUTS, RUNTIMES } from '../../../src/inputs/code.ts';
import { createInputs, type InputTexts, problemsOf } from '../../support/create-inputs.ts';
import { type BadInput, expectOneProblem } from '../../support/unit-bad-input.ts';

const CONNECTION = `arn:aws:apprunner:us-east-1:123456789012:connection/github/${'a'.repeat(32)}`;
const REPOSITORY = 'https://github.com/team/hello';

describe('inputs about a code repository', () => {
  it.each<[string, InputTexts, object]>([
    [
      'all of them',
      {
        'source-repository': 'https://bitbucket.org/team/hello.git',
        'connection-arn': CONNECTION,
        'source-branch': 'release/2.x',
        'source-directory': '/apps/api server',
        'configuration-source': 'API',
        runtime: 'GO_1',
        'build-command': 'go build -o app ./...',
      },
      {
        repositoryUrl: 'https://bitbucket.org/team/hello.git',
        connectionArn: CONNECTION,
        branch: 'release/2.x',
        directory: '/apps/api server',
        configurationSource: 'API',
        runtime: 'GO_1',
        buildCommand: 'go build -o app ./...',
      },
    ],
    ['the repository alone', { 'source-repository': REPOSITORY }, { repositoryUrl: REPOSITORY }],
    ['a branch alone, of a service that exists', { 'source-branch': 'next' }, { branch: 'next' }],
    [
      'a runtime, which means settings of the API',
      { 'source-repository': REPOSITORY, runtime: 'NODEJS_22', port: '3000' },
      { repositoryUrl: REPOSITORY, runtime: 'NODEJS_22', configurationSource: 'API' },
    ],
  ])('%s', (_, texts, named) => {
    expect(createInputs(texts).source).toEqual({ kind: 'code', named });
  });

  it.each<BadInput>([
    [
      'a repository somewhere else',
      { 'source-repository': 'https://gitlab.com/team/hello' },
      ["Input 'source-repository' is 'https://gitlab.com/team/hello'", 'GitHub or Bitbucket'],
    ],
    [
      'a repository by ssh',
      { 'source-repository': 'git@github.com:team/hello.git' },
      ["Input 'source-repository' is", 'Example: source-repository: https://github.com/OWNER/NAME'],
    ],
    [
      'a password in the URL, which is not repeated beyond it',
      { 'source-repository': 'https://x@github.com/team/hello' },
      ["Input 'source-repository' is"],
    ],
    ['a ref', { 'source-branch': 'refs/heads/main' }, ["Input 'source-branch'", 'without refs/']],
    [
      'a relative directory',
      { 'source-directory': 'api' },
      ["'source-directory' is 'api'", '/api'],
    ],
    ['a runtime of no use', { runtime: 'NODEJS_20' }, ["Input 'runtime' is 'NODEJS_20'", 'GO_1']],
    ['another source of configuration', { 'configuration-source': 'FILE' }, ['API, REPOSITORY']],
    [
      'a connection of another Region',
      { 'connection-arn': CONNECTION.replace('us-east-1', 'eu-west-1') },
      ["Input 'connection-arn' is", 'which is in eu-west-1'],
    ],
    ['a connection by its name', { 'connection-arn': 'github' }, ["'connection-arn' is 'github'"]],
    [
      'a runtime beside apprunner.yaml',
      { 'configuration-source': 'REPOSITORY', runtime: 'GO_1' },
      ["Inputs 'configuration-source' and 'runtime' exclude each other", 'apprunner.yaml'],
    ],
    [
      'a port beside apprunner.yaml',
      { 'configuration-source': 'REPOSITORY', port: '80' },
      ["Inputs 'configuration-source' and 'port' exclude each other"],
    ],
    [
      'an image',
      { 'source-repository': REPOSITORY, image: 'public.ecr.aws/team/hello:1' },
      ["Inputs 'source-repository' and 'image' exclude each other"],
    ],
    [
      'a build',
      { 'source-repository': REPOSITORY, 'build-args': 'A=1' },
      ["Inputs 'source-repository' and 'build-args' exclude each other"],
    ],
    [
      'a tag of an image',
      { runtime: 'GO_1', 'image-tags': '1.0' },
      ["Inputs 'runtime' and 'image-tags' exclude each other"],
    ],
    [
      'a repository to make',
      { 'source-repository': REPOSITORY, 'create-repository': 'true' },
      ["Inputs 'source-repository' and 'create-repository' exclude each other"],
    ],
    [
      'an access role',
      { 'source-repository': REPOSITORY, 'access-role-arn': 'arn:aws:iam::123456789012:role/x' },
      ["Inputs 'source-repository' and 'access-role-arn' exclude each other"],
    ],
  ])('refuse %s', (_, texts, parts) => expectOneProblem(texts, parts));

  it('never repeat a build command of several lines', () => {
    const [problem = ''] = problemsOf({ 'build-command': 'export TOKEN=hunter2\nmake' });
    expect(problem).toContain("Input 'build-command' has several lines");
    expect(problem).not.toContain('hunter2');
  });

  it('take the runtimes that the API model has', () => {
    const { enum: known = [] } = shapeOf(loadModel('apprunner'), 'Runtime');
    expect([...RUNTIMES].sort()).toEqual([...known].sort());
  });

  it('exclude an image each', () => {
    const values: Record<string, string> = {
      'source-repository': REPOSITORY,
      'connection-arn': CONNECTION,
      'source-branch': 'main',
      'source-directory': '/api',
      'configuration-source': 'API',
      runtime: 'GO_1',
      'build-command': 'make',
    };
    for (const name of CODE_INPUTS) {
      expectOneProblem({ [name]: values[name] ?? '', image: 'public.ecr.aws/team/hello:1' }, [
        `Inputs '${name}' and 'image' exclude each other`,
      ]);
    }
  });
});
