import type { OperationType, Service } from '@aws-sdk/client-apprunner';
import { CancelledError } from '../errors.ts';
import type { AppRunner, StartedOperation } from '../ports.ts';
import { type Refusal, refusalOf, wasSentAgain } from '../service/refusals.ts';
import type { Followed } from './follow.ts';
import { type Job, learnService } from './job.ts';
import { ownOperation } from './own-operation.ts';

/** A call that changes something in App Runner. */
export interface Write {
  /** Such as UpdateService. */
  readonly call: string;
  readonly type: OperationType;
  /** Undefined for CreateService. */
  readonly serviceArn?: string;
  send(appRunner: AppRunner): Promise<StartedOperation>;
  /** True when a service has what the call asks for; absent where there is nothing to compare. */
  readonly stands?: (service: Service) => boolean;
}

/** What came of a write. */
export type Performed =
  | { readonly kind: 'started'; readonly operation: Followed }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly error: unknown };

/** A write that App Runner did not take. */
export type Refused = Extract<Performed, { readonly kind: 'refused' }>;

/** Refusals that our own call draws when App Runner took it before and its answer was lost. */
const MAYBE_OURS: ReadonlySet<Refusal> = new Set(['state', 'name-taken', 'gone']);

/**
 * Makes one call that changes something, and notes it in the job's progress before and after.
 * No App Runner call has an idempotency token, and the SDK sends a call again when its answer
 * was lost; so an operation that began since the call, and is what it asked for, is its own.
 */
export async function perform(job: Job, write: Write): Promise<Performed> {
  const { aws, ports, progress } = job;
  const since = ports.clock.now();
  const told = progress.act(write.call);
  try {
    const { service, operationId } = await write.send(aws.appRunner);
    learnService(job, service);
    const serviceArn = service?.ServiceArn ?? write.serviceArn ?? '';
    return begun(job, write, { serviceArn, operationId, since }, told);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    const refusal = refusalOf(error);
    const again = MAYBE_OURS.has(refusal) && wasSentAgain(error);
    if (again || refusal === 'unanswered') {
      const own = await ownOperation(job, write, since).catch((unread: unknown) => {
        if (unread instanceof CancelledError) throw unread;
        return undefined;
      });
      if (own) {
        job.runner.info(`App Runner took ${write.call}, and its answer was lost.`);
        return begun(job, write, { ...own, since }, told);
      }
    }
    if (refusal !== 'unanswered') told(undefined);
    return { kind: 'refused', refusal, error };
  }
}

type Operation = Pick<Followed, 'serviceArn' | 'operationId' | 'since'>;

function begun(
  { progress }: Job,
  { type, stands }: Write,
  operation: Operation,
  told: ReturnType<Job['progress']['act']>,
): Performed {
  const { serviceArn, operationId } = operation;
  told({ operationId, status: 'PENDING' });
  progress.learn({ serviceArn, operationId, operationStatus: 'PENDING' });
  return { kind: 'started', operation: { ...operation, type, ...(stands && { stands }) } };
}
