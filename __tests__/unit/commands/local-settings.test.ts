import {
  CreateVpcIngressConnectionCommand,
  DescribeServiceCommand,
  ListAutoScalingConfigurationsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-apprunner';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS_ROLE, KMS_KEY_ARN } from '../../support/create-service.ts';
import { type LocalWorld, runLocally, startLocalWorld } from '../../support/unit-local-run.ts';

let world: LocalWorld;

beforeAll(async () => {
  world = await startLocalWorld();
});

afterAll(() => world.close());

async function deploy(inputs: Readonly<Record<string, string>>) {
  const { code, runner } = await runLocally(world, { 'access-role-arn': ACCESS_ROLE, ...inputs });
  expect(runner.log.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(code).toBe(0);
  const ServiceArn = `${runner.outputs['service-arn']}`;
  const [{ Service }, { Tags }] = await Promise.all([
    world.appRunner.send(new DescribeServiceCommand({ ServiceArn })),
    world.appRunner.send(new ListTagsForResourceCommand({ ResourceArn: ServiceArn })),
  ]);
  return { runner, service: Service, tags: Tags };
}

async function revisions(name: string) {
  const { AutoScalingConfigurationSummaryList: listed = [] } = await world.appRunner.send(
    new ListAutoScalingConfigurationsCommand({
      AutoScalingConfigurationName: name,
      LatestOnly: false,
    }),
  );
  return listed.length;
}

describe('settings by inputs, against the local AWS', () => {
  it('make a service that has them; the same ones again are no change', async () => {
    const inputs = {
      service: 'all-inputs',
      'health-check-path': '/health',
      'health-check-interval': '3',
      'min-size': '2',
      'max-size': '4',
      'ip-address-type': 'DUAL_STACK',
      'kms-key-arn': KMS_KEY_ARN,
      tags: 'team=web',
    };
    const made = await deploy(inputs);
    expect(made.runner.outputs.result).toBe('created');
    expect(made.service).toMatchObject({
      HealthCheckConfiguration: { Protocol: 'HTTP', Path: '/health', Interval: 3, Timeout: 2 },
      NetworkConfiguration: { IpAddressType: 'DUAL_STACK' },
      EncryptionConfiguration: { KmsKey: KMS_KEY_ARN },
      AutoScalingConfigurationSummary: {
        AutoScalingConfigurationName: 'all-inputs',
        AutoScalingConfigurationRevision: 1,
      },
    });
    expect(made.tags).toEqual([{ Key: 'team', Value: 'web' }]);

    const again = await deploy(inputs);
    expect(again.runner.outputs.result).toBe('deployed');
    expect(again.runner.text()).toContain('StartDeployment: image tag and settings are those');
    expect(await revisions('all-inputs')).toBe(1);

    const changed = await deploy({
      service: 'all-inputs',
      'max-size': '5',
      tags: 'team=api\nstage=live',
    });
    expect(changed.runner.outputs.result).toBe('updated');
    expect(changed.tags).toEqual([
      { Key: 'team', Value: 'api' },
      { Key: 'stage', Value: 'live' },
    ]);
    expect(changed.service?.AutoScalingConfigurationSummary).toMatchObject({
      AutoScalingConfigurationRevision: 2,
    });
    const back = await deploy({ service: 'all-inputs', 'max-size': '4' });
    expect(back.service?.AutoScalingConfigurationSummary).toMatchObject({
      AutoScalingConfigurationRevision: 1,
    });
    expect(await revisions('all-inputs')).toBe(2);
  }, 30_000);

  it('close a service, whose URL is then that of its VPC ingress connection', async () => {
    const closed = await deploy({ service: 'closed', 'publicly-accessible': 'false' });
    expect(closed.runner.outputs).not.toHaveProperty('service-url');
    expect(closed.runner.text()).toContain('The service is private and has no VPC ingress');
    const { VpcIngressConnection: connection } = await world.appRunner.send(
      new CreateVpcIngressConnectionCommand({
        ServiceArn: `${closed.service?.ServiceArn}`,
        VpcIngressConnectionName: 'closed',
        IngressVpcConfiguration: { VpcId: 'vpc-1', VpcEndpointId: 'vpce-1' },
      }),
    );
    const again = await deploy({ service: 'closed' });
    expect(again.runner.outputs['service-url']).toBe(`https://${connection?.DomainName}`);
    const open = await deploy({ service: 'open-again', 'publicly-accessible': 'true' });
    expect(open.runner.outputs['service-url']).toMatch(/^http:\/\/127/);
  }, 30_000);
});
