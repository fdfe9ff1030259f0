import { describe, expect, it } from '@jest/globals';
import { sinceTime } from '../../../src/inputs/since.ts';
import { problemsOf, readTexts } from '../../support/create-inputs.ts';
import { REGISTRY } from '../../support/create-service.ts';

const ID = '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e';
const DIGEST = `sha256:${'d'.repeat(64)}`;
const COMMON = {
  service: 'hello-api',
  region: 'us-east-1',
  dryRun: false,
  wait: true,
  timeoutMinutes: 30,
  logLines: 40,
};

/** What only a deployment uses, however wrong. */
const OTHERS = {
  port: 'http',
  context: '.',
  'access-role-arn': 'role',
  'environment-variables': '?',
  'skip-unchanged': 'sure',
  domain: '?',
};

describe('command: rollback', () => {
  it.each([
    ['nothing', {}, undefined],
    ['a tag', { 'image-tags': '1.4.0' }, { kind: 'tag', tag: '1.4.0' }],
    ['the first of several tags', { 'image-tags': '1.4.0\nlatest' }, { kind: 'tag', tag: '1.4.0' }],
    ['a digest', { 'image-tags': DIGEST }, { kind: 'digest', digest: DIGEST }],
    [
      'an image',
      { image: `${REGISTRY}/hello:1` },
      {
        kind: 'image',
        image: {
          identifier: `${REGISTRY}/hello:1`,
          type: 'ECR',
          registryId: REGISTRY.slice(0, 12),
          repository: 'hello',
          tag: '1',
        },
      },
    ],
  ] as const)('goes back to %s', (_, texts, to) => {
    const inputs = readTexts({ ...OTHERS, command: 'rollback', ...texts });
    expect(inputs).toEqual({ ...COMMON, command: 'rollback', ...(to && { to }) });
  });

  it('asks a page after it where one is named', () => {
    expect(readTexts({ command: 'rollback', 'smoke-path': '/up' })).toMatchObject({
      smoke: { path: '/up' },
    });
  });

  it.each([
    [{ 'image-tags': 'v 1' }, "Input 'image-tags' is 'v 1'"],
    [{ 'image-tags': ',' }, "Input 'image-tags' names no tag"],
    [
      { 'image-tags': '1', image: `${REGISTRY}/hello:1` },
      "Inputs 'image' and 'image-tags' exclude",
    ],
    [{ image: 'nginx' }, "Input 'image' is 'nginx'"],
    [{ wait: 'false', 'smoke-path': '/' }, "Inputs 'smoke-path' and 'wait: false' exclude"],
    [{ preview: 'true' }, 'preview'],
  ])('refuses %j', (texts, said) => {
    expect(problemsOf({ command: 'rollback', ...texts })).toEqual([expect.stringContaining(said)]);
  });
});

describe('command: wait', () => {
  it.each([ID, ID.replaceAll('-', ''), ID.toUpperCase()])('judges the operation %s', (id) => {
    expect(readTexts({ ...OTHERS, command: 'wait', 'operation-id': id })).toEqual({
      ...COMMON,
      command: 'wait',
      operationId: id,
    });
  });

  it.each([
    [{}, "Input 'operation-id' is missing"],
    [{ 'operation-id': '42' }, "Input 'operation-id' is '42'"],
    [{ 'operation-id': `${ID}0` }, "Input 'operation-id' is"],
    [{ 'operation-id': ID, wait: 'false' }, "Inputs 'command: wait' and 'wait: false' exclude"],
  ])('refuses %j', (texts, said) => {
    expect(problemsOf({ command: 'wait', ...texts })).toEqual([expect.stringContaining(said)]);
  });
});

describe('command: status', () => {
  it('is told the service and what to ask it for', () => {
    const texts = { 'smoke-path': '/up', 'smoke-status': '204', wait: 'false' };
    expect(readTexts({ ...OTHERS, ...texts, command: 'status' })).toEqual({
      ...COMMON,
      wait: false,
      command: 'status',
      smoke: { path: '/up', status: 204 },
    });
  });
});

describe('command: logs', () => {
  const NOW = Date.parse('2026-01-31T03:00:00Z');

  it.each([
    [undefined, '2026-01-31T02:00:00Z'],
    ['15m', '2026-01-31T02:45:00Z'],
    ['2h', '2026-01-31T01:00:00Z'],
    ['3d', '2026-01-28T03:00:00Z'],
    ['2026-01-30', '2026-01-30T00:00:00Z'],
    ['2026-01-30T12:00Z', '2026-01-30T12:00:00Z'],
    ['2026-01-30T12:00:00.5+02:00', '2026-01-30T10:00:00.500Z'],
  ])('since %s is from %s', (since, from) => {
    const inputs = readTexts({ ...OTHERS, command: 'logs', ...(since && { since }) });
    if (inputs.command !== 'logs') throw new Error('these are inputs for another command');
    expect(sinceTime(inputs.since, NOW)).toBe(Date.parse(from));
  });

  it.each(['0m', '5', '2 h', '1w', '-1h', 'yesterday', '2026-13-01', '2026-01-30T12:00', '1h30m'])(
    'refuses since: %s',
    (since) => {
      expect(problemsOf({ command: 'logs', since })).toEqual([
        expect.stringContaining(`Input 'since' is '${since}'`),
      ]);
    },
  );
});
