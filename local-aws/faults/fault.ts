import type { OperationType } from '../apprunner/shapes.ts';

interface Counted {
  /** How often it happens. */
  readonly times?: number | undefined;
}

interface Skipping extends Counted {
  /** So many that it would fit go by first; default 0. */
  readonly skip?: number | undefined;
}

interface OnCalls extends Skipping {
  /**
   * IAM's name as in the call log, such as `apprunner:ListOperations`; `ecr:*`; or `*`. Requests
   * that only a push makes, such as `ecr:PutImage`, are met by their own name alone.
   */
  readonly action: string;
}

/** Something that goes wrong with an API call. `times` is 1 unless said, for `deny` without end. */
export type CallFault =
  /** ThrottlingException, "Rate exceeded". */
  | (OnCalls & { readonly kind: 'throttle' })
  /** The service's own error of that kind; default 500. */
  | (OnCalls & { readonly kind: 'server-error'; readonly status?: 500 | 503 | undefined })
  /** The connection breaks: before the call was acted on, or after, when the answer was due. */
  | (OnCalls & { readonly kind: 'drop'; readonly when: 'before' | 'after' })
  /** The call is acted on at once and answered so many milliseconds later. */
  | (OnCalls & { readonly kind: 'slow'; readonly ms: number })
  /** Any error of AWS; default status 400. */
  | (OnCalls & {
      readonly kind: 'refuse';
      readonly code: string;
      readonly message: string;
      readonly status?: number | undefined;
    })
  /** No policy allows the call. */
  | (OnCalls & { readonly kind: 'deny' });

/** How an operation ends whatever its container does. HANG: it stays IN_PROGRESS for ever. */
export type EndingFault = Skipping & {
  readonly kind: 'ending';
  /** Default: of any type. */
  readonly type?: OperationType | undefined;
  readonly end: 'FAILED' | 'ROLLBACK_SUCCEEDED' | 'ROLLBACK_FAILED' | 'HANG';
  /**
   * Milliseconds from the operation's begin to its end, the second half of which a rollback
   * takes; default: as the pace has it.
   */
  readonly afterMs?: number | undefined;
  /** Takes the place of the event line that names the cause. */
  readonly reason?: string | undefined;
};

/**
 * Operations that begin from now on are listed only `ms` after their begin; Infinity is never.
 * `times` counts operations, without end unless said.
 */
export type ListLagFault = Counted & { readonly kind: 'list-lag'; readonly ms: number };

/** Log lines can be read only `ms` after they were written. */
export interface LogLagFault {
  readonly kind: 'log-lag';
  readonly ms: number;
}

/** PauseService and ResumeService answer no OperationId, as the API model allows. */
export type SilentIdFault = Counted & { readonly kind: 'silent-id' };

/** Something that goes wrong in AWS. Times are milliseconds of the local AWS's clock. */
export type Fault = CallFault | EndingFault | ListLagFault | LogLagFault | SilentIdFault;

/** What the local AWS is told to do wrong. */
export interface Faults {
  /**
   * Adds a fault and answers how to take it away again. Where several fit a call, those added
   * first come first: every slow one up to the first that answers. Throws an Error that names
   * the member when a fault is not one.
   */
  add(fault: Fault): () => void;
  /** Takes all away. What they did stays done: an operation that hangs hangs on. */
  clear(): void;
}
