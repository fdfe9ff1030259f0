import type { Service } from '@aws-sdk/client-apprunner';
import type { StartedOperation } from '../ports.ts';
import { changeLines } from '../report/changes.ts';
import type { Result } from '../result.ts';
import { automaticDeployment, deploysByItself } from '../service/automatic.ts';
import type { DeployedImage } from '../service/configuration.ts';
import { type Decision, decide } from '../service/decision.ts';
import { type Checked, findService } from './check.ts';
import { followToEnd } from './follow.ts';
import { type DeployJob, type Job, learnService } from './job.ts';

/** A service read longer ago than this may have been changed by somebody since. */
const FRESH_MS = 15_000;

const MINUTE = 60_000;

/**
 * Creates or changes the service, or starts a deployment of it, and waits for the verdict
 * unless the inputs say otherwise.
 *
 * @param pushedAt milliseconds since 1970, not later than the push
 * @returns what was done
 * @throws ActionError unless the operation succeeds
 */
export async function release(
  job: DeployJob,
  checked: Checked,
  image: DeployedImage,
  pushedAt: number,
): Promise<Result> {
  const { inputs, ports } = job;
  const deadline = ports.clock.now() + inputs.timeoutMinutes * MINUTE;
  const decideFor = (service: Service | undefined) =>
    decide(inputs.service, service, image, inputs.settings);

  const adopted = await adoptAutomatic(job, checked.service, image, pushedAt, deadline);
  if (adopted) {
    if (decideFor(checked.service).kind === 'deploy') {
      return judged(job, adopted, deadline, 'deployed');
    }
    // The settings of this run come after it: App Runner takes no update while it deploys.
    await judged(job, adopted, deadline, 'deployed', true);
  }
  const service = adopted ? await findService(job.aws, inputs.service) : await fresh(job, checked);
  const decision = decideFor(service);
  announce(job, decision);
  const { started, result } = await apply(job, decision);
  return judged(job, started, deadline, result);
}

/** Where App Runner deploys a push by itself, a call of ours would collide with it and lose. */
async function adoptAutomatic(
  { aws, ports, progress, runner }: Job,
  service: Service | undefined,
  image: DeployedImage,
  pushedAt: number,
  deadline: number,
): Promise<StartedOperation | undefined> {
  if (!progress.pushed || !service || !deploysByItself(service, image.identifier)) return undefined;
  runner.info('The service deploys pushes of this tag by itself; waiting for that deployment.');
  const arn = `${service.ServiceArn}`;
  const operationId = await automaticDeployment(
    aws.appRunner,
    ports.clock,
    arn,
    pushedAt,
    deadline,
  );
  if (operationId) return { operationId };
  runner.info('No automatic deployment came within a minute; starting one.');
  return undefined;
}

/** The service as it is now: after a long build it is read again, so that nobody's change is lost. */
async function fresh(job: Job, { service, readAt }: Checked): Promise<Service | undefined> {
  const { aws, inputs, ports } = job;
  if (ports.clock.now() - readAt < FRESH_MS) return service;
  return service?.ServiceArn
    ? aws.appRunner.describe(service.ServiceArn)
    : findService(aws, inputs.service);
}

async function apply(
  { aws: { appRunner } }: Job,
  decision: Decision,
): Promise<{ readonly started: StartedOperation; readonly result: Result }> {
  switch (decision.kind) {
    case 'create':
      return { started: await appRunner.create(decision.request), result: 'created' };
    case 'update':
      return { started: await appRunner.update(decision.request), result: 'updated' };
    case 'deploy':
      return {
        started: await appRunner.startDeployment(decision.serviceArn),
        result: 'deployed',
      };
  }
}

/** Waits for an operation that runs; `always` also when the inputs say not to wait. */
async function judged(
  job: Job,
  started: StartedOperation,
  deadline: number,
  result: Result,
  always = false,
): Promise<Result> {
  learnService(job, started.service);
  job.progress.learn({ operationId: started.operationId, operationStatus: 'PENDING' });
  if (job.inputs.wait || always) {
    await followToEnd(
      job,
      {
        serviceArn: job.progress.facts.serviceArn ?? '',
        operationId: started.operationId,
        type: 'UPDATE_SERVICE',
        since: job.ports.clock.now(),
      },
      deadline,
    );
  } else job.runner.info(`Not waiting for operation ${started.operationId}: wait is false.`);
  return result;
}

function announce({ runner, progress }: Job, decision: Decision): void {
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
