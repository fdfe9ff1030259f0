import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import { type LifecycleCommand, type Verdict, verdictOn } from '../service/lifecycle.ts';
import { waitUntilFree } from './busy.ts';
import { overdue } from './deadline.ts';
import { followToEnd } from './follow.ts';
import { type Job, learnService } from './job.ts';
import { Patience } from './patience.ts';
import { perform } from './perform.ts';
import { readAgain } from './read-service.ts';
import { lifecycleWrite } from './writes.ts';

/**
 * Asked right before each call that changes the service, with the service as it then is.
 *
 * @returns why the call is not to be made after all; undefined to go on
 * @throws ActionError when it must not be made
 */
export type Veto = (service: Service) => Promise<string | undefined>;

/** Notes what was found, for log and outputs. */
export function tellFound(job: Job, found: Service | undefined): void {
  const { service } = job.inputs;
  learnService(job, found);
  job.runner.info(
    found
      ? `Service '${service}' is ${found.Status}: ${found.ServiceArn}`
      : `Service '${service}' does not exist.`,
  );
}

/**
 * Pauses, resumes or deletes the job's service, whatever it is busy with first, and waits for the
 * end unless the inputs say otherwise. A service that is so already is left as it is.
 *
 * @param deadline milliseconds since 1970
 * @returns why the service was left as it is, where `veto` said so
 * @throws ActionError for everything that is not a success
 */
export async function bringAbout(
  job: Job,
  command: LifecycleCommand,
  found: Service | undefined,
  deadline: number,
  veto: Veto = async () => undefined,
): Promise<string | undefined> {
  const { inputs, ports, runner } = job;
  const patience = new Patience(job, deadline);
  let service = found;
  for (;;) {
    const verdict: Verdict = verdictOn(command, inputs.service, service);
    if (verdict.kind === 'refuse') throw new ActionError(verdict.reason);
    if (verdict.kind === 'done') {
      runner.info(verdict.reason);
      return undefined;
    }
    if (ports.clock.now() >= deadline) throw overdue(job, `the service is ${service?.Status}`);
    const serviceArn = `${service?.ServiceArn}`;
    if (verdict.kind === 'wait') await waitUntilFree(job, serviceArn, deadline);
    else {
      const kept = service && (await veto(service));
      if (kept !== undefined) return kept;
      const write = lifecycleWrite(command, serviceArn);
      runner.info(`${write.call}: the service is ${service?.Status}.`);
      const performed = await perform(job, write);
      if (performed.kind === 'started') {
        const { operation } = performed;
        if (inputs.wait) await followToEnd(job, operation, deadline);
        else runner.info(`Not waiting for ${write.call} to end: wait is false.`);
        return undefined;
      }
      if (performed.refusal !== 'gone') await patience.after(performed);
    }
    service = await readAgain(job, service);
  }
}
