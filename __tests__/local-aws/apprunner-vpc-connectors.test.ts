import {
  CreateVpcConnectorCommand,
  type CreateVpcConnectorCommandInput,
  DeleteServiceCommand,
  DeleteVpcConnectorCommand,
  DescribeVpcConnectorCommand,
  ListVpcConnectorsCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { arnOf, createService, describeService, noId } from './apprunner-inputs.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
});
afterEach(() => own.close());

const create = async (VpcConnectorName = 'my-vpc', more = {}) => {
  const input: CreateVpcConnectorCommandInput = {
    VpcConnectorName,
    Subnets: ['subnet-1', 'subnet-2'],
    SecurityGroups: ['sg-1'],
    ...more,
  };
  const { VpcConnector } = await own.apprunner.send(new CreateVpcConnectorCommand(input));
  return VpcConnector ?? {};
};
const describeConnector = async (VpcConnectorArn: string) =>
  (await own.apprunner.send(new DescribeVpcConnectorCommand({ VpcConnectorArn }))).VpcConnector;
const remove = async (VpcConnectorArn: string) =>
  (await own.apprunner.send(new DeleteVpcConnectorCommand({ VpcConnectorArn }))).VpcConnector;
const list = async () =>
  (await own.apprunner.send(new ListVpcConnectorsCommand({}))).VpcConnectors ?? [];
const through = (VpcConnectorArn: string | undefined, EgressType: 'VPC' | 'DEFAULT' = 'VPC') => ({
  NetworkConfiguration: {
    EgressConfiguration: { EgressType, ...(VpcConnectorArn && { VpcConnectorArn }) },
  },
});

describe('a VPC connector', () => {
  it('is described as it was made, ACTIVE and of revision 1', async () => {
    const made = await create();
    expect(made).toEqual({
      VpcConnectorName: 'my-vpc',
      VpcConnectorArn: expect.stringMatching(/:vpcconnector\/my-vpc\/1\/[0-9a-f]{32}$/),
      VpcConnectorRevision: 1,
      Subnets: ['subnet-1', 'subnet-2'],
      SecurityGroups: ['sg-1'],
      Status: 'ACTIVE',
      CreatedAt: expect.any(Date),
    });
    expect(await describeConnector(made.VpcConnectorArn ?? '')).toEqual(made);
    expect(await list()).toEqual([made]);
  });

  it("has the VPC's default security group when it names none", async () => {
    const { SecurityGroups } = await create('my-vpc', { SecurityGroups: undefined });
    expect(SecurityGroups).toEqual([expect.stringMatching(/^sg-[0-9a-f]{17}$/)]);
  });

  it.each([
    ['without a subnet', { Subnets: [] }, 'Specify at least one subnet in Subnets.'],
    [
      'with a subnet that is none',
      { Subnets: ['subnet-1', 'vpc-1'] },
      "The subnet ID 'vpc-1' does not exist",
    ],
    [
      'with a security group that is none',
      { SecurityGroups: ['default'] },
      "The security group ID 'default' does not exist",
    ],
  ])('is refused %s', async (_, more, text) => {
    expect(await refusal(create('my-vpc', more))).toEqual({
      name: 'InvalidRequestException',
      text,
    });
    expect(await list()).toEqual([]);
  });

  it('has one revision of a name, and ten names at most', async () => {
    await create('my-vpc');
    expect((await refusal(create('my-vpc'))).name).toBe('InvalidRequestException');
    for (let index = 1; index < 10; index += 1) await create(`other-${index}`);
    expect((await refusal(create('one-more'))).name).toBe('ServiceQuotaExceededException');
  });

  it('is kept by an update that does not name it, and left by EgressType DEFAULT', async () => {
    const { VpcConnectorArn = '' } = await create();
    const ServiceArn = await createService(own, through(VpcConnectorArn));
    const egress = async () =>
      (await describeService(own, ServiceArn)).NetworkConfiguration?.EgressConfiguration;
    const update = async (more: object) => {
      await own.apprunner.send(new UpdateServiceCommand({ ServiceArn, ...more }));
      await own.aws.appRunner.idle();
    };
    const connected = { EgressType: 'VPC', VpcConnectorArn };
    expect(await egress()).toEqual(connected);
    await update({ InstanceConfiguration: { Cpu: '2 vCPU', Memory: '4 GB' } });
    expect(await egress()).toEqual(connected);
    await update({ NetworkConfiguration: { IpAddressType: 'DUAL_STACK' } });
    expect(await egress()).toEqual(connected);
    await update(through(undefined, 'DEFAULT'));
    expect(await egress()).toEqual({ EgressType: 'DEFAULT' });
  });

  it('can not be deleted while a service uses it, and is INACTIVE when deleted', async () => {
    const { VpcConnectorArn = '' } = await create();
    const ServiceArn = await createService(own, through(VpcConnectorArn));
    expect(await refusal(remove(VpcConnectorArn))).toEqual({
      name: 'InvalidRequestException',
      text: `Provided VPC connector arn is being used by other services. ARN: ${VpcConnectorArn}`,
    });
    await own.apprunner.send(new DeleteServiceCommand({ ServiceArn }));
    await own.aws.appRunner.idle();
    const expected = { Status: 'INACTIVE', DeletedAt: expect.any(Date) };
    expect(await remove(VpcConnectorArn)).toMatchObject(expected);
    expect(await describeConnector(VpcConnectorArn)).toMatchObject(expected);
    expect(await list()).toEqual([]);
    expect((await refusal(createService(own, through(VpcConnectorArn)))).name).toBe(
      'InvalidRequestException',
    );
  });

  it.each([
    ['one that does not exist', arnOf(`vpcconnector/my-vpc/1/${noId}`), 'VPC'],
    ['none', undefined, 'VPC'],
    ['one with EgressType DEFAULT', arnOf(`vpcconnector/my-vpc/1/${noId}`), 'DEFAULT'],
  ] as const)('is not served: %s', async (_, arn, type) => {
    expect(await refusal(createService(own, through(arn, type)))).toEqual({
      name: 'InvalidRequestException',
      text: `The VPC connector ARN you specified isn't valid for EgressType ${type}. ARN: '${arn ?? ''}'`,
    });
  });
});
