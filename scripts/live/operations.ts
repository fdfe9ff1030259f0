import {
  type AppRunnerClient,
  DescribeServiceCommand,
  ListOperationsCommand,
  type OperationSummary,
  ResourceNotFoundException,
  type Service,
} from '@aws-sdk/client-apprunner';
import type { Clock } from '../../src/ports.ts';

/** A call that was made, with what became of its operation. */
export interface Done {
  /** Such as UpdateService. */
  readonly call: string;
  /** As the call answered it; PauseService and ResumeService may leave it out. */
  readonly operationId: string | undefined;
  /** The row's own id and status, when it was listed. */
  readonly listed: Pick<OperationSummary, 'Id' | 'Status'> | undefined;
  /** Milliseconds from the call's answer until the operation was listed; undefined when it was not. */
  readonly lagMs: number | undefined;
  /** The service after the operation's end. */
  readonly service: Service;
}

/** What following an operation needs; `until` in milliseconds since 1970. */
export interface Watch {
  readonly appRunner: AppRunnerClient;
  readonly clock: Clock;
  readonly until: number;
}

/** How long an operation may be missing from the list before it is taken for never listed. */
const LISTED_MS = 120_000;
/** The lag is measured to so many milliseconds while it is short. */
const FINE_MS = 500;
const FINE_FOR_MS = 10_000;
const COARSE_MS = 5_000;

/** Operation ids have dashes or not. */
export const bare = (id: string): string => id.replaceAll('-', '').toLowerCase();

/** A service as it is. */
export async function serviceNow(appRunner: AppRunnerClient, ServiceArn: string): Promise<Service> {
  const { Service: service } = await appRunner.send(new DescribeServiceCommand({ ServiceArn }));
  if (!service) throw new Error('DescribeService answered without a service.');
  return service;
}

/**
 * Waits until a service is not busy; one that does not exist any more is DELETED.
 *
 * @throws Error when it still is at `until`
 */
export async function serviceAtRest(
  { appRunner, clock, until }: Watch,
  serviceArn: string,
): Promise<Service> {
  let last: Service | undefined;
  for (;;) {
    const service = await serviceNow(appRunner, serviceArn).catch((error: unknown) => {
      if (last && error instanceof ResourceNotFoundException) return deleted(last);
      throw error;
    });
    last = service;
    if (service.Status !== 'OPERATION_IN_PROGRESS') return service;
    if (clock.now() >= until) throw new Error('The time was up, and the service is still busy.');
    await clock.sleep(COARSE_MS);
  }
}

const deleted = (service: Service): Service => ({ ...service, Status: 'DELETED' });

/**
 * Measures when an operation is listed and waits for its end.
 *
 * @param begun what the call has answered just now
 * @throws Error when the service is still busy at `until`
 */
export async function watchOperation(
  watch: Watch,
  call: string,
  begun: { readonly serviceArn: string; readonly operationId: string | undefined },
): Promise<Done> {
  const { clock } = watch;
  const { serviceArn, operationId } = begun;
  const answeredAt = clock.now();
  const lagMs = operationId ? await lagOf(watch, serviceArn, operationId, answeredAt) : undefined;
  const service = await serviceAtRest(watch, serviceArn);
  const listed = operationId ? await rowOf(watch, serviceArn, operationId) : undefined;
  return { call, operationId, listed, lagMs, service };
}

async function lagOf(watch: Watch, serviceArn: string, id: string, answeredAt: number) {
  const { clock } = watch;
  for (;;) {
    const asked = clock.now() - answeredAt;
    if (await rowOf(watch, serviceArn, id)) return asked;
    if (asked >= LISTED_MS || clock.now() >= watch.until) return undefined;
    await clock.sleep(asked < FINE_FOR_MS ? FINE_MS : COARSE_MS);
  }
}

/** A service that was deleted may have no list any more. */
function noneOfNone(error: unknown): { readonly OperationSummaryList?: OperationSummary[] } {
  if (error instanceof ResourceNotFoundException) return {};
  throw error;
}

async function rowOf({ appRunner }: Watch, ServiceArn: string, id: string) {
  const command = new ListOperationsCommand({ ServiceArn, MaxResults: 20 });
  const { OperationSummaryList = [] } = await appRunner.send(command).catch(noneOfNone);
  return OperationSummaryList.find(({ Id = '' }) => bare(Id) === bare(id));
}
