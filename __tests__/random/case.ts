import type { Fault } from '../../local-aws/faults/fault.ts';

/** What the run finds under the service's name. */
export type Start =
  | 'none'
  /** RUNNING with another image tag. */
  | 'running'
  /** RUNNING with the very tag and settings that the run asks for. */
  | 'current'
  /** As `current`, and it deploys pushes of its tag by itself. */
  | 'automatic'
  | 'paused'
  | 'create-failed'
  | 'delete-failed'
  /** Busy for ever, with no operation. */
  | 'wedged'
  /** Somebody else's update, creation or deletion goes on. */
  | 'being-updated'
  | 'being-created'
  | 'being-deleted'
  | 'maintained';

/** What somebody else does to the service while the run goes on; refused where it does not fit. */
export type Deed = 'create' | 'update' | 'deploy' | 'pause' | 'resume' | 'delete' | 'maintain';

/** One of somebody else's deeds; seconds since the run's begin. */
export interface Intrusion {
  readonly deed: Deed;
  readonly atSeconds: number;
}

/** One run of the action in one world. Everything that happens follows from it. */
export interface Case {
  readonly command: 'deploy' | 'pause' | 'resume' | 'delete';
  readonly source: 'image' | 'build';
  readonly wait: boolean;
  readonly timeoutMinutes: number;
  readonly start: Start;
  /** How many other services the account has. */
  readonly neighbours: number;
  /** How long an operation takes at least; 'app-runner' is as slow as the real one. */
  readonly operationSeconds: number | 'app-runner';
  /** What becomes of a container of the image that the run deploys. */
  readonly container: 'listens' | 'exits' | 'unhealthy' | 'wrong-architecture';
  readonly smoke: 'none' | 'good' | 'late' | 'bad';
  readonly faults: readonly Fault[];
  readonly intrusions: readonly Intrusion[];
  readonly cancel?: { readonly signal: 'SIGINT' | 'SIGTERM'; readonly atSeconds: number };
  /** Seeds whatever in the run is left to chance, as the delays between retries are. */
  readonly luck: number;
}

/** A case in which everything goes well, with some things changed. */
export function createCase(changes: Partial<Case> = {}): Case {
  return {
    command: 'deploy',
    source: 'image',
    wait: true,
    timeoutMinutes: 30,
    start: 'running',
    neighbours: 0,
    operationSeconds: 60,
    container: 'listens',
    smoke: 'none',
    faults: [],
    intrusions: [],
    luck: 1,
    ...changes,
  };
}
