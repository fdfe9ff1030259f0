import type { PrivateDockerConfig } from '../image/docker-config.ts';
import type { DeployInputs } from '../inputs/inputs.ts';
import type { Ports, RegistryLogin } from '../ports.ts';
import { DOMAIN, type Result, SMOKE_TEST } from '../result.ts';
import { decide } from '../service/decision.ts';
import { remaining, stateNote } from '../service/states.ts';
import { type Checked, type Checking, noted } from './check.ts';
import { withinDeadline } from './deadline.ts';
import type { CheckedDomain } from './domain-check.ts';
import { logInPrivately } from './image.ts';
import { type DeployJob, hideVariables, type Job, learnService, phase } from './job.ts';
import { deployedSource, obtainSource } from './obtain-source.ts';
import { settleUrl } from './private-url.ts';
import type { Progress } from './progress.ts';
import { type Release, release } from './release.ts';

/**
 * The push is the last part of a build, so a deployment that was started longer than this before
 * the build's end is somebody else's.
 */
const PUSH_MS = 30_000;

/**
 * The deployment from its checks on, which are under way.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
export async function deployChecked(
  checking: Checking,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  const inputs = await checking.inputs;
  const { SourceConfiguration } = inputs.settings.document ?? {};
  const job = await guarded({
    inputs,
    ports,
    aws: await checking.aws,
    runner: await ports.runner(),
    progress,
  });
  hideVariables(job, { SourceConfiguration });
  const loggingIn = startLogIn(job, checking.login);

  const checked = await phase(job, 'Check', async () => {
    const found = await checking.checked;
    learnService(job, found.service);
    tell(job, found);
    const { base, notes = [] } = found.around;
    if (base) hideVariables(job, base);
    for (const note of notes) job.runner.info(note);
    await job.guard?.refuseForeign(found.service, found.around.tags);
    const source = deployedSource(inputs.source, found.login);
    decide(inputs.service, remaining(found.service), source, inputs.settings, found.around);
    return { ...found, domain: await checkedDomain(job, found) };
  });
  if (inputs.dryRun) {
    const { dryRunDeploy } = await import('./dry-run-deploy.ts');
    return dryRunDeploy(job, checked, checked.domain);
  }
  if (await job.guard?.stops()) return 'skipped';
  const begin = ports.clock.now();
  const source = await obtainSource(job, checked, loggingIn);
  const pushedAt = Math.max(begin, ports.clock.now() - PUSH_MS);
  const since = ports.clock.now();
  return withinDeadline(job, async (deadline) => {
    const result = await releaseAndAsk(job, checked, { source, pushedAt, deadline }, since);
    if (result === 'skipped') return result;
    if (inputs.skipUnchanged && result !== 'unchanged') {
      const { remember } = await import('./remember.ts');
      await remember(job);
    }
    await settleUrl(job);
    await bringDomain(job, checked.domain, deadline);
    return result;
  });
}

/**
 * Releases a source and asks what then serves, where the inputs name a page.
 *
 * @param since milliseconds since 1970 when this began
 * @throws ActionError unless both succeed
 */
export async function releaseAndAsk(
  job: DeployJob,
  checked: Checked,
  what: Release,
  since: number,
): Promise<Result> {
  const result = await phase(job, 'Deploy', () => release(job, checked, what));
  const { smoke } = job.inputs;
  if (!smoke || result === 'skipped') return result;
  const { smokeTest } = await import('./smoke.ts');
  await phase(job, SMOKE_TEST, () => smokeTest(job, smoke, since, what.deadline));
  return result;
}

/** Few runs name a domain. */
async function checkedDomain(
  job: DeployJob,
  { service }: Checked,
): Promise<CheckedDomain | undefined> {
  if (!job.inputs.domain) return undefined;
  const { checkDomain } = await import('./domain-check.ts');
  return checkDomain(job, service);
}

/** The domain of a preview that nobody wants any more would outlive it. */
async function bringDomain(
  job: DeployJob,
  domain: CheckedDomain | undefined,
  deadline: number,
): Promise<void> {
  if (!domain || (await job.guard?.stops())) return;
  const { settleDomain } = await import('./domain.ts');
  await phase(job, DOMAIN, () => settleDomain(job, domain, deadline));
}

/** A job with what only a preview needs. */
async function guarded(job: Job<DeployInputs>): Promise<DeployJob> {
  const { preview, conversation } = job.inputs;
  if (!preview || !conversation) return job;
  const { previewGuard } = await import('./preview-guard.ts');
  return { ...job, guard: previewGuard(job, preview, conversation) };
}

/** Logs in while the other checks still run; what builds nothing needs no docker. */
function startLogIn(
  job: DeployJob,
  login: Promise<RegistryLogin | undefined>,
): Promise<PrivateDockerConfig> | undefined {
  if (job.inputs.source.kind !== 'build' || job.inputs.dryRun) return undefined;
  const loggingIn = login.then((known) => logInPrivately(job, known));
  loggingIn.catch(noted);
  return loggingIn;
}

function tell(
  { runner, inputs }: DeployJob,
  { identity, service, buildx, repository }: Checked,
): void {
  runner.info(`AWS account ${identity.account} in ${inputs.region} as ${identity.arn}`);
  runner.info(
    service
      ? `Service '${inputs.service}' is ${service.Status}: ${service.ServiceArn}. ${stateNote(service) ?? ''}`.trim()
      : `Service '${inputs.service}' does not exist yet and will be created.`,
  );
  if (inputs.source.kind === 'build' && inputs.source.createRepository) {
    const fate = repository?.missing
      ? 'does not exist yet and will be created'
      : 'exists and is left as it is';
    runner.info(`Repository '${inputs.source.repository}' ${fate}.`);
  }
  if (buildx) runner.info(`docker buildx ${buildx}`);
}
