import { ActionError } from '../errors.ts';
import type { ConversationInputs, DeployInputs } from '../inputs/inputs.ts';
import { previewTag } from '../preview/image-tags.ts';
import { foreignText } from '../preview/ownership.ts';
import type { Preview } from '../preview/preview.ts';
import { standingOf, standingText } from '../preview/standing.ts';
import type { Job, PreviewGuard } from './job.ts';
import { orWarn } from './or-warn.ts';
import { pullRequestNow } from './pull-request-now.ts';
import { tagsOf } from './read-service.ts';

/** Makes what looks after a preview while it is deployed. */
export function previewGuard(
  job: Job<DeployInputs>,
  preview: Preview,
  conversation: ConversationInputs,
): PreviewGuard {
  const ours = new Set<string>();
  let warned = false;
  // One warning is enough, however often GitHub is asked in vain.
  const warning = (text: string) => {
    if (warned) job.runner.info(text);
    else job.runner.warning(text);
    warned = true;
  };
  return {
    refuseForeign: async (service, known) => {
      const arn = service?.ServiceArn;
      if (!arn || ours.has(arn)) return;
      // A service that is gone meanwhile is nobody's.
      const tags = known ?? (await tagsOf(job.aws, service));
      const foreign = tags && foreignText(preview, tags);
      if (foreign) throw new ActionError(foreign);
      if (tags) ours.add(arn);
    },
    stops: async () => {
      const now = await pullRequestNow(
        job.ports,
        conversation,
        preview,
        (pull) => standingOf(preview, pull) === 'newest',
        `Whether ${preview.commit} is still the newest commit of pull request ${preview.pullRequest} is not known, so the deployment goes on.`,
        warning,
      );
      const standing = now ? standingOf(preview, now.pull) : 'newest';
      if (standing === 'newest') return false;
      job.progress.reason = standingText(preview, standing, now?.pull);
      job.runner.info(job.progress.reason);
      // The run that deletes the preview may have looked for images before this one was pushed.
      if (standing === 'closed') await removePushed(job, preview);
      return true;
    },
  };
}

async function removePushed(job: Job<DeployInputs>, preview: Preview): Promise<void> {
  const { aws, inputs, progress, runner } = job;
  const { source } = inputs;
  const tag = previewTag(preview);
  if (!progress.pushed || source.kind !== 'build' || !source.tags.includes(tag)) return;
  const { repository, registryId } = source;
  const stays = `Image tag '${tag}' stays in ECR repository '${repository}'.`;
  await orWarn(runner, stays, async () => {
    const [kept] = await aws.ecr.deleteTags(repository, [tag], registryId);
    if (kept) runner.warning(`${stays} ${kept.reason}`);
    else runner.info(`Deleted image tag '${tag}' in ECR repository '${repository}'.`);
  });
}
