import {
  type CodeConfiguration,
  type CodeRepository,
  CreateConnectionCommand,
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DescribeServiceCommand,
  ListOperationsCommand,
  type Service,
  type SourceConfiguration,
} from '@aws-sdk/client-apprunner';
import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { AwsFixture } from './aws-fixture.ts';

export const accessRole = 'arn:aws:iam::123456789012:role/access';
export const instanceRole = 'arn:aws:iam::123456789012:role/instance';
export const publicImage = 'public.ecr.aws/aws-containers/hello-app-runner:latest';
export const repositoryUrl = 'https://github.com/my-account/python-hello';
export const noId = '0'.repeat(32);

/** The ARN of something in the account that a fixture plays. */
export const arnOf = (resource: string) => `arn:aws:apprunner:us-east-1:123456789012:${resource}`;

export const publicSource = (): SourceConfiguration => ({
  ImageRepository: {
    ImageIdentifier: publicImage,
    ImageRepositoryType: 'ECR_PUBLIC',
    ImageConfiguration: { Port: '8000' },
  },
});

export const apiConfiguration = (
  more: Partial<CodeConfiguration['CodeConfigurationValues']> = {},
): CodeConfiguration => ({
  ConfigurationSource: 'API',
  CodeConfigurationValues: {
    Runtime: 'PYTHON_3',
    BuildCommand: 'pip install -r requirements.txt',
    StartCommand: 'python server.py',
    Port: '3000',
    ...more,
  },
});

export const codeSource = (
  ConnectionArn: string | undefined,
  more: Partial<CodeRepository> = {},
): SourceConfiguration => ({
  CodeRepository: {
    RepositoryUrl: repositoryUrl,
    SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
    CodeConfiguration: apiConfiguration(),
    ...more,
  },
  AutoDeploymentsEnabled: false,
  ...(ConnectionArn && { AuthenticationConfiguration: { ConnectionArn } }),
});

/** Creates a connection that waits for its handshake; answers its ARN. */
export const connect = async (
  { apprunner }: AwsFixture,
  ConnectionName = 'my-github',
  ProviderType: 'GITHUB' | 'BITBUCKET' = 'GITHUB',
): Promise<string> => {
  const command = new CreateConnectionCommand({ ConnectionName, ProviderType });
  return (await apprunner.send(command)).Connection?.ConnectionArn ?? '';
};

/** Creates a service of the public image unless told otherwise and waits for its end. */
export const createService = async (
  { apprunner, aws }: AwsFixture,
  changes: Partial<CreateServiceCommandInput> = {},
): Promise<string> => {
  aws.appRunner.registerImage(publicImage);
  const input = { ServiceName: 'hello', SourceConfiguration: publicSource(), ...changes };
  const { Service } = await apprunner.send(new CreateServiceCommand(input));
  await aws.appRunner.idle();
  return Service?.ServiceArn ?? '';
};

export const describeService = async (
  { apprunner }: AwsFixture,
  ServiceArn: string,
): Promise<Partial<Service>> =>
  (await apprunner.send(new DescribeServiceCommand({ ServiceArn }))).Service ?? {};

/** Type and status of each operation, newest first. */
export const operations = async (
  { apprunner }: AwsFixture,
  ServiceArn: string,
): Promise<string[]> => {
  const answer = await apprunner.send(new ListOperationsCommand({ ServiceArn }));
  return (answer.OperationSummaryList ?? []).map(({ Type, Status }) => `${Type} ${Status}`);
};

/** The lines of the newest operation's own stream, or of the one named, without ids. */
export const serviceLines = async (
  { apprunner, logs }: AwsFixture,
  ServiceArn: string,
  logStreamName?: string,
): Promise<string[]> => {
  const [name, id] = ServiceArn.split('/').slice(-2);
  const listed = await apprunner.send(new ListOperationsCommand({ ServiceArn }));
  const newest = listed.OperationSummaryList?.[0]?.Id?.replaceAll('-', '');
  const answer = await logs.send(
    new GetLogEventsCommand({
      logGroupName: `/aws/apprunner/${name}/${id}/service`,
      logStreamName: logStreamName ?? `deployment/${newest}`,
      startFromHead: true,
    }),
  );
  return (answer.events ?? []).map(({ message = '' }) => message.replace(/[0-9a-f]{32}/, 'ID'));
};
