import type { Service } from '@aws-sdk/client-apprunner';
import { logGroupsOf } from '../diagnosis/log-groups.ts';
import { ActionError } from '../errors.ts';
import type { TeardownInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import { foreignText } from '../preview/ownership.ts';
import { standingOf } from '../preview/standing.ts';
import type { Result } from '../result.ts';
import { imagePlaceOf } from '../teardown/image-place.ts';
import { bringAbout, tellFound } from './bring-about.ts';
import { withinDeadline } from './deadline.ts';
import { type Job, phase } from './job.ts';
import { openJob } from './open-job.ts';
import { PreviewLeftovers } from './preview-leftovers.ts';
import type { Progress } from './progress.ts';
import { pullRequestNow } from './pull-request-now.ts';
import { findService, tagsOf } from './read-service.ts';

type TeardownJob = Job<TeardownInputs>;

/**
 * Deletes the preview of a pull request that was closed: its service, whatever that is busy with
 * first, then its images, and its log groups where the inputs say so. A preview that never was is
 * a success; its images are looked for all the same.
 *
 * @returns deleted; planned for a dry run; skipped when the pull request is open again
 * @throws ActionError when the service can't be deleted, or is not this preview
 */
export async function teardown(
  inputs: TeardownInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  const { job, checked: found } = await openJob(
    inputs,
    ports,
    progress,
    (aws) => findService(aws, inputs.service),
    async (opened, service) => {
      tellFound(opened, service);
      if (service) await refuseForeign(opened, service);
      return service;
    },
  );
  if (inputs.dryRun) {
    const { dryRunTeardown } = await import('./dry-run-teardown.ts');
    await dryRunTeardown(job, found);
    return 'planned';
  }
  return withinDeadline(job, async (deadline) => {
    const deleted = new Map<string | undefined, Service>();
    if (found) deleted.set(found.ServiceArn, found);
    const kept = await phase(job, 'Delete', () =>
      bringAbout(job, 'delete', found, deadline, async (service) => {
        await refuseForeign(job, service);
        deleted.set(service.ServiceArn, service);
        const again = await reopened(job);
        if (again === undefined) await domainLeaves(job, service, deadline);
        return again;
      }),
    );
    if (kept !== undefined) {
      progress.reason = kept;
      job.runner.info(kept);
      return 'skipped';
    }
    await phase(job, 'Clean up', () => cleanUp(job, [...deleted.values()]));
    return 'deleted';
  });
}

/**
 * Nothing without our tags is deleted.
 *
 * @throws ActionError for a service that is not the preview, or whose tags can't be read
 */
async function refuseForeign({ aws, inputs }: TeardownJob, service: Service): Promise<void> {
  const tags = await tagsOf(aws, service);
  const foreign = tags && foreignText(inputs.preview, tags);
  if (foreign) throw new ActionError(foreign);
}

async function domainLeaves(job: TeardownJob, service: Service, deadline: number): Promise<void> {
  const { domain } = job.inputs;
  if (!domain) return;
  const { removeDomain } = await import('./domain-removal.ts');
  await removeDomain(job, domain, service, deadline);
}

/** A pull request that was opened again meanwhile has a run of its own, and keeps what that deploys. */
async function reopened({ inputs, ports, runner }: TeardownJob): Promise<string | undefined> {
  const { conversation, preview } = inputs;
  if (!conversation) return undefined;
  const now = await pullRequestNow(
    ports,
    conversation,
    preview,
    (pull) => standingOf(preview, pull) === 'closed',
    `Whether pull request ${preview.pullRequest} is open again is not known, so its preview is deleted.`,
    (text) => runner.warning(text),
  );
  return now?.pull?.state === 'open'
    ? `Pull request ${preview.pullRequest} is open again, so its preview stays; the run that the opening started deploys to it.`
    : undefined;
}

/** @param services the preview's services as they were, none where there was none */
async function cleanUp(job: TeardownJob, services: readonly Service[]): Promise<void> {
  const { aws, inputs, runner } = job;
  const leftovers = new PreviewLeftovers(aws);
  const last = services.at(-1);
  const place = last ? imagePlaceOf(last) : inputs.images;
  if (place) await leftovers.removeImages(runner, inputs.service, place);
  if (!inputs.deleteLogs) return;
  if (!last) {
    runner.info(
      'No log groups are deleted: they are named after the id of a service that is gone.',
    );
  }
  for (const { ServiceArn: serviceArn } of services) {
    const groups = logGroupsOf({ serviceArn });
    if (groups) await leftovers.removeLogGroups(runner, groups, inputs.wait);
  }
}
