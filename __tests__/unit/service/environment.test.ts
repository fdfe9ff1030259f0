import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import { type DeployedImage, readBack, withSettings } from '../../../src/service/configuration.ts';
import { createSettings } from '../../support/create-inputs.ts';
import {
  createService,
  createServiceWith,
  REGISTRY,
  SECRET_ARN,
} from '../../support/create-service.ts';

const SAME: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.0.0`, type: 'ECR' };
/** The configuration that a run with these settings sends. */
function sent(
  settings: Partial<ServiceSettings>,
  service: Service = createService(),
  image: DeployedImage = SAME,
) {
  return withSettings(readBack(service), image, createSettings(settings));
}

function imageSent(settings: Partial<ServiceSettings>, service?: Service) {
  return sent(settings, service).SourceConfiguration?.ImageRepository?.ImageConfiguration;
}

describe('variables and secrets', () => {
  const OTHER = SECRET_ARN.replace('db-url', 'other');
  const service = createServiceWith({
    RuntimeEnvironmentVariables: { A: '1', B: '2' },
    RuntimeEnvironmentSecrets: { S: SECRET_ARN },
  });
  type Maps = [variables: object | undefined, secrets: object | undefined];

  it.each<[string, Partial<ServiceSettings>, Maps]>([
    ['nothing named', {}, [{ A: '1', B: '2' }, { S: SECRET_ARN }]],
    [
      'a new variable',
      { environmentVariables: { C: '3' } },
      [{ A: '1', B: '2', C: '3' }, { S: SECRET_ARN }],
    ],
    [
      'a changed variable',
      { environmentVariables: { A: '9' } },
      [{ A: '9', B: '2' }, { S: SECRET_ARN }],
    ],
    [
      'an emptied variable',
      { environmentVariables: { A: '' } },
      [{ A: '', B: '2' }, { S: SECRET_ARN }],
    ],
    [
      'a new secret',
      { environmentSecrets: { T: OTHER } },
      [
        { A: '1', B: '2' },
        { S: SECRET_ARN, T: OTHER },
      ],
    ],
    [
      'a variable that becomes a secret',
      { environmentSecrets: { A: OTHER } },
      [{ B: '2' }, { S: SECRET_ARN, A: OTHER }],
    ],
    [
      'a secret that becomes a variable',
      { environmentVariables: { S: 'plain' } },
      [{ A: '1', B: '2', S: 'plain' }, {}],
    ],
    [
      'replaced variables',
      { environmentMode: 'replace', environmentVariables: { C: '3' } },
      [{ C: '3' }, {}],
    ],
    [
      'replaced variables and secrets',
      {
        environmentMode: 'replace',
        environmentVariables: { C: '3' },
        environmentSecrets: { A: OTHER },
      },
      [{ C: '3' }, { A: OTHER }],
    ],
  ])('%s', (_, settings, [variables, secrets]) => {
    const image = imageSent(settings, service);
    expect(image?.RuntimeEnvironmentVariables).toEqual(variables);
    expect(image?.RuntimeEnvironmentSecrets).toEqual(secrets);
  });

  it('are not sent where there are none and none are wished', () => {
    const none = createServiceWith({
      RuntimeEnvironmentVariables: undefined,
      RuntimeEnvironmentSecrets: {},
    });
    expect(imageSent({}, none)).toEqual({
      Port: '3000',
      StartCommand: 'node server.js --verbose',
    });
    expect(imageSent({ environmentVariables: {}, environmentMode: 'replace' }, none)).toEqual({
      Port: '3000',
      StartCommand: 'node server.js --verbose',
    });
  });
});
