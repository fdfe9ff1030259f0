import type { Service } from '@aws-sdk/client-apprunner';
import type { Source } from '../inputs/source.ts';
import { changeLines } from '../report/changes.ts';
import type { Result } from '../result.ts';
import { deploysByItself } from '../service/automatic.ts';
import type { DeployedSource } from '../service/configuration.ts';
import { changesOf, type Decision } from '../service/decision.ts';
import { tagChanges } from '../service/sameness.ts';
import { remaining } from '../service/states.ts';
import type { Checked } from './check.ts';
import { decided } from './decided.ts';
import type { CheckedDomain } from './domain-check.ts';
import { operationOn, tellPlan } from './dry-run.ts';
import { imageNames } from './image.ts';
import { type DeployJob, phase } from './job.ts';
import { deployedSource, obtainSource } from './obtain-source.ts';
import { type Planned, planOf, sameText, scalingText, stepText, tagText } from './plan.ts';
import { mayKeepOldImage } from './pulled-again.ts';
import { Surroundings } from './surroundings.ts';
import { BUILT_BY_APP_RUNNER, sameness, samenessOnceBuilt } from './unchanged.ts';
import { writeOf } from './writes.ts';

type Release = Extract<Planned, { readonly kind: 'release' }>;

/**
 * Says what a run would do from here on, and changes nothing: an image that exists is checked as
 * in a run, and one that is to be built stays unknown.
 *
 * @throws ActionError for everything that a run would refuse before its deployment
 */
export async function dryRunDeploy(
  job: DeployJob,
  checked: Checked,
  domain?: CheckedDomain,
): Promise<Result> {
  const source = await sourceToDeploy(job, checked);
  await phase(job, 'Plan', async () => {
    const { progress, runner } = job;
    const running = await operationOn(job, checked.service);
    const surroundings = new Surroundings(job, checked);
    const planned = await planOf(checked.service, running, (service) =>
      decided(job, service, undefined, source, surroundings),
    );
    const release = planned.findLast((step) => step.kind === 'release');
    const kept = release && (await keptText(job, release, source));
    if (release)
      progress.changes = kept?.sure ? tagChanges(release.decision) : changesOf(release.decision);
    tellPlan(job, [
      ...(await imageSteps(job, checked)),
      ...planned.flatMap((step) => (step.kind === 'release' ? [] : [stepText(step)])),
      ...(release ? releaseSteps(job, checked, release, source, kept) : []),
      ...(domain ? await stepsOfDomain(job, domain, checked) : []),
    ]);
    for (const line of changeLines(progress.changes)) runner.info(`  ${line}`);
  });
  return 'planned';
}

async function stepsOfDomain(job: DeployJob, domain: CheckedDomain, { service }: Checked) {
  const { domainSteps } = await import('./domain-steps.ts');
  return domainSteps(job, domain, remaining(service));
}

/** What is deployed, as far as it is known without a build. */
async function sourceToDeploy(job: DeployJob, checked: Checked): Promise<DeployedSource> {
  if (job.inputs.source.kind !== 'build' || checked.repository?.existing) {
    return obtainSource(job, checked, undefined);
  }
  const source = deployedSource(job.inputs.source, checked.login);
  if (source.type !== 'CODE') job.progress.learn({ image: source.identifier });
  return source;
}

async function imageSteps(
  { inputs: { source }, runner }: DeployJob,
  { repository, login }: Checked,
): Promise<string[]> {
  if (source.kind !== 'build' || repository?.existing || !login) return [];
  const names = imageNames(source, login).join(' and ');
  const push = `Build the image and push it as ${names}; its digest is not known before.`;
  if (!repository?.missing) return [push];
  const { cacheNote, repositoryText } = await import('./make-repository.ts');
  const note = cacheNote(source, login);
  if (note) runner.warning(note);
  return [repositoryText(source), push];
}

/** Why nothing would be deployed; not `sure` when that hangs on a digest that is to be built. */
interface Kept {
  readonly sure: boolean;
  readonly text: string;
}

async function keptText(
  job: DeployJob,
  { service, decision }: Release,
  source: DeployedSource,
): Promise<Kept | undefined> {
  if (!job.inputs.skipUnchanged || !service) return undefined;
  const { imageDigest: digest } = job.progress.facts;
  const candidate =
    source.type === 'CODE' ? undefined : { service, image: source, decision, digest };
  const built = candidate && !digest ? await samenessOnceBuilt(job, candidate) : undefined;
  const { same, reason } =
    built ?? (candidate ? await sameness(job, candidate) : BUILT_BY_APP_RUNNER);
  if (!same) {
    job.runner.info(`A deployment is needed: ${reason}.`);
    return undefined;
  }
  return built
    ? { sure: false, text: `Deploy nothing if the digest that is built is ${built.digest}.` }
    : { sure: true, text: `Deploy nothing: ${reason}.` };
}

function releaseSteps(
  { inputs, progress }: DeployJob,
  checked: Checked,
  { decision, service }: Release,
  deployed: DeployedSource,
  kept: Kept | undefined,
): string[] {
  const { smoke, skipUnchanged, source, wait } = inputs;
  const smokeStep = smoke ? ['Smoke test: ask the service URL for smoke-path.'] : [];
  if (kept?.sure) return [...tagSteps(decision), kept.text, ...smokeStep];
  const pushes = source.kind === 'build' && !checked.repository?.existing;
  const adopts =
    pushes &&
    service !== undefined &&
    deployed.type !== 'CODE' &&
    deploysByItself(service, deployed.identifier);
  const remembers = skipUnchanged && wait && (pushes || progress.facts.imageDigest !== undefined);
  return [
    ...scalingSteps(decision),
    ...tagSteps(decision),
    ...(kept ? [kept.text] : []),
    ...(adopts ? [adoptStep(decision)] : []),
    callStep(decision, service, source),
    ...(wait && mayKeepOldImage(decision, deployed, service) ? [PULL_STEP] : []),
    ...smokeStep,
    ...(remembers ? ['TagResource: keep the digest for skip-unchanged.'] : []),
  ];
}

const PULL_STEP =
  'StartDeployment too, where App Runner does not tell that the update pulled the same tag again.';

function adoptStep({ kind }: Decision): string {
  const place = kind === 'deploy' ? 'in place of' : 'before';
  return `Follow the deployment that App Runner starts by itself after the push, ${place} the next step, if one comes within a minute.`;
}

function scalingSteps(decision: Decision): string[] {
  if (decision.kind === 'deploy' || !decision.newScaling) return [];
  return [scalingText(decision.newScaling)];
}

function tagSteps(decision: Decision): string[] {
  if (decision.kind === 'create' || !decision.tagging) return [];
  return [tagText(decision.tagging)];
}

function callStep(decision: Decision, service: Service | undefined, source: Source): string {
  const { call } = writeOf(decision);
  if (decision.kind === 'create') return `${call}: the service is new; its settings are below.`;
  if (decision.kind === 'deploy') {
    return `${call}: ${sameText(source)}.`;
  }
  return service?.Status === 'CREATE_FAILED'
    ? `${call}: it repairs the service; where App Runner refuses that, the service is deleted and created anew.`
    : `${call}: settings change as below.`;
}
