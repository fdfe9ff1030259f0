import type { Service } from '@aws-sdk/client-apprunner';
import { type LogGroups, logGroupsOf, streamId } from '../diagnosis/log-groups.ts';
import { CancelledError, errorMessage } from '../errors.ts';
import type { Logs } from '../ports.ts';
import type { DeployedSource } from '../service/configuration.ts';
import type { Decision } from '../service/decision.ts';
import { within } from '../service/look.ts';
import { rememberedIn } from '../service/remembered.ts';
import type { Followed } from './follow.ts';
import type { DeployJob } from './job.ts';
import { LogStream } from './log-stream.ts';

/** App Runner's clock and this machine's may differ a little. */
const SKEW_MS = 1_000;

/** The lines are a help, and worth no longer wait. */
const READ_MS = 15_000;

/** A deployment writes some twenty lines, and a page has more. */
const PAGES = 5;

/**
 * True when an update may leave the old image running: it names the tag that the service runs
 * already, and no document says that App Runner then pulls the tag again (docs/live-proof.md).
 * A digest stands for the same image for ever.
 */
export function mayKeepOldImage(
  decision: Decision,
  source: DeployedSource,
  service: Service | undefined,
): boolean {
  if (decision.kind !== 'update' || source.type === 'CODE') return false;
  const { identifier } = source;
  const running = service?.SourceConfiguration?.ImageRepository?.ImageIdentifier;
  return service?.Status === 'RUNNING' && identifier === running && !identifier.includes('@');
}

/**
 * True when it is known that the image under the tag runs: App Runner's event log says that the
 * operation pulled it, or the tags of skip-unchanged that the same image ran before. What can't be
 * read is not known.
 *
 * @throws CancelledError when the run is cancelled
 */
export async function pulledAgain(job: DeployJob, operation: Followed): Promise<boolean> {
  const groups = logGroupsOf(operation);
  if (!groups || !operation.operationId) return false;
  try {
    if (job.inputs.skipUnchanged && (await ranBefore(job, operation))) return true;
    const reading = job.aws.logs().then((logs) => messages(logs, groups, operation.since));
    const told = (await within(READ_MS, reading)) ?? [];
    const id = streamId(operation.operationId);
    const begin = told.findIndex((line) => /\bstarted\b/.test(line) && line.includes(id));
    return begin >= 0 && told.slice(begin).some((line) => /Successfully pulled/i.test(line));
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    job.runner.debug(`What the update pulled could not be read: ${errorMessage(error)}`);
    return false;
  }
}

async function ranBefore({ aws, progress }: DeployJob, { serviceArn }: Followed) {
  const { imageDigest } = progress.facts;
  const remembered = rememberedIn(await aws.appRunner.tags(serviceArn));
  return imageDigest !== undefined && remembered?.digest === imageDigest;
}

async function messages(logs: Logs, { service }: LogGroups, since: number): Promise<string[]> {
  const stream = new LogStream(service, 'events', since - SKEW_MS);
  const told: string[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    const events = (await stream.read(logs)) ?? [];
    if (events.length === 0) break;
    told.push(...events.map(({ message }) => message));
  }
  return told;
}
