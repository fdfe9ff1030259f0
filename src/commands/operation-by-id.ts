import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { streamId } from '../diagnosis/log-groups.ts';
import { ActionError } from '../errors.ts';
import type { Job } from './job.ts';
import { operationText } from './operation-texts.ts';

/** An operation as App Runner lists it, and the ones that began after it, newest first. */
export interface KnownOperation {
  readonly operation: OperationSummary;
  readonly later: readonly OperationSummary[];
}

/** A fresh operation may be missing from the list for about this time. */
const LISTED_MS = 60_000;
const LOOK_MS = 5_000;

/** Operations that are shown where the one that is asked for is not among them. */
const SHOWN = 5;

/**
 * Looks an operation up over all pages of the service's list. One that is missing while
 * the service is busy, or was just changed, may be too fresh, and is looked for again for a minute.
 *
 * @param operationId with dashes or without
 * @param deadline milliseconds since 1970
 * @throws ActionError when App Runner does not list it
 */
export async function findKnownOperation(
  { aws, ports: { clock }, runner }: Job,
  service: Service,
  operationId: string,
  deadline: number,
): Promise<KnownOperation> {
  const history = await aws.history();
  const giveUp = Math.min(clock.now() + LISTED_MS, deadline);
  for (let look = 1; ; look += 1) {
    const listed = await history.operations(`${service.ServiceArn}`);
    const at = listed.findIndex(({ Id = '' }) => streamId(Id) === streamId(operationId));
    const operation = listed[at];
    if (operation) return { operation, later: listed.slice(0, at) };
    if (!isFresh(service, clock.now()) || clock.now() >= giveUp) {
      throw unknown(service, operationId, listed, clock.now());
    }
    if (look === 1) {
      runner.info(
        `Operation ${operationId} is not in App Runner's list yet, which may lag; looking again for a minute.`,
      );
    }
    await clock.sleep(LOOK_MS);
  }
}

/** True while an operation of a service may have begun so lately that the list lacks it. */
function isFresh({ Status, UpdatedAt }: Service, now: number): boolean {
  const changedAt = UpdatedAt?.getTime() ?? 0;
  return Status === 'OPERATION_IN_PROGRESS' || now - changedAt < LISTED_MS;
}

function unknown(
  { ServiceName, ServiceArn }: Service,
  operationId: string,
  listed: readonly OperationSummary[],
  now: number,
): ActionError {
  const last = listed.slice(0, SHOWN).map((operation) => `  ${operationText(operation, now)}`);
  return new ActionError(
    [
      `App Runner lists no operation ${operationId} of service '${ServiceName}' (${ServiceArn}). ` +
        `Check that operation-id and service are of the same run; App Runner may have forgotten an old one. ` +
        (last.length > 0 ? `The last of the ${listed.length} that it lists:` : 'It lists none.'),
      ...last,
    ].join('\n'),
  );
}
