import {
  type AppRunnerClient,
  CreateAutoScalingConfigurationCommand,
  CreateObservabilityConfigurationCommand,
  CreateServiceCommand,
  CreateVpcConnectorCommand,
  DescribeAutoScalingConfigurationCommand,
  DescribeServiceCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  type Service,
} from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ACCESS_ROLE, INSTANCE_ROLE, KMS_KEY_ARN, SECRET_ARN } from '../support/create-service.ts';
import { type LocalWorld, startLocalWorld } from '../support/unit-local-run.ts';
import { commit, LocalPullRequest } from './pull-request.ts';

jest.setTimeout(60_000);

/** The base service brings the access role. */
const WITHOUT_ROLE = { 'access-role-arn': '' };

let world: LocalWorld;
beforeEach(async () => {
  world = await startLocalWorld();
});
afterEach(() => world.close());

const serviceOf = async (name: string): Promise<Service> => {
  const { appRunner } = world;
  const { ServiceSummaryList: all = [] } = await appRunner.send(new ListServicesCommand({}));
  const arn = all.find(({ ServiceName }) => ServiceName === name)?.ServiceArn;
  const { Service } = await appRunner.send(new DescribeServiceCommand({ ServiceArn: arn }));
  if (!Service) throw new Error(`There is no service ${name}.`);
  return Service;
};

/** A base service with every setting set to something else than App Runner's default. */
async function makeBase(appRunner: AppRunnerClient): Promise<Service> {
  const [scaling, connector, observability] = await Promise.all([
    appRunner.send(
      new CreateAutoScalingConfigurationCommand({
        AutoScalingConfigurationName: 'busy',
        MinSize: 3,
        MaxSize: 12,
        MaxConcurrency: 42,
      }),
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
  await appRunner.send(
    new CreateServiceCommand({
      ServiceName: 'hello',
      SourceConfiguration: {
        ImageRepository: {
          ImageIdentifier: `${world.aws.registryHost}/hello:by-hand`,
          ImageRepositoryType: 'ECR',
          ImageConfiguration: {
            Port: '3000',
            StartCommand: 'node server.js',
            RuntimeEnvironmentVariables: { LOG_LEVEL: 'warn', PASSWORD: 'hunter2hunter2' },
            RuntimeEnvironmentSecrets: { DATABASE_URL: SECRET_ARN },
          },
        },
        AutoDeploymentsEnabled: true,
        AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
      },
      InstanceConfiguration: { Cpu: '2 vCPU', Memory: '6 GB', InstanceRoleArn: INSTANCE_ROLE },
      EncryptionConfiguration: { KmsKey: KMS_KEY_ARN },
      HealthCheckConfiguration: {
        Protocol: 'HTTP',
        Path: '/up',
        Interval: 3,
        Timeout: 4,
        HealthyThreshold: 2,
        UnhealthyThreshold: 7,
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
          observability.ObservabilityConfiguration?.ObservabilityConfigurationArn,
      },
      Tags: [{ Key: 'team', Value: 'web' }],
    }),
  );
  await world.aws.appRunner.idle();
  return serviceOf('hello');
}

const sizesOf = async ({ AutoScalingConfigurationSummary: summary }: Service) => {
  const { AutoScalingConfiguration } = await world.appRunner.send(
    new DescribeAutoScalingConfigurationCommand({
      AutoScalingConfigurationArn: summary?.AutoScalingConfigurationArn,
    }),
  );
  const { MinSize, MaxSize, MaxConcurrency } = AutoScalingConfiguration ?? {};
  return { MinSize, MaxSize, MaxConcurrency };
};

describe('a preview made from a base service with every setting set', () => {
  it('has each of them, but for image, tags, automatic deployments and instances', async () => {
    const base = await makeBase(world.appRunner);
    const pull = new LocalPullRequest(world, 1);
    const { code, runner } = await pull.run({ action: 'opened' }, WITHOUT_ROLE);
    expect([code, runner.log.filter((line) => /^(error|warning)/.test(line))]).toEqual([0, []]);
    const preview = await serviceOf('hello-pr-1');

    const { SourceConfiguration: own, ...settings } = preview;
    const { SourceConfiguration: of, ...settingsOf } = base;
    const members = [
      'InstanceConfiguration',
      'EncryptionConfiguration',
      'HealthCheckConfiguration',
      'NetworkConfiguration',
      'ObservabilityConfiguration',
    ] as const;
    for (const member of members) {
      expect([member, settings[member]]).toEqual([member, settingsOf[member]]);
    }
    // What a service has beside these is its own identity and state.
    expect(
      Object.keys(settings)
        .filter((key) => !members.some((one) => one === key))
        .sort(),
    ).toEqual([
      'AutoScalingConfigurationSummary',
      'CreatedAt',
      'ServiceArn',
      'ServiceId',
      'ServiceName',
      'ServiceUrl',
      'Status',
      'UpdatedAt',
    ]);
    expect(own).toEqual({
      ...of,
      AutoDeploymentsEnabled: false,
      ImageRepository: {
        ...of?.ImageRepository,
        ImageIdentifier: `${world.aws.registryHost}/hello:hello-pr-1-${commit(1)}`,
      },
    });
    expect(await sizesOf(base)).toEqual({ MinSize: 3, MaxSize: 12, MaxConcurrency: 42 });
    expect(await sizesOf(preview)).toEqual({ MinSize: 1, MaxSize: 1, MaxConcurrency: 42 });
    const { Tags = [] } = await world.appRunner.send(
      new ListTagsForResourceCommand({ ResourceArn: preview.ServiceArn }),
    );
    expect(
      Tags.map(({ Key }) => Key).filter((key) => !key?.startsWith('apprunner-deploy:')),
    ).toEqual([]);
    expect(runner.text()).toContain("starts from the settings of service 'hello'");
    expect(runner.text()).not.toContain('hunter2');
  });

  it('has the inputs on top, and keeps what it has when the base changes later', async () => {
    await makeBase(world.appRunner);
    const pull = new LocalPullRequest(world, 2);
    const inputs = {
      ...WITHOUT_ROLE,
      cpu: '1 vCPU',
      memory: '2 GB',
      'max-size': '2',
      'environment-variables': 'LOG_LEVEL=debug',
    };
    expect(await pull.run({ action: 'opened' }, inputs)).toMatchObject({ result: 'created' });
    const preview = await serviceOf('hello-pr-2');
    expect(preview.InstanceConfiguration).toMatchObject({ Cpu: '1024', Memory: '2048' });
    expect(
      preview.SourceConfiguration?.ImageRepository?.ImageConfiguration?.RuntimeEnvironmentVariables,
    ).toEqual({ LOG_LEVEL: 'debug', PASSWORD: 'hunter2hunter2' });
    expect(await sizesOf(preview)).toEqual({ MinSize: 1, MaxSize: 2, MaxConcurrency: 42 });
    pull.push(commit(2));
    const second = await pull.run({ action: 'synchronize' }, WITHOUT_ROLE);
    expect(second.result).toBe('updated');
    const changed = second.runner.text().match(/^info: {3}(added|changed|removed) .*/gm) ?? [];
    expect(changed).not.toEqual([]);
    expect(changed.join('\n')).not.toMatch(/InstanceConfiguration|AutoScaling|LOG_LEVEL/);
  });

  it('can start from another service, or from none', async () => {
    await makeBase(world.appRunner);
    await world.aws.appRunner.seed({ ServiceName: 'staging' });
    const from = (name: string) => ({ 'preview-from': name });
    const third = await new LocalPullRequest(world, 3).run({ action: 'opened' }, from('staging'));
    expect(third.runner.text()).toContain("starts from the settings of service 'staging'");
    const fourth = await new LocalPullRequest(world, 4).run({ action: 'opened' }, from('false'));
    expect(fourth.result).toBe('created');
    const preview = await serviceOf('hello-pr-4');
    expect(preview.InstanceConfiguration).toEqual({ Cpu: '1024', Memory: '2048' });
    const fifth = await new LocalPullRequest(world, 5).run({ action: 'opened' }, from('nowhere'));
    expect(fifth.code).toBe(1);
    expect(fifth.runner.text()).toContain(
      "Input 'preview-from' is 'nowhere', and there is no such",
    );
  });

  it('takes what may not be read or made as a reason to tell, not to fail', async () => {
    await makeBase(world.appRunner);
    const allow = world.aws.faults.add({
      kind: 'deny',
      action: 'apprunner:CreateAutoScalingConfiguration',
    });
    const sixth = await new LocalPullRequest(world, 6).run({ action: 'opened' }, WITHOUT_ROLE);
    allow();
    expect(sixth.result).toBe('created');
    expect(sixth.runner.text()).toMatch(
      /warning: The preview takes the account's default auto scaling.*apprunner:CreateAutoScalingConfiguration/,
    );
    world.aws.faults.add({ kind: 'deny', action: 'apprunner:ListAutoScalingConfigurations' });
    const seventh = await new LocalPullRequest(world, 7).run({ action: 'opened' }, WITHOUT_ROLE);
    expect(seventh.result).toBe('created');
    expect(seventh.runner.text()).toContain("It takes the account's default auto scaling");
  });
});
