import { type SourceConfiguration, UpdateServiceCommand } from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  accessRole,
  apiConfiguration,
  arnOf,
  codeSource,
  connect,
  createService,
  describeService,
  instanceRole,
  noId,
  publicSource,
} from './apprunner-inputs.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
/** A connection to GitHub that can be used. */
let ready: string;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
  ready = own.aws.appRunner.seedConnection({ ConnectionName: 'ready' });
});
afterEach(() => own.close());

const create = (SourceConfiguration: SourceConfiguration, more = {}) =>
  createService(own, { SourceConfiguration, ...more });
const update = async (ServiceArn: string, SourceConfiguration: SourceConfiguration) => {
  await own.apprunner.send(new UpdateServiceCommand({ ServiceArn, SourceConfiguration }));
  await own.aws.appRunner.idle();
};
const code = async (ServiceArn: string) =>
  (await describeService(own, ServiceArn)).SourceConfiguration?.CodeRepository;
const asked = (text: string) => ({ name: 'InvalidRequestException', text });

describe('a service of source code', () => {
  it('is described as it was asked for, with the defaults of App Runner', async () => {
    const { AutoDeploymentsEnabled, ...source } = codeSource(ready, {
      CodeConfiguration: {
        ConfigurationSource: 'API',
        CodeConfigurationValues: { Runtime: 'NODEJS_22' },
      },
    });
    expect(AutoDeploymentsEnabled).toBe(false);
    const { SourceConfiguration } = await describeService(own, await create(source));
    expect(SourceConfiguration).toEqual({
      CodeRepository: {
        ...source.CodeRepository,
        SourceDirectory: '/',
        CodeConfiguration: {
          ConfigurationSource: 'API',
          CodeConfigurationValues: { Runtime: 'NODEJS_22', Port: '8080' },
        },
      },
      AutoDeploymentsEnabled: true,
      AuthenticationConfiguration: { ConnectionArn: ready },
    });
  });

  it('may come from Bitbucket, over a connection to Bitbucket', async () => {
    const ConnectionName = 'bitbucket';
    const other = own.aws.appRunner.seedConnection({ ConnectionName, ProviderType: 'BITBUCKET' });
    const RepositoryUrl = 'https://bitbucket.org/my-account/python-hello';
    const arn = await create(codeSource(other, { RepositoryUrl }));
    expect((await describeService(own, arn)).Status).toBe('RUNNING');
    expect(await refusal(create(codeSource(ready, { RepositoryUrl })))).toEqual(
      asked(
        `The repository URL ${RepositoryUrl} isn't valid for a connection to GITHUB: it must be https://github.com/OWNER/REPOSITORY.`,
      ),
    );
  });

  it('keeps what an update leaves out beside the repository', async () => {
    const arn = await create(codeSource(ready, { SourceDirectory: '/api' }));
    await update(arn, {
      CodeRepository: {
        RepositoryUrl: 'https://github.com/my-account/python-hello',
        SourceCodeVersion: { Type: 'BRANCH', Value: 'next' },
      },
    });
    const { SourceConfiguration } = await describeService(own, arn);
    const expected = codeSource(ready, {
      SourceDirectory: '/api',
      SourceCodeVersion: { Type: 'BRANCH', Value: 'next' },
    });
    expect(SourceConfiguration).toEqual(expected);
  });

  it('has its values replaced whole by an update, all but the start command', async () => {
    const before = apiConfiguration({ RuntimeEnvironmentVariables: { A: '1', B: '2' } });
    const arn = await create(codeSource(ready, { CodeConfiguration: before }));
    const CodeConfigurationValues = {
      Runtime: 'PYTHON_311' as const,
      RuntimeEnvironmentVariables: { B: '3' },
    };
    const after = { ConfigurationSource: 'API' as const, CodeConfigurationValues };
    await update(arn, codeSource(ready, { CodeConfiguration: after }));
    expect((await code(arn))?.CodeConfiguration?.CodeConfigurationValues).toEqual({
      ...CodeConfigurationValues,
      StartCommand: 'python server.py',
      Port: '8080',
    });
  });

  it('may have secrets when it has an instance role', async () => {
    const secrets = { TOKEN: 'arn:aws:ssm:us-east-1:123456789012:parameter/token' };
    const CodeConfiguration = apiConfiguration({ RuntimeEnvironmentSecrets: secrets });
    const source = codeSource(ready, { CodeConfiguration });
    expect(await refusal(create(source))).toEqual(
      asked('Instance Role have to be provided if passing in RuntimeEnvironmentSecrets.'),
    );
    const InstanceConfiguration = { InstanceRoleArn: instanceRole };
    expect(await create(source, { InstanceConfiguration })).toContain(':service/hello/');
  });

  it('becomes no service of an image, nor the other way around', async () => {
    const image = await createService(own, { ServiceName: 'image' });
    const source = await create(codeSource(ready));
    expect(await refusal(update(image, codeSource(ready)))).toEqual(
      asked("You can't change the source of a service from ImageRepository to CodeRepository."),
    );
    expect(await refusal(update(source, publicSource()))).toEqual(
      asked("You can't change the source of a service from CodeRepository to ImageRepository."),
    );
    expect(await refusal(update(source, { AutoDeploymentsEnabled: true }))).toEqual(
      asked('Specify exactly one of CodeRepository and ImageRepository.'),
    );
  });

  it('that failed to be created keeps the place its configuration comes from', async () => {
    own.aws.appRunner.registerRepository('https://github.com/my-account/python-hello', {
      configurationFile: 'none',
    });
    const arn = await create(
      codeSource(ready, { CodeConfiguration: { ConfigurationSource: 'REPOSITORY' } }),
    );
    expect((await describeService(own, arn)).Status).toBe('CREATE_FAILED');
    expect(await refusal(update(arn, codeSource(ready)))).toEqual(
      asked(
        'ConfigurationSource cannot be changed from REPOSITORY to API for CREATE_FAILED services.',
      ),
    );
  });
});

describe('source code is refused', () => {
  it('over a connection that waits for its handshake', async () => {
    const arn = await connect(own, 'waiting');
    expect(await refusal(create(codeSource(arn)))).toEqual(
      asked(
        `The connection you specified isn't AVAILABLE. Status: PENDING_HANDSHAKE. ARN: '${arn}'`,
      ),
    );
    own.aws.appRunner.handshake(arn);
    expect(await create(codeSource(arn))).toContain(':service/hello/');
  });

  const absent = arnOf(`connection/none/${noId}`);

  it.each<[string, () => SourceConfiguration, string]>([
    [
      'over a connection that is not there',
      () => codeSource(absent),
      `The connection ARN you specified isn't valid. ARN: '${absent}'`,
    ],
    [
      'without a connection',
      () => codeSource(undefined),
      'Authentication configuration is invalid.',
    ],
    [
      'with an access role',
      () => ({
        ...codeSource(ready),
        AuthenticationConfiguration: { ConnectionArn: ready, AccessRoleArn: accessRole },
      }),
      'Authentication configuration is invalid.',
    ],
    [
      'beside an image',
      () => ({ ...codeSource(ready), ...publicSource() }),
      'Specify exactly one of CodeRepository and ImageRepository.',
    ],
    [
      'without a configuration',
      () => codeSource(ready, { CodeConfiguration: undefined }),
      'CodeConfiguration is required to create a service from source code.',
    ],
    [
      'with configuration source API and no values',
      () => codeSource(ready, { CodeConfiguration: { ConfigurationSource: 'API' } }),
      'CodeConfigurationValues are required for ConfigurationSource API.',
    ],
    [
      'with a port that is none',
      () => codeSource(ready, { CodeConfiguration: apiConfiguration({ Port: '65536' }) }),
      "Port '65536' isn't valid. Specify a number between 1 and 65535.",
    ],
    [
      'of a branch without a name',
      () => codeSource(ready, { SourceCodeVersion: { Type: 'BRANCH', Value: '' } }),
      'The branch must not be empty.',
    ],
    [
      'of a URL that names no repository',
      () => codeSource(ready, { RepositoryUrl: 'https://github.com/my-account' }),
      "The repository URL https://github.com/my-account isn't valid for a connection to GITHUB: it must be https://github.com/OWNER/REPOSITORY.",
    ],
    [
      'of a URL that is none',
      () => codeSource(ready, { RepositoryUrl: 'git@github.com:my-account/hello.git' }),
      "The repository URL git@github.com:my-account/hello.git isn't valid for a connection to GITHUB: it must be https://github.com/OWNER/REPOSITORY.",
    ],
  ])('%s', async (_, source, text) => {
    expect(await refusal(create(source()))).toEqual(asked(text));
  });

  it("by the model's own limits", async () => {
    // No such runtime, source or version is known to the SDK's types.
    const wrong: SourceConfiguration = JSON.parse(
      JSON.stringify(
        codeSource(ready, {
          SourceDirectory: '',
          CodeConfiguration: apiConfiguration({ BuildCommand: 'one\ntwo' }),
        }),
      )
        .replace('"PYTHON_3"', '"PERL_5"')
        .replace('"BRANCH"', '"TAG"'),
    );
    const { name, text } = await refusal(create(wrong));
    expect(name).toBe('InvalidRequestException');
    expect(text).toContain('5 validation errors detected');
    for (const path of [
      'sourceCodeVersion.type',
      'codeConfiguration.codeConfigurationValues.runtime',
      'codeConfiguration.codeConfigurationValues.buildCommand',
      'sourceDirectory',
    ]) {
      expect(text).toContain(`at 'sourceConfiguration.codeRepository.${path}'`);
    }
    expect(text).not.toContain('one\ntwo');
  });

  it('of an image over a connection', async () => {
    const AuthenticationConfiguration = { ConnectionArn: ready };
    expect(await refusal(create({ ...publicSource(), AuthenticationConfiguration }))).toEqual(
      asked('Authentication configuration is invalid.'),
    );
  });
});
