import { describe, expect, it } from '@jest/globals';
import { readBack, withSettings } from '../../../src/service/configuration.ts';
import { stands } from '../../../src/service/stands.ts';
import { createSettings } from '../../support/create-inputs.ts';
import { createService, REGISTRY, SERVICE_ARN } from '../../support/create-service.ts';

const image = { identifier: `${REGISTRY}/hello-api:1.0.0`, type: 'ECR' } as const;
const service = createService();
const own = readBack(service);

describe('a service has what a request asks for', () => {
  it.each([
    ['when it asks for what there is', own, true],
    [
      'when it leaves to App Runner what it does not name',
      { SourceConfiguration: own.SourceConfiguration },
      true,
    ],
    [
      'not when it asks for another image',
      withSettings(own, { ...image, identifier: `${REGISTRY}/hello-api:2` }, createSettings()),
      false,
    ],
    [
      'not when it asks for another port',
      withSettings(own, image, createSettings({ port: '9999' })),
      false,
    ],
    [
      'not when it asks for a variable more',
      withSettings(own, image, createSettings({ environmentVariables: { MORE: '1' } })),
      false,
    ],
    [
      'not when it asks for a variable less',
      withSettings(
        own,
        image,
        createSettings({
          environmentMode: 'replace',
          environmentVariables: { LOG_LEVEL: 'debug' },
        }),
      ),
      false,
    ],
  ])('%s', (_, asked, yes) => {
    expect(stands(service, { ServiceArn: SERVICE_ARN, ...asked })).toBe(yes);
  });
});
