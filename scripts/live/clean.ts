import {
  type AppRunnerClient,
  DeleteServiceCommand,
  ListTagsForResourceCommand as ListServiceTagsCommand,
  paginateListServices,
  type ServiceSummary,
} from '@aws-sdk/client-apprunner';
import {
  type CloudWatchLogsClient,
  DeleteLogGroupCommand,
  paginateDescribeLogGroups,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  DeleteRepositoryCommand,
  type ECRClient,
  ListTagsForResourceCommand as ListRepositoryTagsCommand,
  paginateDescribeRepositories,
  type Repository,
} from '@aws-sdk/client-ecr';
import { logGroupsOf } from '../../src/diagnosis/log-groups.ts';
import { errorMessage } from '../../src/errors.ts';
import type { Clock } from '../../src/ports.ts';
import { serviceAtRest } from './operations.ts';
import { redacted } from './redact.ts';

/** Names of everything that the live proof makes begin so, and all of it has this tag. */
export const PREFIX = 'live-proof-';
export const TAG = 'apprunner-deploy-live-proof';

/** What cleaning up needs; `until` in milliseconds since 1970. */
export interface Cleaning {
  readonly appRunner: AppRunnerClient;
  readonly ecr: ECRClient;
  readonly logs: CloudWatchLogsClient;
  readonly clock: Clock;
  readonly until: number;
  /** The run whose things are removed; those of every run when undefined. */
  readonly run: string | undefined;
  readonly tell: (text: string) => void;
}

/**
 * Removes the services, log groups and repositories of a run, or of all runs: what has both the
 * name and the tag of the live proof, and nothing else.
 *
 * @returns what could not be removed, in words; empty when all is gone
 */
export async function cleanUp(cleaning: Cleaning): Promise<readonly string[]> {
  const results = await Promise.allSettled([
    removeServices(cleaning).then(async (left) => [...left, ...(await removeLogs(cleaning))]),
    removeRepositories(cleaning),
  ]);
  return results.flatMap((result) =>
    result.status === 'fulfilled' ? result.value : [redacted(errorMessage(result.reason))],
  );
}

const isOurs = (
  { run }: Cleaning,
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[],
): boolean => tags.some(({ Key, Value }) => Key === TAG && (run === undefined || Value === run));

async function removeServices(cleaning: Cleaning): Promise<string[]> {
  const { appRunner } = cleaning;
  const found: ServiceSummary[] = [];
  for await (const { ServiceSummaryList = [] } of paginateListServices({ client: appRunner }, {})) {
    found.push(
      ...ServiceSummaryList.filter(({ ServiceName = '' }) => ServiceName.startsWith(PREFIX)),
    );
  }
  const removing = found.map(({ ServiceArn = '', ServiceName = '' }) =>
    removeOne(cleaning, `service ${ServiceName}`, async () => {
      const command = new ListServiceTagsCommand({ ResourceArn: ServiceArn });
      if (!isOurs(cleaning, (await appRunner.send(command)).Tags ?? [])) return false;
      await removeService(cleaning, ServiceArn);
      return true;
    }),
  );
  return (await Promise.all(removing)).flat();
}

async function removeService(cleaning: Cleaning, ServiceArn: string): Promise<void> {
  const { appRunner, logs } = cleaning;
  const { Status } = await serviceAtRest(cleaning, ServiceArn);
  if (Status !== 'DELETED') {
    await appRunner.send(new DeleteServiceCommand({ ServiceArn }));
    const after = await serviceAtRest(cleaning, ServiceArn);
    if (after.Status !== 'DELETED') throw new Error(`it is ${after.Status}`);
  }
  const { service, application } = logGroupsOf({ serviceArn: ServiceArn }) ?? {};
  for (const logGroupName of [service, application]) {
    await logs.send(new DeleteLogGroupCommand({ logGroupName })).catch((error: unknown) => {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    });
  }
}

/** A service that a question deleted has left its logs, which have no tag. */
async function removeLogs(cleaning: Cleaning): Promise<string[]> {
  const { logs, run } = cleaning;
  if (run === undefined) return [];
  const left: string[] = [];
  const asked = { logGroupNamePrefix: `/aws/apprunner/${PREFIX}${run}-` };
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client: logs }, asked)) {
    for (const { logGroupName } of logGroups) {
      const remove = async () => {
        await logs.send(new DeleteLogGroupCommand({ logGroupName }));
        return true;
      };
      left.push(...(await removeOne(cleaning, `log group ${logGroupName}`, remove)));
    }
  }
  return left;
}

async function removeRepositories(cleaning: Cleaning): Promise<string[]> {
  const { ecr } = cleaning;
  const found: Repository[] = [];
  for await (const { repositories = [] } of paginateDescribeRepositories({ client: ecr }, {})) {
    found.push(
      ...repositories.filter(({ repositoryName = '' }) => repositoryName.startsWith(PREFIX)),
    );
  }
  const left: string[] = [];
  for (const { repositoryName = '', repositoryArn } of found) {
    const failed = await removeOne(cleaning, `repository ${repositoryName}`, async () => {
      const tags = await ecr.send(new ListRepositoryTagsCommand({ resourceArn: repositoryArn }));
      if (!isOurs(cleaning, tags.tags ?? [])) return false;
      await ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
      return true;
    });
    left.push(...failed);
  }
  return left;
}

/** Removes one thing, if it is ours, and tells of it; answers what failed. */
async function removeOne(
  { tell }: Cleaning,
  what: string,
  remove: () => Promise<boolean>,
): Promise<string[]> {
  try {
    if (await remove()) tell(redacted(`Removed ${what}.`));
    return [];
  } catch (error) {
    return [redacted(`${what} is left: ${errorMessage(error)}`)];
  }
}
