import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { CodeSettings } from '../../../src/inputs/code.ts';
import type { ServiceSettings } from '../../../src/inputs/settings.ts';
import { decide } from '../../../src/service/decision.ts';
import { createSettings } from '../../support/create-inputs.ts';
import {
  createService,
  INSTANCE_ROLE,
  SECRET_ARN,
  SERVICE_ARN,
} from '../../support/create-service.ts';
import {
  CONNECTION_ARN,
  codeService,
  fileService,
  REPOSITORY_URL,
} from '../../support/unit-code.ts';

const CODE = 'SourceConfiguration.CodeRepository';
const VALUES = `${CODE}.CodeConfiguration.CodeConfigurationValues`;

function decideOn(
  service: Service | undefined,
  named: CodeSettings,
  settings: Partial<ServiceSettings> = {},
) {
  return decide('hello', service, { type: 'CODE', named }, createSettings(settings));
}

/** The values that an update sends, and the settings it tells. */
function updated(decision: ReturnType<typeof decideOn>) {
  if (decision.kind !== 'update') throw new Error(`It is a ${decision.kind}.`);
  const code = decision.request.SourceConfiguration?.CodeRepository;
  return {
    code,
    values: code?.CodeConfiguration?.CodeConfigurationValues,
    settings: decision.changes.map(({ setting }) => setting),
  };
}

const NEW: CodeSettings = {
  repositoryUrl: REPOSITORY_URL,
  connectionArn: CONNECTION_ARN,
  branch: 'main',
};

describe('a new service from code', () => {
  it('takes its settings from apprunner.yaml unless a runtime is named', () => {
    expect(decideOn(undefined, NEW)).toMatchObject({
      kind: 'create',
      request: {
        ServiceName: 'hello',
        SourceConfiguration: {
          CodeRepository: {
            RepositoryUrl: REPOSITORY_URL,
            SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
            CodeConfiguration: { ConfigurationSource: 'REPOSITORY' },
          },
          AutoDeploymentsEnabled: false,
          AuthenticationConfiguration: { ConnectionArn: CONNECTION_ARN },
        },
      },
    });
  });

  it('takes them from the inputs with a runtime', () => {
    const named = {
      ...NEW,
      runtime: 'NODEJS_22',
      directory: '/api',
      buildCommand: 'npm ci',
    } as const;
    const decision = decideOn(undefined, named, {
      port: '3000',
      startCommand: 'node server.js',
      environmentVariables: { A: '1' },
      environmentSecrets: { B: SECRET_ARN },
      instanceRoleArn: INSTANCE_ROLE,
      autoDeployments: true,
    });
    if (decision.kind !== 'create') throw new Error(decision.kind);
    expect(decision.request.SourceConfiguration).toEqual({
      CodeRepository: {
        RepositoryUrl: REPOSITORY_URL,
        SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
        SourceDirectory: '/api',
        CodeConfiguration: {
          ConfigurationSource: 'API',
          CodeConfigurationValues: {
            Runtime: 'NODEJS_22',
            BuildCommand: 'npm ci',
            StartCommand: 'node server.js',
            Port: '3000',
            RuntimeEnvironmentVariables: { A: '1' },
            RuntimeEnvironmentSecrets: { B: SECRET_ARN },
          },
        },
      },
      AutoDeploymentsEnabled: true,
      AuthenticationConfiguration: { ConnectionArn: CONNECTION_ARN },
    });
    expect(JSON.stringify(decision.changes)).not.toMatch(/npm ci|node server|"1"/);
  });

  it.each<[string, CodeSettings, Partial<ServiceSettings>, RegExp]>([
    ['no repository', { ...NEW, repositoryUrl: '' }, {}, /Input 'source-repository' is missing/],
    ['no branch', { ...NEW, branch: '' }, {}, /Input 'source-branch' is missing/],
    ['no connection', { ...NEW, connectionArn: '' }, {}, /Input 'connection-arn' is missing/],
    ['no runtime', { ...NEW, configurationSource: 'API' }, {}, /Input 'runtime' is missing/],
    ['a port of no use', NEW, { port: '80' }, /Input 'port' is of no use .* apprunner\.yaml/],
    ['a build command of no use', { ...NEW, buildCommand: 'make' }, {}, /'build-command' is of no/],
    [
      'variables of no use',
      NEW,
      { environmentVariables: { A: 'hunter2' } },
      /^(?!.*hunter2).*Input 'environment-variables' is of no use/,
    ],
    [
      'values of no use in the document',
      NEW,
      {
        document: {
          SourceConfiguration: {
            CodeRepository: {
              RepositoryUrl: REPOSITORY_URL,
              SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
              CodeConfiguration: {
                ConfigurationSource: 'REPOSITORY',
                CodeConfigurationValues: { Runtime: 'GO_1' },
              },
            },
          },
        },
      },
      /CodeConfigurationValues\.Runtime in the document of service-config is of no use/,
    ],
    [
      'secrets without an instance role',
      { ...NEW, runtime: 'GO_1' },
      { environmentSecrets: { A: SECRET_ARN } },
      /Input 'instance-role-arn' is missing/,
    ],
    [
      'an image in the document',
      NEW,
      {
        document: {
          SourceConfiguration: {
            ImageRepository: {
              ImageIdentifier: 'public.ecr.aws/a/b:1',
              ImageRepositoryType: 'ECR_PUBLIC',
            },
          },
        },
      },
      /has SourceConfiguration\.ImageRepository, and this run deploys a code repository/,
    ],
  ])('is refused with %s', (_, named, settings, message) => {
    expect(() => decideOn(undefined, named, settings)).toThrow(message);
  });
});

describe('a service from code', () => {
  it('is built again when nothing differs', () => {
    for (const service of [codeService(), fileService()]) {
      expect(decideOn(service, { repositoryUrl: REPOSITORY_URL })).toEqual({
        kind: 'deploy',
        serviceArn: SERVICE_ARN,
      });
    }
  });

  it('keeps what is not named, at any depth', () => {
    const own = codeService().SourceConfiguration?.CodeRepository;
    const { code, values, settings } = updated(
      decideOn(codeService(), { branch: 'next' }, { environmentVariables: { NEW: '2' } }),
    );
    expect(code).toEqual({
      ...own,
      SourceCodeVersion: { Type: 'BRANCH', Value: 'next' },
      CodeConfiguration: { ConfigurationSource: 'API', CodeConfigurationValues: values },
    });
    const before = own?.CodeConfiguration?.CodeConfigurationValues;
    expect(values).toEqual({
      ...before,
      RuntimeEnvironmentVariables: { ...before?.RuntimeEnvironmentVariables, NEW: '2' },
    });
    expect(settings).toEqual([
      `${VALUES}.RuntimeEnvironmentVariables.NEW`,
      `${CODE}.SourceCodeVersion.Value`,
    ]);
  });

  it('has exactly the named variables with environment-mode replace', () => {
    const { values } = updated(
      decideOn(
        codeService(),
        {},
        { environmentMode: 'replace', environmentVariables: { NEW: '2' } },
      ),
    );
    expect(values).toMatchObject({
      RuntimeEnvironmentVariables: { NEW: '2' },
      RuntimeEnvironmentSecrets: {},
    });
  });

  it('goes from the API to apprunner.yaml and back', () => {
    const there = updated(decideOn(codeService(), { configurationSource: 'REPOSITORY' }));
    expect(there.code?.CodeConfiguration).toEqual({ ConfigurationSource: 'REPOSITORY' });
    const back = updated(
      decideOn(fileService(), { configurationSource: 'API', runtime: 'GO_1' }, { port: '80' }),
    );
    expect(back.code?.CodeConfiguration).toEqual({
      ConfigurationSource: 'API',
      CodeConfigurationValues: { Runtime: 'GO_1', Port: '80' },
    });
  });

  it('whose apprunner.yaml counts has ignored values, which are no difference', () => {
    const service = fileService({ Runtime: 'GO_1', Port: '80' });
    expect(decideOn(service, {})).toMatchObject({ kind: 'deploy' });
    expect(() => decideOn(service, {}, { port: '81' })).toThrow(/'port' is of no use/);
  });

  it('takes no image, and one from an image no code', () => {
    const image = { identifier: 'public.ecr.aws/a/b:1', type: 'ECR_PUBLIC' } as const;
    expect(() => decide('hello', codeService(), image, createSettings({}))).toThrow(
      /is built by App Runner from a code repository \(https:.*can't change that to an image.*Set source-repository/,
    );
    expect(() => decideOn(createService(), NEW)).toThrow(
      /runs an image .* can't change that to a code repository/,
    );
  });

  it("can't have its start command blanked", () => {
    const document = {
      SourceConfiguration: {
        CodeRepository: {
          RepositoryUrl: REPOSITORY_URL,
          SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
          CodeConfiguration: {
            ConfigurationSource: 'API',
            CodeConfigurationValues: { Runtime: 'NODEJS_22', StartCommand: '' },
          },
        },
      },
    } as const;
    expect(() => decideOn(codeService(), {}, { document })).toThrow(/can't blank it/);
    expect(decideOn(codeService(), {}, { document, startCommand: 'node b.js' }).kind).toBe(
      'update',
    );
  });
});
