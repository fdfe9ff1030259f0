import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CreateAutoScalingConfigurationCommand,
  CreateObservabilityConfigurationCommand,
  CreateVpcConnectorCommand,
  DescribeServiceCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-apprunner';
import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import { describe, expect, it, jest } from '@jest/globals';
import { parse } from 'yaml';
import { ecrCalls } from '../../src/aws/ecr.ts';
import { pushImage } from '../support/registry-client.ts';
import { type Scene, withScene } from './fixture.ts';

// Real operations, each waited for as the action waits.
jest.setTimeout(120_000);

const EXAMPLES = fileURLToPath(new URL('../../examples/service-config', import.meta.url));

/** Puts the image of an example into ECR. */
async function push({ aws, ecr }: Scene, repositoryName: string, tag: string) {
  await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  const { username, password } = await ecrCalls(ecr).login();
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const { status } = await pushImage(
    { host: aws.registryHost, authorization },
    repositoryName,
    tag,
  );
  expect(status).toBe(201);
}

/** Makes what a document names by ARN; AWS chooses the ids, so it gives the ARNs by their start. */
async function resources({ appRunner }: Scene): Promise<Readonly<Record<string, string>>> {
  const [scaling, connector, traces] = await Promise.all([
    appRunner.send(
      new CreateAutoScalingConfigurationCommand({ AutoScalingConfigurationName: 'busy' }),
    ),
    appRunner.send(
      new CreateVpcConnectorCommand({ VpcConnectorName: 'private', Subnets: ['subnet-1'] }),
    ),
    appRunner.send(
      new CreateObservabilityConfigurationCommand({
        ObservabilityConfigurationName: 'traces',
        TraceConfiguration: { Vendor: 'AWSXRAY' },
      }),
    ),
  ]);
  const arns = [
    scaling.AutoScalingConfiguration?.AutoScalingConfigurationArn,
    connector.VpcConnector?.VpcConnectorArn,
    traces.ObservabilityConfiguration?.ObservabilityConfigurationArn,
  ];
  return Object.fromEntries(arns.map((arn = '') => [arn.replace(/[0-9a-f]{32}$/, ''), arn]));
}

/** An example, read without the action's help, with the ids that this account has. */
async function written(file: string, arns: Readonly<Record<string, string>>): Promise<string> {
  let text = await readFile(join(EXAMPLES, file), 'utf8');
  for (const [start, arn] of Object.entries(arns)) {
    const parts = text.split(start);
    expect([file, start, parts.length]).toEqual([file, start, 2]);
    text = parts.join(start).replace(new RegExp(`${RegExp.escape(start)}[0-9a-f]{32}`), arn);
  }
  return text;
}

/** Every value of a document by its path, as App Runner tells it. */
function valuesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, UNITS[`${value}`] ?? value]];
  // AWS's examples write variables as a list of maps.
  if (Array.isArray(value) && path.endsWith('.RuntimeEnvironmentVariables')) {
    return valuesOf(Object.assign({}, ...value), path);
  }
  return Object.entries(value).flatMap(([name, member]) => valuesOf(member, `${path}.${name}`));
}

const UNITS: Readonly<Record<string, string>> = {
  '1 vCPU': '1024',
  '2 GB': '2048',
  '3 GB': '3072',
};

/** A service as CreateService would name it. */
async function standing({ appRunner }: Scene, ServiceArn: string | undefined) {
  const [{ Service: service }, { Tags }] = await Promise.all([
    appRunner.send(new DescribeServiceCommand({ ServiceArn })),
    appRunner.send(new ListTagsForResourceCommand({ ResourceArn: ServiceArn })),
  ]);
  const scaling = service?.AutoScalingConfigurationSummary?.AutoScalingConfigurationArn;
  return { ...service, Tags, AutoScalingConfigurationArn: scaling };
}

/** Deploys an example and compares what stands then with every member that it names. */
async function deployed(
  scene: Scene,
  { file, arns = {}, inputs = {} }: Example,
): Promise<Readonly<Record<string, string>>> {
  const text = await written(file, arns);
  await writeFile(join(scene.workspace, file), text);
  const document: unknown = parse(text);
  const service = /"?ServiceName"?: "?([\w-]+)/.exec(text)?.[1] ?? '';
  const step = await scene.deploy({
    service,
    'service-config': file,
    'access-role-arn': '',
    ...inputs,
  });
  expect([step.code, step.outputs.result, step.log]).toEqual([0, 'created', expect.any(String)]);
  expect(step.outputs).toMatchObject({ 'service-name': service, 'service-status': 'RUNNING' });
  const named = valuesOf(document);
  const stands = new Map(valuesOf(await standing(scene, step.outputs['service-arn'])));
  expect(named.length).toBeGreaterThan(5);
  expect(named.map(([path]) => [path, stands.get(path)])).toEqual(named);
  return step.outputs;
}

interface Example {
  readonly file: string;
  /** The ARNs of this account, by their start. */
  readonly arns?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** The connections that the examples name. */
const CONNECTION =
  'arn:aws:apprunner:us-east-1:123456789012:connection/my-github-connection/e7656250f67242d7819feade6800f59e';
const OUR_CONNECTION =
  'arn:aws:apprunner:us-east-1:123456789012:connection/github/e7656250f67242d7819feade6800f59e';

describe("an example of the AWS CLI's reference for create-service", () => {
  it.concurrent('deploys an image', () =>
    withScene({}, async (scene) => {
      await push(scene, 'golang-app', 'latest');
      const outputs = await deployed(scene, { file: 'aws-cli-image.json' });
      expect(outputs.image).toMatch(
        /^123456789012\.dkr\.ecr\.us-east-1\.amazonaws\.com\/golang-app:latest@sha256:[0-9a-f]{64}$/,
      );
      const answer = await fetch(outputs['service-url'] ?? '');
      expect(await answer.json()).toMatchObject({ digest: outputs['image-digest'] });
      // No build, so no docker.
      expect(await scene.dockerCommands()).toEqual([]);
    }));

  it.concurrent('deploys a code repository', () =>
    withScene({}, async (scene) => {
      const ConnectionName = 'my-github-connection';
      scene.aws.appRunner.seedConnection({ ConnectionName, ConnectionArn: CONNECTION });
      const outputs = await deployed(scene, { file: 'aws-cli-code.json' });
      expect(await (await fetch(outputs['service-url'] ?? '')).json()).toMatchObject({
        image: 'https://github.com/my-account/python-hello#main',
      });
      expect(await scene.dockerCommands()).toEqual([]);
    }));

  it.concurrent('tells why a code repository can not be built, with the lines of the build', () =>
    withScene({}, async (scene) => {
      const ConnectionName = 'my-github-connection';
      scene.aws.appRunner.seedConnection({ ConnectionName, ConnectionArn: CONNECTION });
      scene.aws.appRunner.registerRepository('https://github.com/my-account/python-hello', {
        buildLines: [
          'Step 1/1 : RUN pip install -r requirements.txt',
          'sh: pip: command not found',
        ],
        buildFails: "Failed to execute 'build' command",
      });
      const file = 'aws-cli-code.json';
      await writeFile(join(scene.workspace, file), await written(file, {}));
      const step = await scene.deploy({
        service: 'python-app',
        'service-config': file,
        'access-role-arn': '',
      });
      expect([step.code, step.outputs.result]).toEqual([1, 'failed']);
      expect(step.raw).toMatch(
        /::error [^\n]*::python-app: the build command failed: sh: pip: command not found%0A/,
      );
      expect(step.log).toMatch(
        / m?s {2}\[Build\] Step 1\/1 : RUN pip install -r requirements\.txt/,
      );
      expect(step.summary).toContain(
        'The build logged last:\n\n```text\n[Build] Step 1/1 : RUN pip install -r requirements.txt\n[Build] sh: pip: command not found\n```',
      );
      expect(step.summary).not.toContain('Application log');
    }));
});

describe('our own example', () => {
  it.concurrent('of an image deploys it with every setting', () =>
    withScene({}, async (scene) => {
      await push(scene, 'hello-api', '1.4.0');
      await deployed(scene, { file: 'image.yaml', arns: await resources(scene) });
      // What it names is all that there is, so the same document changes nothing.
      const again = await scene.deploy({
        service: 'hello-api',
        'service-config': 'image.yaml',
        'access-role-arn': '',
      });
      expect([again.outputs.result, again.outputs['operation-status']]).toEqual([
        'deployed',
        'SUCCEEDED',
      ]);
    }));

  it.concurrent('of a code repository deploys it, with a role for its secrets', () =>
    withScene({}, async (scene) => {
      scene.aws.appRunner.seedConnection({
        ConnectionName: 'github',
        ConnectionArn: OUR_CONNECTION,
      });
      await deployed(scene, {
        file: 'code.yaml',
        inputs: { 'instance-role-arn': 'arn:aws:iam::123456789012:role/hello-code' },
      });
    }));
});
