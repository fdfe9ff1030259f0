import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { streamId } from '../diagnosis/log-groups.ts';
import type { PushedImage } from '../ports.ts';
import type { Remembered } from '../service/remembered.ts';
import { type Deployment, deploys, hasDeployed } from './deployments.ts';
import { type ImageName, identifierOf, imageNameOf, isSameName } from './image-name.ts';

/** What is known when the image before the one that runs is looked for. */
export interface Known {
  /** The ImageIdentifier that the service has. */
  readonly current: string;
  /** What the service's tags remember. */
  readonly remembered?: Remembered | undefined;
  /** Every operation that is listed, newest first. */
  readonly operations: readonly OperationSummary[];
  /** Deployments that succeeded, newest first. */
  readonly deployments: readonly Deployment[];
  /** Every image of the repository that the service's image is from; undefined when not known. */
  readonly images?: readonly PushedImage[] | undefined;
}

/** How it is known which image ran before. */
export type Source = 'tags' | 'event log' | 'pushes';

/** The image that ran before the one that runs. */
export type Previous =
  | {
      readonly kind: 'found';
      readonly identifier: string;
      readonly source: Source;
      /** When its deployment began, in milliseconds since 1970. */
      readonly at?: number | undefined;
      readonly commit?: string | undefined;
    }
  /** It is known, and ECR has it no more. */
  | { readonly kind: 'gone'; readonly identifier: string }
  /** No other image has been deployed. */
  | { readonly kind: 'none' }
  /** Others have been, and nothing tells which. */
  | { readonly kind: 'unknown' };

/** App Runner's times have whole seconds, and clocks differ a little. */
const SKEW_MS = 60_000;

/**
 * Finds the image that ran before the one that runs: by what our tags remember of it, else by App
 * Runner's event log, else by which image ECR was given before which deployment.
 */
export function previousImage(known: Known): Previous {
  return (
    byTags(known) ??
    byEventLog(known) ??
    byPushes(known) ?? {
      kind: known.deployments.length > 1 ? 'unknown' : 'none',
    }
  );
}

/** Any later deployment makes untrue what tags remember. */
function byTags({ current, remembered, operations, images }: Known): Previous | undefined {
  const { previousImage: identifier, previousDigest: digest, previousCommit } = remembered ?? {};
  if (!remembered || !identifier || !digest) return undefined;
  const newest = operations.find(hasDeployed);
  if (!newest?.Id || streamId(newest.Id) !== streamId(remembered.operationId)) return undefined;
  const name = imageNameOf(identifier);
  if (!name) return undefined;
  const found = { kind: 'found', source: 'tags', commit: previousCommit } as const;
  if (!images || imageNameOf(current)?.repository !== name.repository) {
    return { ...found, identifier };
  }
  const image = images.find((one) => one.digest === digest);
  return image
    ? { ...found, identifier: nameOf(name, image) }
    : { kind: 'gone', identifier: identifierOf(name) };
}

/** Undefined where the log does not tell, be it that lines are missing or that a tag was moved. */
function byEventLog({ current, deployments, images }: Known): Previous | undefined {
  for (const [index, { identifier, at }] of deployments.entries()) {
    if (!identifier) {
      // The newest is the one that runs, whatever the log has of it.
      if (index === 0 && deployments.length > 1) continue;
      return undefined;
    }
    if (index === 0 && !isSameName(identifier, current)) return undefined;
    const image = taggedImage(identifier, current, images);
    // Other bytes have the tag now than those that ran.
    if (image && image.pushedAt > at + SKEW_MS) return undefined;
    if (isSameName(identifier, current)) continue;
    const isKnown = images && sameRepository(identifier, current);
    return isKnown && !image
      ? { kind: 'gone', identifier }
      : { kind: 'found', identifier, source: 'event log', at };
  }
  // Without ECR's word the same tag may have had other bytes.
  return images && deployments.length > 0 ? { kind: 'none' } : undefined;
}

/** What ECR has under an identifier; undefined where it has none or is not known. */
function taggedImage(
  identifier: string,
  current: string,
  images: readonly PushedImage[] | undefined,
): PushedImage | undefined {
  if (!images || !sameRepository(identifier, current)) return undefined;
  const { tag, digest } = imageNameOf(identifier) ?? {};
  return images.find((image) => (tag ? image.tags.includes(tag) : image.digest === digest));
}

function sameRepository(one: string, other: string): boolean {
  return imageNameOf(one)?.name === imageNameOf(other)?.name;
}

/** Tags of previews, whose images are in the repository of their service. */
const PREVIEW = /-pr-\d+-[0-9a-f]{40}$/;

/**
 * An image is pushed and then deployed: what was pushed last before a deployment that succeeded is
 * taken for what it deployed, unless another deployment was tried in between.
 */
function byPushes({ current, operations, images }: Known): Previous | undefined {
  const name = imageNameOf(current);
  if (!images || !name) return undefined;
  const own = images
    .filter(({ tags }) => !tags.some((tag) => PREVIEW.test(tag)))
    .toSorted((a, b) => a.pushedAt - b.pushedAt);
  const running = own.find(({ digest, tags }) =>
    name.tag ? tags.includes(name.tag) : digest === name.digest,
  );
  const tried = operations
    .filter(deploys)
    .flatMap((operation) =>
      operation.StartedAt ? { ...operation, at: operation.StartedAt.getTime() } : [],
    )
    .toSorted((a, b) => a.at - b.at);
  /** The image that each deployment is taken to have deployed, oldest first. */
  const deployed = own.flatMap((image, index) => {
    const until = own[index + 1]?.pushedAt ?? Number.POSITIVE_INFINITY;
    const first = tried.find(({ at }) => at >= image.pushedAt - 1_000 && at < until);
    return first && hasDeployed(first) ? [{ image, at: first.at }] : [];
  });
  const before = deployed.findLast(({ image }) => image.digest !== running?.digest);
  if (!running || !before) return undefined;
  const identifier = nameOf({ name: name.name }, before.image);
  return { kind: 'found', identifier, source: 'pushes', at: before.at };
}

/** By the tag that is named or one that is made for a commit; without a tag by the digest. */
function nameOf(
  { name, tag }: Pick<ImageName, 'name' | 'tag'>,
  { tags, digest }: PushedImage,
): string {
  const best = tags.find((one) => one === tag) ?? tags.find((one) => COMMIT.test(one)) ?? tags[0];
  return identifierOf({ name, tag: best, digest });
}

const COMMIT = /[0-9a-f]{40}$/;
