import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import type { LifecycleInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../result.ts';
import { type Verdict, verdictOn } from '../service/lifecycle.ts';
import { waitUntilFree } from './busy.ts';
import { noted } from './check.ts';
import { overdue, withinDeadline } from './deadline.ts';
import { followToEnd } from './follow.ts';
import { type Job, learnService, phase } from './job.ts';
import { Patience } from './patience.ts';
import { perform } from './perform.ts';
import type { Progress } from './progress.ts';
import { findService, readAgain } from './read-service.ts';
import { lifecycleWrite } from './writes.ts';

/**
 * Pauses, resumes or deletes the service; a service that is so already is left as it is.
 *
 * @returns what was done
 * @throws ActionError for everything that is not a success
 */
export async function lifecycle(
  inputs: LifecycleInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  const connection = ports.aws(inputs.region);
  const aws = await connection.underWay.then(() => connection.load());
  const identity = aws.identity();
  const finding = findService(aws, inputs.service);
  // Credentials that AWS refuses make both fail in the same way: said once.
  finding.catch(noted);
  identity.catch(noted);
  const job: Job<LifecycleInputs> = { inputs, ports, aws, runner: await ports.runner(), progress };
  const service = await phase(job, 'Check', async () => {
    const { account, arn } = await identity;
    job.runner.info(`AWS account ${account} in ${inputs.region} as ${arn}`);
    const found = await finding;
    learnService(job, found);
    job.runner.info(
      found
        ? `Service '${inputs.service}' is ${found.Status}: ${found.ServiceArn}`
        : `Service '${inputs.service}' does not exist.`,
    );
    return found;
  });
  if (inputs.dryRun) {
    const { dryRunLifecycle } = await import('./dry-run.ts');
    await dryRunLifecycle(job, service);
    return 'planned';
  }
  return withinDeadline(job, (deadline) =>
    phase(job, PHASES[inputs.command], () => act(job, service, deadline)),
  );
}

const PHASES = { pause: 'Pause', resume: 'Resume', delete: 'Delete' } as const;
const RESULTS = { pause: 'paused', resume: 'resumed', delete: 'deleted' } as const;

async function act(
  job: Job<LifecycleInputs>,
  found: Service | undefined,
  deadline: number,
): Promise<Result> {
  const { inputs, ports, runner } = job;
  const { command } = inputs;
  const patience = new Patience(job, deadline);
  let service = found;
  for (;;) {
    const verdict: Verdict = verdictOn(command, inputs.service, service);
    if (verdict.kind === 'refuse') throw new ActionError(verdict.reason);
    if (verdict.kind === 'done') {
      runner.info(verdict.reason);
      return RESULTS[command];
    }
    if (ports.clock.now() >= deadline) throw overdue(job, `the service is ${service?.Status}`);
    const serviceArn = `${service?.ServiceArn}`;
    if (verdict.kind === 'wait') await waitUntilFree(job, serviceArn, deadline);
    else {
      const write = lifecycleWrite(command, serviceArn);
      runner.info(`${write.call}: the service is ${service?.Status}.`);
      const performed = await perform(job, write);
      if (performed.kind === 'started') {
        const { operation } = performed;
        if (inputs.wait) await followToEnd(job, operation, deadline);
        else runner.info(`Not waiting for ${write.call} to end: wait is false.`);
        return RESULTS[command];
      }
      if (performed.refusal !== 'gone') await patience.after(performed);
    }
    service = await readAgain(job, service);
  }
}
