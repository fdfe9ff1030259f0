import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { ImageRegistry } from '../ecr/images.ts';
import { createFaultBook, type FaultBook } from '../faults/fault-book.ts';
import type { LogStore } from '../logs/store.ts';
import type { AwsService, Input, Operation } from '../protocol/service.ts';
import type { Runtime } from '../runtime/runtime.ts';
import * as scaling from './auto-scaling.ts';
import { AutoScalingStore } from './auto-scaling-store.ts';
import { createService } from './create.ts';
import type { Engine } from './engine.ts';
import { createEventLog } from './event-log.ts';
import { deleteService, pauseService, resumeService } from './lifecycle.ts';
import { describeService, listOperations, listServices } from './listing.ts';
import { maintainService } from './maintenance.ts';
import { type Pace, timingOf } from './pace.ts';
import { type Seed, seedService } from './seed.ts';
import { ServiceStore } from './store.ts';
import * as tags from './tags.ts';
import { followPushes, startDeployment, updateService } from './update.ts';

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
  /** Makes dashed UUIDs; random ones when left out. */
  readonly random?: () => string;
}

/** App Runner as a service of the server, with what a development tool needs beside the API. */
export interface AppRunner extends AwsService {
  readonly model: 'apprunner';
  /** Puts a service into the account without deploying it; answers its ARN. */
  seed(service: Seed): Promise<string>;
  /**
   * AWS maintenance of a service: for `ms` of the clock it is OPERATION_IN_PROGRESS with no
   * operation listed, and goes on serving. Answers false when the service is busy already or
   * deleted, and nothing happens then; throws when there is none of that name or ARN.
   */
  maintain(nameOrArn: string, ms: number): boolean;
  /**
   * Resolves when no operation and no maintenance is under way and no container is left to be
   * stopped. An operation that hangs by a fault is not waited for.
   */
  idle(): Promise<void>;
  /** Gives up what is under way, stops every container and frees every port. */
  close(): Promise<void>;
}

/** The server has checked inputs against the API model, which is what these types spell out. */
const served =
  <T extends Input>(engine: Engine, operation: (engine: Engine, input: T) => object): Operation =>
  (input) =>
    operation(engine, input as T);

const operationsOf = (engine: Engine): Readonly<Record<string, Operation>> => ({
  CreateService: served(engine, createService),
  DescribeService: served(engine, describeService),
  ListServices: served(engine, listServices),
  UpdateService: served(engine, updateService),
  DeleteService: served(engine, deleteService),
  PauseService: served(engine, pauseService),
  ResumeService: served(engine, resumeService),
  StartDeployment: served(engine, startDeployment),
  ListOperations: served(engine, listOperations),
  TagResource: served(engine, tags.tagResource),
  UntagResource: served(engine, tags.untagResource),
  ListTagsForResource: served(engine, tags.listTagsForResource),
  CreateAutoScalingConfiguration: served(engine, scaling.createAutoScalingConfiguration),
  DescribeAutoScalingConfiguration: served(engine, scaling.describeAutoScalingConfiguration),
  ListAutoScalingConfigurations: served(engine, scaling.listAutoScalingConfigurations),
  DeleteAutoScalingConfiguration: served(engine, scaling.deleteAutoScalingConfiguration),
  ListServicesForAutoScalingConfiguration: served(
    engine,
    scaling.listServicesForAutoScalingConfiguration,
  ),
  UpdateDefaultAutoScalingConfiguration: served(
    engine,
    scaling.updateDefaultAutoScalingConfiguration,
  ),
  ListConnections: () => ({ ConnectionSummaryList: [] }),
  ListObservabilityConfigurations: () => ({ ObservabilityConfigurationSummaryList: [] }),
  ListVpcConnectors: () => ({ VpcConnectors: [] }),
  ListVpcIngressConnections: () => ({ VpcIngressConnectionSummaryList: [] }),
});

/** Makes an App Runner with an account that holds nothing but the default auto scaling. */
export const createAppRunner = (parts: AppRunnerParts): AppRunner => {
  const { clock, region, accountId, images, runtime, logs } = parts;
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  let order = 0;
  const engine: Engine = {
    clock,
    region,
    accountId,
    images,
    runtime,
    timing: timingOf(parts.pace),
    events: createEventLog(logs, clock),
    faults: parts.faults ?? createFaultBook(),
    services: new ServiceStore(clock),
    scaling: new AutoScalingStore(region, accountId, clock.now()),
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

  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    model: 'apprunner',
    operations: operationsOf(engine),
    seed: (seed) => seedService(engine, seed),
    maintain: (nameOrArn, ms) => maintainService(engine, nameOrArn, ms),
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
