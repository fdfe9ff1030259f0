import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { ActionError } from '../errors.ts';
import type { LifecycleInputs, TeardownInputs } from '../inputs/inputs.ts';
import { CALLS, type LifecycleCommand, verdictOn } from '../service/lifecycle.ts';
import { runningOperation } from '../service/states.ts';
import { type Job, phase } from './job.ts';
import { afterWait, stepText } from './plan.ts';

/** Says what a run would do about the service, and changes nothing. */
export function dryRunLifecycle(
  job: Job<LifecycleInputs>,
  found: Service | undefined,
): Promise<void> {
  return phase(job, 'Plan', async () => {
    const { command, service } = job.inputs;
    const steps = lifecycleSteps(command, service, found, await operationOn(job, found));
    tellPlan(job, [...(await domainRemoval(job, found)), ...steps]);
  });
}

/** What would be done about the domain before a deletion; nothing without one. */
export async function domainRemoval(
  job: Job<LifecycleInputs | TeardownInputs>,
  found: Service | undefined,
): Promise<readonly string[]> {
  const { domain } = job.inputs;
  if (!domain) return [];
  const { removalSteps } = await import('./domain-removal.ts');
  return removalSteps(job, domain, found);
}

/**
 * What a run with another command would do, step by step.
 *
 * @throws ActionError for what it would refuse
 */
export function lifecycleSteps(
  command: LifecycleCommand,
  name: string,
  found: Service | undefined,
  running: OperationSummary | undefined,
): readonly string[] {
  const verdict = verdictOn(command, name, found);
  switch (verdict.kind) {
    case 'refuse':
      throw new ActionError(verdict.reason);
    case 'done':
      return [`Nothing: ${verdict.reason}`];
    case 'act':
      return [`${CALLS[command]}: the service is ${found?.Status}.`];
    case 'wait': {
      const wait = stepText({ kind: 'wait', operation: running });
      const next = found && afterWait(found, running);
      return [wait, ...lifecycleSteps(command, name, next, undefined)];
    }
  }
}

/** The operation that a busy service is busy with; undefined when none is listed. */
export async function operationOn(
  { aws }: Job,
  service: Service | undefined,
): Promise<OperationSummary | undefined> {
  if (!service?.ServiceArn || service.Status !== 'OPERATION_IN_PROGRESS') return undefined;
  return runningOperation(await aws.appRunner.newestOperations(service.ServiceArn));
}

/** Tells what a run would do, in the log now and in the summary later. */
export function tellPlan({ progress, runner }: Job, steps: readonly string[]): void {
  progress.plan = steps;
  runner.info('This is a dry run, which changes nothing. Without dry-run it would:');
  for (const [index, step] of steps.entries()) runner.info(`  ${index + 1}. ${step}`);
}
