import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  ListOperationsCommand,
  ListServicesCommand,
} from '@aws-sdk/client-apprunner';
import { DescribeLogStreamsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateRepositoryCommand,
  DescribeRegistryCommand,
  ListImagesCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';
import { sendSigned } from './signed-request.ts';

let fixture: AwsFixture;

beforeAll(async () => {
  fixture = await startFixture();
});

afterAll(() => fixture.close());

const arn =
  'arn:aws:apprunner:us-east-1:123456789012:service/hello/0123456789abcdef0123456789abcdef';

function create(changes: Record<string, unknown>, repository: Record<string, unknown> = {}) {
  const input = {
    ServiceName: 'hello',
    SourceConfiguration: {
      ImageRepository: {
        ImageIdentifier: '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1',
        ImageRepositoryType: 'ECR',
        ...repository,
      },
    },
    ...changes,
  };
  return refusal(
    fixture.apprunner.send(new CreateServiceCommand(input as CreateServiceCommandInput)),
  );
}

describe('limits of App Runner', () => {
  it.each([
    [
      'a service name that is too short',
      { ServiceName: 'abc' },
      "2 validation errors detected: Value 'abc' at 'serviceName' failed to satisfy constraint: Member must have length greater than or equal to 4; Value 'abc' at 'serviceName' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9][A-Za-z0-9-_]{3,39}",
    ],
    [
      'a member that is missing',
      { SourceConfiguration: undefined },
      "1 validation error detected: Value null at 'sourceConfiguration' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a number that is too large',
      { HealthCheckConfiguration: { Interval: 21 } },
      "1 validation error detected: Value '21' at 'healthCheckConfiguration.interval' failed to satisfy constraint: Member must have value less than or equal to 20",
    ],
    [
      'a number that is too small',
      { HealthCheckConfiguration: { Timeout: 0 } },
      "1 validation error detected: Value '0' at 'healthCheckConfiguration.timeout' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      'a word that is not in the enum',
      { HealthCheckConfiguration: { Protocol: 'UDP' } },
      "1 validation error detected: Value 'UDP' at 'healthCheckConfiguration.protocol' failed to satisfy constraint: Member must satisfy enum value set: [TCP, HTTP]",
    ],
    [
      'a key of a tag, in a list',
      {
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'aws:b', Value: '2' },
        ],
      },
      "1 validation error detected: Value 'aws:b' at 'tags.2.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?!aws:).+",
    ],
  ])('refuse %s', async (_what, changes, text) => {
    expect(await create(changes)).toEqual({ name: 'InvalidRequestException', text });
  });

  it('report a CPU size that is not one', async () => {
    const { text } = await create({ InstanceConfiguration: { Cpu: '3 vCPU' } });
    expect(text).toContain(
      "Value '3 vCPU' at 'instanceConfiguration.cpu' failed to satisfy constraint: Member must satisfy regular expression pattern: 256|512|",
    );
  });

  it('do not repeat the value of a secret setting', async () => {
    const variables = { KEY: 'hidden\nvalue' };
    const { text } = await create(
      {},
      { ImageConfiguration: { RuntimeEnvironmentVariables: variables } },
    );
    expect(text).toBe(
      "1 validation error detected: Value at 'sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables' failed to satisfy constraint: Map value must satisfy constraint: [Member must satisfy regular expression pattern: .*]",
    );
  });

  it('refuse an image of another registry than ECR', async () => {
    const { name, text } = await create({}, { ImageIdentifier: 'ghcr.io/owner/app:1' });
    expect(name).toBe('InvalidRequestException');
    expect(text).toContain(
      "Value 'ghcr.io/owner/app:1' at 'sourceConfiguration.imageRepository.imageIdentifier'",
    );
  });

  it('accept an image of the local ECR and of no other loopback port', async () => {
    const { registryHost } = fixture.aws;
    const own = await create({}, { ImageIdentifier: `${registryHost}/team/app:1` });
    expect(own.text).not.toContain('validation error');
    const other = await create({}, { ImageIdentifier: '127.0.0.1:1/team/app:1' });
    expect(other.text).toContain('Member must satisfy regular expression pattern');
  });

  it('refuse a page of more than 20', async () => {
    const listing = fixture.apprunner.send(new ListServicesCommand({ MaxResults: 21 }));
    expect(await refusal(listing)).toEqual({
      name: 'InvalidRequestException',
      text: "1 validation error detected: Value '21' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 20",
    });
  });

  it('refuse an ARN that is not one', async () => {
    const listing = fixture.apprunner.send(new ListOperationsCommand({ ServiceArn: 'hello' }));
    expect((await refusal(listing)).text).toContain("Value 'hello' at 'serviceArn'");
  });
});

describe('wrong members', () => {
  const tag = async (input: object) => {
    const body = JSON.stringify(input);
    const answer = await sendSigned(fixture.aws, { operation: 'TagResource', body });
    return { status: answer.status, error: JSON.parse(answer.body) };
  };

  it.each([
    [
      'an unknown member',
      { ResourceArn: arn, Labels: [] },
      "Unknown member 'Labels' in the request",
    ],
    [
      'an unknown member further in',
      { ResourceArn: arn, Tags: [{ Name: 'a' }] },
      "Unknown member 'Name' in 'tags.1.member'",
    ],
    [
      'a number for a text',
      { ResourceArn: 7 },
      "NUMBER_VALUE can not be converted to a String at 'resourceArn'",
    ],
    ['an object for a list', { ResourceArn: arn, Tags: {} }, "Expected list or null at 'tags'"],
    [
      'a text for an object',
      { Tags: ['a'] },
      "Unexpected field type: 'tags.1.member' must be an object",
    ],
  ])('are refused: %s', async (_what, body, text) => {
    expect(await tag(body)).toEqual({
      status: 400,
      error: { __type: 'com.amazon.coral.service#SerializationException', message: text },
    });
  });

  it('are not found in a member that is null, which counts as absent', async () => {
    expect((await tag({ ResourceArn: null, Tags: [] })).error).toEqual({
      __type: 'com.amazonaws.apprunner#InvalidRequestException',
      Message:
        "1 validation error detected: Value null at 'resourceArn' failed to satisfy constraint: Member must not be null",
    });
  });

  it('are told apart from a body that is no JSON', async () => {
    const { status, body } = await sendSigned(fixture.aws, { body: '{' });
    expect({ status, ...JSON.parse(body) }).toMatchObject({
      status: 400,
      message: 'The request body is not valid JSON.',
    });
  });
});

describe('the other services', () => {
  it('report limits of ECR in its own words', async () => {
    const command = new CreateRepositoryCommand({ repositoryName: 'Bad_Name!' });
    expect(await refusal(fixture.ecr.send(command))).toEqual({
      name: 'InvalidParameterException',
      text: "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*''",
    });
    const listing = new ListImagesCommand({ repositoryName: 'app', maxResults: 0 });
    expect((await refusal(fixture.ecr.send(listing))).text).toBe(
      "Invalid parameter at 'maxResults' failed to satisfy constraint: 'must have value greater than or equal to 1'",
    );
  });

  it('report limits of CloudWatch Logs under its own code', async () => {
    const command = new DescribeLogStreamsCommand({ logGroupName: 'a b', limit: 51 });
    expect(await refusal(fixture.logs.send(command))).toEqual({
      name: 'InvalidParameterException',
      text: "2 validation errors detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+; Value '51' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50",
    });
  });

  it('name an operation that is real but not served here', async () => {
    const { name, text } = await refusal(fixture.ecr.send(new DescribeRegistryCommand({})));
    expect(name).toBe('NotImplementedException');
    expect(text).toBe('The local AWS does not serve the operation DescribeRegistry of ecr.');
  });
});
