import type { Clock } from '../clock.ts';
import type { ImageRegistry } from '../ecr/images.ts';
import type { FaultBook } from '../faults/fault-book.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { AutoScalingStore } from './auto-scaling-store.ts';
import type { EventLog } from './event-log.ts';
import type { Timing } from './pace.ts';
import type { ServiceStore } from './store.ts';

/** What the operations of one App Runner share. */
export interface Engine {
  readonly region: string;
  readonly accountId: string;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly images: ImageRegistry;
  readonly runtime: Runtime;
  readonly events: EventLog;
  readonly services: ServiceStore;
  readonly scaling: AutoScalingStore;
  readonly faults: Pick<FaultBook, 'onOperation' | 'silentId'>;
  /** A fresh dashed UUID. */
  newId(): string;
  /** The next number of a sequence, for the order of lists. */
  nextOrder(): number;
  /** Work that outlives its call; `close` waits for it. It must not reject. */
  background(work: Promise<void>): void;
  /** Aborts when the App Runner closes. */
  readonly signal: AbortSignal;
}
