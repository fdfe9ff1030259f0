import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../../src/errors.ts';
import { createInputs, type InputTexts, problemsOf } from '../../support/create-inputs.ts';
import { REGISTRY, SECRET_ARN } from '../../support/create-service.ts';

const IMAGE = `${REGISTRY}/hello:1.4.0`;

describe('inputs that exclude each other are both named', () => {
  it.each([
    ['context', '.'],
    ['file', 'Dockerfile'],
    ['target', 'runtime'],
    ['build-args', 'A=1'],
    ['labels', 'a=1'],
    ['build-contexts', 'a=b'],
    ['secrets', 'a=b'],
    ['secret-envs', 'a=B'],
    ['secret-files', 'a=b'],
    ['ssh', 'default'],
    ['cache-from', 'type=gha'],
    ['cache-to', 'type=gha'],
    ['no-cache', 'true'],
    ['pull', 'true'],
    ['network', 'host'],
    ['add-hosts', 'db:10.0.0.5'],
    ['builder', 'mine'],
    ['repository', 'hello'],
    ['registry-id', '123456789012'],
    ['create-repository', 'true'],
    ['image-tags', '1.4.0'],
  ])('image and %s', (name, text) => {
    const [problem = '', ...more] = problemsOf({ image: IMAGE, [name]: text });
    expect(more).toEqual([]);
    expect(problem).toContain(`Inputs 'image' and '${name}' exclude each other`);
    expect(problem).toContain('Remove one of them');
  });
});

describe('several bad inputs', () => {
  it('are reported together', () => {
    const problems = problemsOf(
      {
        service: 'api',
        port: '0',
        cpu: '3 vCPU',
        'environment-variables': 'A=1\nA=2',
        'access-role-arn': 'role/x',
        'timeout-minutes': '500',
      },
      {},
    );
    const text = problems.join('\n');
    for (const name of [
      'aws-region',
      'service',
      'port',
      'cpu',
      'environment-variables',
      'access-role-arn',
      'timeout-minutes',
      'image-tags',
    ]) {
      expect(text).toContain(`'${name}'`);
    }
    expect(problems).toHaveLength(8);
  });

  it('are one InputError, one a line', () => {
    expect(() => createInputs({ service: 'api', port: '0' })).toThrow(InputError);
    expect(() => createInputs({ service: 'api', port: '0' })).toThrow(/'service'.*\n.*'port'/);
  });

  it('an image that is refused brings no complaints about a build that nobody wants', () => {
    expect(
      problemsOf({ image: 'nginx:latest', service: 'hello__api' }, { AWS_REGION: 'us-east-1' }),
    ).toEqual([expect.stringContaining("Input 'image' is 'nginx:latest'")]);
  });
});

describe('what may be secret', () => {
  const SECRET = 'hunter2hunter2';

  it.each<InputTexts>([
    { 'environment-variables': `${SECRET}` },
    { 'environment-variables': `A=${SECRET}\nA=${SECRET}` },
    { 'environment-variables': `AWSAPPRUNNER=${SECRET}` },
    { 'environment-variables': `A=${SECRET}#x` },
    { 'environment-variables': `A=1\n"${SECRET}` },
    { 'environment-secrets': `A=${SECRET}!` },
    { 'environment-secrets': `A=arn:aws:iam::123456789012:role/${SECRET}` },
    { secrets: SECRET },
    { secrets: `=${SECRET}` },
    { secrets: `A=1\n"B=${SECRET}` },
    { secrets: `A="${SECRET}\n=` },
    { 'build-args': `=${SECRET}` },
    { 'build-args': `"A=${SECRET}` },
    { 'secret-envs': `=${SECRET}` },
    // A query may hold a token.
    { 'smoke-path': `health?token=${SECRET}` },
    { 'smoke-path': `/health?a=1\n&token=${SECRET}` },
    { 'smoke-path': `https://hello.example/health?token=${SECRET}` },
    { 'smoke-path': `https://me:${SECRET}@hello.example/health` },
    { 'smoke-path': `/health?token=${SECRET}`, wait: 'false' },
    // App Runner's API model marks the start command as sensitive.
    { 'start-command': `node server.js --token ${SECRET}\nnode other.js` },
  ])('is in no problem: %j', (texts) => {
    const problems = problemsOf(texts);
    expect(problems).not.toEqual([]);
    expect(problems.join('\n')).not.toContain(SECRET);
  });
});

describe('the environment', () => {
  it('must name a Region when the input does not', () => {
    expect(problemsOf({}, { GITHUB_SHA: 'abc' })).toEqual([
      "Input 'aws-region' is missing, and neither AWS_REGION nor AWS_DEFAULT_REGION is set. Example: aws-region: us-east-1",
    ]);
  });

  it('must name a Region that can be one', () => {
    const [problem = ''] = problemsOf({}, { AWS_REGION: 'Ireland', GITHUB_SHA: 'abc' });
    expect(problem).toContain("AWS_REGION is 'Ireland'");
    expect(problem).toContain('Example: aws-region: us-east-1');
  });

  it('must name the commit when no tag is given', () => {
    expect(problemsOf({}, { AWS_REGION: 'us-east-1' })).toEqual([
      "Input 'image-tags' is missing, and GITHUB_SHA, its default, is not set. Example: image-tags: 1.4.0",
    ]);
  });
});

describe('names that JavaScript objects have by themselves', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty'])('%s may be a variable', (name) => {
    const texts = {
      'environment-variables': `${name}=1`,
      'environment-secrets': `A=${SECRET_ARN}`,
    };
    expect(problemsOf(texts)).toEqual([]);
  });
});
