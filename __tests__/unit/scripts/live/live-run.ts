import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { createMemoryRuntime } from '../../../../local-aws/runtime/memory.ts';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '../../../../local-aws/start.ts';
import { readArguments } from '../../../../scripts/live/arguments.ts';
import { type Live, live } from '../../../../scripts/live/live.ts';
import { registryHost } from '../../../../src/image/login.ts';
import { ACCESS_ROLE } from '../../../support/create-service.ts';
import { pushImage } from '../../../support/registry-client.ts';
import { fastClock } from '../../../support/unit-local-run.ts';

/** A local AWS on a fast clock, with the clients that the live proof uses. */
export interface LiveScene extends Pick<Live, 'appRunner' | 'ecr' | 'logs' | 'clock'> {
  readonly aws: LocalAws;
  /** What the live proof told. */
  readonly told: string[];
  /** Runs it with these arguments. */
  ask(args?: string[], changes?: Partial<Live>): ReturnType<typeof live>;
  close(): Promise<void>;
}

export async function liveScene(options: LocalAwsOptions = {}): Promise<LiveScene> {
  const clock = fastClock();
  const runtime = createMemoryRuntime({ clock });
  const aws = await startLocalAws({ clock, runtime, ...options });
  const clients = {
    appRunner: new AppRunnerClient(aws.clientConfig),
    ecr: new ECRClient(aws.clientConfig),
    logs: new CloudWatchLogsClient(aws.clientConfig),
  };
  const told: string[] = [];
  let images = 0;
  return {
    ...clients,
    aws,
    clock,
    told,
    ask: async (args = [], changes = {}) => {
      const env = { AWS_REGION: aws.region, ACCESS_ROLE_ARN: ACCESS_ROLE, GITHUB_RUN_ID: '42' };
      const asking = readArguments(args, env, () => 'made');
      if (asking.kind !== 'ask') throw new Error('these arguments are for cleaning up');
      return live({
        ...clients,
        asking,
        clock,
        patient: clock,
        build: async (login) => async (name, marker) => {
          const { username, password } = login;
          const token = Buffer.from(`${username}:${password}`).toString('base64');
          const access = { host: registryHost(login), authorization: `Basic ${token}` };
          const [repository = '', tag = ''] = name.slice(access.host.length + 1).split(':');
          const { digest } = await pushImage(access, repository, tag, marker);
          return digest;
        },
        get: async (url) => {
          // A connection that is kept goes on leading to the version that it was made to.
          const headers = { connection: 'close' };
          const response = await fetch(url, { headers }).catch(() => undefined);
          return response?.ok ? response.text() : undefined;
        },
        marker: () => {
          images += 1;
          return `image number ${images}`;
        },
        tell: (text) => told.push(text),
        ...changes,
      });
    },
    close: async () => {
      for (const client of Object.values(clients)) client.destroy();
      await aws.close();
    },
  };
}
