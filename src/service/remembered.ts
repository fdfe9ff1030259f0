/** What is remembered of the deployment that a service runs. */
export interface Remembered {
  readonly digest: string;
  /** The operation that deployed it: any later one makes what is remembered untrue. */
  readonly operationId: string;
  readonly commit?: string | undefined;
  readonly runUrl?: string | undefined;
  /** The repository on GitHub, OWNER/NAME. */
  readonly repository?: string | undefined;
  /** What the service calls the image. */
  readonly image?: string | undefined;
  /** The image that ran before it, by name and digest, and the commit that it was made from. */
  readonly previousImage?: string | undefined;
  readonly previousDigest?: string | undefined;
  readonly previousCommit?: string | undefined;
}

/** The tags, by what they hold. */
const KEYS = {
  digest: 'apprunner-deploy:digest',
  operationId: 'apprunner-deploy:operation',
  commit: 'apprunner-deploy:commit',
  runUrl: 'apprunner-deploy:run-url',
  repository: 'apprunner-deploy:repository',
  image: 'apprunner-deploy:image',
  previousImage: 'apprunner-deploy:previous-image',
  previousDigest: 'apprunner-deploy:previous-digest',
  previousCommit: 'apprunner-deploy:previous-commit',
} as const satisfies Record<keyof Remembered, string>;

/** What a tag's value may be (API model, TagValue; AWS tagging guide for the characters). */
const LONGEST = 256;
const UNFIT = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** Said in a tag where nothing is known, since TagResource can't take a tag away. */
const UNKNOWN = 'unknown';

/** The tags that remember a deployment. */
export function tagsOf(remembered: Remembered): Readonly<Record<string, string>> {
  const { digest, operationId, commit, runUrl, repository, image } = remembered;
  const { previousImage, previousDigest, previousCommit } = remembered;
  return {
    [KEYS.digest]: value(digest),
    [KEYS.operationId]: value(operationId),
    [KEYS.commit]: value(commit),
    [KEYS.runUrl]: value(runUrl),
    [KEYS.repository]: value(repository),
    [KEYS.image]: name(image),
    [KEYS.previousImage]: name(previousImage),
    [KEYS.previousDigest]: value(previousDigest),
    [KEYS.previousCommit]: value(previousCommit),
  };
}

/** Reads what a service's tags remember; undefined when they remember no deployment. */
export function rememberedIn(tags: Readonly<Record<string, string>>): Remembered | undefined {
  const known = (key: string) => (tags[key] === UNKNOWN ? undefined : tags[key] || undefined);
  const digest = known(KEYS.digest);
  const operationId = known(KEYS.operationId);
  if (!digest || !operationId) return undefined;
  return {
    digest,
    operationId,
    commit: known(KEYS.commit),
    runUrl: known(KEYS.runUrl),
    repository: known(KEYS.repository),
    image: known(KEYS.image),
    previousImage: known(KEYS.previousImage),
    previousDigest: known(KEYS.previousDigest),
    previousCommit: known(KEYS.previousCommit),
  };
}

/** The start of a name would be another one. */
function name(text: string | undefined): string {
  return value(text !== undefined && text.length > LONGEST ? undefined : text);
}

function value(text: string | undefined): string {
  return text?.replaceAll(UNFIT, '-').slice(0, LONGEST) || UNKNOWN;
}
