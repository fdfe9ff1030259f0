import type { OperationSummary, OperationType, ServiceStatus } from '@aws-sdk/client-apprunner';
import type { AppRunner, Clock } from '../ports.ts';

/** An operation to wait for. */
export interface Awaited {
  readonly serviceArn: string;
  /** Undefined where App Runner told none; the service's status is followed then. */
  readonly operationId?: string | undefined;
  readonly type: OperationType;
  /** Milliseconds since 1970 when the call was made that started it. */
  readonly since: number;
}

/** How an operation stood when the waiting ended. */
export type OperationEnd =
  | { readonly kind: 'ended'; readonly status: string }
  | { readonly kind: 'deadline'; readonly status: string }
  /** The operation was never listed; the service is no longer busy. */
  | { readonly kind: 'unlisted'; readonly serviceStatus: ServiceStatus }
  /** The service does not exist any more. */
  | { readonly kind: 'gone' };

/** What a wait tells while it lasts. */
export interface Watching {
  /** Told each status of the operation once, with the milliseconds since it began. */
  onStatus(status: string, elapsedMs: number): void;
  /** Told the time between two looks at the operation, to read its log lines. */
  onLook?(elapsedMs: number): Promise<void>;
}

/** States an operation leaves by itself (API reference, OperationSummary). */
const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);

/** App Runner is never done sooner, so asking earlier only costs calls. */
const FIRST_LOOK_MS = 5_100;

/**
 * Milliseconds until the next look at an operation: a tenth of the time it has taken, so that
 * the end is seen timely in proportion, and at least 1.5 and at most 6 seconds.
 */
export function pause(elapsedMs: number): number {
  if (elapsedMs < FIRST_LOOK_MS) return FIRST_LOOK_MS - elapsedMs;
  return Math.min(6_000, Math.max(1_500, elapsedMs / 10));
}

/**
 * Follows one operation to its end. A fresh operation may be missing from ListOperations for
 * a while; it then counts as PENDING.
 *
 * @param deadline milliseconds since 1970
 * @throws ActionError when App Runner can't be asked
 */
export async function followOperation(
  appRunner: AppRunner,
  clock: Clock,
  { serviceArn, operationId = '' }: Awaited,
  deadline: number,
  { onStatus }: Watching,
): Promise<OperationEnd> {
  const begin = clock.now();
  let status = 'PENDING';
  for (;;) {
    const now = clock.now();
    if (now >= deadline) return { kind: 'deadline', status };
    await clock.sleep(Math.min(pause(now - begin), deadline - now));
    const seen = statusOf(await appRunner.newestOperations(serviceArn), operationId) ?? status;
    if (seen !== status) onStatus(seen, clock.now() - begin);
    status = seen;
    if (!UNDER_WAY.has(status)) return { kind: 'ended', status };
  }
}

function statusOf(operations: readonly OperationSummary[], id: string): string | undefined {
  return operations.find((operation) => sameId(operation.Id, id))?.Status;
}

/** Operation ids are dashed in the API model, and were seen without dashes in answers. */
function sameId(a: string | undefined, b: string): boolean {
  return a?.replaceAll('-', '').toLowerCase() === b.replaceAll('-', '').toLowerCase();
}
