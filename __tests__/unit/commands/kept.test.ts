import { readFileSync } from 'node:fs';
import {
  CreateAutoScalingConfigurationCommand,
  CreateObservabilityConfigurationCommand,
  CreateVpcConnectorCommand,
  DescribeServiceCommand,
  ListAutoScalingConfigurationsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  type UpdateServiceCommandInput,
} from '@aws-sdk/client-apprunner';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBack } from '../../../src/service/configuration.ts';
import { ACCESS_ROLE, INSTANCE_ROLE, KMS_KEY_ARN } from '../../support/create-service.ts';
import { type LocalWorld, runLocally, startLocalWorld } from '../../support/unit-local-run.ts';
import { leaves } from '../../support/unit-named.ts';

let world: LocalWorld;

beforeAll(async () => {
  world = await startLocalWorld();
});

afterAll(() => world.close());

async function describeService(ServiceArn: string) {
  const { Service } = await world.appRunner.send(new DescribeServiceCommand({ ServiceArn }));
  if (!Service) throw new Error('no service');
  return Service;
}

/** Every setting that UpdateService has for an image, each unlike App Runner's default. */
async function everySetting(name: string): Promise<Omit<UpdateServiceCommandInput, 'ServiceArn'>> {
  const [scaling, connector, traces] = await Promise.all([
    world.appRunner.send(
      new CreateAutoScalingConfigurationCommand({ AutoScalingConfigurationName: name, MaxSize: 3 }),
    ),
    world.appRunner.send(
      new CreateVpcConnectorCommand({ VpcConnectorName: name, Subnets: ['subnet-1'] }),
    ),
    world.appRunner.send(
      new CreateObservabilityConfigurationCommand({
        ObservabilityConfigurationName: name,
        TraceConfiguration: { Vendor: 'AWSXRAY' },
      }),
    ),
  ]);
  return {
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: `${world.aws.registryHost}/hello:by-hand`,
        ImageRepositoryType: 'ECR',
        ImageConfiguration: {
          Port: '3000',
          StartCommand: 'node server.js',
          RuntimeEnvironmentVariables: { A: '1', EMPTY: '' },
          RuntimeEnvironmentSecrets: { S: '/hello/secret' },
        },
      },
      AutoDeploymentsEnabled: true,
      AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
    },
    InstanceConfiguration: { Cpu: '2 vCPU', Memory: '4 GB', InstanceRoleArn: INSTANCE_ROLE },
    HealthCheckConfiguration: {
      Protocol: 'HTTP',
      Path: '/health',
      Interval: 6,
      Timeout: 3,
      HealthyThreshold: 2,
      UnhealthyThreshold: 4,
    },
    AutoScalingConfigurationArn: scaling.AutoScalingConfiguration?.AutoScalingConfigurationArn,
    NetworkConfiguration: {
      EgressConfiguration: {
        EgressType: 'VPC',
        VpcConnectorArn: connector.VpcConnector?.VpcConnectorArn,
      },
      IngressConfiguration: { IsPubliclyAccessible: true },
      IpAddressType: 'DUAL_STACK',
    },
    ObservabilityConfiguration: {
      ObservabilityEnabled: true,
      ObservabilityConfigurationArn:
        traces.ObservabilityConfiguration?.ObservabilityConfigurationArn,
    },
  };
}

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, string>>;
}

/** The paths of a shape's members in the API model; a map is one member. */
function membersOf(shapes: Readonly<Record<string, Shape>>, name: string, path = ''): string[] {
  const { members } = shapes[name] ?? {};
  if (!members) return [path];
  return Object.entries(members).flatMap(([key, of]) =>
    membersOf(shapes, of, path === '' ? key : `${path}/${key}`),
  );
}

describe('a service that was changed by hand in every setting', () => {
  it('means every one of UpdateService for an image, by the API model', async () => {
    const model = JSON.parse(
      readFileSync(new URL('../../../local-aws/models/apprunner.json', import.meta.url), 'utf8'),
    );
    const known = membersOf(model.shapes, 'UpdateServiceRequest').filter(
      (path) => !/^ServiceArn$|CodeRepository|ConnectionArn/.test(path),
    );
    const byHand = [...leaves(await everySetting('model')).keys()].map((path) =>
      path.replace(/(RuntimeEnvironment\w+)\/.*/, '$1'),
    );
    expect([...new Set(byHand)].sort()).toEqual(known.sort());
  });

  it.each([
    ['public', {}],
    [
      'private',
      { IngressConfiguration: { IsPubliclyAccessible: false }, IpAddressType: 'IPV4' as const },
    ],
  ])(
    'and is %s keeps all of it through a deployment that names only `service`',
    async (kind, network) => {
      const name = `hello-${kind}`;
      const settings = await everySetting(name);
      const arn = await world.aws.appRunner.seed({
        ServiceName: name,
        EncryptionConfiguration: { KmsKey: KMS_KEY_ARN },
        Tags: [{ Key: 'first', Value: 'tag' }],
        ...JSON.parse(JSON.stringify(settings)),
        NetworkConfiguration: { ...settings.NetworkConfiguration, ...network },
      });
      const Tags = [{ Key: 'owner', Value: 'someone' }];
      await world.appRunner.send(new TagResourceCommand({ ResourceArn: arn, Tags }));
      const found = await describeService(arn);
      const scaling = await world.appRunner.send(new ListAutoScalingConfigurationsCommand({}));

      const inputs = { service: name };
      const { code, runner } = await runLocally(world, inputs);
      expect(runner.log.filter((line) => line.startsWith('error'))).toEqual([]);
      expect(code).toBe(0);
      expect(runner.outputs.result).toBe('updated');

      const left = await describeService(arn);
      const identifier = `${world.aws.registryHost}/hello:${'a'.repeat(40)}`;
      const wanted = readBack(found);
      expect(readBack(left)).toEqual({
        ...wanted,
        SourceConfiguration: {
          ...wanted.SourceConfiguration,
          ImageRepository: {
            ...wanted.SourceConfiguration?.ImageRepository,
            ImageIdentifier: identifier,
          },
        },
      });
      expect(left.EncryptionConfiguration).toEqual({ KmsKey: KMS_KEY_ARN });
      const tagged = await world.appRunner.send(
        new ListTagsForResourceCommand({ ResourceArn: arn }),
      );
      expect(tagged.Tags).toEqual([{ Key: 'first', Value: 'tag' }, ...Tags]);
      expect(
        await world.appRunner.send(new ListAutoScalingConfigurationsCommand({})),
      ).toMatchObject({
        AutoScalingConfigurationSummaryList: scaling.AutoScalingConfigurationSummaryList,
      });
    },
  );
});
