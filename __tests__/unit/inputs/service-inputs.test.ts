import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../../src/inputs/settings.ts';
import { type InputTexts, problemsIn, problemsOf, readerOf } from '../../support/create-inputs.ts';
import { KMS_KEY_ARN, SCALING_ARN, VPC_CONNECTOR_ARN } from '../../support/create-service.ts';

function settingsOf(texts: InputTexts) {
  const reader = readerOf(texts);
  const settings = readSettings(reader);
  expect(problemsIn(reader)).toEqual([]);
  return settings;
}

describe('the health check', () => {
  it('is not there when nothing names it', () => {
    expect(settingsOf({})).not.toHaveProperty('healthCheck');
  });

  it('keeps a protocol without a path', () => {
    expect(settingsOf({ 'health-check-protocol': 'TCP' }).healthCheck).toEqual({ protocol: 'TCP' });
  });
});

describe('auto scaling', () => {
  it.each([SCALING_ARN, SCALING_ARN.replace('/3/1', '/3'), SCALING_ARN.replace('/3/1', '')])(
    'may be %s',
    (arn) => {
      expect(settingsOf({ 'auto-scaling-configuration-arn': arn }).autoScaling).toEqual({
        kind: 'arn',
        arn,
      });
    },
  );

  it('of equal smallest and largest size is right', () => {
    expect(settingsOf({ 'min-size': '3', 'max-size': '3' }).autoScaling).toEqual({
      kind: 'sizes',
      minSize: 3,
      maxSize: 3,
    });
  });
});

describe('tags', () => {
  it('may have an empty value, and quotes around what holds commas and quotes', () => {
    expect(settingsOf({ tags: 'a=\n"b=""x"", y"\nc = d e ' }).tags).toEqual({
      a: '',
      b: '"x", y',
      c: 'd e',
    });
  });

  it('of AWS’s limits are taken', () => {
    const tags = { [`k${'é'.repeat(127)}`]: 'v'.repeat(256) };
    const [[key, value] = []] = Object.entries(tags);
    expect(settingsOf({ tags: `${key}=${value}` }).tags).toEqual(tags);
  });

  it('are 50 at most', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `k${index}=v`).join('\n');
    expect(problemsOf({ tags: lines(50) })).toEqual([]);
    expect(problemsOf({ tags: lines(51) })).toEqual([
      expect.stringContaining("Input 'tags' names 51 tags, and a service can have 50."),
    ]);
  });
});

describe('what App Runner would refuse is refused here, with a remedy', () => {
  it.each<[InputTexts, string]>([
    [
      { 'health-check-protocol': 'HTTPS' },
      "'health-check-protocol' is 'HTTPS'; allowed: TCP, HTTP.",
    ],
    [
      { 'health-check-path': 'health' },
      "'health-check-path' is 'health'; allowed: a path that starts with /",
    ],
    [{ 'health-check-path': '/a b' }, "'health-check-path' is '/a b'; allowed: a path"],
    [
      { 'health-check-path': '/x', 'health-check-protocol': 'TCP' },
      "Inputs 'health-check-path' and 'health-check-protocol' exclude each other here",
    ],
    [
      { 'health-check-interval': '21' },
      "'health-check-interval' is '21'; allowed: a whole number from 1 to 20",
    ],
    [
      { 'health-check-timeout': '0' },
      "'health-check-timeout' is '0'; allowed: a whole number from 1 to 20",
    ],
    [{ 'health-check-healthy-threshold': 'x' }, "'health-check-healthy-threshold' is 'x'"],
    [{ 'health-check-unhealthy-threshold': '1.5' }, "'health-check-unhealthy-threshold' is '1.5'"],
    [{ 'min-size': '0' }, "'min-size' is '0'; allowed: a whole number from 1 to 25"],
    [{ 'min-size': '26' }, "'min-size' is '26'"],
    [{ 'max-size': '0' }, "'max-size' is '0'"],
    [
      { 'max-concurrency': '201' },
      "'max-concurrency' is '201'; allowed: a whole number from 1 to 200",
    ],
    [{ 'min-size': '5', 'max-size': '4' }, "Inputs 'min-size' and 'max-size' are 5 and 4"],
    [
      { 'auto-scaling-configuration-arn': SCALING_ARN, 'max-size': '4' },
      "Inputs 'auto-scaling-configuration-arn' and 'max-size' exclude each other",
    ],
    [
      { 'auto-scaling-configuration-arn': 'high' },
      "'auto-scaling-configuration-arn' is 'high'; allowed: the ARN of an App Runner auto scaling configuration",
    ],
    [
      { 'auto-scaling-configuration-arn': SCALING_ARN.replace('us-east-1', 'eu-west-1') },
      'which is in eu-west-1, and the service is in us-east-1',
    ],
    [{ 'vpc-connector-arn': SCALING_ARN }, 'allowed: the ARN of an App Runner VPC connector'],
    [
      { 'vpc-connector-arn': VPC_CONNECTOR_ARN.replace('us-east-1', 'us-east-2') },
      'which is in us-east-2, and the service is in us-east-1',
    ],
    [{ 'publicly-accessible': 'no' }, "'publicly-accessible' is 'no'; allowed: true or false"],
    [{ 'ip-address-type': 'IPV6' }, "'ip-address-type' is 'IPV6'; allowed: IPV4, DUAL_STACK"],
    [
      { 'publicly-accessible': 'false', 'ip-address-type': 'DUAL_STACK' },
      'App Runner has dual stack for public services only',
    ],
    [
      { 'observability-configuration-arn': VPC_CONNECTOR_ARN },
      'allowed: the ARN of an App Runner observability configuration',
    ],
    [
      { 'kms-key-arn': 'arn:aws:kms:us-east-1:123456789012:alias/hello' },
      'allowed: the ARN of a KMS key, not of an alias',
    ],
    [{ 'kms-key-arn': KMS_KEY_ARN.replace('us-east-1', 'us-west-2') }, 'which is in us-west-2'],
    [{ tags: 'team' }, "Input 'tags', item 1, is not KEY=VALUE. Example: tags: team=web"],
    [{ tags: 'a=1\n=web' }, "Input 'tags', item 2, is not KEY=VALUE"],
    [{ tags: 'a=1\na=2' }, "Input 'tags': a is named twice"],
    [{ tags: 'AWS:x=1' }, 'AWS:x starts with aws:, which AWS keeps for itself'],
    [{ tags: `${'k'.repeat(129)}=1` }, 'has 129 characters, and AWS takes 128'],
    [{ tags: `k=${'v'.repeat(257)}` }, 'the value of k has 257 characters, and AWS takes 256'],
    [{ tags: '"a=1\nb=2"' }, 'a tag has a line break'],
  ])('%j', (texts, said) => {
    const [problem = '', ...more] = problemsOf(texts);
    expect(more).toEqual([]);
    expect(problem).toContain(said);
  });
});
