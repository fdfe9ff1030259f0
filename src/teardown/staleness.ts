/** A preview of this repository's, as its name, tags and summary tell. */
export interface OwnPreview {
  /** Its own service name. */
  readonly service: string;
  readonly arn: string;
  /** The service that it is a preview of. */
  readonly of: string;
  readonly pullRequest: number;
  /** When it was updated last, in milliseconds since 1970. */
  readonly updatedAt: number | undefined;
}

/** Why a preview is to go. */
export type Why =
  /** It is older than asked for. */
  | 'too-old'
  /** Its pull request is not among the open ones. */
  | 'not-open';

/** A preview that is to go. */
export interface Stale extends OwnPreview {
  readonly why: Why;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * True when the last update is longer ago than the days allow; one of unknown age is not.
 *
 * @param updatedAt milliseconds since 1970
 * @param now milliseconds since 1970
 * @param maxAgeDays undefined where age does not count
 */
export function isTooOld(
  updatedAt: number | undefined,
  now: number,
  maxAgeDays: number | undefined,
): boolean {
  if (updatedAt === undefined || maxAgeDays === undefined) return false;
  return now - updatedAt > maxAgeDays * DAY_MS;
}

/**
 * Which previews are to go: those that are too old, whatever their pull request, and those whose
 * pull request is not open.
 *
 * @param open numbers of the open pull requests
 * @param now milliseconds since 1970
 */
export function staleness(
  previews: readonly OwnPreview[],
  open: ReadonlySet<number>,
  now: number,
  maxAgeDays: number | undefined,
): readonly Stale[] {
  return previews.flatMap((preview): Stale[] => {
    if (isTooOld(preview.updatedAt, now, maxAgeDays)) return [{ ...preview, why: 'too-old' }];
    return open.has(preview.pullRequest) ? [] : [{ ...preview, why: 'not-open' }];
  });
}
