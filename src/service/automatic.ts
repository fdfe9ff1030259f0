import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import type { AppRunner, Clock } from '../ports.ts';

/** How long App Runner may take to notice a push; after that it is not coming. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 3_000;

/** True when a push to `identifier` makes App Runner deploy the service by itself. */
export function deploysByItself(service: Service, identifier: string): boolean {
  const source = service.SourceConfiguration;
  return (
    source?.AutoDeploymentsEnabled === true &&
    source.ImageRepository?.ImageIdentifier === identifier
  );
}

/**
 * Waits for the deployment that App Runner starts by itself after a push. It looks like any
 * other START_DEPLOYMENT, so the time tells it apart: no other was started since the push.
 *
 * @param pushedAt milliseconds since 1970, not later than the push
 * @param deadline milliseconds since 1970
 * @returns the operation's id, or undefined when none came within a minute
 */
export async function automaticDeployment(
  appRunner: AppRunner,
  clock: Clock,
  serviceArn: string,
  pushedAt: number,
  deadline: number,
): Promise<string | undefined> {
  const giveUp = Math.min(clock.now() + PATIENCE_MS, deadline);
  for (;;) {
    const found = startedSince(await appRunner.newestOperations(serviceArn), pushedAt);
    if (found || clock.now() >= giveUp) return found;
    await clock.sleep(LOOK_MS);
  }
}

function startedSince(operations: readonly OperationSummary[], since: number): string | undefined {
  return operations.find(
    ({ Type, StartedAt }) =>
      // App Runner's times have whole seconds.
      Type === 'START_DEPLOYMENT' && StartedAt && StartedAt.getTime() >= since - 1_000,
  )?.Id;
}
