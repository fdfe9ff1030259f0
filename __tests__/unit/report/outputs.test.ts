import { describe, expect, it } from '@jest/globals';
import { outputsOf, withScheme } from '../../../src/report/outputs.ts';
import type { Facts } from '../../../src/result.ts';
import { actionFile } from '../../support/unit-action-file.ts';

const DIGEST = `sha256:${'d'.repeat(64)}`;

const FACTS: Facts = {
  serviceName: 'hello-api',
  serviceArn: 'arn:aws:apprunner:us-east-1:123456789012:service/hello-api/1',
  serviceId: '1',
  serviceUrl: 'x.us-east-1.awsapprunner.com',
  serviceStatus: 'RUNNING',
  operationId: 'op',
  operationStatus: 'SUCCEEDED',
  image: 'registry/hello:1.4.0',
  imageDigest: DIGEST,
  commit: 'a1b2',
  health: '200',
  operations: '[]',
  domain: {
    name: 'example.com',
    status: 'active',
    records: [{ name: 'example.com', type: 'CNAME', value: 'x.com', purpose: 'target' }],
  },
};

describe('outputs', () => {
  it('are all that is known', () => {
    expect(outputsOf(FACTS, 'updated')).toEqual({
      'service-url': 'https://x.us-east-1.awsapprunner.com',
      'service-arn': FACTS.serviceArn,
      'service-id': '1',
      'service-name': 'hello-api',
      'service-status': 'RUNNING',
      'operation-id': 'op',
      'operation-status': 'SUCCEEDED',
      image: `registry/hello:1.4.0@${DIGEST}`,
      'image-digest': DIGEST,
      commit: 'a1b2',
      health: '200',
      operations: '[]',
      'domain-status': 'active',
      'domain-records':
        '[{"name":"example.com","type":"CNAME","value":"x.com","purpose":"target"}]',
      result: 'updated',
    });
  });

  it('have the state of the domains also where the run is about none of them', () => {
    expect(outputsOf({ domainStatus: 'create_failed' }, 'unchanged')).toEqual({
      'domain-status': 'create_failed',
      result: 'unchanged',
    });
  });

  it('are those of action.yml', () => {
    expect(Object.keys(outputsOf(FACTS, 'updated')).sort()).toEqual(
      Object.keys(actionFile().outputs).sort(),
    );
  });

  it('have each result that action.yml names', () => {
    const words = actionFile().outputs.result?.description.match(/(?<=`)[a-z-]+(?=`)/g);
    expect(words).toEqual([
      'created',
      'updated',
      'deployed',
      'unchanged',
      'planned',
      'skipped',
      'paused',
      'resumed',
      'deleted',
      'rolled-back',
      'failed',
    ]);
  });

  it.each<[string, Facts, Record<string, string>]>([
    ['nothing', {}, {}],
    ['an empty URL, as a private service has', { serviceUrl: '' }, {}],
    ['an image without digest', { image: 'r/hello:1' }, { image: 'r/hello:1' }],
    [
      'an image named by its digest',
      { image: `r/hello@${DIGEST}`, imageDigest: DIGEST },
      { image: `r/hello@${DIGEST}`, 'image-digest': DIGEST },
    ],
    [
      'an image named by tag and digest',
      { image: `r/hello:1@${DIGEST}`, imageDigest: DIGEST },
      { image: `r/hello:1@${DIGEST}`, 'image-digest': DIGEST },
    ],
  ])('of %s', (_, facts, outputs) => {
    expect(outputsOf(facts, 'failed')).toEqual({ ...outputs, result: 'failed' });
  });

  it('keep the digest of an image that was named by it and could not be asked for', () => {
    const outputs = outputsOf({ image: `public.ecr.aws/team/hello:1@${DIGEST}` }, 'updated');
    expect(outputs.image).toBe(`public.ecr.aws/team/hello:1@${DIGEST}`);
  });
});

describe('the URL', () => {
  it.each([
    ['x.awsapprunner.com', 'https://x.awsapprunner.com'],
    ['https://x.awsapprunner.com', 'https://x.awsapprunner.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ])('%s is %s', (url, shown) => {
    expect(withScheme(url)).toBe(shown);
  });
});
