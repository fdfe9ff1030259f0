import {
  AppRunnerClient,
  CreateServiceCommand,
  ListServicesCommand,
} from '@aws-sdk/client-apprunner';
import { DescribeLogStreamsCommand, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  BatchGetImageCommand,
  DescribeRepositoriesCommand,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../local-aws/faults/fault.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture();
});
afterEach(() => own.close());

/** The name, text and HTTP status of the error that a call ends with. */
const seen = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => ({}),
    (thrown: unknown) => thrown,
  );
  const { name, message, $metadata } = Object(error);
  return [name, message, $metadata?.httpStatusCode];
};

const services = () => own.apprunner.send(new ListServicesCommand({}));
const repositories = () => own.ecr.send(new DescribeRepositoriesCommand({}));
const streams = () => own.logs.send(new DescribeLogStreamsCommand({ logGroupName: '/g' }));
const identity = () => own.sts.send(new GetCallerIdentityCommand({}));

const source = {
  ImageRepository: {
    ImageIdentifier: '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1',
    ImageRepositoryType: 'ECR',
  },
  AuthenticationConfiguration: { AccessRoleArn: 'arn:aws:iam::123456789012:role/access' },
} as const;
const create = (ServiceName = 'hello', client = own.apprunner) =>
  client.send(new CreateServiceCommand({ ServiceName, SourceConfiguration: source }));

const internal = 'The request failed due to an internal error in the service.';

describe('a call that a fault answers', () => {
  it.each([
    ['App Runner', services, 'ThrottlingException'],
    ['ECR', repositories, 'ThrottlingException'],
    ['CloudWatch Logs', streams, 'ThrottlingException'],
    ['STS', identity, 'Throttling'],
  ] as const)('is throttled in the words of %s', async (_, call, name) => {
    own.aws.faults.add({ kind: 'throttle', action: '*' });
    expect(await seen(call())).toEqual([name, 'Rate exceeded', 400]);
  });

  it.each([
    ['App Runner', services, 'InternalServiceErrorException', 'InternalServiceErrorException'],
    ['ECR', repositories, 'ServerException', 'ServerException'],
    ['CloudWatch Logs', streams, 'ServiceUnavailableException', 'ServiceUnavailableException'],
    ['STS', identity, 'InternalFailure', 'ServiceUnavailable'],
  ] as const)('gets the server errors of %s', async (_, call, first, second) => {
    own.aws.faults.add({ kind: 'server-error', action: '*' });
    own.aws.faults.add({ kind: 'server-error', action: '*', status: 503 });
    const [name, text, status] = await seen(call());
    expect([name, status]).toEqual([first, 500]);
    // CloudWatch Logs' model gives its errors no text.
    expect([internal, 'UnknownError', '']).toContain(text);
    const [again, , secondStatus] = await seen(call());
    expect([again, secondStatus]).toEqual([second, 503]);
  });

  it('is refused with the code, text and status that were asked for', async () => {
    const { faults } = own.aws;
    const text = 'Error in assuming access role ARN';
    faults.add({
      kind: 'refuse',
      action: 'apprunner:CreateService',
      code: 'InvalidRequestException',
      message: text,
    });
    faults.add({
      kind: 'refuse',
      action: 'apprunner:ListServices',
      code: 'Odd',
      message: 'odd',
      status: 418,
    });
    expect(await seen(create())).toEqual(['InvalidRequestException', text, 400]);
    expect(await seen(services())).toEqual(['Odd', 'odd', 418]);
    const { ServiceSummaryList } = await services();
    expect(ServiceSummaryList).toEqual([]);
  });

  it('is in the call log with its code', async () => {
    own.aws.faults.add({ kind: 'throttle', action: 'apprunner:ListServices' });
    await refusal(services());
    await services();
    expect(
      own.aws.calls.map(({ action, status, errorCode }) => [action, status, errorCode]),
    ).toEqual([
      ['apprunner:ListServices', 400, 'ThrottlingException'],
      ['apprunner:ListServices', 200, undefined],
    ]);
  });
});

describe('a call that no policy allows', () => {
  const me = 'User: arn:aws:iam::123456789012:user/local is not authorized to perform: ';
  const text = (action: string, resource: string) =>
    `${me}${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  const group = 'arn:aws:logs:us-east-1:123456789012:log-group:/g:log-stream:';
  const repository = 'arn:aws:ecr:us-east-1:123456789012:repository/app';

  it.each([
    ['apprunner:ListServices', services, '*'],
    ['apprunner:CreateService', create, 'arn:aws:apprunner:us-east-1:123456789012:service/hello/*'],
    ['ecr:GetAuthorizationToken', () => own.ecr.send(new GetAuthorizationTokenCommand({})), '*'],
    [
      'ecr:DescribeRepositories',
      () => own.ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['app'] })),
      repository,
    ],
    [
      'ecr:BatchGetImage',
      () =>
        own.ecr.send(
          new BatchGetImageCommand({ repositoryName: 'app', imageIds: [{ imageTag: '1' }] }),
        ),
      repository,
    ],
    ['logs:DescribeLogStreams', streams, group],
    [
      'logs:GetLogEvents',
      () => own.logs.send(new GetLogEventsCommand({ logGroupName: '/g', logStreamName: 'events' })),
      `${group}events`,
    ],
  ] as const)('is denied by name: %s', async (action, call, resource) => {
    own.aws.faults.add({ kind: 'deny', action });
    const expected = ['AccessDeniedException', text(action, resource), 400];
    expect(await seen(call())).toEqual(expected);
    // Without end, unlike the others.
    expect(await seen(call())).toEqual(expected);
    expect(await seen(identity())).toEqual([undefined, undefined, undefined]);
  });

  it('names the service that the call is for', async () => {
    const arn = await own.aws.appRunner.seed({ ServiceName: 'hello' });
    own.aws.faults.add({ kind: 'deny', action: 'apprunner:StartDeployment' });
    const { StartDeploymentCommand } = await import('@aws-sdk/client-apprunner');
    const call = own.apprunner.send(new StartDeploymentCommand({ ServiceArn: arn }));
    expect((await seen(call))[1]).toBe(text('apprunner:StartDeployment', arn));
  });

  it('names the resource that the call is for, where that is no service', async () => {
    const VpcConnectorArn = `arn:aws:apprunner:us-east-1:123456789012:vpcconnector/mine/1/${'0'.repeat(32)}`;
    own.aws.faults.add({ kind: 'deny', action: 'apprunner:DeleteVpcConnector' });
    const { DeleteVpcConnectorCommand } = await import('@aws-sdk/client-apprunner');
    const call = own.apprunner.send(new DeleteVpcConnectorCommand({ VpcConnectorArn }));
    expect((await seen(call))[1]).toBe(text('apprunner:DeleteVpcConnector', VpcConnectorArn));
  });

  it('is 403 AccessDenied from STS', async () => {
    own.aws.faults.add({ kind: 'deny', action: 'sts:*' });
    expect(await seen(identity())).toEqual([
      'AccessDenied',
      text('sts:GetCallerIdentity', '*'),
      403,
    ]);
  });
});

describe('a connection that breaks', () => {
  it.each([
    ['before', 'DroppedBefore', 0],
    ['after', 'DroppedAfter', 1],
  ] as const)('does so %s the call was acted on', async (when, code, services_) => {
    own.aws.faults.add({ kind: 'drop', when, action: 'apprunner:CreateService' });
    const { text } = await refusal(create());
    expect(text).toMatch(/socket hang up|ECONNRESET|aborted/);
    const { ServiceSummaryList = [] } = await services();
    expect(ServiceSummaryList).toHaveLength(services_);
    expect(own.aws.calls[0]).toMatchObject({
      action: 'apprunner:CreateService',
      status: 0,
      errorCode: code,
    });
  });

  it('is retried by the SDK into a name that exists already when the create had landed', async () => {
    own.aws.faults.add({ kind: 'drop', when: 'after', action: 'apprunner:CreateService' });
    const retrying = new AppRunnerClient({ ...own.settings(), maxAttempts: 3 });
    expect(await seen(create('hello', retrying))).toEqual([
      'InvalidRequestException',
      'Service with the provided name already exists: hello',
      400,
    ]);
    retrying.destroy();
  });

  it('does not show that the call would have been refused', async () => {
    await create();
    own.aws.faults.add({ kind: 'drop', when: 'after', action: 'apprunner:CreateService' });
    expect((await refusal(create())).text).not.toContain('already exists');
  });
});

describe('which calls a fault meets', () => {
  const met = async (fault: Fault, calls: number): Promise<boolean[]> => {
    own.aws.faults.add(fault);
    const found: boolean[] = [];
    for (let call = 0; call < calls; call += 1) found.push((await refusal(services())).name !== '');
    return found;
  };

  it.each<[string, Fault, boolean[]]>([
    ['one', { kind: 'throttle', action: 'apprunner:ListServices' }, [true, false, false]],
    ['as many as it says', { kind: 'throttle', action: '*', times: 2 }, [true, true, false]],
    [
      'those after the skipped ones',
      { kind: 'throttle', action: 'apprunner:*', skip: 1, times: 1 },
      [false, true, false],
    ],
    ['none of other services', { kind: 'throttle', action: 'ecr:*', times: 9 }, [false, false]],
    [
      'all, without end',
      { kind: 'server-error', action: '*', times: Number.POSITIVE_INFINITY },
      [true, true, true],
    ],
  ])('meets %s', async (_, fault, expected) => {
    expect(await met(fault, expected.length)).toEqual(expected);
  });

  it('leaves those out that AWS refuses anyway', async () => {
    own.aws.faults.add({ kind: 'throttle', action: 'apprunner:ListServices' });
    const stranger = new AppRunnerClient(own.settings({ secretAccessKey: 'wrong' }));
    expect((await refusal(stranger.send(new ListServicesCommand({})))).name).toBe(
      'InvalidSignatureException',
    );
    const tooMany = own.apprunner.send(new ListServicesCommand({ MaxResults: 21 }));
    expect((await refusal(tooMany)).name).toBe('InvalidRequestException');
    expect((await refusal(services())).name).toBe('ThrottlingException');
    stranger.destroy();
  });

  it('asks faults in the order in which they were added', async () => {
    const { faults } = own.aws;
    faults.add({ kind: 'throttle', action: '*' });
    faults.add({ kind: 'server-error', action: '*' });
    const names = [await refusal(services()), await refusal(services())].map(({ name }) => name);
    expect(names).toEqual(['ThrottlingException', 'InternalServiceErrorException']);
  });

  it('can be taken back, one or all', async () => {
    const { faults } = own.aws;
    const remove = faults.add({ kind: 'deny', action: 'apprunner:*' });
    faults.add({ kind: 'throttle', action: 'sts:*' });
    remove();
    await services();
    faults.clear();
    expect((await identity()).Account).toBe('123456789012');
  });
});
