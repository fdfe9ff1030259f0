import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { ImageRegistry } from '../ecr/images.ts';
import { createFaultBook, type FaultBook } from '../faults/fault-book.ts';
import type { LogStore } from '../logs/store.ts';
import type { AwsService } from '../protocol/service.ts';
import type { AliasTargets } from '../route53/alias.ts';
import { type Dns, LocalDns } from '../route53/dns.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { followPushes, noticeCommit } from './auto-deployments.ts';
import { AutoScalingStore } from './auto-scaling-store.ts';
import { CodeRepositories, type RegisteredRepository } from './code/repositories.ts';
import type { ValidationRecord } from './domains/certificate.ts';
import { checkProof } from './domains/progress.ts';
import { type DomainSeed, seedDomain, serviceOf } from './domains/seed.ts';
import { DomainStore } from './domains/store.ts';
import { appRunnerTargets, dnsTargetOf } from './domains/target.ts';
import type { Engine } from './engine.ts';
import { createEventLog } from './event-log.ts';
import { ForeignImages } from './foreign-images.ts';
import { maintainService } from './maintenance.ts';
import { operationsOf } from './operations.ts';
import { type Pace, timingOf } from './pace.ts';
import { type ConnectionSeed, handshake, seedConnection } from './resources/connections.ts';
import { observabilityStore } from './resources/observability.ts';
import { ResourceStore } from './resources/resource-store.ts';
import { type Seed, seedService } from './seed.ts';
import { ServiceStore } from './store.ts';
import { supposed, type Undocumented } from './undocumented.ts';

/** What an App Runner is made of. */
export interface AppRunnerParts {
  readonly clock: Clock;
  readonly region: string;
  readonly accountId: string;
  readonly images: ImageRegistry;
  readonly runtime: Runtime;
  readonly logs: LogStore;
  readonly pace: Pace;
  /** What goes wrong with operations; nothing when left out. */
  readonly faults?: Pick<FaultBook, 'onOperation' | 'silentId'>;
  /** What custom domains are validated by; a DNS without records when left out. */
  readonly dns?: Dns;
  /** What no document settles; what is left out is as `supposed`. */
  readonly undocumented?: Partial<Undocumented>;
  /** Makes dashed UUIDs; random ones when left out. */
  readonly random?: () => string;
}

/** App Runner as a service of the server, with what a development tool needs beside the API. */
export interface AppRunner extends AwsService {
  readonly model: 'apprunner';
  /** Puts a service into the account without deploying it; answers its ARN. */
  seed(service: Seed): Promise<string>;
  /** Puts a connection into the account, AVAILABLE unless it says otherwise; answers its ARN. */
  seedConnection(connection: ConnectionSeed): string;
  /**
   * What a person does in the console: makes a connection AVAILABLE. Throws when there is none of
   * that name or ARN.
   */
  handshake(nameOrArn: string): void;
  /**
   * Says what is in a code repository and what its builds end with. Without it builds succeed
   * where containers are scripted, and fail where they are real: there is nothing to run.
   */
  registerRepository(url: string, repository: RegisteredRepository): void;
  /** A commit is pushed to a branch: services that follow it are deployed by themselves. */
  pushCommit(url: string, branch: string): void;
  /**
   * Says that an image of ECR Public or another account is there.
   *
   * @param standIn an image of the local ECR that is pulled in its place
   */
  registerImage(identifier: string, standIn?: string): void;
  /**
   * AWS maintenance of a service: for `ms` of the clock it is OPERATION_IN_PROGRESS with no
   * operation listed, and goes on serving. Answers false when the service is busy already or
   * deleted, and nothing happens then; throws when there is none of that name or ARN.
   */
  maintain(nameOrArn: string, ms: number): boolean;
  /**
   * Puts a custom domain on a service, `active` unless it says otherwise; answers its validation
   * records. DNS is left as it is. Throws when there is no such service or the name is taken.
   */
  seedDomain(domain: DomainSeed): readonly ValidationRecord[];
  /** Says whether a service of another account has a domain name, which keeps it from this one. */
  takeDomain(name: string, taken?: boolean): void;
  /** Makes what is done with a domain name end in `create_failed` or `delete_failed`, or not. */
  failDomain(name: string, what: 'create' | 'delete' | undefined): void;
  /** The name that a service's domains are mapped to. Throws when there is no such service. */
  dnsTarget(nameOrArn: string): string;
  /** Where Route 53's aliases may lead. */
  readonly aliasTargets: AliasTargets;
  /**
   * Resolves when no operation and no maintenance is under way and no container is left to be
   * stopped, and custom domains wait for nothing but DNS. An operation that hangs by a fault is not waited for.
   */
  idle(): Promise<void>;
  /** Gives up what is under way, stops every container and frees every port. */
  close(): Promise<void>;
}

/** Makes an App Runner with an account that holds nothing but the default auto scaling. */
export const createAppRunner = (parts: AppRunnerParts): AppRunner => {
  const { clock, region, accountId, images, runtime, logs } = parts;
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  const undocumented = { ...supposed, ...parts.undocumented };
  let order = 0;
  const engine: Engine = {
    clock,
    region,
    accountId,
    images,
    runtime,
    timing: timingOf(parts.pace),
    events: createEventLog(logs, clock, undocumented.updateStream),
    faults: parts.faults ?? createFaultBook(),
    services: new ServiceStore(clock),
    scaling: new AutoScalingStore(region, accountId, clock.now()),
    connections: new ResourceStore(),
    connectors: new ResourceStore(),
    ingress: new ResourceStore(),
    observability: observabilityStore(region, accountId),
    domains: new DomainStore(region, accountId),
    dns: parts.dns ?? new LocalDns([]),
    repositories: new CodeRepositories(),
    foreign: new ForeignImages(),
    undocumented,
    newId: parts.random ?? randomUUID,
    nextOrder: () => {
      order += 1;
      return order;
    },
    background: (work) => {
      const tracked = work.finally(() => underWay.delete(tracked));
      underWay.add(tracked);
    },
    signal: closing.signal,
  };
  followPushes(engine);
  engine.dns.onChange(() => {
    for (const domain of engine.domains.all()) checkProof(engine, domain);
  });

  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    model: 'apprunner',
    operations: operationsOf(engine),
    seed: (seed) => seedService(engine, seed),
    seedConnection: (connection) => seedConnection(engine, connection),
    handshake: (nameOrArn) => handshake(engine, nameOrArn),
    registerRepository: (url, repository) => engine.repositories.register(url, repository),
    pushCommit: (url, branch) => noticeCommit(engine, url, branch),
    registerImage: (identifier, standIn) => engine.foreign.register(identifier, standIn),
    maintain: (nameOrArn, ms) => maintainService(engine, nameOrArn, ms),
    seedDomain: (seed) => seedDomain(engine, seed),
    takeDomain: (name, taken = true) => engine.domains.setElsewhere(name, taken),
    failDomain: (name, what) => engine.domains.setFailing(name, what),
    dnsTarget: (nameOrArn) => dnsTargetOf(region, serviceOf(engine, nameOrArn)),
    aliasTargets: appRunnerTargets(engine),
    idle,
    close: async () => {
      closing.abort();
      await idle();
      const services = engine.services.living();
      await Promise.all(services.map((service) => service.serving?.stop()));
      await Promise.all(services.map((service) => service.front.close()));
    },
  };
};
