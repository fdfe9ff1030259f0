import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import type { Around } from '../../../src/service/around.ts';
import { type DeployedImage, readBack } from '../../../src/service/configuration.ts';
import { changesOf, decide, recreate, withScaling } from '../../../src/service/decision.ts';
import { createSettings } from '../../support/create-inputs.ts';
import {
  ACCESS_ROLE,
  createService,
  KMS_KEY_ARN,
  REGISTRY,
  SCALING_ARN,
  SECRET_ARN,
  SERVICE_ARN,
} from '../../support/create-service.ts';

const SAME: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.0.0`, type: 'ECR' };
const NEXT: DeployedImage = { identifier: `${REGISTRY}/hello-api:1.1.0`, type: 'ECR' };
const SOURCE = 'SourceConfiguration';

function decideOn(
  service: Service | undefined,
  settings: Partial<ServiceSettings> = {},
  image: DeployedImage = SAME,
  around: Around = {},
) {
  return decide('hello-api', service, image, createSettings(settings), around);
}

describe('tags', () => {
  const tags = { team: 'web', stage: 'live' };

  it('are part of the request that creates the service', () => {
    const decision = decideOn(undefined, { accessRoleArn: ACCESS_ROLE, tags }, NEXT);
    expect(decision).toMatchObject({
      kind: 'create',
      request: {
        Tags: [
          { Key: 'team', Value: 'web' },
          { Key: 'stage', Value: 'live' },
        ],
      },
    });
    expect(changesOf(decision)).toContainEqual({
      setting: 'Tags.team',
      kind: 'added',
      after: 'web',
    });
  });

  it('that the service has are no change', () => {
    const around = { tags: { ...tags, owner: 'someone' } };
    expect(decideOn(createService(), { tags }, SAME, around)).toEqual({
      kind: 'deploy',
      serviceArn: SERVICE_ARN,
    });
  });

  it('that differ need no update; those alone are set, and others stay', () => {
    const around = { tags: { team: 'web', stage: 'test', owner: 'someone' } };
    expect(decideOn(createService(), { tags }, SAME, around)).toEqual({
      kind: 'deploy',
      serviceArn: SERVICE_ARN,
      tagging: {
        tags: { stage: 'live' },
        changes: [{ setting: 'Tags.stage', kind: 'changed', before: 'test', after: 'live' }],
      },
    });
  });

  it('are never in UpdateService', () => {
    const decision = decideOn(createService(), { tags, port: '1' }, NEXT, { tags: {} });
    expect(decision).toMatchObject({ kind: 'update', tagging: { tags } });
    expect(JSON.stringify(decision.kind === 'update' && decision.request)).not.toContain('stage');
    expect(changesOf(decision).map(({ setting }) => setting)).toEqual([
      `${SOURCE}.ImageRepository.ImageConfiguration.Port`,
      `${SOURCE}.ImageRepository.ImageIdentifier`,
      'Tags.stage',
      'Tags.team',
    ]);
  });

  it('of a document are under those of the inputs', () => {
    const document = {
      Tags: [
        { Key: 'team', Value: 'a' },
        { Key: 'more', Value: 'b' },
      ],
    };
    const around = { tags: {} };
    expect(decideOn(createService(), { tags, document }, SAME, around)).toMatchObject({
      tagging: { tags: { team: 'web', stage: 'live', more: 'b' } },
    });
  });

  it('of a service that is made anew go with it', () => {
    const { request } = recreate(createService(), NEXT, createSettings({ tags }), {
      tags: { owner: 'someone', team: 'other' },
    });
    expect(request.Tags).toEqual([
      { Key: 'owner', Value: 'someone' },
      { Key: 'team', Value: 'web' },
      { Key: 'stage', Value: 'live' },
    ]);
    expect(request.EncryptionConfiguration).toEqual({ KmsKey: KMS_KEY_ARN });
  });
});

describe('the KMS key', () => {
  const other = KMS_KEY_ARN.replace('1234abcd', '0000abcd');

  it('is part of the request that creates the service', () => {
    expect(
      decideOn(undefined, { accessRoleArn: ACCESS_ROLE, kmsKeyArn: KMS_KEY_ARN }, NEXT),
    ).toMatchObject({ request: { EncryptionConfiguration: { KmsKey: KMS_KEY_ARN } } });
  });

  it('that the service has is no change', () => {
    expect(decideOn(createService(), { kmsKeyArn: KMS_KEY_ARN }).kind).toBe('deploy');
  });

  it.each<[string, Partial<ServiceSettings>, Partial<Service>]>([
    ['another one by input', { kmsKeyArn: other }, {}],
    ['another one by document', { document: { EncryptionConfiguration: { KmsKey: other } } }, {}],
    ['one where there is none', { kmsKeyArn: other }, { EncryptionConfiguration: undefined }],
  ])('%s is refused', (_, settings, service) => {
    expect(() => decideOn(createService(service), settings)).toThrow(
      /can't change that to arn:aws:kms.*a key is chosen when a service is created/,
    );
  });
});

describe('auto scaling by sizes', () => {
  const sizes = { minSize: 1, maxSize: 5, maxConcurrency: 20 };
  const wished: Partial<ServiceSettings> = { autoScaling: { kind: 'sizes', maxSize: 5 } };

  it('takes the configuration that was found', () => {
    const arn = SCALING_ARN.replace('big', 'small');
    const decision = decideOn(createService(), wished, SAME, { scaling: { kind: 'arn', arn } });
    expect(decision).toMatchObject({
      kind: 'update',
      request: { AutoScalingConfigurationArn: arn },
      changes: [
        {
          setting: 'AutoScalingConfigurationArn',
          kind: 'changed',
          before: SCALING_ARN,
          after: arn,
        },
      ],
    });
  });

  it('is no change where the service has it', () => {
    const around = { scaling: { kind: 'arn', arn: SCALING_ARN } } as const;
    expect(decideOn(createService(), wished, SAME, around).kind).toBe('deploy');
  });

  it('tells of one that is to be made, whose ARN the request gets once it is', () => {
    const scaling = { kind: 'new', name: 'hello-api', sizes } as const;
    const decision = decideOn(createService(), wished, SAME, { scaling });
    expect(decision).toMatchObject({
      kind: 'update',
      newScaling: scaling,
      changes: [{ after: 'a new revision of hello-api: 1 to 5 instances, 20 requests each' }],
    });
    expect(decision).not.toHaveProperty('request.AutoScalingConfigurationArn');
    const made = withScaling(decision, 'arn:made');
    expect(made).toMatchObject({ request: { AutoScalingConfigurationArn: 'arn:made' } });
    expect(made).not.toHaveProperty('newScaling');
  });

  it('without having looked for one is a fault', () => {
    expect(() => decideOn(createService(), wished)).toThrow('No auto scaling configuration was');
  });
});

describe('what App Runner can not do is refused in words', () => {
  const image = (ImageConfiguration: object) => ({
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: undefined,
        ImageRepositoryType: undefined,
        ImageConfiguration,
      },
    },
  });
  const closed = {
    NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
  };
  const PUBLIC = { identifier: 'public.ecr.aws/a/b:1', type: 'ECR_PUBLIC' } as const;

  it.each<[string, Partial<ServiceSettings>, Partial<Service>, RegExp, DeployedImage]>([
    [
      'a blanked start command',
      { document: image({ StartCommand: '' }) },
      {},
      /can't blank it/,
      SAME,
    ],
    [
      'dual stack of a private service',
      { ipAddressType: 'DUAL_STACK' },
      closed,
      /dual stack for public services only/,
      SAME,
    ],
    [
      'dual stack by document of a service that an input closes',
      {
        publiclyAccessible: false,
        document: { NetworkConfiguration: { IpAddressType: 'DUAL_STACK' } },
      },
      {},
      /dual stack for public services only/,
      SAME,
    ],
    [
      'a VPC without a connector',
      {
        document: { NetworkConfiguration: { EgressConfiguration: { EgressType: 'VPC' } } },
      },
      { NetworkConfiguration: {} },
      /has EgressType VPC and no connector/,
      SAME,
    ],
    [
      'code in the document',
      {
        document: {
          SourceConfiguration: {
            CodeRepository: { RepositoryUrl: 'x', SourceCodeVersion: undefined },
          },
        },
      },
      {},
      /Remove CodeRepository/,
      SAME,
    ],
    [
      'automatic deployments from ECR Public',
      { document: { SourceConfiguration: { AutoDeploymentsEnabled: true } } },
      {},
      /no automatic deployments from ECR Public/,
      PUBLIC,
    ],
    [
      'an access role for ECR Public',
      {
        document: {
          SourceConfiguration: { AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE } },
        },
      },
      {},
      /refuses an access role from ECR Public/,
      PUBLIC,
    ],
  ])('%s', (_, settings, service, said, of) => {
    expect(() => decideOn(createService(service), settings, of)).toThrow(said);
  });
});

describe('what is done to the service that is found', () => {
  it('none: it is created', () => {
    expect(decideOn(undefined, { accessRoleArn: ACCESS_ROLE, port: '3000' }, NEXT)).toEqual({
      kind: 'create',
      changes: [
        {
          setting: `${SOURCE}.AuthenticationConfiguration.AccessRoleArn`,
          kind: 'added',
          after: ACCESS_ROLE,
        },
        { setting: `${SOURCE}.AutoDeploymentsEnabled`, kind: 'added', after: 'false' },
        {
          setting: `${SOURCE}.ImageRepository.ImageConfiguration.Port`,
          kind: 'added',
          after: '3000',
        },
        {
          setting: `${SOURCE}.ImageRepository.ImageIdentifier`,
          kind: 'added',
          after: NEXT.identifier,
        },
        { setting: `${SOURCE}.ImageRepository.ImageRepositoryType`, kind: 'added', after: 'ECR' },
      ],
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
