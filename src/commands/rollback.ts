import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import { blobUrl, readManifest } from '../image/architecture.ts';
import type { DeployInputs, RollbackInputs } from '../inputs/inputs.ts';
import type { Ports, RegistryLogin } from '../ports.ts';
import type { Result } from '../result.ts';
import { imageNameOf, isSameName } from '../rollback/image-name.ts';
import { type Revision, revisionIn, revisionOf, revisionText } from '../rollback/revision.ts';
import { stateNote } from '../service/states.ts';
import { waitUntilFree } from './busy.ts';
import type { Checked } from './check.ts';
import { withinDeadline } from './deadline.ts';
import { releaseAndAsk } from './deployment.ts';
import { dryRunDeploy } from './dry-run-deploy.ts';
import { type DeployJob, type Job, learnService, type PreviewGuard, phase } from './job.ts';
import { obtainSource } from './obtain-source.ts';
import { openJob } from './open-job.ts';
import { orWarn } from './or-warn.ts';
import { readUrl } from './private-url.ts';
import type { Progress } from './progress.ts';
import { existing, readAgain } from './read-service.ts';
import { rememberRollback } from './remember.ts';
import { type RollbackTarget, rollbackTarget } from './rollback-target.ts';

/**
 * Takes the service back to an earlier image, and waits and judges as a deployment does. Only the
 * image goes back: settings stay what they are.
 *
 * @returns what was done
 * @throws ActionError where there is no image to go back to, and for everything that is not a success
 */
export async function rollback(
  inputs: RollbackInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  const { job, checked: found } = await openJob(
    inputs,
    ports,
    progress,
    (aws) => existing(aws, inputs.service, 'There is nothing to go back to.'),
    async (opened, service) => {
      learnService(opened, service);
      await STILL_THERE.refuseForeign(service);
      opened.runner.info(
        `Service '${inputs.service}' is ${service.Status}: ${service.ServiceArn}. ${stateNote(service) ?? ''}`.trim(),
      );
      return service;
    },
  );
  return withinDeadline(job, async (deadline) => {
    const service = inputs.dryRun ? found : await whenFree(job, found, deadline);
    const readAt = ports.clock.now();
    const { target, deployJob, checked } = await phase(job, 'History', async () => {
      const target = await rollbackTarget(job, service);
      const deployJob = deployJobOf(job, target);
      const checked = await checkedFor(deployJob, service, target, readAt);
      await tellTarget(deployJob, service, target, checked.login);
      return { target, deployJob, checked };
    });
    if (inputs.dryRun) return dryRunDeploy(deployJob, checked);
    const begin = ports.clock.now();
    const source = await obtainSource(deployJob, checked, undefined);
    const what = { source, pushedAt: begin, deadline };
    const result = await releaseAndAsk(deployJob, checked, what, begin);
    await remember(deployJob, target);
    await readUrl(job, false);
    return result;
  });
}

/** What ran before is known once nothing is under way any more. */
async function whenFree(job: Job, service: Service, deadline: number): Promise<Service> {
  if (service.Status !== 'OPERATION_IN_PROGRESS') return service;
  await phase(job, 'Wait', () => waitUntilFree(job, `${service.ServiceArn}`, deadline));
  return (await readAgain(job, service)) ?? existing(job.aws, job.inputs.service);
}

/** A deployment of the image alone: no setting is named, so none is touched. */
function deployJobOf(job: Job<RollbackInputs>, { image }: RollbackTarget): DeployJob {
  const { to: _named, command: _command, ...others } = job.inputs;
  const inputs: DeployInputs = {
    ...others,
    command: 'deploy',
    source: { kind: 'image', image },
    settings: { environmentMode: 'merge' },
    skipUnchanged: false,
  };
  return { ...job, inputs, guard: STILL_THERE };
}

/** A service that is gone meanwhile is not made anew: it would have the image and no settings. */
const STILL_THERE: PreviewGuard = {
  refuseForeign: async (service) => {
    if (service && service.Status !== 'DELETE_FAILED') return;
    throw new ActionError(
      service
        ? `Service '${service.ServiceName}' is DELETE_FAILED, so there is nothing to take back. Delete it with command: delete, or deploy it anew.`
        : 'The service was deleted meanwhile, so there is nothing to take back. Deploy it anew.',
    );
  },
  stops: async () => false,
};

async function checkedFor(
  { aws }: DeployJob,
  service: Service,
  { image: { registryId } }: RollbackTarget,
  readAt: number,
): Promise<Checked> {
  return {
    identity: await aws.identity(),
    service,
    around: {},
    readAt,
    login: registryId === undefined ? undefined : await aws.ecr.login(registryId),
    buildx: undefined,
    repository: undefined,
  };
}

/** Tags of the deployments that wrote them are kept true; other services get none. */
async function remember(job: DeployJob, { from, remembered }: RollbackTarget): Promise<void> {
  if (!remembered) return;
  const { identifier: image, digest } = from;
  const { commit } = revisionIn([imageNameOf(image)?.tag ?? '']);
  const now = { commit: job.progress.facts.commit, repository: remembered.repository };
  await rememberRollback(job, { image, digest, commit }, now);
}

async function tellTarget(
  job: DeployJob,
  service: Service,
  target: RollbackTarget,
  login: RegistryLogin | undefined,
): Promise<void> {
  const { runner, progress } = job;
  const { image, from } = target;
  const revision = await knownRevision(job, target, login);
  progress.learn({ commit: revision.commit });
  const made = revisionText(revision);
  runner.info(
    `Going back to ${image.identifier}${made ? `, made from ${made}` : '; which commit it was made from is not known'}.`,
  );
  runner.info(
    'Only the image goes back: variables, secrets and all other settings stay as they are now.',
  );
  if (isSameName(image.identifier, from.identifier)) {
    runner.warning('That is what the service has already: it is deployed again.');
  } else if (service.SourceConfiguration?.AutoDeploymentsEnabled) {
    runner.warning(
      `The service deploys pushes by itself, and does so for ${image.identifier} from now on: pushes of ${from.identifier} do nothing until that is deployed again.`,
    );
  }
}

/** A tag that is no commit may be of an image whose label is one. */
async function knownRevision(
  { aws, ports, runner }: DeployJob,
  { image, revision }: RollbackTarget,
  login: RegistryLogin | undefined,
): Promise<Revision> {
  const { repository, registryId, tag, digest } = image;
  if (revision.commit || !login) return revision;
  const what = 'The commit that the image was made from could not be read.';
  const commit = await orWarn(runner, what, async () => {
    const stored = await aws.ecr.image(
      repository,
      digest ? { digest } : { ...(tag && { tag }) },
      registryId,
    );
    const manifest = stored && readManifest(stored.manifest);
    if (manifest?.kind !== 'image') return undefined;
    return revisionOf(
      await ports.fetchBlob(blobUrl(login, repository, manifest.configDigest), login),
    );
  });
  return { ...revision, commit };
}
