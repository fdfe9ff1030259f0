import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../../src/inputs/settings.ts';
import { problemsIn, readerOf } from '../../support/create-inputs.ts';

describe('service settings', () => {
  it('hold no member for what is not set', () => {
    expect(Object.keys(readSettings(readerOf({})))).toEqual(['environmentMode']);
  });

  it('keep false and 1 as they are said', () => {
    expect(readSettings(readerOf({ 'auto-deployments': 'false', port: '1' }))).toEqual({
      autoDeployments: false,
      port: '1',
      environmentMode: 'merge',
    });
  });

  it.each([
    ['1', '2', { cpu: '1024', memory: '2048' }],
    ['0.25 vCPU', '0.5 GB', { cpu: '256', memory: '512' }],
    ['4096', '12288', { cpu: '4096', memory: '12288' }],
  ])('cpu %s and memory %s', (cpu, memory, size) => {
    const reader = readerOf({ cpu, memory });
    expect(readSettings(reader)).toEqual({ ...size, environmentMode: 'merge' });
    expect(problemsIn(reader)).toEqual([]);
  });

  it('a size that is not named is left to the service', () => {
    const reader = readerOf({ memory: '12 GB' });
    expect(readSettings(reader)).toEqual({ memory: '12288', environmentMode: 'merge' });
    expect(problemsIn(reader)).toEqual([]);
  });
});

describe('the source of a secret variable', () => {
  it.each([
    'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf',
    'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf:password::',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/team/db-url',
    'arn:aws-us-gov:ssm:us-gov-west-1:123456789012:parameter/x',
    '/team/db-url',
  ])('may be %s', (source) => {
    const reader = readerOf({ 'environment-secrets': `DB=${source}` });
    expect(readSettings(reader).environmentSecrets).toEqual({ DB: source });
    expect(problemsIn(reader)).toEqual([]);
  });

  it.each([
    'arn:aws:s3:::bucket',
    'arn:aws:iam::123456789012:role/x',
    'arn:aws:secretsmanager:us-east-1:1234:secret:db',
    'p@ssw0rd!',
    'hunter2',
    'correct horse',
  ])('may not be %s, which is not repeated', (source) => {
    const reader = readerOf({ 'environment-secrets': `DB=${source}` });
    readSettings(reader);
    const [problem = '', ...more] = problemsIn(reader);
    expect(more).toEqual([]);
    expect(problem).toContain('the source of DB is not');
    expect(problem).not.toContain(source);
  });
});
