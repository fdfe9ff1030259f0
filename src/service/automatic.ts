import type { Service } from '@aws-sdk/client-apprunner';
import type { AppRunner, Clock } from '../ports.ts';
import { startedSince } from './states.ts';

/** How long App Runner may take to notice a push; after that it is not coming. */
export const PATIENCE_MS = 60_000;
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
 * @param giveUp milliseconds since 1970; a time past means to look once
 * @returns the operation's id, or undefined when none came
 */
export async function automaticDeployment(
  appRunner: AppRunner,
  clock: Clock,
  serviceArn: string,
  pushedAt: number,
  giveUp: number,
): Promise<string | undefined> {
  for (;;) {
    const operations = await appRunner.newestOperations(serviceArn);
    const found = startedSince(operations, 'START_DEPLOYMENT', pushedAt)?.Id;
    if (found || clock.now() >= giveUp) return found;
    await clock.sleep(LOOK_MS);
  }
}
