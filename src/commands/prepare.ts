import { errorCode } from '../aws/errors.ts';
import { ActionError, CancelledError, errorMessage } from '../errors.ts';
import { type Decision, type NewScaling, type Tagging, withScaling } from '../service/decision.ts';
import { refusalOf } from '../service/refusals.ts';
import { sizesText } from '../service/sizes.ts';
import type { DeployJob, Job } from './job.ts';
import type { Performed } from './perform.ts';
import type { Surroundings } from './surroundings.ts';

type Refused = Extract<Performed, { readonly kind: 'refused' }>;

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
    const arn = await makeScaling(job, decision.newScaling);
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

async function tag(
  { aws, progress, runner }: Job,
  serviceArn: string,
  { tags }: Tagging,
): Promise<Refused | undefined> {
  const names = Object.keys(tags).join(', ');
  runner.info(`TagResource: ${names}.`);
  const told = progress.act('TagResource');
  try {
    await aws.appRunner.tag(serviceArn, tags);
    told({ effect: `the service has the tags ${names}` });
    return undefined;
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    const refusal = refusalOf(error);
    if (refusal !== 'unanswered') told(undefined);
    return { kind: 'refused', refusal, error };
  }
}

async function makeScaling(
  { aws, progress, runner }: DeployJob,
  { name, sizes }: NewScaling,
): Promise<string> {
  const call = 'CreateAutoScalingConfiguration';
  runner.info(`${call}: '${name}' of ${sizesText(sizes)}, which none has yet.`);
  const told = progress.act(call);
  try {
    const made = await aws.appRunner.createAutoScalingConfiguration({
      AutoScalingConfigurationName: name,
      MinSize: sizes.minSize,
      MaxSize: sizes.maxSize,
      MaxConcurrency: sizes.maxConcurrency,
    });
    const arn = `${made.AutoScalingConfigurationArn}`;
    told({ effect: `it made ${arn}` });
    return arn;
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    if (refusalOf(error) !== 'unanswered') told(undefined);
    const cause = error instanceof ActionError ? error.cause : error;
    if (errorCode(cause) !== 'ServiceQuotaExceededException') throw error;
    throw new ActionError(
      `There is no room for another revision of auto scaling configuration '${name}': ${errorMessage(cause)} ` +
        `Delete one that is in no use (aws apprunner delete-auto-scaling-configuration), or name sizes that one of them has.`,
      { cause },
    );
  }
}
