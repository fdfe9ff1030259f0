import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import type { Change } from './changes.ts';
import type { DeployedImage } from './configuration.ts';
import type { Decision } from './decision.ts';
import type { Remembered } from './remembered.ts';

/** What is known when it is to be said whether a deployment would change anything. */
export interface Candidate {
  readonly service: Service;
  readonly image: DeployedImage;
  /** The digest of that image, where it is known. */
  readonly digest: string | undefined;
  /** What would be done to the service. */
  readonly decision: Decision;
}

/** A candidate beside what its service tells of itself. */
export interface Comparison extends Candidate {
  readonly remembered: Remembered | undefined;
  /** The service's newest operations, newest first, 20 at most. */
  readonly operations: readonly OperationSummary[];
}

/** Whether a service has the image and settings of a run already, with the reason in words. */
export interface Sameness {
  readonly same: boolean;
  readonly reason: string;
}

/**
 * What differs, or is not known, before the service is asked what it runs. Another tag of the
 * same image is no difference, unless App Runner watches the tag to deploy by itself.
 *
 * @returns undefined when it hangs on the digest alone
 */
export function differenceAtSight(candidate: Candidate): string | undefined {
  const { Status } = candidate.service;
  if (Status !== 'RUNNING') return `the service is ${Status}`;
  return otherSetting(candidate) ?? (candidate.digest ? undefined : 'its digest is not known');
}

/** Compares a service with what a run would make of it. */
export function compare(comparison: Comparison): Sameness {
  const { digest, remembered } = comparison;
  const atSight = differenceAtSight(comparison);
  if (atSight) return differs(atSight);
  if (!remembered) {
    return differs(
      'no tags of the service tell which image it runs; a run that deploys writes them',
    );
  }
  if (remembered.digest !== digest) {
    return differs(`the service runs ${remembered.digest}, and this image is ${digest}`);
  }
  const later = laterDeployment(comparison.operations, remembered.operationId);
  if (later) return differs(`${later} since ${remembered.operationId} was remembered`);
  return { same: true, reason: sameReason(comparison, remembered) };
}

/** What is still to be done for a service that runs image and settings already: its tags. */
export function tagChanges(decision: Decision): readonly Change[] {
  return decision.kind === 'create' ? [] : (decision.tagging?.changes ?? []);
}

function differs(reason: string): Sameness {
  return { same: false, reason };
}

const IDENTIFIER = 'SourceConfiguration.ImageRepository.ImageIdentifier';

function otherSetting({ decision, service, image }: Candidate): string | undefined {
  if (decision.kind === 'create') return 'the service is new';
  if (decision.kind === 'deploy') return undefined;
  const others = decision.changes.filter(({ setting }) => setting !== IDENTIFIER);
  if (others.length > 0 || decision.changes.length === 0) {
    return `settings change: ${others.map(({ setting }) => setting).join(', ') || 'a repair'}`;
  }
  const { AutoDeploymentsEnabled: watched } = decision.request.SourceConfiguration ?? {};
  if (watched) return 'App Runner is to deploy by itself from another tag';
  return repositoryOf(identifierOf(service)) === repositoryOf(image.identifier)
    ? undefined
    : 'the image comes from another repository';
}

function identifierOf({ SourceConfiguration: source }: Service): string {
  return source?.ImageRepository?.ImageIdentifier ?? '';
}

/** An image's name without tag and digest. */
function repositoryOf(identifier: string): string {
  return identifier.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}

/** Operations after which a service runs something else. */
const DEPLOYING = new Set(['CREATE_SERVICE', 'UPDATE_SERVICE', 'START_DEPLOYMENT']);

/** App Runner tells no more operations than these at a time. */
const PAGE = 20;

/**
 * Somebody else's deployment since the one that is remembered; one that was rolled back left
 * what was there. App Runner may forget old operations, and the id has two forms.
 */
function laterDeployment(
  operations: readonly OperationSummary[],
  remembered: string,
): string | undefined {
  const newest = operations.find(
    ({ Id = '', Type = '', Status = '' }) =>
      same(Id, remembered) ||
      (DEPLOYING.has(Type) && Status.toUpperCase() !== 'ROLLBACK_SUCCEEDED'),
  );
  if (newest) {
    return same(newest.Id ?? '', remembered)
      ? undefined
      : `${newest.Type} (operation ${newest.Id}) has been ${newest.Status}`;
  }
  return operations.length < PAGE ? undefined : 'too many operations have been';
}

/** True when nothing was deployed since what tags remember, as far as operations tell. */
export function isTrueStill(
  { operationId }: Remembered,
  operations: readonly OperationSummary[],
): boolean {
  return laterDeployment(operations, operationId) === undefined;
}

/**
 * What a service ran before its newest deployment, as far as its tags told then: they are those of
 * the deployment before, unless there has been another since. The same image deployed again has
 * the same one before it.
 *
 * @param operations the service's newest ones, newest first
 */
export function previousIn(
  remembered: Remembered | undefined,
  operations: readonly OperationSummary[],
  deployed: Pick<Remembered, 'operationId' | 'digest'>,
): Pick<Remembered, 'previousImage' | 'previousDigest' | 'previousCommit'> {
  const at = operations.findIndex(({ Id = '' }) => same(Id, deployed.operationId));
  const before = operations.slice(at + 1);
  if (!remembered || laterDeployment(before, remembered.operationId)) return {};
  const { previousImage, previousDigest, previousCommit } = remembered;
  if (remembered.digest === deployed.digest) {
    return { previousImage, previousDigest, previousCommit };
  }
  const { image, digest, commit } = remembered;
  return { previousImage: image, previousDigest: digest, previousCommit: commit };
}

function same(id: string, other: string): boolean {
  const bare = (text: string) => text.replaceAll('-', '').toLowerCase();
  return bare(id) === bare(other);
}

function sameReason({ service, image, digest }: Comparison, remembered: Remembered): string {
  const from = [
    remembered.commit && `commit ${remembered.commit}`,
    remembered.runUrl && `run ${remembered.runUrl}`,
  ].filter(Boolean);
  const deployed = `${digest} and every setting are what the service runs${
    from.length > 0 ? `, deployed from ${from.join(' in ')}` : ''
  }`;
  const running = identifierOf(service);
  return running === image.identifier
    ? deployed
    : `${deployed}; it goes on under the name ${running}, the same image by another tag`;
}
