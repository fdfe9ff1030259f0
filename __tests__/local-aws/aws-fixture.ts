import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateRepositoryCommand,
  type CreateRepositoryCommandInput,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { Route53Client } from '@aws-sdk/client-route-53';
import { STSClient } from '@aws-sdk/client-sts';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '../../local-aws/start.ts';
import type { RegistryAccess } from '../support/registry-client.ts';

/** Differences from a client that is set up as it should be. */
export interface ClientChanges {
  readonly region?: string;
  readonly secretAccessKey?: string;
  readonly accessKeyId?: string;
  readonly sessionToken?: string;
}

/** A started local AWS with the SDK's clients for it. */
export interface AwsFixture {
  readonly aws: LocalAws;
  readonly apprunner: AppRunnerClient;
  readonly ecr: ECRClient;
  readonly sts: STSClient;
  readonly logs: CloudWatchLogsClient;
  readonly route53: Route53Client;
  /** Settings for further clients. */
  settings(changes?: ClientChanges): ReturnType<typeof settingsOf>;
  /** The registry with the login of GetAuthorizationToken. */
  login(): Promise<RegistryAccess>;
  createRepository(
    name: string,
    more?: Omit<CreateRepositoryCommandInput, 'repositoryName'>,
  ): Promise<void>;
  close(): Promise<void>;
}

function settingsOf(aws: LocalAws, changes: ClientChanges) {
  const { region = aws.region, ...credentials } = changes;
  return {
    endpoint: aws.endpoint,
    region,
    credentials: { ...aws.credentials, ...credentials },
    maxAttempts: 1,
  };
}

/** The name and text of the error that a promise ends with; an empty name when it succeeds. */
export async function refusal(promise: Promise<unknown>): Promise<{ name: string; text: string }> {
  try {
    await promise;
    return { name: '', text: '' };
  } catch (error) {
    // Errors of Node itself are not instances of the test environment's Error.
    const { name, message } = Object(error);
    return { name: String(name), text: String(message) };
  }
}

/** Starts a local AWS in memory. */
export async function startFixture(options: LocalAwsOptions = {}): Promise<AwsFixture> {
  const aws = await startLocalAws(options);
  const settings = (changes: ClientChanges = {}) => settingsOf(aws, changes);
  const apprunner = new AppRunnerClient(settings());
  const ecr = new ECRClient(settings());
  const sts = new STSClient(settings());
  const logs = new CloudWatchLogsClient(settings());
  const route53 = new Route53Client(settings());
  return {
    aws,
    apprunner,
    ecr,
    sts,
    logs,
    route53,
    settings,
    login: async () => {
      const { authorizationData = [] } = await ecr.send(new GetAuthorizationTokenCommand({}));
      const token = authorizationData[0]?.authorizationToken;
      return { host: aws.registryHost, authorization: `Basic ${token}` };
    },
    createRepository: async (repositoryName, more = {}) => {
      await ecr.send(new CreateRepositoryCommand({ ...more, repositoryName }));
    },
    close: async () => {
      for (const client of [apprunner, ecr, sts, logs, route53]) client.destroy();
      await aws.close();
    },
  };
}
