import { ResumeServiceCommand, StartDeploymentCommand } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { InstanceSpec, Runtime } from '../../local-aws/runtime/runtime.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { pushImage } from '../support/registry-client.ts';
import {
  codeSource,
  createService,
  describeService,
  operations,
  repositoryUrl,
  serviceLines,
} from './apprunner-inputs.ts';
import { fromFile, recorded, startWithCode } from './code-fixture.ts';

const start = closedAfterEach(startWithCode, ({ fixture }) => fixture.close());

describe('a service of source code', () => {
  it('is built anew by each deployment', async () => {
    const { fixture, connection } = await start();
    const SourceConfiguration = codeSource(connection);
    const ServiceArn = await createService(fixture, { SourceConfiguration });
    const { ServiceUrl = '' } = await describeService(fixture, ServiceArn);
    const digest = async () => Object(await (await fetch(ServiceUrl)).json()).digest;
    const first = await digest();
    await fixture.apprunner.send(new StartDeploymentCommand({ ServiceArn }));
    await fixture.aws.appRunner.idle();
    expect(await digest()).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await digest()).not.toBe(first);
  });

  it('follows a commit to its branch where automatic deployments are on', async () => {
    const { fixture, connection } = await start();
    const source = codeSource(connection);
    const following = await createService(fixture, {
      ServiceName: 'following',
      SourceConfiguration: { ...source, AutoDeploymentsEnabled: true },
    });
    const manual = await createService(fixture, { SourceConfiguration: source });
    const { appRunner } = fixture.aws;
    appRunner.pushCommit(repositoryUrl, 'other');
    appRunner.pushCommit('https://github.com/my-account/other', 'main');
    await appRunner.idle();
    expect(await operations(fixture, following)).toEqual(['CREATE_SERVICE SUCCEEDED']);
    appRunner.pushCommit(repositoryUrl, 'main');
    await appRunner.idle();
    expect(await operations(fixture, following)).toEqual([
      'START_DEPLOYMENT SUCCEEDED',
      'CREATE_SERVICE SUCCEEDED',
    ]);
    expect(await operations(fixture, manual)).toEqual(['CREATE_SERVICE SUCCEEDED']);
  });

  it('that is seeded and PAUSED comes back by being resumed', async () => {
    const specs: InstanceSpec[] = [];
    const { fixture, connection } = await start(undefined, { runtime: recorded(specs) });
    const ServiceArn = await fixture.aws.appRunner.seed({
      ServiceName: 'seeded',
      Status: 'PAUSED',
      SourceConfiguration: {
        CodeRepository: {
          RepositoryUrl: repositoryUrl,
          SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
          CodeConfiguration: {
            ConfigurationSource: 'API',
            CodeConfigurationValues: { Runtime: 'PYTHON_3', Port: '5000' },
          },
        },
        AuthenticationConfiguration: { ConnectionArn: connection },
      },
    });
    await fixture.apprunner.send(new ResumeServiceCommand({ ServiceArn }));
    await fixture.aws.appRunner.idle();
    expect((await describeService(fixture, ServiceArn)).Status).toBe('RUNNING');
    expect(specs).toMatchObject([{ imageIdentifier: `${repositoryUrl}#main`, port: 5000 }]);
  });

  it('runs a container with the values of the API', async () => {
    const specs: InstanceSpec[] = [];
    const { fixture, connection } = await start(undefined, { runtime: recorded(specs) });
    await createService(fixture, { SourceConfiguration: codeSource(connection) });
    expect(specs).toMatchObject([
      {
        imageIdentifier: `${repositoryUrl}#main`,
        port: 3000,
        startCommand: 'python server.py',
        environment: { PORT: '3000' },
      },
    ]);
  });

  it('runs a container with the values of apprunner.yaml where that is asked for', async () => {
    const specs: InstanceSpec[] = [];
    const configurationFile = {
      BuildCommand: 'npm ci',
      StartCommand: 'npm start',
      Port: '4000',
      RuntimeEnvironmentVariables: { NAME: 'Jane' },
    };
    const { fixture, connection } = await start(
      { configurationFile },
      { runtime: recorded(specs) },
    );
    const source = codeSource(connection, { ...fromFile, SourceDirectory: '/web' });
    const arn = await createService(fixture, { SourceConfiguration: source });
    expect(specs).toMatchObject([
      { port: 4000, startCommand: 'npm start', environment: { PORT: '4000', NAME: 'Jane' } },
    ]);
    expect((await serviceLines(fixture, arn)).slice(4, 9)).toEqual([
      '[AppRunner] Reading apprunner.yaml config file.',
      '[AppRunner] Successfully validate configuration file.',
      '[AppRunner] Starting source code build.',
      '[Build] Step 1/3 : COPY . /app',
      '[Build] Step 2/3 : WORKDIR /app/web',
    ]);
    const { SourceConfiguration } = await describeService(fixture, arn);
    expect(SourceConfiguration?.CodeRepository?.CodeConfiguration).toEqual({
      ConfigurationSource: 'REPOSITORY',
    });
  });

  it('has containers whose outcome is registered with its repository', async () => {
    const outcome = { kind: 'exits', code: 3, lines: ['no database'] } as const;
    const { fixture, connection } = await start({ outcome });
    const source = codeSource(connection);
    const arn = await createService(fixture, { SourceConfiguration: source });
    expect((await serviceLines(fixture, arn)).slice(-2)).toEqual([
      '[AppRunner] Your application stopped or failed to start. See logs for more information. Container exit code: 3',
      '[AppRunner] Deployment with ID : ID failed. Failure reason : Health check failed.',
    ]);
  });
});

describe('a runtime that runs real images', () => {
  /** Remembers what it was told to run and refuses it: what it is asked is the matter here. */
  const real = (asked: string[]): Runtime => ({
    pull: async ({ reference }) => {
      asked.push(reference);
    },
    start: async ({ image }) => {
      asked.push(image.reference);
      throw new Error('not run in this test');
    },
    close: async () => {},
  });

  it('refuses source code for which there is no image, and says what to do', async () => {
    const asked: string[] = [];
    const { fixture, connection } = await start(undefined, { runtime: real(asked) });
    const source = codeSource(connection);
    const arn = await createService(fixture, { SourceConfiguration: source });
    expect((await serviceLines(fixture, arn)).at(-2)).toBe(
      `[AppRunner] Failed to build your application source code. Reason: The local AWS can't build source code, and no image is registered for ${repositoryUrl} (appRunner.registerRepository).`,
    );
    expect(asked).toEqual([]);
  });

  it('runs the image that is registered for the repository', async () => {
    const asked: string[] = [];
    const { fixture, connection } = await start(undefined, { runtime: real(asked) });
    await fixture.createRepository('built');
    const { digest } = await pushImage(await fixture.login(), 'built', '1');
    fixture.aws.appRunner.registerRepository(repositoryUrl, {
      image: `${fixture.aws.registryHost}/built:1`,
    });
    await createService(fixture, { SourceConfiguration: codeSource(connection) });
    expect(asked).toHaveLength(2);
    expect(new Set(asked).size).toBe(1);
    expect(asked[0]).toContain(`/built@${digest}`);
  });
});
