import { describe, it } from '@jest/globals';
import { SECRET_ARN } from '../../support/create-service.ts';
import { type BadInput, expectOneProblem } from '../../support/unit-bad-input.ts';

describe('a bad input ends in one sentence with name, value, what is allowed and an example', () => {
  it.each<BadInput>([
    [
      'service too short',
      { service: 'api' },
      ["Input 'service' is 'api'", '4 to 40 of A-Z a-z 0-9 - _', 'Example: service: hello-api'],
    ],
    ['service too long', { service: 'a'.repeat(41) }, ["Input 'service' is 'aaaa", '4 to 40']],
    ['service with a dot', { service: 'hello.api' }, ["Input 'service' is 'hello.api'"]],
    ['service that starts with a dash', { service: '-hello' }, ["'-hello'", 'a letter or a digit']],
    ['service missing', { service: '' }, ["Input 'service' is missing", 'Example: service:']],
    [
      'command unknown',
      { command: 'destroy' },
      [
        "Input 'command' is 'destroy'",
        'allowed: deploy, pause, resume, delete',
        'Example: command: deploy',
      ],
    ],
    ...['dry-run', 'skip-unchanged'].map(
      (name): BadInput => [
        `${name} with a word`,
        { [name]: 'yes' },
        [`Input '${name}' is 'yes'`, 'true or false', `Example: ${name}: true`],
      ],
    ),
    [
      'wait with a typo',
      { wait: 'ture' },
      ["Input 'wait' is 'ture'", 'true or false', 'Example: wait: true'],
    ],
    ...['0', '121', 'soon', '-5', '1.5'].map(
      (minutes): BadInput => [
        `timeout-minutes ${minutes}`,
        { 'timeout-minutes': minutes },
        [
          `Input 'timeout-minutes' is '${minutes}'`,
          'from 1 to 120',
          'Example: timeout-minutes: 30',
        ],
      ],
    ),
    ...['0', '1001', 'all'].map(
      (lines): BadInput => [
        `log-lines ${lines}`,
        { 'log-lines': lines },
        [`Input 'log-lines' is '${lines}'`, 'from 1 to 1000', 'Example: log-lines: 40'],
      ],
    ),
    [
      'aws-region in words',
      { 'aws-region': 'N. Virginia' },
      ["Input 'aws-region' is 'N. Virginia'", 'Region', 'Example: aws-region: us-east-1'],
    ],
    [
      'an availability zone as aws-region',
      { 'aws-region': 'us-east-1a' },
      ["Input 'aws-region' is 'us-east-1a'"],
    ],
    ...['0', '65536', '80a', '-80'].map(
      (port): BadInput => [
        `port ${port}`,
        { port },
        [`Input 'port' is '${port}'`, 'from 1 to 65535', 'Example: port: 8080'],
      ],
    ),
    [
      'start-command of two lines',
      { 'start-command': 'node a.js\nnode b.js' },
      ["Input 'start-command' has several lines", 'takes one', 'Example: start-command:'],
    ],
    [
      '3 vCPU',
      { cpu: '3 vCPU' },
      ["Input 'cpu' is '3 vCPU'", '0.25 vCPU, 0.5 vCPU, 1 vCPU', 'Example: cpu: 1 vCPU'],
    ],
    [
      '5 GB',
      { memory: '5 GB' },
      ["Input 'memory' is '5 GB'", '0.5 GB, 1 GB, 2 GB', 'Example: memory: 2 GB'],
    ],
    [
      '1 vCPU with 12 GB',
      { cpu: '1 vCPU', memory: '12 GB' },
      ["'cpu' and 'memory' are '1 vCPU' and '12 GB'", '2 GB, 3 GB, 4 GB', 'Example: cpu: 1 vCPU'],
    ],
    [
      'a policy as access-role-arn',
      { 'access-role-arn': 'arn:aws:iam::123456789012:policy/x' },
      [
        "Input 'access-role-arn' is 'arn:aws:iam::123456789012:policy/x'",
        'the ARN of an IAM role',
        'Example: access-role-arn: arn:aws:iam::',
      ],
    ],
    [
      'a name as access-role-arn',
      { 'access-role-arn': 'apprunner-ecr-access' },
      ["Input 'access-role-arn' is 'apprunner-ecr-access'", 'the ARN of an IAM role'],
    ],
    [
      'an instance profile as instance-role-arn',
      { 'instance-role-arn': 'arn:aws:iam::123456789012:instance-profile/x' },
      ["Input 'instance-role-arn' is 'arn:aws:iam::123456789012:instance-profile/x'"],
    ],
    [
      'an account of 11 digits',
      { 'instance-role-arn': 'arn:aws:iam::12345678901:role/x' },
      ["Input 'instance-role-arn' is", 'the ARN of an IAM role'],
    ],
    [
      'auto-deployments with a typo',
      { 'auto-deployments': 'yes' },
      ["Input 'auto-deployments' is 'yes'", 'true or false', 'Example: auto-deployments: true'],
    ],
    [
      'environment-mode unknown',
      { 'environment-mode': 'overwrite' },
      ["Input 'environment-mode' is 'overwrite'", 'merge, replace', 'Example: environment-mode:'],
    ],
    [
      'a variable twice',
      { 'environment-variables': 'A=1\nA=2' },
      ["Input 'environment-variables' names A twice", 'keep the line that is meant'],
    ],
    [
      'a variable with the prefix of App Runner',
      { 'environment-variables': 'AWSAPPRUNNER_X=1' },
      ["Input 'environment-variables' names AWSAPPRUNNER_X", 'Choose another name'],
    ],
    [
      'a line that is no variable',
      { 'environment-variables': 'A=1\nB' },
      ["Input 'environment-variables', line 2, is not NAME=VALUE", 'Example: '],
    ],
    [
      'a secret twice',
      { 'environment-secrets': `A=${SECRET_ARN}\nA=${SECRET_ARN}` },
      ["Input 'environment-secrets' names A twice"],
    ],
    [
      'a secret whose ARN is of another service',
      { 'environment-secrets': 'A=arn:aws:s3:::bucket/key' },
      [
        "Input 'environment-secrets': the source of A is not",
        'Secrets Manager secret or of an SSM parameter',
        'Example: environment-secrets: DATABASE_URL=arn:aws:secretsmanager:',
      ],
    ],
    [
      'a secret without a source',
      { 'environment-secrets': 'A=' },
      ["Input 'environment-secrets': the source of A is not"],
    ],
    [
      'a name that is variable and secret',
      { 'environment-variables': 'A=1', 'environment-secrets': `A=${SECRET_ARN}` },
      ["'environment-variables' and 'environment-secrets' both name A", 'keep it in one'],
    ],
  ])('%s', (_, texts, parts) => {
    expectOneProblem(texts, parts);
  });
});
