import type { Service } from '@aws-sdk/client-apprunner';
import type { Result } from '../result.ts';
import type { DeployedSource } from '../service/configuration.ts';
import { stepBefore } from '../service/states.ts';
import { announce } from './announce.ts';
import { automaticAdopter } from './automatic.ts';
import { waitUntilFree } from './busy.ts';
import type { Checked } from './check.ts';
import { overdue } from './deadline.ts';
import { type Before, decided, tagsBefore } from './decided.ts';
import { type Followed, followToEnd } from './follow.ts';
import type { DeployJob } from './job.ts';
import { Patience } from './patience.ts';
import { perform } from './perform.ts';
import { stepText } from './plan.ts';
import { prepare, setTags } from './prepare.ts';
import { mayKeepOldImage, pulledAgain } from './pulled-again.ts';
import { findService, readAgain } from './read-service.ts';
import { Surroundings } from './surroundings.ts';
import { unchangedFinder } from './unchanged.ts';
import { lifecycleWrite, writeOf } from './writes.ts';

/** A service read longer ago than this may have been changed by somebody since. */
const FRESH_MS = 15_000;

/** What is released, and until when; times in milliseconds since 1970. */
export interface Release {
  readonly source: DeployedSource;
  /** Not later than the push. */
  readonly pushedAt: number;
  readonly deadline: number;
}

/**
 * Brings the service to the source and settings of this run, whatever state it is in, and waits
 * for the verdict unless the inputs say otherwise.
 *
 * @returns what was done
 * @throws ActionError unless the operation succeeds
 */
export async function release(
  job: DeployJob,
  checked: Checked,
  { source, pushedAt, deadline }: Release,
): Promise<Result> {
  const { inputs, ports, aws } = job;
  const { clock } = ports;
  const patience = new Patience(job, deadline);
  let service =
    clock.now() - checked.readAt < FRESH_MS
      ? checked.service
      : await readAgain(job, checked.service);
  const adoptAutomatic = automaticAdopter(job, source, pushedAt, deadline);
  const isUnchanged = unchangedFinder(job, source);
  const surroundings = new Surroundings(job, checked);
  /** A service that could not be repaired and was deleted: the new one has its settings. */
  let before: Before | undefined;
  /** The settings are set, and it is not known that the image under the tag was pulled again. */
  let updated = false;
  /** An operation of our push has pulled it. */
  let pulled = false;
  for (;;) {
    if (clock.now() >= deadline) {
      throw overdue(job, `the service is ${service?.Status ?? 'not there yet'}`);
    }
    await job.guard?.refuseForeign(service);
    const decision = await decided(job, service, before, source, surroundings);
    if (inputs.skipUnchanged && service && (await isUnchanged(service, decision))) {
      if (await job.guard?.stops()) return 'skipped';
      const refused = await setTags(job, decision);
      if (!refused) return 'unchanged';
      await patience.after(refused);
      service = await readAgain(job, service);
      continue;
    }
    const adopted = service && (await adoptAutomatic(service));
    if (adopted && decision.kind === 'deploy') return judged(job, adopted, deadline, 'deployed');
    if (adopted) {
      // The settings of this run come after it: App Runner takes no update while it deploys.
      await followToEnd(job, adopted, deadline);
      pulled = true;
      service = await readAgain(job, service);
      continue;
    }
    // A run that is not wanted any more changes nothing, nor does it wait for what others do.
    if (await job.guard?.stops()) return 'skipped';
    if (service && stepBefore(service) !== 'deploy') {
      await takeStep(job, service, patience, deadline);
      service = await readAgain(job, service);
      continue;
    }
    if (!updated) announce(job, decision);
    const ready = await prepare(job, decision, surroundings);
    const performed = ready.kind === 'ready' ? await perform(job, writeOf(ready.decision)) : ready;
    if (performed.kind === 'started') {
      const { operation } = performed;
      const kind = updated ? 'update' : decision.kind;
      const result = await judged(job, operation, deadline, RESULTS[kind]);
      const doubtful = !updated && !pulled && mayKeepOldImage(decision, source, service);
      if (!doubtful || !inputs.wait || (await pulledAgain(job, operation))) return result;
      job.runner.info(
        'The update names the tag that ran before, and App Runner does not tell that it pulled it again; StartDeployment does.',
      );
      updated = true;
      service = await readAgain(job, service);
      continue;
    }
    if (service && performed.refusal === 'beyond-repair') {
      job.runner.info('App Runner does not repair this service: it is deleted and created anew.');
      before = { service, tags: await tagsBefore(job, service) };
      await remove(job, service, patience, deadline);
    } else await patience.after(performed);
    service =
      performed.refusal === 'name-taken' || performed.refusal === 'gone'
        ? await findService(aws, inputs.service)
        : await readAgain(job, service);
  }
}

const RESULTS = { create: 'created', update: 'updated', deploy: 'deployed' } as const;

/** Takes the one step that a service's state asks for before a deployment. */
async function takeStep(
  job: DeployJob,
  service: Service,
  patience: Patience,
  deadline: number,
): Promise<void> {
  const serviceArn = `${service.ServiceArn}`;
  const step = stepBefore(service);
  if (step === 'wait') return waitUntilFree(job, serviceArn, deadline);
  if (step === 'delete') return remove(job, service, patience, deadline);
  job.runner.info(stepText({ kind: 'resume', service }));
  const performed = await perform(job, lifecycleWrite('resume', serviceArn));
  if (performed.kind === 'started') await followToEnd(job, performed.operation, deadline);
  else await patience.after(performed);
}

/** Deletes what stands in the way of a new service of that name. */
async function remove(
  job: DeployJob,
  service: Service,
  patience: Patience,
  deadline: number,
): Promise<void> {
  job.runner.info(stepText({ kind: 'delete', service }));
  const performed = await perform(job, lifecycleWrite('delete', `${service.ServiceArn}`));
  if (performed.kind === 'started') await followToEnd(job, performed.operation, deadline);
  else if (performed.refusal !== 'gone') await patience.after(performed);
}

async function judged(
  job: DeployJob,
  operation: Followed,
  deadline: number,
  result: Result,
): Promise<Result> {
  if (job.inputs.wait) await followToEnd(job, operation, deadline);
  else job.runner.info(`Not waiting for operation ${operation.operationId}: wait is false.`);
  return result;
}
