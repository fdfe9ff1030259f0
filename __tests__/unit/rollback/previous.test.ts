import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { LogEvent, PushedImage } from '../../../src/ports.ts';
import { deploymentsOf } from '../../../src/rollback/deployments.ts';
import { type Known, previousImage } from '../../../src/rollback/previous.ts';
import { REGISTRY } from '../../support/create-service.ts';

const NAME = `${REGISTRY}/hello`;
const MINUTE = 60_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const digest = (n: number) => `sha256:${String(n).padStart(64, '0')}`;

/** What became of a service, in order: each step is ten minutes after the one before. */
interface Step {
  readonly type?: OperationSummary['Type'];
  readonly tag: string;
  readonly status?: OperationSummary['Status'];
  /** The lines in the event log are gone. */
  readonly silent?: boolean;
  /** App Runner does not list it any more. */
  readonly forgotten?: boolean;
}

const idOf = (at: number) => `${'0'.repeat(8)}-0000-0000-0000-${String(at).padStart(12, '0')}`;
const timeOf = (at: number) => START + at * 10 * MINUTE;

function operationsOf(steps: readonly Step[]): OperationSummary[] {
  return steps
    .map((step, at) => ({ ...step, at }))
    .filter(({ forgotten }) => !forgotten)
    .map(({ type = 'UPDATE_SERVICE', status = 'SUCCEEDED', at }) => ({
      Id: idOf(at),
      Type: type,
      Status: status,
      StartedAt: new Date(timeOf(at)),
    }))
    .reverse();
}

function eventsOf(steps: readonly Step[]): LogEvent[] {
  return steps.flatMap(({ tag, silent, status = 'SUCCEEDED', type = 'UPDATE_SERVICE' }, at) => {
    if (silent || type === 'PAUSE_SERVICE') return [];
    const id = idOf(at).replaceAll('-', '');
    const end =
      status === 'SUCCEEDED'
        ? 'Successfully routed incoming traffic to application.'
        : `Deployment with ID : ${id} failed. Failure reason : Health check failed.`;
    return [
      `Deployment with ID : ${id} started. Triggering event : SERVICE_DEPLOY`,
      `Deployment Artifact: [Repo Type: ECR], [Image URL: ${NAME}], [Image Tag: ${tag}]`,
      end,
    ].map((message, line) => ({ time: timeOf(at) + line, message: `[AppRunner] ${message}` }));
  });
}

/** An image was pushed five minutes before the step of that number. */
const pushed = (n: number, step: number, ...tags: string[]): PushedImage => ({
  digest: digest(n),
  tags,
  pushedAt: timeOf(step) - 5 * MINUTE,
});

function previous(current: string, steps: readonly Step[], more: Partial<Known> = {}) {
  const operations = operationsOf(steps);
  return previousImage({
    current: `${NAME}:${current}`,
    operations,
    deployments: deploymentsOf(eventsOf(steps), operations),
    images: ['1', '2', '3'].map((tag, step) => pushed(step + 1, step, tag)),
    ...more,
  });
}

const step = (tag: string, more: Partial<Step> = {}): Step => ({ tag, ...more });
const found = (tag: string, source: string) =>
  expect.objectContaining({ kind: 'found', identifier: `${NAME}:${tag}`, source });

describe('the image that ran before, by the event log', () => {
  it.each<[string, string, readonly Step[], string]>([
    ['of two', '2', [step('1'), step('2')], '1'],
    ['of three', '3', [step('1'), step('2'), step('3')], '2'],
    ['after a rollback', '1', [step('1'), step('2'), step('1')], '2'],
    ['after two rollbacks', '2', [step('1'), step('2'), step('1'), step('2')], '1'],
    [
      'past a rejected one',
      '2',
      [step('1'), step('2'), step('3', { status: 'ROLLBACK_SUCCEEDED' })],
      '1',
    ],
    ['past a failed one', '2', [step('1'), step('3', { status: 'FAILED' }), step('2')], '1'],
    ['past new settings', '2', [step('1'), step('2'), step('2')], '1'],
    ['past a pause', '2', [step('1'), step('2'), step('', { type: 'PAUSE_SERVICE' })], '1'],
    ['that the list has forgotten', '2', [step('1', { forgotten: true }), step('2')], '1'],
    ['of a newest whose lines are late', '2', [step('1'), step('2', { silent: true })], '1'],
  ])('%s', (_, current, steps, before) => {
    expect(previous(current, steps)).toEqual(found(before, 'event log'));
  });

  it('is gone where ECR has it no more', () => {
    const images = [pushed(2, 1, '2')];
    expect(previous('2', [step('1'), step('2')], { images })).toEqual({
      kind: 'gone',
      identifier: `${NAME}:1`,
    });
  });

  it('is taken on trust where ECR may not be read', () => {
    const steps = [step('1'), step('2')];
    expect(previous('2', steps, { images: undefined })).toEqual(found('1', 'event log'));
  });

  it('is none where only one was ever deployed', () => {
    expect(previous('1', [step('1')])).toEqual({ kind: 'none' });
    expect(previous('1', [step('1'), step('1')])).toEqual({ kind: 'none' });
    expect(previous('1', [])).toEqual({ kind: 'none' });
  });

  it('is not a tag that was given to other bytes since', () => {
    const images = [pushed(1, 0), pushed(2, 1, '2'), { ...pushed(9, 9, '1') }];
    expect(previous('2', [step('1'), step('2')], { images })).toEqual({
      kind: 'found',
      identifier: `${NAME}@${digest(1)}`,
      source: 'pushes',
      at: timeOf(0),
    });
  });
});

describe('the image that ran before, by pushes and deployments', () => {
  const silent = (...tags: string[]) => tags.map((tag) => step(tag, { silent: true }));

  it.each<[string, string, readonly Step[], string]>([
    ['of two', '2', silent('1', '2'), '1'],
    ['of three', '3', silent('1', '2', '3'), '2'],
    ['after a rollback', '1', silent('1', '2', '1'), '2'],
    [
      'past a rejected one',
      '3',
      [...silent('1'), step('2', { silent: true, status: 'ROLLBACK_SUCCEEDED' }), ...silent('3')],
      '1',
    ],
  ])('%s', (_, current, steps, before) => {
    const tags = [...new Set(steps.map(({ tag }) => tag))];
    const images = tags.map((tag, at) => pushed(at + 1, at, tag));
    expect(previous(current, steps, { images })).toEqual(found(before, 'pushes'));
  });

  it('is never one that was pushed and not deployed, nor a preview', () => {
    const preview = `hello-pr-7-${'a'.repeat(40)}`;
    const images = [
      pushed(1, 0, '1'),
      { ...pushed(8, 1, 'unused'), pushedAt: timeOf(1) - 7 * MINUTE },
      { ...pushed(9, 1, preview), pushedAt: timeOf(1) - 6 * MINUTE },
      pushed(2, 1, '2'),
    ];
    expect(previous('2', silent('1', '2'), { images })).toEqual(found('1', 'pushes'));
  });

  it('under one tag for all is known by its digest', () => {
    const images = [pushed(1, 0), pushed(2, 1, 'latest')];
    expect(previous('latest', [step('latest'), step('latest')], { images })).toEqual(
      expect.objectContaining({ identifier: `${NAME}@${digest(1)}`, source: 'pushes' }),
    );
  });

  it('has the name of a commit where it has several', () => {
    const commit = 'a'.repeat(40);
    const images = [pushed(1, 0, 'stable', commit), pushed(2, 1, 'latest')];
    expect(previous('latest', [step('latest'), step('latest')], { images })).toEqual(
      found(commit, 'pushes'),
    );
  });

  it('can not be told without pushes', () => {
    expect(previous('2', silent('1', '2'), { images: undefined })).toEqual({ kind: 'unknown' });
    expect(previous('2', silent('1', '2'), { images: [] })).toEqual({ kind: 'unknown' });
  });
});

describe('the image that ran before, by tags of the service', () => {
  const steps = [step('1'), step('2'), step('3')];
  const remembered = {
    digest: digest(3),
    operationId: idOf(2).replaceAll('-', ''),
    previousImage: `${NAME}:1`,
    previousDigest: digest(1),
    previousCommit: 'c'.repeat(40),
  };

  it('goes before what else is known', () => {
    expect(previous('3', steps, { remembered })).toEqual({
      kind: 'found',
      identifier: `${NAME}:1`,
      source: 'tags',
      commit: 'c'.repeat(40),
    });
  });

  it.each([
    ['another deployment came after it', { ...remembered, operationId: idOf(1) }],
    ['it names no image', { ...remembered, previousImage: undefined }],
    ['it names no digest', { ...remembered, previousDigest: undefined }],
  ])('is not asked where %s', (_, tags) => {
    expect(previous('3', steps, { remembered: tags })).toEqual(found('2', 'event log'));
  });

  it('is found by its digest where its tag has gone to another image', () => {
    const images = [pushed(1, 0, 'other'), pushed(3, 2, '3', '1')];
    expect(previous('3', steps, { remembered, images })).toEqual(found('other', 'tags'));
  });

  it('is gone where no image has its digest', () => {
    const images = [pushed(3, 2, '3', '1')];
    expect(previous('3', steps, { remembered, images })).toEqual({
      kind: 'gone',
      identifier: `${NAME}:1`,
    });
  });
});
