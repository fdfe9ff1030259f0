import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import type { Source } from '../inputs/source.ts';
import type { Decision, NewScaling } from '../service/decision.ts';
import { sizesText } from '../service/sizes.ts';
import { stepBefore } from '../service/states.ts';
import type { Tagging } from '../service/tagging.ts';
import { AFTER_SUCCESS } from '../service/wait.ts';

/** One thing that a run would do about a service, in the order of doing. */
export type Planned =
  | { readonly kind: 'wait'; readonly operation: OperationSummary | undefined }
  | { readonly kind: 'resume' | 'delete'; readonly service: Service }
  /** The last one: the deployment itself, with the service as it is before it. */
  | {
      readonly kind: 'release';
      readonly decision: Decision;
      readonly service: Service | undefined;
    };

/**
 * What a deployment would do about a service, step by step as release does it, with each
 * operation taken to succeed.
 *
 * @param running the operation that works on the service; undefined when none is listed
 * @param decideOn what is decided for a service as it then is
 * @throws ActionError for what App Runner would refuse or can't change
 */
export async function planOf(
  found: Service | undefined,
  running: OperationSummary | undefined,
  decideOn: (service: Service | undefined) => Promise<Decision>,
): Promise<readonly Planned[]> {
  const decision = await decideOn(found);
  const step = stepBefore(found);
  if (!found || step === 'deploy') return [{ kind: 'release', decision, service: found }];
  if (step === 'wait') {
    const wait = { kind: 'wait', operation: running } as const;
    return [wait, ...(await planOf(afterWait(found, running), undefined, decideOn))];
  }
  const next = step === 'resume' ? ({ ...found, Status: 'RUNNING' } as const) : undefined;
  return [{ kind: step, service: found }, ...(await planOf(next, undefined, decideOn))];
}

/** A service after the operation that works on it; maintenance leaves it running. */
export function afterWait(
  service: Service,
  running: OperationSummary | undefined,
): Service | undefined {
  const Status = running?.Type ? AFTER_SUCCESS[running.Type] : 'RUNNING';
  return Status === 'DELETED' ? undefined : { ...service, Status };
}

/** A step in a sentence, planned or about to be taken; the deployment itself has more to tell. */
export function stepText(planned: Exclude<Planned, { kind: 'release' }>): string {
  switch (planned.kind) {
    case 'wait': {
      const { Type, Id } = planned.operation ?? {};
      return Type
        ? `Wait for ${Type} (operation ${Id}) to end; the rest supposes that it succeeds.`
        : 'Wait for the service, which is busy with no operation listed, as in AWS maintenance.';
    }
    case 'resume':
      return 'ResumeService: the service is paused.';
    case 'delete':
      return `DeleteService: the service is ${planned.service.Status}; it is created anew after it.`;
  }
}

/** Why a new deployment does, in words. */
export function sameText({ kind }: Source): string {
  return kind === 'code'
    ? 'App Runner builds the newest commit of the branch, with the settings that the service has'
    : 'image tag and settings are those that the service has';
}

/** That tags are set, in a sentence. */
export function tagText({ tags }: Tagging): string {
  return `TagResource: ${Object.keys(tags).join(', ')}.`;
}

/** That an auto scaling configuration is made, in a sentence. */
export function scalingText({ name, sizes }: NewScaling): string {
  return `CreateAutoScalingConfiguration: '${name}' of ${sizesText(sizes)}, which none has yet.`;
}
