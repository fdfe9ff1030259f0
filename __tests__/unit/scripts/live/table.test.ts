import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { between } from '../../../../scripts/docs/tables.ts';
import { readArguments } from '../../../../scripts/live/arguments.ts';
import { masksOf } from '../../../../scripts/live/masks.ts';
import type { Question } from '../../../../scripts/live/question.ts';
import { QUESTIONS } from '../../../../scripts/live/questions.ts';
import { redacted } from '../../../../scripts/live/redact.ts';
import { answersTable, questionsTable } from '../../../../scripts/live/table.ts';
import { ACCESS_ROLE } from '../../../support/create-service.ts';

const PROJECT = new URL('../../../../', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, PROJECT));

const question: Question = {
  id: 'q',
  group: 'images',
  question: 'Is a|b?',
  assumed: 'No.',
  where: ['src/result.ts'],
  ask: () => Promise.reject(new Error('it is not asked here')),
};

describe('the table of answers', () => {
  it('has a row for each question, with or without an answer', () => {
    expect(
      answersTable([
        {
          question,
          outcome: { kind: 'answered', answer: { verdict: 'yes', seen: 'two\nlines' } },
        },
        { question, outcome: { kind: 'unanswered', why: 'The time was up.' } },
      ]),
    ).toBe(
      [
        '| Question | Answer | Seen | What the action assumes meanwhile |',
        '| --- | --- | --- | --- |',
        '| Is a\\|b? | **yes** | two lines | No. |',
        '| Is a\\|b? | not answered | The time was up. | No. |',
      ].join('\n'),
    );
  });
});

describe('the questions', () => {
  it('have ids of their own', () => {
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
  });

  it.each(QUESTIONS.flatMap(({ id, where }) => where.map((file) => [id, file])))(
    '%s names %s, which there is',
    (_, file) => {
      expect(existsSync(path(`${file}`))).toBe(true);
    },
  );

  it('are in the documentation as they are here', () => {
    const document = readFileSync(path('docs/live-proof.md'), 'utf8');
    // `npm run docs` writes it.
    expect(between(document, 'questions', questionsTable(QUESTIONS))).toBe(document);
  });
});

describe('what is shown', () => {
  it.each([
    ['role arn:aws:iam::123456789012:role/me, denied', 'role ARN denied'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1', 'REGISTRY/app:1'],
    ['127.0.0.1:5000/app@sha256:ab', 'REGISTRY/app@sha256:ab'],
    ['https://abc123.eu-west-1.awsapprunner.com/', 'https://SERVICE/'],
    ['deployment/c2c8eeedea164f459cf78f12a8953390', 'deployment/ID'],
    ['operation 0b1d3a2e-4a0e-4b57-9e5d-0a2f4b6c8d0e ended', 'operation ID ended'],
    ['account 123456789012.', 'account ACCOUNT.'],
    [`sha256:${'a'.repeat(64)}`, `sha256:${'a'.repeat(64)}`],
  ])('of %j is %j', (text, shown) => {
    expect(redacted(text)).toBe(shown);
  });

  it('hides the roles of the event and their account from the log', () => {
    const role = 'arn:aws:iam::123456789012:role/deploy';
    const inputs = { role, 'access-role': ACCESS_ROLE, region: 'eu-west-1', 'only-clean': 'false' };
    expect(masksOf({ inputs })).toEqual([role, ACCESS_ROLE, '123456789012']);
    expect(masksOf({})).toEqual([]);
    expect(masksOf(undefined)).toEqual([]);
  });
});

describe('the arguments of the live proof', () => {
  const env = { AWS_REGION: 'eu-west-1', ACCESS_ROLE_ARN: ACCESS_ROLE };
  const read = (args: string[], changes: Record<string, string> = {}) =>
    readArguments(args, { ...env, ...changes }, () => 'made');

  it('ask everything in 45 minutes unless they say otherwise', () => {
    expect(read([])).toEqual({
      kind: 'ask',
      region: 'eu-west-1',
      accessRoleArn: ACCESS_ROLE,
      run: 'made',
      questions: QUESTIONS,
      minutes: 45,
    });
    const some = read(['--questions', 'digest, list-lag', '--minutes', '20'], {
      GITHUB_RUN_ID: '17000000000',
    });
    expect(some).toMatchObject({ run: '17000000000', minutes: 20 });
    expect('questions' in some && some.questions.map(({ id }) => id)).toEqual([
      'digest',
      'list-lag',
    ]);
    expect(read(['--questions', ''])).toMatchObject({ questions: QUESTIONS });
  });

  it('clean up after one run or all, without a role for App Runner', () => {
    const clean = { kind: 'clean', region: 'eu-west-1', minutes: 25 };
    const none = { ACCESS_ROLE_ARN: '', GITHUB_RUN_ID: '1' };
    expect(read(['--clean'], none)).toEqual({ ...clean, run: undefined });
    expect(read(['--clean', '--run', '42'], none)).toEqual({ ...clean, run: '42' });
  });

  it.each([
    [['--questions', 'digests'], {}, 'There is no question digests; the questions: same-tag, '],
    [['--minutes', '0'], {}, "--minutes is '0', but must be a number from 1 to 300."],
    [['--run', 'UP'], {}, "--run is 'UP', but must be 1 to 12 small letters and digits."],
    [[], { ACCESS_ROLE_ARN: 'role' }, 'ACCESS_ROLE_ARN names no role'],
    [[], { AWS_REGION: '' }, 'There is no Region: set AWS_REGION.'],
  ] as const)('%j with %j are refused', (args, changes, text) => {
    expect(() => read([...args], changes)).toThrow(text);
  });
});
