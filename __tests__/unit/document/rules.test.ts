import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../../../src/document/check.ts';
import { problemsOf } from './problems.ts';

const PRIVATE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1';
const PUBLIC = 'public.ecr.aws/hello/hello:1';
const ROLE = 'arn:aws:iam::123456789012:role/access';
const CONNECTOR = 'arn:aws:apprunner:us-east-1:123456789012:vpcconnector/a/1/b';
const publicImage = { ImageIdentifier: PUBLIC, ImageRepositoryType: 'ECR_PUBLIC' };

describe('a document whose members contradict each other is refused', () => {
  it.each<[string, unknown, string]>([
    [
      'two sources',
      { SourceConfiguration: { ImageRepository: {}, CodeRepository: {} } },
      'SourceConfiguration has CodeRepository and ImageRepository; App Runner takes one of them.',
    ],
    [
      'a private image called public',
      {
        SourceConfiguration: {
          ImageRepository: { ImageIdentifier: PRIVATE, ImageRepositoryType: 'ECR_PUBLIC' },
        },
      },
      "SourceConfiguration.ImageRepository.ImageRepositoryType is 'ECR_PUBLIC', and ImageIdentifier names an image in ECR. Write ImageRepositoryType: ECR, or name another image.",
    ],
    [
      'a public image called private',
      {
        SourceConfiguration: {
          ImageRepository: { ImageIdentifier: PUBLIC, ImageRepositoryType: 'ECR' },
        },
      },
      "SourceConfiguration.ImageRepository.ImageRepositoryType is 'ECR', and ImageIdentifier names an image in ECR_PUBLIC. Write ImageRepositoryType: ECR_PUBLIC, or name another image.",
    ],
    [
      'a public image with an access role',
      {
        SourceConfiguration: {
          ImageRepository: publicImage,
          AuthenticationConfiguration: { AccessRoleArn: ROLE },
        },
      },
      'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn is there, and App Runner refuses an access role for an ECR Public image. Remove it.',
    ],
    [
      'a public image without type, with an access role',
      {
        SourceConfiguration: {
          ImageRepository: { ImageIdentifier: PUBLIC },
          AuthenticationConfiguration: { AccessRoleArn: ROLE },
        },
      },
      'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn is there, and App Runner refuses an access role for an ECR Public image. Remove it.',
    ],
    [
      'a public image with automatic deployments',
      { SourceConfiguration: { ImageRepository: publicImage, AutoDeploymentsEnabled: true } },
      'SourceConfiguration.AutoDeploymentsEnabled is true, and App Runner makes no automatic deployments from ECR Public. Write false, or remove it.',
    ],
    [
      'a pair of sizes that is not run',
      { InstanceConfiguration: { Cpu: '1024', Memory: '12 GB' } },
      "InstanceConfiguration has Cpu '1 vCPU' and Memory '12 GB': in App Runner 1 vCPU runs with 2 GB, 3 GB, 4 GB of memory, not with 12 GB.",
    ],
    [
      'a VPC connector that is not used',
      {
        NetworkConfiguration: {
          EgressConfiguration: { EgressType: 'DEFAULT', VpcConnectorArn: CONNECTOR },
        },
      },
      "NetworkConfiguration.EgressConfiguration.VpcConnectorArn is there, and EgressType is 'DEFAULT', which uses none. Write EgressType: VPC, or remove VpcConnectorArn.",
    ],
    [
      'a tag twice',
      {
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'a', Value: '2' },
        ],
      },
      "Tags[1].Key is 'a', which an earlier tag has; keep one of them.",
    ],
  ])('%s', async (_, document, problem) => {
    expect(await problemsOf(() => checkDocument(document))).toEqual([problem]);
  });
});

describe('a document whose members go together is taken', () => {
  it.each<[string, unknown]>([
    [
      'a public image',
      { SourceConfiguration: { ImageRepository: publicImage, AutoDeploymentsEnabled: false } },
    ],
    ['sizes in words', { InstanceConfiguration: { Cpu: '1 vCPU', Memory: '2 GB' } }],
    ['sizes in units', { InstanceConfiguration: { Cpu: '1024', Memory: '2048' } }],
    ['sizes in both', { InstanceConfiguration: { Cpu: '0.25 vCPU', Memory: '512' } }],
    ['one size', { InstanceConfiguration: { Memory: '12 GB' } }],
    [
      'a connector',
      {
        NetworkConfiguration: {
          EgressConfiguration: { EgressType: 'VPC', VpcConnectorArn: CONNECTOR },
        },
      },
    ],
    [
      'a connector alone',
      { NetworkConfiguration: { EgressConfiguration: { VpcConnectorArn: CONNECTOR } } },
    ],
    ['a tag without value', { Tags: [{ Key: 'a' }, { Key: 'b', Value: '' }] }],
  ])('%s', (_, document) => {
    expect(checkDocument(document)).toEqual(document);
  });
});
