import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { streamId } from '../diagnosis/log-groups.ts';
import type { LogEvent } from '../ports.ts';

/** A deployment that succeeded; `at` is its start in milliseconds since 1970. */
export interface Deployment {
  /** As stream names have it. */
  readonly id: string;
  readonly at: number;
  /** What it deployed; undefined where that is not known. */
  readonly identifier?: string | undefined;
}

/** App Runner's lines of a deployment, as users quote them: ids have no dashes there. */
const STARTED = /Deployment with ID : ([0-9a-f]{32}) started/i;
const FAILED = /Deployment with ID : ([0-9a-f]{32}) failed/i;
const ARTIFACT =
  /Deployment Artifact: \[Repo Type: ECR[^\]]*\], \[Image URL: ([^\]\s]+)\], \[Image Tag: ([^\]\s]+)\]/i;
const ROUTED = /Successfully routed incoming traffic/i;

interface Told {
  readonly id: string;
  readonly at: number;
  identifier?: string;
  failed: boolean;
  routed: boolean;
}

/** Operations that deploy an image. */
const DEPLOYING = new Set(['CREATE_SERVICE', 'UPDATE_SERVICE', 'START_DEPLOYMENT']);

/** True for an operation that put an image into service. */
export function hasDeployed({ Type, Status }: OperationSummary): boolean {
  return DEPLOYING.has(`${Type}`) && Status?.toUpperCase() === 'SUCCEEDED';
}

/** True for an operation that was to put an image into service, however it ended. */
export function deploys({ Type }: OperationSummary): boolean {
  return DEPLOYING.has(`${Type}`);
}

/**
 * The deployments of a service that succeeded, newest first: how an operation ended is App
 * Runner's list to tell, which image it deployed its event log alone. What the list has forgotten
 * is known by the log.
 *
 * @param events lines of the stream `events`, oldest first
 * @param operations as ListOperations answers them
 */
export function deploymentsOf(
  events: readonly LogEvent[],
  operations: readonly OperationSummary[],
): readonly Deployment[] {
  const told = toldIn(events);
  const listed = new Set(operations.map(({ Id = '' }) => streamId(Id)));
  const known = operations.filter(hasDeployed).map(({ Id = '', StartedAt }) => ({
    id: streamId(Id),
    at: StartedAt?.getTime() ?? 0,
    identifier: told.get(streamId(Id))?.identifier,
  }));
  const forgotten = [...told.values()]
    .filter(({ id, routed, failed }) => !listed.has(id) && routed && !failed)
    .map(({ id, at, identifier }) => ({ id, at, identifier }));
  return [...known, ...forgotten].sort((a, b) => b.at - a.at);
}

function toldIn(events: readonly LogEvent[]): ReadonlyMap<string, Told> {
  const all = new Map<string, Told>();
  // App Runner works on one deployment at a time, so lines without an id are about the last one.
  let last: Told | undefined;
  for (const { time, message } of events) {
    const started = STARTED.exec(message)?.[1]?.toLowerCase();
    if (started) {
      last = { id: started, at: time, failed: false, routed: false };
      all.set(started, last);
    }
    const failed = all.get(FAILED.exec(message)?.[1]?.toLowerCase() ?? '');
    if (failed) failed.failed = true;
    const [, url, tag] = ARTIFACT.exec(message) ?? [];
    if (!last) continue;
    if (url && tag) last.identifier = tag.startsWith('sha256:') ? `${url}@${tag}` : `${url}:${tag}`;
    if (ROUTED.test(message)) last.routed = true;
  }
  return all;
}
