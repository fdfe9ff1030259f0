import type { Service } from '@aws-sdk/client-apprunner';
import type { Result } from '../result.ts';
import type { DeployedImage } from '../service/configuration.ts';
import type { Decision } from '../service/decision.ts';
import { stands } from '../service/stands.ts';
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
import { perform, type Write } from './perform.ts';
import { prepare, setTags } from './prepare.ts';
import { findService, readAgain } from './read-service.ts';
import { Surroundings } from './surroundings.ts';
import { unchangedFinder } from './unchanged.ts';

/** A service read longer ago than this may have been changed by somebody since. */
const FRESH_MS = 15_000;

/** What is released, and until when; times in milliseconds since 1970. */
export interface Release {
  readonly image: DeployedImage;
  /** Not later than the push. */
  readonly pushedAt: number;
  readonly deadline: number;
}

/**
 * Brings the service to the image and settings of this run, whatever state it is in, and waits
 * for the verdict unless the inputs say otherwise.
 *
 * @returns what was done
 * @throws ActionError unless the operation succeeds
 */
export async function release(
  job: DeployJob,
  checked: Checked,
  { image, pushedAt, deadline }: Release,
): Promise<Result> {
  const { inputs, ports, aws } = job;
  const { clock } = ports;
  const patience = new Patience(job, deadline);
  let service =
    clock.now() - checked.readAt < FRESH_MS
      ? checked.service
      : await readAgain(job, checked.service);
  const adoptAutomatic = automaticAdopter(job, image, pushedAt, deadline);
  const isUnchanged = unchangedFinder(job, image);
  const surroundings = new Surroundings(job, checked);
  /** A service that could not be repaired and was deleted: the new one has its settings. */
  let before: Before | undefined;
  for (;;) {
    if (clock.now() >= deadline) {
      throw overdue(job, `the service is ${service?.Status ?? 'not there yet'}`);
    }
    const decision = await decided(job, service, before, image, surroundings);
    if (inputs.skipUnchanged && service && (await isUnchanged(service, decision))) {
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
      service = await readAgain(job, service);
      continue;
    }
    if (service && stepBefore(service) !== 'deploy') {
      await takeStep(job, service, patience, deadline);
      service = await readAgain(job, service);
      continue;
    }
    announce(job, decision);
    const ready = await prepare(job, decision, surroundings);
    const performed = ready.kind === 'ready' ? await perform(job, writeOf(ready.decision)) : ready;
    if (performed.kind === 'started') {
      return judged(job, performed.operation, deadline, RESULTS[decision.kind]);
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
  job.runner.info('ResumeService: the service is paused.');
  const performed = await perform(job, {
    call: 'ResumeService',
    type: 'RESUME_SERVICE',
    serviceArn,
    send: (appRunner) => appRunner.resume(serviceArn),
  });
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
  const serviceArn = `${service.ServiceArn}`;
  job.runner.info(`DeleteService: the service is ${service.Status}; it is created anew after it.`);
  const performed = await perform(job, {
    call: 'DeleteService',
    type: 'DELETE_SERVICE',
    serviceArn,
    send: (appRunner) => appRunner.delete(serviceArn),
  });
  if (performed.kind === 'started') await followToEnd(job, performed.operation, deadline);
  else if (performed.refusal !== 'gone') await patience.after(performed);
}

/** The call that carries out a decision. */
export function writeOf(decision: Decision): Write {
  switch (decision.kind) {
    case 'create':
      return {
        call: 'CreateService',
        type: 'CREATE_SERVICE',
        send: (appRunner) => appRunner.create(decision.request),
        stands: (service) => stands(service, decision.request),
      };
    case 'update':
      return {
        call: 'UpdateService',
        type: 'UPDATE_SERVICE',
        serviceArn: `${decision.request.ServiceArn}`,
        send: (appRunner) => appRunner.update(decision.request),
        stands: (service) => stands(service, decision.request),
      };
    case 'deploy':
      return {
        call: 'StartDeployment',
        type: 'START_DEPLOYMENT',
        serviceArn: decision.serviceArn,
        send: (appRunner) => appRunner.startDeployment(decision.serviceArn),
      };
  }
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
