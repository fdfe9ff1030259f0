/** What is remembered of the deployment that a service runs. */
export interface Remembered {
  readonly digest: string;
  /** The operation that deployed it: any later one makes what is remembered untrue. */
  readonly operationId: string;
  readonly commit?: string | undefined;
  readonly runUrl?: string | undefined;
  /** The repository on GitHub, OWNER/NAME. */
  readonly repository?: string | undefined;
}

/** The tags, by what they hold. */
const KEYS = {
  digest: 'apprunner-deploy:digest',
  operationId: 'apprunner-deploy:operation',
  commit: 'apprunner-deploy:commit',
  runUrl: 'apprunner-deploy:run-url',
  repository: 'apprunner-deploy:repository',
} as const satisfies Record<keyof Remembered, string>;

/** What a tag's value may be (API model, TagValue; AWS tagging guide for the characters). */
const LONGEST = 256;
const UNFIT = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** Said in a tag where nothing is known, since TagResource can't take a tag away. */
const UNKNOWN = 'unknown';

/** The tags that remember a deployment. */
export function tagsOf(remembered: Remembered): Readonly<Record<string, string>> {
  const { digest, operationId, commit, runUrl, repository } = remembered;
  return {
    [KEYS.digest]: value(digest),
    [KEYS.operationId]: value(operationId),
    [KEYS.commit]: value(commit),
    [KEYS.runUrl]: value(runUrl),
    [KEYS.repository]: value(repository),
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
  };
}

function value(text: string | undefined): string {
  return text?.replaceAll(UNFIT, '-').slice(0, LONGEST) || UNKNOWN;
}
