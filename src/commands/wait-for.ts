import type { OperationSummary, OperationType, Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import type { WaitInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import { type Result, SMOKE_TEST } from '../result.ts';
import { runningOperation } from '../service/states.ts';
import { withinDeadline } from './deadline.ts';
import { tellPlan } from './dry-run.ts';
import { type Followed, followToEnd, judgeEnded } from './follow.ts';
import { type Job, learnService, phase } from './job.ts';
import { openJob } from './open-job.ts';
import { findKnownOperation } from './operation-by-id.ts';
import { orWarn } from './or-warn.ts';
import { readUrl } from './private-url.ts';
import type { Progress } from './progress.ts';
import { existing } from './read-service.ts';
import { agoText } from './time-texts.ts';

/**
 * Judges an operation that another run has started: waits for its end and says the same as that
 * run would have. One that ended before is judged at once.
 *
 * @returns what the operation did
 * @throws ActionError for every end but success, and for an operation that App Runner does not know
 */
export async function waitFor(
  inputs: WaitInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  const { job, checked: service } = await openJob(
    inputs,
    ports,
    progress,
    (aws) => existing(aws, inputs.service, gone(inputs)),
    (opened, found) => {
      learnService(opened, found);
      opened.runner.info(`Service '${inputs.service}' is ${found.Status}: ${found.ServiceArn}`);
      return found;
    },
  );
  return withinDeadline(job, async (deadline) => {
    const known = await phase(job, 'Look up', () =>
      findKnownOperation(job, service, inputs.operationId, deadline),
    );
    const { operation } = known;
    const type = typeOf(operation);
    if (inputs.dryRun) {
      tellPlan(job, [planText(operation)]);
      return 'planned';
    }
    const overtaken = known.later.length > 0;
    await phase(job, 'Wait', () => judge(job, service, operation, overtaken, deadline));
    await afterSuccess(job, type, operation, overtaken, deadline);
    return RESULTS[type];
  });
}

/** Of a service that is gone App Runner lists no operations. */
function gone({ operationId }: WaitInputs): string {
  return `App Runner tells nothing of operation ${operationId} any more; if it was to delete the service, the service is gone. Check service and aws-region.`;
}

async function judge(
  job: Job,
  service: Service,
  operation: OperationSummary,
  overtaken: boolean,
  deadline: number,
): Promise<void> {
  const { clock } = job.ports;
  const since = operation.StartedAt?.getTime() ?? clock.now();
  const followed: Followed = {
    serviceArn: `${service.ServiceArn}`,
    operationId: `${operation.Id}`,
    type: typeOf(operation),
    since,
  };
  job.progress.learn({ operationId: `${operation.Id}` });
  if (runningOperation([operation]) || !operation.Status)
    return followToEnd(job, followed, deadline);
  const endedAt = (operation.EndedAt ?? operation.UpdatedAt)?.getTime() ?? clock.now();
  const status = operation.Status.toUpperCase();
  job.runner.info(
    `Operation ${operation.Id} (${followed.type}) ended ${status} ${agoText(clock.now() - endedAt)}.`,
  );
  await judgeEnded(job, { ...followed, status, endedAt, overtaken }, deadline);
  // What a success leaves need not be so any more.
  learnService(job, service);
}

async function afterSuccess(
  job: Job<WaitInputs>,
  type: OperationType,
  operation: OperationSummary,
  overtaken: boolean,
  deadline: number,
): Promise<void> {
  if (type === 'DELETE_SERVICE' || type === 'PAUSE_SERVICE') return;
  const { smoke } = job.inputs;
  if (!overtaken) await learnImage(job);
  if (smoke && overtaken) {
    job.runner.info(
      'The smoke test was left out: others have worked on the service since, so its answer says nothing of this operation.',
    );
  } else if (smoke) {
    const since = operation.StartedAt?.getTime() ?? job.ports.clock.now();
    const { smokeTest } = await import('./smoke.ts');
    await phase(job, SMOKE_TEST, () => smokeTest(job, smoke, since, deadline));
  }
  await readUrl(job, overtaken);
}

/** What the operation deployed is what the service has after it. */
async function learnImage({ aws, progress, runner }: Job): Promise<void> {
  await orWarn(runner, 'The image could not be read.', async () => {
    const { SourceConfiguration: source } = await aws.appRunner.describe(
      `${progress.facts.serviceArn}`,
    );
    progress.learn({ image: source?.ImageRepository?.ImageIdentifier });
  });
}

const RESULTS: Readonly<Record<OperationType, Result>> = {
  CREATE_SERVICE: 'created',
  UPDATE_SERVICE: 'updated',
  START_DEPLOYMENT: 'deployed',
  PAUSE_SERVICE: 'paused',
  RESUME_SERVICE: 'resumed',
  DELETE_SERVICE: 'deleted',
};

/** @throws ActionError for a type that is not in the API's model */
function typeOf({ Id, Type }: OperationSummary): OperationType {
  if (Type && Object.hasOwn(RESULTS, Type)) return Type;
  throw new ActionError(
    `Operation ${Id} is of type ${Type}, which this version of the action can't judge. See the App Runner console for how it ended.`,
  );
}

function planText(operation: OperationSummary): string {
  const { Id, Status } = operation;
  return runningOperation([operation])
    ? `Wait for ${typeOf(operation)} (operation ${Id}) to end; it is ${Status}.`
    : `Judge ${typeOf(operation)} (operation ${Id}), which has ended ${Status}.`;
}
