import { describe, expect, it } from '@jest/globals';
import { createInputs, problemsOf, readTexts } from '../../support/create-inputs.ts';
import { type BadInput, expectOneProblem } from '../../support/unit-bad-input.ts';

const ROLE = 'arn:aws:iam::123456789012:role/deploy-hello';

describe('the role that a step assumes', () => {
  it('is none unless it is named', () => {
    expect(createInputs()).not.toHaveProperty('role');
  });

  it('has the session name, duration and audience of configure-aws-credentials', () => {
    expect(createInputs({ 'role-to-assume': ROLE }).role).toEqual({
      arn: ROLE,
      sessionName: 'GitHubActions',
      durationSeconds: 3600,
      audience: 'sts.amazonaws.com',
    });
  });

  it('takes what the inputs say', () => {
    const texts = {
      'role-to-assume': 'arn:aws-cn:iam::123456789012:role/teams/web/deploy@hello',
      'role-session-name': 'run_7+a=b,c.d@e-f',
      'role-duration-seconds': '900',
      audience: 'sts.amazonaws.com.cn',
    };
    expect(createInputs(texts).role).toEqual({
      arn: texts['role-to-assume'],
      sessionName: texts['role-session-name'],
      durationSeconds: 900,
      audience: texts.audience,
    });
  });

  it.each(['deploy', 'pause', 'resume', 'delete'])('is the same for %s', (command) => {
    expect(readTexts({ command, 'role-to-assume': ROLE })).toMatchObject({ role: { arn: ROLE } });
  });

  it('is the same for a sweep', () => {
    const env = { AWS_REGION: 'us-east-1', GITHUB_REPOSITORY: 'octo/hello' };
    const texts = { command: 'sweep', 'role-to-assume': ROLE, 'github-token': 'token' };
    expect(readTexts(texts, env)).toMatchObject({ role: { arn: ROLE } });
  });
});

describe('a bad input about the role ends in one sentence', () => {
  it.each<BadInput>([
    ...['deploy-hello', 'arn:aws:iam::1234:role/x', 'arn:aws:iam::123456789012:user/me'].map(
      (role): BadInput => [
        `role-to-assume ${role}`,
        { 'role-to-assume': role },
        [
          `Input 'role-to-assume' is '${role}'`,
          'the ARN of an IAM role, with its account',
          'Example: role-to-assume: arn:aws:iam::123456789012:role/',
        ],
      ],
    ),
    ...['x', 'a b', 'x'.repeat(65), 'with/slash'].map(
      (name): BadInput => [
        `role-session-name ${name}`,
        { 'role-to-assume': ROLE, 'role-session-name': name },
        [`Input 'role-session-name' is '${name}'`, '2 to 64 of', 'Example: role-session-name: '],
      ],
    ),
    ...['899', '43201', '1h', '-900', '3600.5'].map(
      (seconds): BadInput => [
        `role-duration-seconds ${seconds}`,
        { 'role-to-assume': ROLE, 'role-duration-seconds': seconds },
        [
          `Input 'role-duration-seconds' is '${seconds}'`,
          'from 900 to 43200',
          'Example: role-duration-seconds: 3600',
        ],
      ],
    ),
    [
      'audience with a space',
      { 'role-to-assume': ROLE, audience: 'a b' },
      ["Input 'audience' is 'a b'", 'Example: audience: sts.amazonaws.com'],
    ],
    ...['role-session-name', 'role-duration-seconds', 'audience'].map(
      (name): BadInput => [
        `${name} without a role, as an unset variable leaves it`,
        { 'role-to-assume': '', [name]: '3600' },
        [`Input 'role-to-assume' is missing, and '${name}' is about it`, 'Example: role-to-assume'],
      ],
    ),
  ])('%s', (_name, texts, parts) => {
    expectOneProblem(texts, parts);
  });

  it('tells every one at once', () => {
    const texts = { 'role-to-assume': 'me', 'role-duration-seconds': '1', audience: ' a b' };
    expect(problemsOf(texts)).toHaveLength(3);
  });
});
