import type { Service } from '@aws-sdk/client-apprunner';
import { logGroupsOf } from '../diagnosis/log-groups.ts';
import type { TeardownInputs } from '../inputs/inputs.ts';
import { imagePlaceOf } from '../teardown/image-place.ts';
import { domainRemoval, lifecycleSteps, operationOn, tellPlan } from './dry-run.ts';
import { type Job, phase } from './job.ts';
import { PreviewLeftovers } from './preview-leftovers.ts';

/** Tags that are named; a pull request may have hundreds. */
const SHOWN = 5;

/** Says what would be deleted of a preview, and changes nothing. */
export function dryRunTeardown(
  job: Job<TeardownInputs>,
  found: Service | undefined,
): Promise<void> {
  return phase(job, 'Plan', async () => {
    const { aws, inputs, runner } = job;
    const steps = [
      ...(await domainRemoval(job, found)),
      ...lifecycleSteps('delete', inputs.service, found, await operationOn(job, found)),
    ];
    const place = found ? imagePlaceOf(found) : inputs.images;
    const tags = place ? await new PreviewLeftovers(aws).tagsOf(runner, inputs.service, place) : [];
    if (place && tags.length > 0) {
      const more = tags.length > SHOWN ? ` and ${tags.length - SHOWN} more` : '';
      const shown = `${tags.slice(0, SHOWN).join(', ')}${more}`;
      steps.push(`BatchDeleteImage in ECR repository '${place.repository}': ${shown}.`);
    }
    const groups =
      inputs.deleteLogs && inputs.wait && found && logGroupsOf({ serviceArn: found.ServiceArn });
    if (groups) {
      steps.push(`DeleteLogGroup, where it exists: ${groups.service}, ${groups.application}.`);
    }
    tellPlan(job, steps);
  });
}
