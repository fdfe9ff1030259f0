import {
  CreateVpcIngressConnectionCommand,
  DeleteServiceCommand,
  DeleteVpcIngressConnectionCommand,
  DescribeVpcIngressConnectionCommand,
  ListVpcIngressConnectionsCommand,
  UpdateVpcIngressConnectionCommand,
} from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryRuntime } from '../../local-aws/runtime/memory.ts';
import { virtualClock } from '../support/virtual-clock.ts';
import { arnOf, createService, describeService, noId } from './apprunner-inputs.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
});
afterEach(() => own.close());

const IngressVpcConfiguration = { VpcId: 'vpc-1', VpcEndpointId: 'vpce-1' };
const privately = {
  NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
};

const connect = async (
  ServiceArn: string,
  VpcIngressConnectionName = 'mine',
  more: object = {},
  { apprunner }: AwsFixture = own,
) => {
  const input = { ServiceArn, VpcIngressConnectionName, IngressVpcConfiguration, ...more };
  const answer = await apprunner.send(new CreateVpcIngressConnectionCommand(input));
  return answer.VpcIngressConnection ?? {};
};
const look = async (VpcIngressConnectionArn = '', { apprunner }: AwsFixture = own) => {
  const command = new DescribeVpcIngressConnectionCommand({ VpcIngressConnectionArn });
  return (await apprunner.send(command)).VpcIngressConnection;
};
const remove = async (VpcIngressConnectionArn = '') => {
  const command = new DeleteVpcIngressConnectionCommand({ VpcIngressConnectionArn });
  return (await own.apprunner.send(command)).VpcIngressConnection;
};
const move = async (VpcIngressConnectionArn = '', VpcEndpointId = 'vpce-2') => {
  const to = { VpcId: 'vpc-1', VpcEndpointId };
  const input = { VpcIngressConnectionArn, IngressVpcConfiguration: to };
  const answer = await own.apprunner.send(new UpdateVpcIngressConnectionCommand(input));
  return answer.VpcIngressConnection;
};
const list = async (Filter = {}) =>
  (await own.apprunner.send(new ListVpcIngressConnectionsCommand({ Filter })))
    .VpcIngressConnectionSummaryList ?? [];

describe('a VPC ingress connection', () => {
  it('leads to a private service, which has no URL, under a domain name of its own', async () => {
    const ServiceArn = await createService(own, privately);
    expect(await describeService(own, ServiceArn)).toMatchObject({ ServiceUrl: '', ...privately });
    const made = await connect(ServiceArn);
    expect(made).toEqual({
      VpcIngressConnectionArn: expect.stringMatching(/:vpcingressconnection\/mine\/[0-9a-f]{32}$/),
      VpcIngressConnectionName: 'mine',
      ServiceArn,
      Status: 'PENDING_CREATION',
      AccountId: '123456789012',
      DomainName: expect.stringMatching(/^[0-9a-f]{10}\.us-east-1\.awsapprunner\.com$/),
      IngressVpcConfiguration,
      CreatedAt: expect.any(Date),
    });
    await own.aws.appRunner.idle();
    expect(await look(made.VpcIngressConnectionArn)).toEqual({ ...made, Status: 'AVAILABLE' });
  });

  it('takes a minute of the clock at the pace of App Runner', async () => {
    const clock = virtualClock();
    const runtime = createMemoryRuntime({ clock, sockets: false });
    const slow = await startFixture({ clock, runtime, pace: 'app-runner' });
    const ServiceArn = await slow.aws.appRunner.seed({ ServiceName: 'hello', ...privately });
    const { VpcIngressConnectionArn } = await connect(ServiceArn, 'mine', {}, slow);
    const before = clock.now();
    const first = await look(VpcIngressConnectionArn, slow);
    expect(clock.step()).toBe(true);
    await slow.aws.appRunner.idle();
    const second = await look(VpcIngressConnectionArn, slow);
    await slow.close();
    expect([first?.Status, clock.now() - before, second?.Status]).toEqual([
      'PENDING_CREATION',
      60_000,
      'AVAILABLE',
    ]);
  });

  it('moves to another VPC endpoint and keeps its domain name', async () => {
    const made = await connect(await createService(own, privately));
    await own.aws.appRunner.idle();
    expect(await move(made.VpcIngressConnectionArn)).toMatchObject({ Status: 'PENDING_UPDATE' });
    await own.aws.appRunner.idle();
    expect(await look(made.VpcIngressConnectionArn)).toMatchObject({
      Status: 'AVAILABLE',
      DomainName: made.DomainName,
      IngressVpcConfiguration: { VpcId: 'vpc-1', VpcEndpointId: 'vpce-2' },
    });
  });

  it('keeps its service from being deleted until it is deleted itself', async () => {
    const ServiceArn = await createService(own, privately);
    const { VpcIngressConnectionArn } = await connect(ServiceArn);
    await own.aws.appRunner.idle();
    const deletion = () => own.apprunner.send(new DeleteServiceCommand({ ServiceArn }));
    expect(await refusal(deletion())).toEqual({
      name: 'InvalidStateException',
      text: `You cannot delete a Service while it has VpcIngressConnections with a status of AVAILABLE. Service Arn: ${ServiceArn} VpcIngressConnection Arn: ${VpcIngressConnectionArn}`,
    });
    expect(await remove(VpcIngressConnectionArn)).toMatchObject({ Status: 'PENDING_DELETION' });
    await own.aws.appRunner.idle();
    expect(await look(VpcIngressConnectionArn)).toMatchObject({
      Status: 'DELETED',
      DeletedAt: expect.any(Date),
    });
    expect(await list()).toEqual([]);
    await deletion();
    await own.aws.appRunner.idle();
    expect((await describeService(own, ServiceArn)).Status).toBe('DELETED');
  });

  it('can not be changed or deleted while a change is under way', async () => {
    const { VpcIngressConnectionArn } = await connect(await createService(own, privately));
    await own.aws.appRunner.idle();
    const clockless = own.aws.appRunner.operations;
    const caller = { accountId: '123456789012', region: 'us-east-1', accessKeyId: 'AKID' };
    clockless.DeleteVpcIngressConnection?.({ VpcIngressConnectionArn }, caller);
    expect(() =>
      clockless.UpdateVpcIngressConnection?.(
        { VpcIngressConnectionArn, IngressVpcConfiguration },
        caller,
      ),
    ).toThrow('VpcIngressConnection cannot be updated in the current state: PENDING_DELETION');
    await own.aws.appRunner.idle();
    expect(await refusal(remove(VpcIngressConnectionArn))).toEqual({
      name: 'InvalidStateException',
      text: 'VpcIngressConnection cannot be deleted in the current state: DELETED',
    });
  });

  it('is listed by service and by VPC endpoint', async () => {
    const first = await createService(own, privately);
    const second = await createService(own, { ...privately, ServiceName: 'other' });
    const to = { VpcId: 'vpc-1', VpcEndpointId: 'vpce-2' };
    const one = await connect(first, 'mine');
    const two = await connect(second, 'theirs', { IngressVpcConfiguration: to });
    const row = ({ VpcIngressConnectionArn, ServiceArn }: typeof one) => ({
      VpcIngressConnectionArn,
      ServiceArn,
    });
    expect(await list()).toEqual([row(two), row(one)]);
    expect(await list({ ServiceArn: first })).toEqual([row(one)]);
    expect(await list({ VpcEndpointId: 'vpce-2' })).toEqual([row(two)]);
    expect(await list({ ServiceArn: first, VpcEndpointId: 'vpce-2' })).toEqual([]);
  });

  it('is refused for a service that is public, is not there or is paused', async () => {
    const open = await createService(own);
    expect(await refusal(connect(open))).toEqual({
      name: 'InvalidRequestException',
      text: `A VpcIngressConnection needs a Service with IsPubliclyAccessible set to false. Service Arn: ${open}`,
    });
    expect((await refusal(connect(arnOf(`service/none/${noId}`)))).name).toBe(
      'InvalidRequestException',
    );
    const paused = await own.aws.appRunner.seed({
      ServiceName: 'paused',
      Status: 'PAUSED',
      ...privately,
    });
    expect((await refusal(connect(paused))).name).toBe('InvalidStateException');
  });

  it.each([
    ['VPC', { VpcId: 'subnet-1', VpcEndpointId: 'vpce-1' }, "The VPC ID 'subnet-1' isn't valid."],
    ['VPC endpoint', { VpcId: 'vpc-1' }, "The VPC endpoint ID '' isn't valid."],
  ])('is refused without a %s', async (_, to, text) => {
    const ServiceArn = await createService(own, privately);
    const wrong = connect(ServiceArn, 'mine', { IngressVpcConfiguration: to });
    expect(await refusal(wrong)).toEqual({ name: 'InvalidRequestException', text });
  });

  it('has a name of its own, which is free again when it is deleted', async () => {
    const ServiceArn = await createService(own, privately);
    const { VpcIngressConnectionArn } = await connect(ServiceArn);
    expect((await refusal(connect(ServiceArn))).name).toBe('InvalidRequestException');
    await own.aws.appRunner.idle();
    await remove(VpcIngressConnectionArn);
    await own.aws.appRunner.idle();
    const again = await connect(ServiceArn);
    expect(again.VpcIngressConnectionArn).not.toBe(VpcIngressConnectionArn);
  });
});
