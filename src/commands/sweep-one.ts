import type { Service } from '@aws-sdk/client-apprunner';
import { logGroupsOf } from '../diagnosis/log-groups.ts';
import { ActionError } from '../errors.ts';
import type { GitHub } from '../github/port.ts';
import { ownedBy } from '../preview/ownership.ts';
import { imagePlaceOf } from '../teardown/image-place.ts';
import { isTooOld, type Stale } from '../teardown/staleness.ts';
import type { Outcome } from '../teardown/swept.ts';
import { bringAbout } from './bring-about.ts';
import type { PreviewLeftovers } from './preview-leftovers.ts';
import { readAgain, tagsOf } from './read-service.ts';
import { partOf, type SweepJob } from './sweep-job.ts';
import type { SweepTalk } from './sweep-talk.ts';

/** What all deletions of a sweep share. */
export interface Sweeping {
  readonly github: GitHub;
  readonly leftovers: PreviewLeftovers;
  readonly talk: SweepTalk;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/**
 * Deletes one stale preview with its images, and its log groups where the inputs say so. What
 * made it stale is asked for again right before.
 *
 * @returns deleted, being deleted, or kept
 * @throws ActionError when it can't be deleted
 */
export async function sweepOne(
  whole: SweepJob,
  stale: Stale,
  { github, leftovers, talk, deadline }: Sweeping,
): Promise<Outcome> {
  const job = partOf(whole, stale.service);
  const { inputs, runner } = job;
  let service = await readAgain(job, { ServiceArn: stale.arn });
  const kept = await explained(job, () =>
    bringAbout(job, 'delete', service, deadline, async (present) => {
      service = present;
      const reason = await reprieve(job, github, stale, present);
      if (reason === undefined) await domainLeaves(job, stale, present, deadline);
      return reason;
    }),
  );
  if (kept !== undefined) {
    runner.info(`It stays: ${kept}.`);
    return { kind: 'kept', reason: kept };
  }
  talk.deleted(stale);
  const place = service && imagePlaceOf(service);
  if (place) await leftovers.removeImages(runner, stale.service, place);
  const groups = logGroupsOf({ serviceArn: service?.ServiceArn ?? stale.arn });
  if (inputs.deleteLogs && groups) await leftovers.removeLogGroups(runner, groups, inputs.wait);
  return { kind: inputs.wait ? 'deleted' : 'deleting' };
}

async function domainLeaves(
  job: SweepJob,
  { pullRequest }: Stale,
  service: Service,
  deadline: number,
): Promise<void> {
  const { domain } = job.inputs;
  const name = domain?.nameFor(pullRequest);
  if (!name) return;
  const { removeDomain } = await import('./domain-removal.ts');
  await removeDomain(job, { name, zone: domain?.zone }, service, deadline);
}

/** Why a preview that was to go stays after all; undefined when nothing has changed. */
async function reprieve(
  { aws, inputs, ports }: SweepJob,
  github: GitHub,
  { service: name, of, why, pullRequest }: Stale,
  { ServiceArn, UpdatedAt }: Service,
): Promise<string | undefined> {
  // What is gone meanwhile refuses its deletion by itself.
  const tags = await tagsOf(aws, { ServiceArn });
  const owner = tags && ownedBy(inputs.repository, name, tags);
  if (tags && (owner?.of !== of || owner.pullRequest !== pullRequest)) {
    return 'its tags do not say any more that it is a preview of this repository';
  }
  if (why === 'too-old') {
    return isTooOld(UpdatedAt?.getTime(), ports.clock.now(), inputs.maxAgeDays)
      ? undefined
      : 'it was updated meanwhile';
  }
  const pull = await github.pullRequest(pullRequest);
  return pull?.state === 'open' ? `pull request ${pullRequest} is open again` : undefined;
}

/** Adds the cause that the logs tell, since the job's own diagnosis is about one service only. */
async function explained<T>({ progress }: SweepJob, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = progress.diagnosis?.cause;
    if (!cause || !(error instanceof ActionError)) throw error;
    throw new ActionError(`${error.message} ${cause}`, { cause: error.cause });
  }
}
