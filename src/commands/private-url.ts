import type { VpcIngressConnection } from '@aws-sdk/client-apprunner';
import { withScheme } from '../report/outputs.ts';
import { isPrivate } from '../service/states.ts';
import { type DeployJob, type Job, learnService } from './job.ts';
import { orWarn } from './or-warn.ts';

/**
 * Finds out where a service answers whose URL is not known, or may have changed with its
 * network: a private one has none, but the domain of its VPC ingress connection, where there is
 * one. What can't be read is told, and is no failure.
 */
export function settleUrl(job: DeployJob): Promise<void> {
  return readUrl(job, namesIngress(job.inputs));
}

/**
 * As settleUrl, for any command.
 *
 * @param again true to read also a URL that is known
 */
export async function readUrl(job: Job, again: boolean): Promise<void> {
  const { aws, progress, runner } = job;
  const { serviceArn, serviceUrl } = progress.facts;
  if (!serviceArn || (serviceUrl && !again)) return;
  await orWarn(runner, 'Where the service answers could not be read.', async () => {
    const service = await aws.appRunner.describe(serviceArn);
    learnService(job, service);
    if (!isPrivate(service)) return;
    const domains = domainsOf(await aws.appRunner.vpcIngressConnections(serviceArn));
    progress.learn({ serviceUrl: domains[0] ?? '' });
    runner.info(
      domains.length === 0
        ? 'The service is private and has no VPC ingress connection that is available, so it has no URL.'
        : `The service is private: it is reached from its VPC at ${domains.map(withScheme).join(' and ')}.`,
    );
  });
}

function namesIngress({ settings: { publiclyAccessible, document } }: DeployJob['inputs']) {
  const { IngressConfiguration } = document?.NetworkConfiguration ?? {};
  return publiclyAccessible !== undefined || IngressConfiguration !== undefined;
}

/** Where the VPC ingress connections of a service that are available lead from. */
export function domainsOf(connections: readonly VpcIngressConnection[]): string[] {
  return connections.flatMap(({ DomainName, Status }) =>
    DomainName && Status?.toUpperCase() === 'AVAILABLE' ? [DomainName] : [],
  );
}
