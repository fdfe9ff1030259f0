import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import type { DeployedImage } from '../../../src/service/configuration.ts';
import { decide } from '../../../src/service/decision.ts';
import { createSettings } from '../../support/create-inputs.ts';
import {
  ACCESS_ROLE,
  createService,
  createServiceWith,
  REGISTRY,
  SECRET_ARN,
} from '../../support/create-service.ts';

const SAME: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.0.0`, type: 'ECR' };
const NEXT: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.1.0`, type: 'ECR' };
const PUBLIC: DeployedImage = { identifier: 'public.ecr.aws/team/hello:1', type: 'ECR_PUBLIC' };

function decideOn(
  service: Service | undefined,
  settings: Partial<ServiceSettings> = {},
  image: DeployedImage = SAME,
) {
  return decide('hello-api', service, image, createSettings(settings));
}

describe('what App Runner would refuse is refused before', () => {
  const codeService = createService({
    SourceConfiguration: {
      CodeRepository: {
        RepositoryUrl: 'https://github.com/team/app',
        SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
      },
    },
  });
  const withoutRole = createService({
    SourceConfiguration: {
      ImageRepository: { ImageIdentifier: PUBLIC.identifier, ImageRepositoryType: 'ECR_PUBLIC' },
    },
  });
  const SMALL = { Cpu: '1024', Memory: '2048' };

  it.each<[string, Service | undefined, Partial<ServiceSettings>, DeployedImage, string[]]>([
    [
      'a service built from code',
      codeService,
      {},
      NEXT,
      [
        "'hello-api'",
        'code repository',
        NEXT.identifier,
        'Delete the service, or deploy to another',
      ],
    ],
    [
      'a busy service',
      createService({ Status: 'OPERATION_IN_PROGRESS' }),
      {},
      NEXT,
      ["'hello-api' is OPERATION_IN_PROGRESS", 'concurrency group'],
    ],
    [
      'a paused service',
      createService({ Status: 'PAUSED' }),
      {},
      NEXT,
      ["'hello-api' is PAUSED", 'Resume it first'],
    ],
    [
      'a service whose creation failed',
      createService({ Status: 'CREATE_FAILED' }),
      {},
      NEXT,
      ["'hello-api' is CREATE_FAILED", 'Delete it first'],
    ],
    [
      'a service whose deletion failed',
      createService({ Status: 'DELETE_FAILED' }),
      {},
      NEXT,
      ["'hello-api' is DELETE_FAILED", 'Delete it again'],
    ],
    [
      'a new service without access role',
      undefined,
      {},
      NEXT,
      [
        "'access-role-arn' is missing",
        "'hello-api'",
        'build.apprunner.amazonaws.com',
        'Example: access-role-arn: arn:aws:iam::',
      ],
    ],
    [
      'a service that leaves ECR Public without access role',
      withoutRole,
      {},
      NEXT,
      ["'access-role-arn' is missing"],
    ],
    [
      'new secrets without instance role',
      createService({ InstanceConfiguration: SMALL }),
      {},
      NEXT,
      ["'instance-role-arn' is missing", 'tasks.apprunner.amazonaws.com'],
    ],
    [
      'secrets of a new service without instance role',
      undefined,
      { accessRoleArn: ACCESS_ROLE, environmentSecrets: { A: SECRET_ARN } },
      NEXT,
      ["'instance-role-arn' is missing", "'hello-api'"],
    ],
    [
      "a memory that the service's CPU can not have",
      createService(),
      { memory: '2048' },
      SAME,
      ['2 vCPU runs with 4 GB, 6 GB of memory, not with 2 GB', 'cpu and memory'],
    ],
    [
      "a CPU that the service's memory can not have",
      createService(),
      { cpu: '256' },
      SAME,
      ['0.25 vCPU runs with 0.5 GB, 1 GB of memory, not with 4 GB'],
    ],
    [
      'a memory that the default CPU can not have',
      undefined,
      { accessRoleArn: ACCESS_ROLE, memory: '12288' },
      NEXT,
      ['1 vCPU runs with 2 GB, 3 GB, 4 GB of memory, not with 12 GB'],
    ],
    [
      'a CPU that the default memory can not have',
      undefined,
      { accessRoleArn: ACCESS_ROLE, cpu: '4096' },
      NEXT,
      ['4 vCPU runs with 8 GB, 10 GB, 12 GB of memory, not with 2 GB'],
    ],
  ])('%s', (_, service, settings, image, parts) => {
    const decideNow = () => decideOn(service, settings, image);
    expect(decideNow).toThrow(ActionError);
    for (const part of parts) expect(decideNow).toThrow(part);
  });

  it.each<[string, Service | undefined, Partial<ServiceSettings>, DeployedImage]>([
    ['an access role for ECR Public is not asked for', undefined, {}, PUBLIC],
    [
      'the instance role is not asked for when the last secret goes',
      createServiceWith({}, { InstanceConfiguration: SMALL }),
      { environmentMode: 'replace', environmentVariables: { A: '1' } },
      NEXT,
    ],
    ['a pair named in full changes both', createService(), { cpu: '256', memory: '512' }, SAME],
  ])('%s', (_, service, settings, image) => {
    expect(decideOn(service, settings, image).kind).not.toBe('deploy');
  });
});
