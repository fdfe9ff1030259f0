import type { ServiceSummary } from '@aws-sdk/client-apprunner';
import { isAccessDenied } from '../aws/errors.ts';
import { errorMessage } from '../errors.ts';
import type { GitHub } from '../github/port.ts';
import { couldBePreview } from '../preview/name.ts';
import { ownedBy } from '../preview/ownership.ts';
import { settleAll } from '../teardown/pool.ts';
import { type OwnPreview, type Stale, staleness } from '../teardown/staleness.ts';
import type { Swept } from '../teardown/swept.ts';
import { count } from './preview-leftovers.ts';
import { tagsOf } from './read-service.ts';
import { AT_ONCE, type SweepJob } from './sweep-job.ts';

/** What a sweep has found to do. */
export interface Found {
  readonly stale: readonly Stale[];
  /** Those of which GitHub does not say whether they may go; they stay. */
  readonly unjudged: readonly Swept[];
}

/**
 * Finds the previews of this repository that are to go. Only services whose name could be a
 * preview's are asked for their tags, and only those whose tags make them ours are considered.
 *
 * @param services every service of account and Region
 * @throws ActionError when no tags can be read, or GitHub can't tell the open pull requests
 */
export async function findStale(
  job: SweepJob,
  services: readonly ServiceSummary[],
): Promise<Found> {
  const { inputs, ports, runner } = job;
  const own = await ownPreviews(job, services);
  if (own.length === 0) {
    runner.info(`None of them is a preview of ${inputs.repository}.`);
    return { stale: [], unjudged: [] };
  }
  const github = await ports.github(inputs.token);
  const open = await github.openPullRequests();
  const found = await confirmed(github, staleness(own, open, ports.clock.now(), inputs.maxAgeDays));
  runner.info(
    `${count(own.length, 'preview')} of ${inputs.repository}, which has ${count(open.size, 'open pull request')}: ${found.stale.length} to delete.`,
  );
  return found;
}

async function ownPreviews(
  job: SweepJob,
  services: readonly ServiceSummary[],
): Promise<readonly OwnPreview[]> {
  const { inputs, runner } = job;
  const candidates = services.filter(
    ({ ServiceName: name = '' }) => couldBePreview(name, inputs.of) !== undefined,
  );
  const previews = inputs.of ? `a preview of '${inputs.of}'` : 'a preview';
  runner.info(`${count(services.length, 'service')}, ${candidates.length} named like ${previews}.`);
  const answers = await settleAll(candidates, AT_ONCE, (summary) => ownPreview(job, summary));
  tellUnread(
    job,
    candidates.flatMap(({ ServiceName: name = '' }, index) => {
      const answer = answers[index];
      return answer?.status === 'rejected' ? [{ name, error: answer.reason }] : [];
    }),
    candidates.length,
  );
  return answers.flatMap((answer) => (answer.status === 'fulfilled' && answer.value) || []);
}

async function ownPreview(
  { aws, inputs }: SweepJob,
  { ServiceName: service = '', ServiceArn: arn = '', UpdatedAt }: ServiceSummary,
): Promise<OwnPreview | undefined> {
  const tags = await tagsOf(aws, { ServiceArn: arn });
  const owner = tags && ownedBy(inputs.repository, service, tags);
  if (!owner || (inputs.of !== undefined && owner.of !== inputs.of)) return undefined;
  const { of, pullRequest } = owner;
  return { service, arn, of, pullRequest, updatedAt: UpdatedAt?.getTime() };
}

interface Unread {
  readonly name: string;
  readonly error: unknown;
}

/**
 * A service whose tags can't be read is nobody's that we know of: the role of one repository need
 * not see the previews of all others.
 *
 * @throws the first error when no tags at all could be read
 */
function tellUnread({ runner }: SweepJob, unread: readonly Unread[], of: number): void {
  const [first] = unread;
  if (!first) return;
  if (unread.length === of) throw first.error;
  const denied = unread.filter(({ error }) => isAccessDenied(error));
  const others = unread.filter(({ error }) => !isAccessDenied(error));
  for (const group of [denied, others]) {
    const [one] = group;
    if (!one) continue;
    const names = group.map(({ name }) => name).join(', ');
    runner.warning(
      `Left alone, because the tags can't be read: ${names}. ${errorMessage(one.error)}`,
    );
  }
}

/** Asks for each pull request that is not in the list: the list alone deletes nothing. */
async function confirmed(github: GitHub, listed: readonly Stale[]): Promise<Found> {
  const answers = await settleAll(listed, AT_ONCE, async ({ why, pullRequest }) => {
    if (why === 'too-old') return true;
    return (await github.pullRequest(pullRequest))?.state !== 'open';
  });
  return {
    stale: listed.filter((_, index) => {
      const answer = answers[index];
      return answer?.status === 'fulfilled' && answer.value;
    }),
    unjudged: listed.flatMap((stale, index): Swept[] => {
      const answer = answers[index];
      if (answer?.status !== 'rejected') return [];
      return [{ stale, outcome: { kind: 'failed', error: answer.reason } }];
    }),
  };
}
