import { describe, expect, it } from '@jest/globals';
import { changesBetween } from '../../../src/service/changes.ts';
import type { Configuration } from '../../../src/service/configuration.ts';

const IMAGE = 'SourceConfiguration.ImageRepository.ImageConfiguration';

function withImage(ImageConfiguration: object): Configuration {
  return {
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: 'x',
        ImageRepositoryType: 'ECR',
        ImageConfiguration,
      },
    },
  };
}

describe('changes between two configurations', () => {
  it.each<[string, Configuration, Configuration, object[]]>([
    ['none', {}, {}, []],
    ['none in equal ones', withImage({ Port: '80' }), withImage({ Port: '80' }), []],
    [
      'one changed, with its values',
      { InstanceConfiguration: { Cpu: '1024', Memory: '2048' } },
      { InstanceConfiguration: { Cpu: '2048', Memory: '2048' } },
      [
        {
          setting: 'InstanceConfiguration.Cpu',
          kind: 'changed',
          before: '1024',
          after: '2048',
        },
      ],
    ],
    [
      'one added and one removed, by name',
      { HealthCheckConfiguration: { Path: '/a' } },
      { HealthCheckConfiguration: { Interval: 5 } },
      [
        { setting: 'HealthCheckConfiguration.Interval', kind: 'added', after: '5' },
        { setting: 'HealthCheckConfiguration.Path', kind: 'removed', before: '/a' },
      ],
    ],
    [
      'a flag that is switched off',
      { SourceConfiguration: { AutoDeploymentsEnabled: true } },
      { SourceConfiguration: { AutoDeploymentsEnabled: false } },
      [
        {
          setting: 'SourceConfiguration.AutoDeploymentsEnabled',
          kind: 'changed',
          before: 'true',
          after: 'false',
        },
      ],
    ],
    [
      'variables, without values',
      withImage({ RuntimeEnvironmentVariables: { A: 'hunter1', B: 'hunter2', 'C.D': '1' } }),
      withImage({ RuntimeEnvironmentVariables: { A: 'hunter3', E: '', 'C.D': '2' } }),
      [
        { setting: `${IMAGE}.RuntimeEnvironmentVariables.A`, kind: 'changed' },
        { setting: `${IMAGE}.RuntimeEnvironmentVariables.B`, kind: 'removed' },
        { setting: `${IMAGE}.RuntimeEnvironmentVariables.C.D`, kind: 'changed' },
        { setting: `${IMAGE}.RuntimeEnvironmentVariables.E`, kind: 'added' },
      ],
    ],
    [
      'secrets, without their sources',
      withImage({ RuntimeEnvironmentSecrets: { A: 'arn:1' } }),
      withImage({ RuntimeEnvironmentSecrets: { A: 'arn:2' } }),
      [{ setting: `${IMAGE}.RuntimeEnvironmentSecrets.A`, kind: 'changed' }],
    ],
    [
      'the start command, without its words',
      withImage({ StartCommand: 'run --token hunter2' }),
      withImage({ StartCommand: 'run --token hunter3' }),
      [{ setting: `${IMAGE}.StartCommand`, kind: 'changed' }],
    ],
    [
      'a map that loses its last name',
      withImage({ RuntimeEnvironmentVariables: { A: '1' } }),
      withImage({ RuntimeEnvironmentVariables: {} }),
      [{ setting: `${IMAGE}.RuntimeEnvironmentVariables.A`, kind: 'removed' }],
    ],
    ['none by an empty map', withImage({}), withImage({ RuntimeEnvironmentVariables: {} }), []],
  ])('%s', (_, before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes);
  });
});
