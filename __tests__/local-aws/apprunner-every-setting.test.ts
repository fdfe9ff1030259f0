import {
  CreateAutoScalingConfigurationCommand,
  CreateObservabilityConfigurationCommand,
  type CreateServiceCommandInput,
  CreateVpcConnectorCommand,
  ListAutoScalingConfigurationsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadModel } from '../../local-aws/models/model.ts';
import {
  accessRole,
  arnOf,
  createService,
  describeService,
  instanceRole,
  noId,
  publicImage,
} from './apprunner-inputs.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';
import { sendSigned } from './signed-request.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
});
afterEach(() => own.close());

const KmsKey = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555';
const crossAccount = '999999999999.dkr.ecr.us-east-1.amazonaws.com/team/app:1';

const scaling = async (AutoScalingConfigurationName = 'small') => {
  const command = new CreateAutoScalingConfigurationCommand({ AutoScalingConfigurationName });
  const { AutoScalingConfiguration } = await own.apprunner.send(command);
  return AutoScalingConfiguration?.AutoScalingConfigurationArn ?? '';
};
const connector = async () => {
  const input = { VpcConnectorName: 'my-vpc', Subnets: ['subnet-1'] };
  const { VpcConnector } = await own.apprunner.send(new CreateVpcConnectorCommand(input));
  return VpcConnector?.VpcConnectorArn ?? '';
};
const observability = async () => {
  const command = new CreateObservabilityConfigurationCommand({
    ObservabilityConfigurationName: 'xray',
    TraceConfiguration: { Vendor: 'AWSXRAY' },
  });
  const { ObservabilityConfiguration } = await own.apprunner.send(command);
  return ObservabilityConfiguration?.ObservabilityConfigurationArn ?? '';
};

/** Every member of CreateService set to something else than App Runner's default. */
const everything = async () => {
  own.aws.appRunner.registerImage(crossAccount);
  return {
    ServiceName: 'hello',
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: crossAccount,
        ImageRepositoryType: 'ECR',
        ImageConfiguration: {
          Port: '3000',
          StartCommand: 'node server.js',
          RuntimeEnvironmentVariables: { NAME: 'Jane' },
          RuntimeEnvironmentSecrets: { TOKEN: 'arn:aws:ssm:us-east-1:123456789012:parameter/t' },
        },
      },
      AutoDeploymentsEnabled: false,
      AuthenticationConfiguration: { AccessRoleArn: accessRole },
    },
    InstanceConfiguration: { Cpu: '2048', Memory: '6144', InstanceRoleArn: instanceRole },
    EncryptionConfiguration: { KmsKey },
    HealthCheckConfiguration: {
      Protocol: 'HTTP',
      Path: '/up',
      Interval: 1,
      Timeout: 3,
      HealthyThreshold: 2,
      UnhealthyThreshold: 4,
    },
    AutoScalingConfigurationArn: await scaling(),
    NetworkConfiguration: {
      EgressConfiguration: { EgressType: 'VPC', VpcConnectorArn: await connector() },
      IngressConfiguration: { IsPubliclyAccessible: false },
      IpAddressType: 'DUAL_STACK',
    },
    ObservabilityConfiguration: {
      ObservabilityEnabled: true,
      ObservabilityConfigurationArn: await observability(),
    },
    Tags: [{ Key: 'team', Value: 'a' }],
  } satisfies CreateServiceCommandInput;
};

/** What DescribeService answers of it. */
const described = ({
  Tags,
  AutoScalingConfigurationArn,
  ...rest
}: Awaited<ReturnType<typeof everything>>) => ({
  ...rest,
  AutoScalingConfigurationSummary: {
    AutoScalingConfigurationArn,
    AutoScalingConfigurationName: 'small',
    AutoScalingConfigurationRevision: 1,
  },
});

describe('a service with every setting', () => {
  it('names every member of CreateService in this test', async () => {
    const { members = {} } = loadModel('apprunner').shapes.CreateServiceRequest ?? {};
    expect(Object.keys(await everything()).sort()).toEqual(Object.keys(members).sort());
  });

  it('is described with all of them', async () => {
    const input = await everything();
    const arn = await createService(own, input);
    expect(await describeService(own, arn)).toMatchObject({
      ...described(input),
      Status: 'RUNNING',
      ServiceUrl: '',
    });
  });

  it.each([
    [
      'health check',
      { HealthCheckConfiguration: { Interval: 2 } },
      { HealthCheckConfiguration: { Protocol: 'HTTP', Path: '/up', Interval: 2, Timeout: 3 } },
    ],
    [
      'size',
      { InstanceConfiguration: { Cpu: '4 vCPU', Memory: '8 GB' } },
      { InstanceConfiguration: { Cpu: '4096', Memory: '8192', InstanceRoleArn: instanceRole } },
    ],
    [
      'address type',
      { NetworkConfiguration: { IpAddressType: 'IPV4' as const } },
      {
        NetworkConfiguration: {
          EgressConfiguration: { EgressType: 'VPC' },
          IngressConfiguration: { IsPubliclyAccessible: false },
          IpAddressType: 'IPV4',
        },
      },
    ],
  ])('keeps all that an update of its %s does not name', async (_, change, expected) => {
    const input = await everything();
    const ServiceArn = await createService(own, input);
    await own.apprunner.send(new UpdateServiceCommand({ ServiceArn, ...change }));
    await own.aws.appRunner.idle();
    const after = await describeService(own, ServiceArn);
    expect(after).toMatchObject({ ...described(input), ...expected, Status: 'RUNNING' });
  });

  it('has an encryption key that UpdateService does not take', async () => {
    const ServiceArn = await createService(own, await everything());
    const body = JSON.stringify({ ServiceArn, EncryptionConfiguration: { KmsKey } });
    const answer = await sendSigned(own.aws, { operation: 'UpdateService', body });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("Unknown member 'EncryptionConfiguration' in the request");
  });
});

describe('an image that is not in the ECR of the account', () => {
  it.each([
    ['ECR Public', publicImage],
    ['another account', crossAccount],
  ])('is absent unless somebody registers it: %s', async (_, ImageIdentifier) => {
    const isPublic = ImageIdentifier === publicImage;
    const source = {
      ImageRepository: {
        ImageIdentifier,
        ImageRepositoryType: isPublic ? ('ECR_PUBLIC' as const) : ('ECR' as const),
      },
      ...(isPublic ? {} : { AuthenticationConfiguration: { AccessRoleArn: accessRole } }),
    };
    const create = async (ServiceName: string) => {
      const arn = await createService(own, { ServiceName, SourceConfiguration: source });
      return (await describeService(own, arn)).Status;
    };
    // The public one is registered by what makes services in these tests.
    if (!isPublic) expect(await create('absent')).toBe('CREATE_FAILED');
    own.aws.appRunner.registerImage(ImageIdentifier);
    expect(await create('there')).toBe('RUNNING');
  });
});

describe('auto scaling', () => {
  it('ends at five revisions of a name, whichever service uses them', async () => {
    for (let revision = 1; revision <= 5; revision += 1) {
      expect(await scaling()).toContain(`/small/${revision}/`);
    }
    expect(await refusal(scaling())).toEqual({
      name: 'ServiceQuotaExceededException',
      text: "You've reached the quota of 5 revisions of auto scaling configuration small.",
    });
    const all = new ListAutoScalingConfigurationsCommand({
      AutoScalingConfigurationName: 'small',
      LatestOnly: false,
    });
    const { AutoScalingConfigurationSummaryList: found } = await own.apprunner.send(all);
    expect(found).toHaveLength(5);
  });

  it.each([
    ['a name', 'autoscalingconfiguration/small', 2],
    ['a name and a revision', 'autoscalingconfiguration/small/1', 1],
  ])('is found by %s', async (_, resource, revision) => {
    await scaling();
    await scaling();
    const arn = await createService(own, { AutoScalingConfigurationArn: arnOf(resource) });
    const { AutoScalingConfigurationSummary } = await describeService(own, arn);
    expect(AutoScalingConfigurationSummary).toMatchObject({
      AutoScalingConfigurationName: 'small',
      AutoScalingConfigurationRevision: revision,
      AutoScalingConfigurationArn: expect.stringMatching(/\/[0-9a-f]{32}$/),
    });
  });
});

describe('tags', () => {
  const tagsOf = async (ResourceArn: string) =>
    (await own.apprunner.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags;

  it.each<[string, () => Promise<string> | string]>([
    ['service', () => createService(own)],
    ['connection', () => own.aws.appRunner.seedConnection({ ConnectionName: 'mine' })],
    ['VPC connector', connector],
    ['observability configuration', observability],
    ['auto scaling configuration', () => scaling()],
  ])('are added to, changed on and taken from a %s', async (_, make) => {
    const ResourceArn = await make();
    const Tags = [
      { Key: 'team', Value: 'a' },
      { Key: 'stage', Value: '' },
    ];
    await own.apprunner.send(new TagResourceCommand({ ResourceArn, Tags }));
    const other = [{ Key: 'team', Value: 'b' }];
    await own.apprunner.send(new TagResourceCommand({ ResourceArn, Tags: other }));
    await own.apprunner.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['stage', 'x'] }));
    expect(await tagsOf(ResourceArn)).toEqual(other);
  });

  it.each([
    [
      'a reserved key',
      [{ Key: 'AWS:x', Value: '' }],
      "Tag keys that start with aws: are reserved. Key: 'AWS:x'",
    ],
    [
      'one key twice',
      [
        { Key: 'x', Value: '1' },
        { Key: 'x', Value: '2' },
      ],
      "Duplicate tag key: 'x'",
    ],
  ])('are refused with %s', async (_, Tags, text) => {
    const ResourceArn = await createService(own);
    const wrong = own.apprunner.send(new TagResourceCommand({ ResourceArn, Tags }));
    expect(await refusal(wrong)).toEqual({ name: 'InvalidRequestException', text });
    expect(await tagsOf(ResourceArn)).toEqual([]);
  });

  it('are not those of something that is not there', async () => {
    const ResourceArn = arnOf(`vpcconnector/none/1/${noId}`);
    expect((await refusal(tagsOf(ResourceArn))).name).toBe('ResourceNotFoundException');
  });
});

it('serves every operation of App Runner', () => {
  const served = Object.keys(own.aws.appRunner.operations);
  const modelled = Object.keys(loadModel('apprunner').operations);
  expect(modelled.filter((operation) => !served.includes(operation))).toEqual([]);
  expect(served.filter((operation) => !modelled.includes(operation))).toEqual([]);
});
