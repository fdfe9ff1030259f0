import { errorCode } from '../aws/errors.ts';
import { ActionError, CancelledError, errorMessage } from '../errors.ts';
import { type Decision, type NewScaling, withScaling } from '../service/decision.ts';
import { refusalOf } from '../service/refusals.ts';
import type { Tagging } from '../service/tagging.ts';
import { changing } from './changing.ts';
import type { DeployJob, Job } from './job.ts';
import type { Refused } from './perform.ts';
import { scalingText, tagText } from './plan.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Does what a decision needs before its own call: an auto scaling configuration is made, tags
 * are set. Neither is an operation, so nothing is waited for.
 *
 * @returns the decision that is left, or what App Runner refused for now
 * @throws ActionError when the auto scaling configuration can't be made
 */
export async function prepare(
  job: DeployJob,
  decision: Decision,
  surroundings: Surroundings,
): Promise<{ readonly kind: 'ready'; readonly decision: Decision } | Refused> {
  let left = decision;
  if (decision.kind !== 'deploy' && decision.newScaling) {
    const arn = await scalingArn(job, decision.newScaling);
    surroundings.made(arn);
    left = withScaling(decision, arn);
  }
  const refused = await setTags(job, decision);
  return refused ?? { kind: 'ready', decision: left };
}

/**
 * Sets the tags of a decision; TagResource of the same tags again changes nothing.
 *
 * @returns what App Runner refused; undefined when they are set or there are none
 */
export async function setTags(job: Job, decision: Decision): Promise<Refused | undefined> {
  if (decision.kind === 'create' || !decision.tagging) return undefined;
  const serviceArn =
    decision.kind === 'deploy' ? decision.serviceArn : `${decision.request.ServiceArn}`;
  return tag(job, serviceArn, decision.tagging);
}

async function tag(job: Job, serviceArn: string, tagging: Tagging): Promise<Refused | undefined> {
  const { tags } = tagging;
  job.runner.info(tagText(tagging));
  try {
    await changing(
      job,
      'TagResource',
      () => job.aws.appRunner.tag(serviceArn, tags),
      () => `the service has the tags ${Object.keys(tags).join(', ')}`,
    );
    return undefined;
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return { kind: 'refused', refusal: refusalOf(error), error };
  }
}

/** The new configuration's ARN; undefined where none can be made and the service can do without. */
async function scalingArn(job: DeployJob, scaling: NewScaling): Promise<string | undefined> {
  try {
    return await makeScaling(job, scaling);
  } catch (error) {
    if (!scaling.optional || error instanceof CancelledError) throw error;
    job.runner.warning(
      `The preview takes the account's default auto scaling, not one instance. ${errorMessage(error)}`,
    );
    return undefined;
  }
}

async function makeScaling(job: DeployJob, scaling: NewScaling): Promise<string> {
  const { name, sizes } = scaling;
  const request = {
    AutoScalingConfigurationName: name,
    MinSize: sizes.minSize,
    MaxSize: sizes.maxSize,
    MaxConcurrency: sizes.maxConcurrency,
  };
  job.runner.info(scalingText(scaling));
  try {
    const made = await changing(
      job,
      'CreateAutoScalingConfiguration',
      () => job.aws.appRunner.createAutoScalingConfiguration(request),
      ({ AutoScalingConfigurationArn }) => `it made ${AutoScalingConfigurationArn}`,
    );
    return `${made.AutoScalingConfigurationArn}`;
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    const cause = error instanceof ActionError ? error.cause : error;
    if (errorCode(cause) !== 'ServiceQuotaExceededException') throw error;
    throw new ActionError(
      `There is no room for another revision of auto scaling configuration '${name}': ${errorMessage(cause)} ` +
        `Delete one that is in no use (aws apprunner delete-auto-scaling-configuration), or name sizes that one of them has.`,
      { cause },
    );
  }
}
