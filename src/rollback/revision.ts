/** What an image was made from. */
export interface Revision {
  /** 40 digits. */
  readonly commit?: string | undefined;
  readonly pullRequest?: number | undefined;
}

/** A commit, alone or after the name of a preview's service; the default tags of this action. */
const MADE_FOR = /^(?:.*-pr-(?<pull>[1-9]\d{0,15})-)?(?<commit>[0-9a-f]{40})$/;

/** Reads what an image was made from of its tags; empty where they do not tell. */
export function revisionIn(tags: readonly string[]): Revision {
  for (const tag of tags) {
    const { commit, pull } = MADE_FOR.exec(tag)?.groups ?? {};
    if (commit) return { commit, ...(pull && { pullRequest: Number(pull) }) };
  }
  return {};
}

/** Where builds write the commit (OCI image specification, annotations). */
const LABEL = 'org.opencontainers.image.revision';

interface ConfigJson {
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null };
}

/** Reads the commit of an image's label; undefined where it has none that is a commit. */
export function revisionOf(config: string): string | undefined {
  const { config: { Labels } = {} }: ConfigJson = JSON.parse(config);
  const revision = Labels?.[LABEL];
  return revision && /^[0-9a-f]{7,64}$/.test(revision) ? revision : undefined;
}

/** What an image was made from, in words; empty where that is not known. */
export function revisionText({ commit, pullRequest }: Revision): string {
  const from = [
    pullRequest !== undefined && `pull request ${pullRequest}`,
    commit && `commit ${commit}`,
  ].filter(Boolean);
  return from.join(', ');
}
