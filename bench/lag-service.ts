import { createHash } from 'node:crypto';
import {
  AppRunnerClient,
  CreateServiceCommand,
  ListOperationsCommand,
  type OperationSummary,
  UpdateServiceCommand,
} from '@aws-sdk/client-apprunner';
import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { type LocalAws, startLocalAws } from '../local-aws/start.ts';
import { type LagClock, lagClock } from './lag-clock.ts';

export const SERVICE = 'bench-lag';
const REPOSITORY = 'bench-lag';

/** What the pace gives each operation; the clock adds the rest. */
const LEAST_MS = 10_000;

/** A service that was updated some times, in a local AWS of its own. */
export interface LagService {
  readonly aws: LocalAws;
  /** An image that the service does not run yet. */
  readonly image: string;
  readonly roleArn: string;
  operation(id: string): Promise<OperationSummary>;
  close(): Promise<void>;
}

/**
 * Makes a service with a history.
 *
 * @param history milliseconds that its creation and each update after that took
 * @param nextMs milliseconds that the next operation will take
 */
export async function makeLagService(
  history: readonly number[],
  nextMs: number,
): Promise<LagService> {
  const clock = lagClock(2 * history.reduce((sum, ms) => sum + ms, LEAST_MS));
  const aws = await startLocalAws({ clock, pace: { operationMs: LEAST_MS } });
  const { endpoint, region, credentials, accountId } = aws;
  const config = { endpoint, region, credentials };
  const appRunner = new AppRunnerClient(config);
  try {
    await pushImages(aws, ['old', 'new']);
    const nameOf = (tag: string) =>
      `${accountId}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${tag}`;
    const roleArn = `arn:aws:iam::${accountId}:role/bench`;
    const arn = await makeHistory(aws, clock, appRunner, history, nameOf('old'), roleArn);
    clock.catchUp();
    clock.longerMs = nextMs - LEAST_MS;
    return {
      aws,
      roleArn,
      image: nameOf('new'),
      operation: async (id) => {
        const list = new ListOperationsCommand({ ServiceArn: arn });
        const { OperationSummaryList = [] } = await appRunner.send(list);
        const found = OperationSummaryList.find(({ Id }) => Id === id);
        if (!found) throw new Error(`Operation ${id} is not in the list.`);
        return found;
      },
      close: async () => {
        appRunner.destroy();
        await aws.close();
      },
    };
  } catch (error) {
    await aws.close();
    throw error;
  }
}

async function makeHistory(
  aws: LocalAws,
  clock: LagClock,
  appRunner: AppRunnerClient,
  history: readonly number[],
  image: string,
  roleArn: string,
): Promise<string> {
  const source = (Port: string) => ({
    ImageRepository: {
      ImageIdentifier: image,
      ImageRepositoryType: 'ECR' as const,
      ImageConfiguration: { Port },
    },
    AutoDeploymentsEnabled: false,
    AuthenticationConfiguration: { AccessRoleArn: roleArn },
  });
  let arn = '';
  for (const [at, ms] of history.entries()) {
    clock.longerMs = ms - LEAST_MS;
    const SourceConfiguration = source(`${8080 + at}`);
    if (arn === '') {
      const create = new CreateServiceCommand({ ServiceName: SERVICE, SourceConfiguration });
      arn = (await appRunner.send(create)).Service?.ServiceArn ?? '';
    } else {
      await appRunner.send(new UpdateServiceCommand({ ServiceArn: arn, SourceConfiguration }));
    }
    await aws.appRunner.idle();
  }
  return arn;
}

/** Pushes one small image under several tags. */
async function pushImages(aws: LocalAws, tags: readonly string[]): Promise<void> {
  const { clientConfig, registryHost } = aws;
  const ecr = new ECRClient(clientConfig);
  await ecr.send(new CreateRepositoryCommand({ repositoryName: REPOSITORY }));
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  ecr.destroy();
  const authorization = `Basic ${authorizationData?.[0]?.authorizationToken}`;
  const send = async (method: string, path: string, body: string, type: string) => {
    const url = `http://${registryHost}/v2/${REPOSITORY}/${path}`;
    const headers = { authorization, 'content-type': type };
    const response = await fetch(url, { method, headers, body });
    if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}.`);
  };
  const blob = async (mediaType: string, content: string) => {
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    await send('POST', `blobs/uploads/?digest=${digest}`, content, 'application/octet-stream');
    return { mediaType, digest, size: content.length };
  };
  const mediaType = 'application/vnd.docker.distribution.manifest.v2+json';
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: await blob(
      'application/vnd.docker.container.image.v1+json',
      JSON.stringify({ os: 'linux', architecture: 'amd64' }),
    ),
    layers: [await blob('application/vnd.docker.image.rootfs.diff.tar.gzip', 'bench')],
  });
  for (const tag of tags) await send('PUT', `manifests/${tag}`, manifest, mediaType);
}
