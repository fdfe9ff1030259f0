import { DescribeServiceCommand } from '@aws-sdk/client-apprunner';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS_ROLE } from '../../support/create-service.ts';
import { type LocalWorld, runLocally, startLocalWorld } from '../../support/unit-local-run.ts';

const HELLO = 'https://github.com/team/hello';
const BROKEN = 'https://github.com/team/broken';

let world: LocalWorld;
let connection: string;

beforeAll(async () => {
  world = await startLocalWorld();
  const { appRunner } = world.aws;
  connection = appRunner.seedConnection({ ConnectionName: 'github' });
  appRunner.registerRepository(HELLO, {
    buildLines: ['Step 1/1 : RUN npm ci', 'added 7 packages'],
  });
  appRunner.registerRepository(BROKEN, {
    buildLines: ["npm error Cannot find module 'left-pad'"],
    buildFails: "Failed to execute 'build' command",
  });
});

afterAll(() => world.close());

async function deploy(inputs: Readonly<Record<string, string>>, wantedCode = 0) {
  const before = world.aws.calls.length;
  const { code, runner } = await runLocally(world, { repository: '', ...inputs });
  expect([code, runner.log.filter((line) => line.startsWith('error'))]).toEqual([
    wantedCode,
    wantedCode === 0 ? [] : [expect.anything()],
  ]);
  const calls = world.aws.calls.slice(before).map(({ action }) => action);
  return { runner, text: runner.text(), calls };
}

const described = async (ServiceArn: string | undefined) =>
  (await world.appRunner.send(new DescribeServiceCommand({ ServiceArn }))).Service;

describe('a code repository, against the local AWS', () => {
  it('is built and deployed, its build shown; again it is built again; a setting is an update', async () => {
    const inputs = {
      service: 'from-code',
      'source-repository': HELLO,
      'source-branch': 'main',
      'connection-arn': connection,
      runtime: 'NODEJS_22',
      'build-command': 'npm ci',
      'environment-variables': 'TOKEN=hunter2hunter2',
    };
    const made = await deploy(inputs);
    expect(made.runner.outputs).toMatchObject({ result: 'created', 'service-status': 'RUNNING' });
    expect(made.runner.outputs).not.toHaveProperty('image');
    expect(made.text).not.toMatch(/hunter2|npm ci \|/);
    // What is not needed for code: docker, and any question to ECR.
    expect(made.calls.filter((call) => call.startsWith('ecr:'))).toEqual([]);
    expect(await described(made.runner.outputs['service-arn'])).toMatchObject({
      SourceConfiguration: {
        AutoDeploymentsEnabled: false,
        AuthenticationConfiguration: { ConnectionArn: connection },
        CodeRepository: {
          RepositoryUrl: HELLO,
          SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
          SourceDirectory: '/',
          CodeConfiguration: {
            ConfigurationSource: 'API',
            CodeConfigurationValues: { Runtime: 'NODEJS_22', BuildCommand: 'npm ci' },
          },
        },
      },
    });

    const again = await deploy({ ...inputs, 'skip-unchanged': 'true' });
    expect(again.runner.outputs.result).toBe('deployed');
    expect(again.text).toContain(
      'A deployment is needed: App Runner builds the source code, and tells no digest of it.',
    );
    expect(again.text).toContain('StartDeployment: App Runner builds the newest commit');

    const changed = await deploy({ service: 'from-code', 'source-directory': '/api' });
    expect(changed.runner.outputs.result).toBe('updated');
    expect(changed.runner.summaries[0]).toContain(
      '| SourceConfiguration.CodeRepository.SourceDirectory | changed | / | /api |',
    );
  });

  it('whose build fails ends the run with the reason and the build’s last lines', async () => {
    const { runner, text } = await deploy(
      {
        service: 'broken-code',
        'source-repository': BROKEN,
        'source-branch': 'main',
        'connection-arn': connection,
      },
      1,
    );
    expect(runner.outputs).toMatchObject({ result: 'failed', 'service-status': 'CREATE_FAILED' });
    expect(text).toContain("Failed to execute 'build' command");
    expect(text).toContain("Cannot find module 'left-pad'");
  });

  it('can’t take the place of an image, which is said before anything is changed', async () => {
    await world.aws.appRunner.seed({ ServiceName: 'runs-image' });
    const { runner, calls } = await deploy(
      {
        service: 'runs-image',
        'source-repository': HELLO,
        'source-branch': 'main',
        'connection-arn': connection,
      },
      1,
    );
    expect(runner.text()).toContain("App Runner can't change that to a code repository");
    expect(calls.filter((call) => /:(Create|Update|Start|Tag)/.test(call))).toEqual([]);
  });

  it('and a build of the checkout can’t take the place of code', async () => {
    const { runner } = await deploy(
      { service: 'from-code', 'access-role-arn': ACCESS_ROLE, repository: 'hello' },
      1,
    );
    expect(runner.text()).toContain("can't change that to an image");
    expect(runner.text()).toContain('Set source-repository');
  });
});
