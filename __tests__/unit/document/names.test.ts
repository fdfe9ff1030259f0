import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../../../src/document/check.ts';
import { documentWith, problemsOf } from './problems.ts';

const IMAGE = 'SourceConfiguration.ImageRepository';
const CONFIGURATION = `${IMAGE}.ImageConfiguration`;
const CODE = 'SourceConfiguration.CodeRepository';
const VALUES = `${CODE}.CodeConfiguration.CodeConfigurationValues`;

/** Path, value, and how the sentence goes on after the path. */
type WrongMember = [string, unknown, string];

describe('a document is refused', () => {
  it.each<WrongMember>([
    [`${CONFIGURATION}.port`, '1', 'is no member that CreateService knows. Write Port.'],
    [
      `${CONFIGURATION}.runtime_environment_variables`,
      {},
      'is no member that CreateService knows. Write RuntimeEnvironmentVariables.',
    ],
    [`${CONFIGURATION}.Prot`, '1', 'is no member that CreateService knows. Is Port meant?'],
    [
      `${CONFIGURATION}.EnvironmentVariables`,
      {},
      'is no member that CreateService knows. Is RuntimeEnvironmentVariables meant?',
    ],
    [
      `${IMAGE}.ImageConfig`,
      {},
      'is no member that CreateService knows. Is ImageConfiguration meant?',
    ],
    [
      `${IMAGE}.StartCommand`,
      'a',
      `is no member that CreateService knows. The model has it as ${VALUES}.StartCommand or ${CONFIGURATION}.StartCommand.`,
    ],
    [
      'cpu',
      '1 vCPU',
      'is no member that CreateService knows. The model has it as InstanceConfiguration.Cpu.',
    ],
    ['InstanceConfiguration.Gpu', '1', 'is no member that CreateService knows. Is Cpu meant?'],
    [
      'InstanceConfiguration.Disk',
      '1',
      'is no member that CreateService knows. Allowed: Cpu, Memory, InstanceRoleArn.',
    ],
    [
      'InstanceConfiguration.constructor',
      '1',
      'is no member that CreateService knows. Allowed: Cpu, Memory, InstanceRoleArn.',
    ],
    [
      `InstanceConfiguration.${'x'.repeat(200)}`,
      '1',
      'is no member that CreateService knows. Allowed: Cpu, Memory, InstanceRoleArn.',
    ],
  ])(
    'for a member that the model does not have, with the one that is meant: %s',
    async (path, value, rest) => {
      const shown = path.replace('x'.repeat(200), `${'x'.repeat(117)}...`);
      expect(await problemsOf(() => checkDocument(documentWith(path, value)))).toEqual([
        `${shown} ${rest}`,
      ]);
    },
  );

  it.each<[string, unknown, string, string]>([
    [
      'a version without type',
      { SourceConfiguration: { CodeRepository: { SourceCodeVersion: { Value: 'main' } } } },
      `${CODE}.SourceCodeVersion.Type`,
      `${CODE}.SourceCodeVersion`,
    ],
    [
      'a version without branch',
      { SourceConfiguration: { CodeRepository: { SourceCodeVersion: { Type: 'BRANCH' } } } },
      `${CODE}.SourceCodeVersion.Value`,
      `${CODE}.SourceCodeVersion`,
    ],
    [
      'an encryption without key',
      { EncryptionConfiguration: {} },
      'EncryptionConfiguration.KmsKey',
      'EncryptionConfiguration',
    ],
    [
      'tracing that is neither on nor off',
      { ObservabilityConfiguration: {} },
      'ObservabilityConfiguration.ObservabilityEnabled',
      'ObservabilityConfiguration',
    ],
    ['a tag without key', { Tags: [{ Value: 'a' }] }, 'Tags[0].Key', 'Tags[0]'],
  ])('for %s', async (_, document, path, parent) => {
    expect(await problemsOf(() => checkDocument(document))).toEqual([
      `${path} is missing, and App Runner takes no ${parent} without it.`,
    ]);
  });
});

describe('a member that the run itself or an input gives', () => {
  it.each([
    ['all of them', {}],
    [
      'the image',
      { SourceConfiguration: { ImageRepository: { ImageConfiguration: { Port: '80' } } } },
    ],
    ['the repository and its branch', { SourceConfiguration: { CodeRepository: {} } }],
    [
      'the runtime and who configures it',
      {
        SourceConfiguration: {
          CodeRepository: { CodeConfiguration: { CodeConfigurationValues: { Port: '80' } } },
        },
      },
    ],
  ])('may be left out of a document: %s', (_, document) => {
    expect(checkDocument(document)).toEqual(document);
  });
});
