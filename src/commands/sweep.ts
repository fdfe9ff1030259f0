import { CancelledError } from '../errors.ts';
import type { CommonInputs, SweepInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../result.ts';
import { settleAll } from '../teardown/pool.ts';
import type { Stale } from '../teardown/staleness.ts';
import { type Outcome, outcomeText, whyText } from '../teardown/swept.ts';
import { withinDeadline } from './deadline.ts';
import { tellPlan } from './dry-run.ts';
import { phase } from './job.ts';
import { openJob } from './open-job.ts';
import { PreviewLeftovers } from './preview-leftovers.ts';
import type { Progress } from './progress.ts';
import { findStale } from './stale-previews.ts';
import { AT_ONCE, type SweepJob } from './sweep-job.ts';
import { sweepOne } from './sweep-one.ts';
import { SweepTalk } from './sweep-talk.ts';
import { SweptPreviews } from './swept-previews.ts';

/**
 * Deletes the previews of this repository whose pull request is closed or gone, or which are older
 * than the inputs allow, several at once. One that can't be deleted does not keep the others.
 *
 * @returns deleted, also when there was nothing to delete; planned for a dry run
 * @throws ActionError that tells every preview that could not be deleted
 */
export async function sweep(
  inputs: SweepInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  const all: SweepInputs & CommonInputs = { ...inputs, service: inputs.of ?? '' };
  const { job, checked: found } = await openJob(
    all,
    ports,
    progress,
    ({ appRunner }) => appRunner.list(),
    findStale,
  );
  const swept = new SweptPreviews(progress);
  for (const { stale, outcome } of found.unjudged) swept.add(stale, outcome);
  if (inputs.dryRun) await phase(job, 'Plan', async () => plan(job, found.stale, swept));
  else if (found.stale.length === 0) job.runner.info('There is no stale preview to delete.');
  else {
    await withinDeadline(job, (deadline) =>
      phase(job, 'Delete', () => deleteAll(job, found.stale, swept, deadline)),
    );
  }
  swept.throwIfFailed();
  return inputs.dryRun ? 'planned' : 'deleted';
}

function plan(job: SweepJob, stale: readonly Stale[], swept: SweptPreviews): void {
  for (const one of stale) swept.add(one, { kind: 'planned' });
  const steps = stale.map((one) => {
    const domain = job.inputs.domain?.nameFor(one.pullRequest);
    const along = domain ? ` with its domain ${domain}, where it has that` : '';
    return `DeleteService of ${one.service}${along}: ${whyText(one)}.`;
  });
  tellPlan(job, steps.length > 0 ? steps : ['Nothing: there is no stale preview.']);
}

async function deleteAll(
  job: SweepJob,
  stale: readonly Stale[],
  swept: SweptPreviews,
  deadline: number,
): Promise<void> {
  const { aws, inputs, ports, runner } = job;
  const github = await ports.github(inputs.token);
  const talk = new SweepTalk(ports, github, inputs.token);
  const sweeping = { github, leftovers: new PreviewLeftovers(aws), talk, deadline };
  await settleAll(stale, AT_ONCE, async (one) => {
    runner.info(`${one.service}: ${whyText(one)}.`);
    const outcome = await sweepOne(job, one, sweeping).catch(failed);
    swept.add(one, outcome);
    runner.info(`${one.service}: ${outcomeText(outcome)}`);
  });
  await talk.settled();
}

function failed(error: unknown): Outcome {
  if (error instanceof CancelledError) throw error;
  return { kind: 'failed', error };
}
