import type { Clock } from '../clock.ts';
import type { PullSource } from '../ecr/images.ts';
import type { OperationTrouble } from '../faults/fault-book.ts';
import type { Instance } from '../runtime/runtime.ts';
import type { AutoScalingRevision } from './auto-scaling-store.ts';
import type { Front } from './front.ts';
import { serviceNotFound } from './refusals.ts';
import type {
  HealthCheckConfiguration,
  InstanceConfiguration,
  NetworkConfiguration,
  ObservabilityConfiguration,
  OperationStatus,
  OperationType,
  ServiceStatus,
  SourceConfiguration,
} from './shapes.ts';

/** Everything about a service that an update can change, complete with defaults. */
export interface Configuration {
  readonly source: SourceConfiguration;
  readonly instance: Required<Pick<InstanceConfiguration, 'Cpu' | 'Memory'>> &
    Pick<InstanceConfiguration, 'InstanceRoleArn'>;
  readonly health: Required<HealthCheckConfiguration>;
  readonly network: NetworkConfiguration;
  readonly observability: ObservabilityConfiguration;
  readonly scaling: AutoScalingRevision;
}

/** What was deployed last with success: the image by digest and the configuration it runs with. */
export interface Version {
  readonly image: PullSource;
  readonly configuration: Configuration;
}

export interface StoredOperation {
  readonly order: number;
  /** A UUID. */
  readonly id: string;
  readonly type: OperationType;
  status: OperationStatus;
  /** Milliseconds since 1970, as all times here. */
  readonly startedAt: number;
  updatedAt: number;
  endedAt?: number;
  /** What faults make of it. */
  readonly trouble: OperationTrouble;
}

export interface StoredService {
  readonly order: number;
  readonly name: string;
  /** 32 hex digits. */
  readonly id: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly kmsKey: string | undefined;
  readonly tags: Map<string, string>;
  readonly front: Front;
  /** Newest first. */
  readonly operations: StoredOperation[];
  status: ServiceStatus;
  updatedAt: number;
  deletedAt?: number;
  configuration: Configuration;
  /** Absent until a first deployment succeeded. */
  version: Version | undefined;
  /** The container behind the front, while there is one. */
  serving: Instance | undefined;
}

/** How long a deleted service can still be described. AWS names no figure. */
const deletedForMs = 60 * 60 * 1000;

/** The services of one account in one region, deleted ones included for a while. */
export class ServiceStore {
  readonly #byArn = new Map<string, StoredService>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(service: StoredService): void {
    this.#byArn.set(service.arn, service);
  }

  /** The service of an ARN, deleted or not; throws ResourceNotFoundException. */
  get(arn: string): StoredService {
    const service = this.find(arn);
    if (service === undefined) throw serviceNotFound(arn);
    return service;
  }

  /** The same without a throw. */
  find(arn: string): StoredService | undefined {
    const service = this.#byArn.get(arn);
    const deletedAt = service?.deletedAt;
    if (deletedAt === undefined || this.#clock.now() - deletedAt <= deletedForMs) return service;
    this.#byArn.delete(arn);
    return undefined;
  }

  /** Every service that is not deleted, newest first. */
  living(): StoredService[] {
    return [...this.#byArn.values()]
      .filter((service) => service.status !== 'DELETED')
      .sort((a, b) => b.order - a.order);
  }

  named(name: string): StoredService | undefined {
    return this.living().find((service) => service.name === name);
  }
}
