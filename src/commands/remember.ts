import { CancelledError, errorMessage } from '../errors.ts';
import { within } from '../service/look.ts';
import { type Remembered, rememberedIn, tagsOf } from '../service/remembered.ts';
import { previousIn } from '../service/sameness.ts';
import type { DeployJob } from './job.ts';
import { orWarn } from './or-warn.ts';

/**
 * Keeps in tags of the service which image it runs, once it does. What is not remembered is only
 * deployed again, so that a denied TagResource is no failure.
 */
export async function remember(job: DeployJob): Promise<void> {
  const { inputs, progress, runner } = job;
  const { serviceArn, operationId, imageDigest: digest, image } = progress.facts;
  if (!inputs.wait) {
    runner.info('The digest is not remembered for skip-unchanged: wait is false.');
    return;
  }
  if (!serviceArn || !operationId || !digest) {
    const missing = digest ? 'operation' : 'digest';
    runner.info(`Nothing is remembered for skip-unchanged: the ${missing} is not known.`);
    return;
  }
  const before = { serviceArn, operationId, digest };
  await write(job, serviceArn, async () => {
    const previous = await previousOf(job, before);
    return tagsOf({ digest, operationId, image, ...runOf(job), ...previous });
  });
}

/** What a service ran before the image that it runs now. */
export interface WentBack {
  readonly image: string | undefined;
  readonly digest: string | undefined;
  readonly commit: string | undefined;
}

/** What it runs now, beside image and digest. */
export type RunsNow = Pick<Remembered, 'commit' | 'repository'>;

/**
 * Keeps in tags of the service that it runs an earlier image again. Only where it has such tags:
 * the permission to write them is asked of nobody else.
 *
 * @param before what it ran before this; what its tags remembered is known by now to be untrue
 */
export async function rememberRollback(
  job: DeployJob,
  before: WentBack,
  now: RunsNow,
): Promise<void> {
  const { serviceArn, operationId, imageDigest: digest, image } = job.progress.facts;
  if (!job.inputs.wait || !serviceArn || !operationId || !digest) return;
  await write(job, serviceArn, async () =>
    tagsOf({
      digest,
      operationId,
      image,
      ...runOf(job),
      ...now,
      previousImage: before.image,
      previousDigest: before.digest,
      previousCommit: before.commit,
    }),
  );
}

async function write(
  { aws, progress, runner }: DeployJob,
  serviceArn: string,
  tags: () => Promise<Readonly<Record<string, string>>>,
): Promise<void> {
  await orWarn(runner, FORGOTTEN, async () => {
    const tagging = tags()
      .then((all) => aws.appRunner.tag(serviceArn, all))
      .then(() => true);
    if (await within(TAG_MS, tagging)) {
      runner.info(`Tags of the service remember ${progress.facts.imageDigest} for skip-unchanged.`);
    } else runner.warning(`${FORGOTTEN} apprunner:TagResource was not answered in time.`);
  });
}

/** What the service ran before, where its tags still tell; nobody fails for it. */
async function previousOf(
  { aws, runner }: DeployJob,
  {
    serviceArn,
    operationId,
    digest,
  }: Readonly<Record<'serviceArn' | 'operationId' | 'digest', string>>,
): Promise<Partial<Remembered>> {
  try {
    const [tags, operations] = await Promise.all([
      aws.appRunner.tags(serviceArn),
      aws.appRunner.newestOperations(serviceArn),
    ]);
    return previousIn(rememberedIn(tags), operations, { operationId, digest });
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    runner.debug(`What the service ran before is not known: ${errorMessage(error)}`);
    return {};
  }
}

/** The deployment has succeeded, so its tags are not worth a long wait. */
const TAG_MS = 10_000;

const FORGOTTEN =
  'The digest could not be kept in tags of the service, so the next run with skip-unchanged deploys again.';

/** What the runner tells of the run; elsewhere some of it is not known. */
function runOf({
  inputs,
  ports: { env },
}: DeployJob): Pick<Remembered, 'commit' | 'runUrl' | 'repository'> {
  const { GITHUB_SHA, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
  const known = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID;
  const { preview } = inputs;
  return {
    commit: preview?.commit ?? GITHUB_SHA,
    repository: preview?.repository ?? GITHUB_REPOSITORY,
    runUrl: known
      ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
      : undefined,
  };
}
