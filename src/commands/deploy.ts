import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Aws, Ports, Runner } from '../ports.ts';
import { changeLines } from '../report/changes.ts';
import type { Result } from '../result.ts';
import type { DeployedImage } from '../service/configuration.ts';
import { type Decision, decide } from '../service/decision.ts';
import { apply } from './apply.ts';
import { type Checked, check, findService } from './check.ts';
import { followToEnd } from './follow.ts';
import { build, checkImage, imageNames, logInPrivately } from './image.ts';
import type { Progress } from './progress.ts';

/** A service read longer ago than this may have been changed by somebody since. */
const FRESH_MS = 15_000;

const MINUTE = 60_000;

/**
 * Takes the source to a running service: check, log in, build, push, deploy.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
export async function deploy(inputs: Inputs, ports: Ports, progress: Progress): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  const aws = await ports.aws(inputs.region);
  const checking = check(inputs, ports, aws);
  // The runner's toolkit loads while AWS answers; a failure is seen at the await below.
  checking.catch(() => undefined);
  const runner = await ports.runner();
  const phase = <T>(name: string, work: () => Promise<T>) =>
    progress.phase(name, runner, ports.clock, work);

  const checked = await phase('Check', async () => {
    const facts = await checking;
    learnService(progress, facts.service);
    tell(runner, inputs, facts);
    decide(inputs.service, facts.service, imageOf(inputs, facts), inputs.settings);
    return facts;
  });
  const pushedAt = ports.clock.now();
  const image = await obtainImage(inputs, ports, aws, runner, checked, progress, phase);
  const deadline = ports.clock.now() + inputs.timeoutMinutes * MINUTE;

  return phase('Deploy', async () => {
    const service = await reread(aws, ports, inputs, checked);
    const decision = decide(inputs.service, service, image, inputs.settings);
    announce(runner, decision, progress);
    const started = await apply(aws, ports, decision, service, {
      identifier: image.identifier,
      pushedAt: progress.pushed ? pushedAt : undefined,
      info: runner.info,
    });
    learnService(progress, started.service);
    progress.learn({ operationId: started.operationId, operationStatus: 'PENDING' });
    if (!inputs.wait) {
      runner.info(`Not waiting for operation ${started.operationId}: wait is false.`);
      return started.result;
    }
    await followToEnd(aws, ports, runner, progress, deadline);
    return started.result;
  });
}

type RunPhase = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The image to deploy: built and pushed here, or found in its registry; checked in both cases. */
async function obtainImage(
  inputs: Inputs,
  ports: Ports,
  aws: Aws,
  runner: Runner,
  checked: Checked,
  progress: Progress,
  phase: RunPhase,
): Promise<DeployedImage> {
  const { source } = inputs;
  const { login, existing } = checked;
  const image = imageOf(inputs, checked);
  progress.learn({ image: image.identifier });
  if (source.kind === 'image') {
    // ECR Public gives no answer about an image to ECR's own API.
    if (!login || !source.image.registryId) return image;
    const location = { ...source.image, name: image.identifier };
    const imageDigest = await phase('Push', () => checkImage(ports, runner, aws, login, location));
    progress.learn({ imageDigest });
    return image;
  }
  if (!login) throw new ActionError('ECR gave no login for the build.');
  const names = imageNames(source, login);
  const { repository, registryId } = source;
  const [tag] = source.tags;
  if (existing) {
    runner.info(
      `${image.identifier} exists and its tag is immutable, so it is deployed as it is and nothing is built.`,
    );
  } else {
    const config = await phase('Log in', () => logInPrivately(ports, runner, login));
    const digest = await phase('Build', () => build(ports, runner, source, names, config));
    progress.pushed = true;
    progress.learn({ imageDigest: digest });
  }
  const location = { name: image.identifier, repository, registryId, tag };
  const imageDigest = await phase('Push', () => checkImage(ports, runner, aws, login, location));
  if (!imageDigest) return image;
  const pushed = progress.facts.imageDigest;
  if (pushed && pushed !== imageDigest) throw movedTag(image.identifier, pushed, imageDigest);
  progress.learn({ imageDigest });
  return image;
}

function movedTag(name: string, pushed: string, found: string): ActionError {
  return new ActionError(
    `This run pushed ${pushed} as ${name}, and ECR now has ${found} under that tag: another push has moved it. ` +
      `Give each run a tag of its own in image-tags (the commit SHA is the default), or the workflow a concurrency group.`,
  );
}

/** The image as App Runner will name it; known as soon as the registry is. */
function imageOf({ source }: Inputs, { login }: Checked): DeployedImage {
  if (source.kind === 'image') {
    return { identifier: source.image.identifier, type: source.image.type };
  }
  const [identifier = ''] = login ? imageNames(source, login) : [];
  return { identifier, type: 'ECR' };
}

/** After a long build the service is read again, so that nobody's change is lost. */
function reread(
  aws: Aws,
  ports: Ports,
  inputs: Inputs,
  { service, readAt }: Checked,
): Promise<Service | undefined> | Service | undefined {
  if (ports.clock.now() - readAt < FRESH_MS) return service;
  return service?.ServiceArn
    ? aws.appRunner.describe(service.ServiceArn)
    : findService(aws, inputs.service);
}

function learnService(progress: Progress, service: Service | undefined): void {
  if (!service) return;
  progress.learn({
    serviceArn: service.ServiceArn,
    serviceId: service.ServiceId,
    serviceUrl: service.ServiceUrl,
    serviceStatus: service.Status,
  });
}

function tell(runner: Runner, inputs: Inputs, { identity, service, buildx }: Checked): void {
  runner.info(`AWS account ${identity.account} in ${inputs.region} as ${identity.arn}`);
  runner.info(
    service
      ? `Service '${inputs.service}' is ${service.Status}: ${service.ServiceArn}`
      : `Service '${inputs.service}' does not exist yet and will be created.`,
  );
  if (buildx) runner.info(`docker buildx ${buildx}`);
}

function announce(runner: Runner, decision: Decision, progress: Progress): void {
  switch (decision.kind) {
    case 'create':
      runner.info('CreateService: the service is new.');
      break;
    case 'deploy':
      runner.info('StartDeployment: image tag and settings are those that the service has.');
      break;
    case 'update':
      progress.changes = decision.changes;
      runner.info('UpdateService, with these changes:');
      for (const line of changeLines(decision.changes)) runner.info(`  ${line}`);
  }
}
