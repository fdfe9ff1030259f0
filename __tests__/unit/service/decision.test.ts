import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import { type DeployedImage, readBack } from '../../../src/service/configuration.ts';
import { decide } from '../../../src/service/decision.ts';
import { createSettings } from '../../support/create-inputs.ts';
import {
  ACCESS_ROLE,
  createService,
  REGISTRY,
  SECRET_ARN,
  SERVICE_ARN,
} from '../../support/create-service.ts';

const SAME: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.0.0`, type: 'ECR' };
const NEXT: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.1.0`, type: 'ECR' };
function decideOn(
  service: Service | undefined,
  settings: Partial<ServiceSettings> = {},
  image: DeployedImage = SAME,
) {
  return decide('hello-api', service, image, createSettings(settings));
}

describe('what is done to the service that is found', () => {
  it('none: it is created', () => {
    expect(decideOn(undefined, { accessRoleArn: ACCESS_ROLE, port: '3000' }, NEXT)).toEqual({
      kind: 'create',
      request: {
        ServiceName: 'hello-api',
        SourceConfiguration: {
          ImageRepository: {
            ImageIdentifier: NEXT.identifier,
            ImageRepositoryType: 'ECR',
            ImageConfiguration: { Port: '3000' },
          },
          AutoDeploymentsEnabled: false,
          AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
        },
      },
    });
  });

  it('running with another tag: it is updated with its whole configuration', () => {
    const service = createService();
    const expected = readBack(service);
    expect(decideOn(service, {}, NEXT)).toEqual({
      kind: 'update',
      request: {
        ServiceArn: SERVICE_ARN,
        ...expected,
        SourceConfiguration: {
          ...expected.SourceConfiguration,
          ImageRepository: {
            ...expected.SourceConfiguration?.ImageRepository,
            ImageIdentifier: NEXT.identifier,
          },
        },
      },
      changes: [
        {
          setting: 'SourceConfiguration.ImageRepository.ImageIdentifier',
          kind: 'changed',
          before: SAME.identifier,
          after: NEXT.identifier,
        },
      ],
    });
  });

  it('running with other settings: it is updated', () => {
    const decision = decideOn(createService(), { port: '3001' });
    expect(decision.kind).toBe('update');
  });

  it('running with the same tag and settings: it is deployed again', () => {
    expect(decideOn(createService())).toEqual({ kind: 'deploy', serviceArn: SERVICE_ARN });
  });

  it.each<Partial<ServiceSettings>>([
    { port: '3000' },
    { cpu: '2048', memory: '4096' },
    { environmentVariables: { LOG_LEVEL: 'debug' } },
    { environmentSecrets: { DATABASE_URL: SECRET_ARN } },
    { accessRoleArn: ACCESS_ROLE, autoDeployments: false },
  ])('settings that it has already are no change: %j', (settings) => {
    expect(decideOn(createService(), settings).kind).toBe('deploy');
  });

  it('sizes in words are no change to units', () => {
    const service = createService({
      InstanceConfiguration: { ...createService().InstanceConfiguration, Cpu: '2 vCPU' },
    });
    expect(decideOn(service, { cpu: '2048' }).kind).toBe('deploy');
  });
});
