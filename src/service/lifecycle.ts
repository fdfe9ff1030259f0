import type { Service } from '@aws-sdk/client-apprunner';

/** The calls by which a service is paused, resumed and deleted. */
export const CALLS = {
  pause: 'PauseService',
  resume: 'ResumeService',
  delete: 'DeleteService',
} as const;

/** A command that changes the state of a service. */
export type LifecycleCommand = keyof typeof CALLS;

/** What a lifecycle command does about a service. */
export type Verdict =
  | { readonly kind: 'act' }
  | { readonly kind: 'wait' }
  /** It is so already. */
  | { readonly kind: 'done'; readonly reason: string }
  | { readonly kind: 'refuse'; readonly reason: string };

/**
 * What to do about a service in its present state.
 *
 * @param service undefined when there is none
 */
export function verdictOn(
  command: LifecycleCommand,
  name: string,
  service: Service | undefined,
): Verdict {
  if (!service) {
    return command === 'delete'
      ? { kind: 'done', reason: `Service '${name}' does not exist; there is nothing to delete.` }
      : {
          kind: 'refuse',
          reason: `Service '${name}' does not exist in this Region and account, so it can't be ${PAST[command]}. Check service and aws-region.`,
        };
  }
  const { Status } = service;
  if (Status === 'OPERATION_IN_PROGRESS') return { kind: 'wait' };
  if (command === 'delete') return { kind: 'act' };
  if (Status === (command === 'pause' ? 'PAUSED' : 'RUNNING')) {
    return { kind: 'done', reason: `Service '${name}' is ${Status} already.` };
  }
  if (Status === (command === 'pause' ? 'RUNNING' : 'PAUSED')) return { kind: 'act' };
  return {
    kind: 'refuse',
    reason: `Service '${name}' is ${Status}, which can't be ${PAST[command]}. Deploy to it to repair it, or delete it with command: delete.`,
  };
}

const PAST = { pause: 'paused', resume: 'resumed' } as const;
