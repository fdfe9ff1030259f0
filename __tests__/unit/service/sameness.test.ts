import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import type { DeployedImage } from '../../../src/service/configuration.ts';
import { decide } from '../../../src/service/decision.ts';
import type { Remembered } from '../../../src/service/remembered.ts';
import { compare, differenceAtSight } from '../../../src/service/sameness.ts';
import { createSettings } from '../../support/create-inputs.ts';
import { createService, REGISTRY } from '../../support/create-service.ts';

const DIGEST = `sha256:${'d'.repeat(64)}`;
const OTHER = `sha256:${'e'.repeat(64)}`;
const OPERATION = '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e';
const REMEMBERED: Remembered = { digest: DIGEST, operationId: OPERATION };

interface Case {
  readonly service?: Service;
  readonly image?: DeployedImage;
  readonly settings?: Partial<ServiceSettings>;
  readonly digest?: string | undefined;
  readonly remembered?: Remembered | undefined;
  readonly operations?: readonly OperationSummary[];
}

const named = (name: string): DeployedImage => ({ identifier: `${REGISTRY}/${name}`, type: 'ECR' });

function comparison(given: Case) {
  const { service = createService(), image = named('hello-api:1.0.0'), settings } = given;
  const decision = decide('hello-api', service, image, createSettings(settings));
  const operations = [{ Id: OPERATION, Type: 'UPDATE_SERVICE', Status: 'SUCCEEDED' } as const];
  return {
    service,
    image,
    decision,
    digest: DIGEST,
    remembered: REMEMBERED,
    operations,
    ...given,
  };
}

const operation = (
  Type: OperationSummary['Type'],
  Status: OperationSummary['Status'] = 'SUCCEEDED',
): OperationSummary => ({ Id: `later-${Type}`, Type, Status });
const OWN: OperationSummary = { Id: OPERATION, Type: 'UPDATE_SERVICE', Status: 'SUCCEEDED' };

const watched = createService({
  SourceConfiguration: { ...createService().SourceConfiguration, AutoDeploymentsEnabled: true },
});

describe('a service that has image and settings already', () => {
  it.each<[string, Case]>([
    ['under the same name', {}],
    ['under another tag', { image: named('hello-api:2.0.0') }],
    ['under its digest', { image: named(`hello-api@${DIGEST}`) }],
    ['with App Runner watching the tag that is deployed', { service: watched }],
    ['with settings named as they are', { settings: { port: '3000', cpu: '2048' } }],
    [
      'after a later deployment that was rolled back',
      { operations: [operation('UPDATE_SERVICE', 'ROLLBACK_SUCCEEDED'), OWN] },
    ],
    [
      'after a pause',
      { operations: [operation('RESUME_SERVICE'), operation('PAUSE_SERVICE'), OWN] },
    ],
    ['with an operation that App Runner has forgotten', { operations: [] }],
    [
      'with the operation in the other form of its id',
      { operations: [{ ...OWN, Id: OPERATION.replaceAll('-', '') }] },
    ],
  ])('is told: %s', (_, given) => {
    expect(compare(comparison(given))).toEqual({
      same: true,
      reason: expect.stringContaining(`${DIGEST} and every setting are what the service runs`),
    });
  });

  it('is told with the run that deployed it', () => {
    const remembered = { ...REMEMBERED, commit: 'abc', runUrl: 'https://x/1' };
    expect(compare(comparison({ remembered })).reason).toBe(
      `${DIGEST} and every setting are what the service runs, deployed from commit abc in run https://x/1`,
    );
  });

  it('is told with the tag that goes on running', () => {
    expect(compare(comparison({ image: named('hello-api:2.0.0') })).reason).toContain(
      `it goes on under the name ${REGISTRY}/hello-api:1.0.0, the same image by another tag`,
    );
  });
});

describe('a deployment is needed', () => {
  it.each<[string, Case, string]>([
    ['for another image', { digest: OTHER }, `the service runs ${DIGEST}, and this image is`],
    ['for a digest that is not known', { digest: undefined }, 'its digest is not known'],
    ['where nothing is remembered', { remembered: undefined }, 'no tags of the service tell'],
    ['for another setting', { settings: { port: '1' } }, 'ImageConfiguration.Port'],
    [
      'for a variable, without its value',
      { settings: { environmentVariables: { TOKEN: 'hunter2' } } },
      'settings change: SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables.TOKEN',
    ],
    [
      'for another tag beside another setting',
      { image: named('hello-api:2'), settings: { port: '1' } },
      'settings change',
    ],
    ['for another repository', { image: named('other:1.0.0') }, 'another repository'],
    [
      'for another tag that App Runner is to watch',
      { service: watched, image: named('hello-api:2') },
      'deploy by itself from another tag',
    ],
    [
      'after a failed creation',
      { service: createService({ Status: 'CREATE_FAILED' }) },
      'the service is CREATE_FAILED',
    ],
    [
      'after a later deployment',
      { operations: [operation('START_DEPLOYMENT'), OWN] },
      'START_DEPLOYMENT (operation later-START_DEPLOYMENT) has been SUCCEEDED',
    ],
    [
      'after a later update that failed half-way',
      { operations: [operation('UPDATE_SERVICE', 'ROLLBACK_FAILED'), OWN] },
      'UPDATE_SERVICE',
    ],
    [
      'while a later one goes on',
      { operations: [operation('START_DEPLOYMENT', 'IN_PROGRESS'), OWN] },
      'IN_PROGRESS',
    ],
    [
      'after a deployment by somebody else, when the remembered one is forgotten',
      { operations: [operation('UPDATE_SERVICE')] },
      'UPDATE_SERVICE',
    ],
    [
      'after more operations than App Runner tells',
      { operations: Array.from({ length: 20 }, () => operation('PAUSE_SERVICE')) },
      'too many operations',
    ],
  ])('%s', (_, given, reason) => {
    const { same, reason: told } = compare(comparison(given));
    expect(same).toBe(false);
    expect(told).toContain(reason);
    expect(told).not.toContain('hunter2');
  });

  it('for a service that is new', () => {
    const image = named('hello-api:1');
    const settings = createSettings({ accessRoleArn: 'arn:aws:iam::123456789012:role/r' });
    const decision = decide('hello-api', undefined, image, settings);
    const candidate = { service: createService(), image, decision, digest: DIGEST };
    expect(differenceAtSight(candidate)).toBe('the service is new');
  });
});
