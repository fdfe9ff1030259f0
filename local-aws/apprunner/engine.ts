import type { Clock } from '../clock.ts';
import type { ImageRegistry } from '../ecr/images.ts';
import type { FaultBook } from '../faults/fault-book.ts';
import type { Dns } from '../route53/dns.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { AutoScalingStore } from './auto-scaling-store.ts';
import type { CodeRepositories } from './code/repositories.ts';
import type { DomainStore } from './domains/store.ts';
import type { EventLog } from './event-log.ts';
import type { ForeignImages } from './foreign-images.ts';
import type { Timing } from './pace.ts';
import type { Connection } from './resources/connections.ts';
import type { Tracing } from './resources/observability.ts';
import type { ResourceStore } from './resources/resource-store.ts';
import type { RevisionStore } from './resources/revision-store.ts';
import type { VpcConnector } from './resources/vpc-connectors.ts';
import type { VpcIngress } from './resources/vpc-ingress.ts';
import type { ServiceStore } from './store.ts';
import type { Undocumented } from './undocumented.ts';

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
  readonly connections: ResourceStore<Connection>;
  readonly connectors: ResourceStore<VpcConnector>;
  readonly ingress: ResourceStore<VpcIngress>;
  readonly observability: RevisionStore<Tracing>;
  readonly domains: DomainStore;
  /** What proves to ACM that a custom domain is the account's. */
  readonly dns: Dns;
  /** What is known of code repositories. */
  readonly repositories: CodeRepositories;
  /** Images that are not in this account's ECR. */
  readonly foreign: ForeignImages;
  readonly faults: Pick<FaultBook, 'onOperation' | 'silentId'>;
  /** What no document settles. */
  readonly undocumented: Undocumented;
  /** A fresh dashed UUID. */
  newId(): string;
  /** The next number of a sequence, for the order of lists. */
  nextOrder(): number;
  /** Work that outlives its call; `close` waits for it. It must not reject. */
  background(work: Promise<void>): void;
  /** Aborts when the App Runner closes. */
  readonly signal: AbortSignal;
}
