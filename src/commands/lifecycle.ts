import type { Service } from '@aws-sdk/client-apprunner';
import type { LifecycleInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Result } from '../result.ts';
import { bringAbout, tellFound } from './bring-about.ts';
import { withinDeadline } from './deadline.ts';
import { type Job, phase } from './job.ts';
import { openJob } from './open-job.ts';
import type { Progress } from './progress.ts';
import { findService } from './read-service.ts';

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
  const { command } = inputs;
  progress.learn({ serviceName: inputs.service });
  const { job, checked: service } = await openJob(
    inputs,
    ports,
    progress,
    (aws) => findService(aws, inputs.service),
    (opened, found) => {
      tellFound(opened, found);
      return found;
    },
  );
  if (inputs.dryRun) {
    const { dryRunLifecycle } = await import('./dry-run.ts');
    await dryRunLifecycle(job, service);
    return 'planned';
  }
  await withinDeadline(job, (deadline) =>
    phase(job, PHASES[command], () =>
      bringAbout(job, command, service, deadline, async (present) => {
        await domainLeaves(job, present, deadline);
        return undefined;
      }),
    ),
  );
  return RESULTS[command];
}

/** Right before the deletion, when the service is free to take it. */
async function domainLeaves(
  job: Job<LifecycleInputs>,
  service: Service,
  deadline: number,
): Promise<void> {
  const { domain } = job.inputs;
  if (!domain) return;
  const { removeDomain } = await import('./domain-removal.ts');
  await removeDomain(job, domain, service, deadline);
}

const PHASES = { pause: 'Pause', resume: 'Resume', delete: 'Delete' } as const;
const RESULTS = { pause: 'paused', resume: 'resumed', delete: 'deleted' } as const;
