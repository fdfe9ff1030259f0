import type { Service } from '@aws-sdk/client-apprunner';
import type { DeployedSource } from '../service/configuration.ts';
import type { Decision } from '../service/decision.ts';
import { rememberedIn } from '../service/remembered.ts';
import {
  type Candidate,
  compare,
  differenceAtSight,
  type Sameness,
  tagChanges,
} from '../service/sameness.ts';
import { type Job, learnService } from './job.ts';
import { orWarn } from './or-warn.ts';

/**
 * Finds out whether a service has the image and settings of this run already. Where that can't
 * be read it does not.
 */
export async function sameness(job: Job, candidate: Candidate): Promise<Sameness> {
  const difference = differenceAtSight(candidate);
  if (difference) return { same: false, reason: difference };
  const state = await readState(job, candidate);
  return state ? compare({ ...candidate, ...state }) : UNREADABLE;
}

/** As sameness, for an image whose digest is still to be built: supposes the one that runs. */
export async function samenessOnceBuilt(
  job: Job,
  candidate: Candidate,
): Promise<Sameness & { readonly digest?: string | undefined }> {
  const supposed = { ...candidate, digest: 'the same' };
  const difference = differenceAtSight(supposed);
  if (difference) return { same: false, reason: difference };
  const state = await readState(job, candidate);
  if (!state) return UNREADABLE;
  const digest = state.remembered?.digest;
  return { ...compare({ ...supposed, ...state, digest }), digest };
}

/** A branch may have a new commit, and App Runner tells no digest of what it builds. */
export const BUILT_BY_APP_RUNNER: Sameness = {
  same: false,
  reason: 'App Runner builds the source code, and tells no digest of it',
};

const UNREADABLE: Sameness = { same: false, reason: 'what the service runs is not known' };

async function readState({ aws, runner }: Job, { service }: Candidate) {
  const serviceArn = `${service.ServiceArn}`;
  return orWarn(runner, "skip-unchanged can't tell what the service runs.", async () => {
    const [tags, operations] = await Promise.all([
      aws.appRunner.tags(serviceArn),
      aws.appRunner.newestOperations(serviceArn),
    ]);
    return { remembered: rememberedIn(tags), operations };
  });
}

/**
 * Makes what finds out, before each call, that there is nothing to deploy. It says why, or why
 * not, once.
 */
export function unchangedFinder(
  job: Job,
  source: DeployedSource,
): (service: Service, decision: Decision) => Promise<boolean> {
  const told = new Set<string>();
  return async (service, decision) => {
    // What is not running has a step before it, or a repair.
    if (service.Status !== 'RUNNING') return false;
    const { imageDigest: digest } = job.progress.facts;
    const { same, reason } =
      source.type === 'CODE'
        ? BUILT_BY_APP_RUNNER
        : await sameness(job, { service, image: source, digest, decision });
    if (same) keep(job, service, decision, reason);
    else if (!told.has(reason)) job.runner.info(`A deployment is needed: ${reason}.`);
    told.add(reason);
    return same;
  };
}

/** Notes that nothing is deployed, and what runs on. */
function keep(job: Job, service: Service, decision: Decision, reason: string): void {
  job.runner.info(`Unchanged, so nothing is deployed: ${reason}.`);
  learnService(job, service);
  job.progress.changes = tagChanges(decision);
  job.progress.learn({
    image: service.SourceConfiguration?.ImageRepository?.ImageIdentifier,
  });
}
