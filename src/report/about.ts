/** What a comment is about; the rest of its words come from the run's report. */
export interface About {
  /** The service's own name; a preview's for a preview. */
  readonly service: string;
  readonly commit?: { readonly sha: string; readonly url?: string | undefined } | undefined;
  readonly branch?: string | undefined;
  /** Page of the workflow run. */
  readonly runUrl?: string | undefined;
}

/** What is deployed, and for which pull request. */
export interface Deployed {
  readonly service: string;
  readonly commit: string;
  readonly pullRequest?: number | undefined;
}

/**
 * What the runner's environment tells about a run: its page, and the page of the commit, which is
 * the pull request's where there is one: a fork's commit has none other in this repository.
 */
export function aboutRun(
  env: Readonly<Record<string, string | undefined>>,
  { service, commit, pullRequest }: Deployed,
): About {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = env;
  const home = repository && `${env.GITHUB_SERVER_URL || 'https://github.com'}/${repository}`;
  const commits = pullRequest === undefined ? 'commit' : `pull/${pullRequest}/commits`;
  const again = attempt && attempt !== '1' ? `/attempts/${attempt}` : '';
  return {
    service,
    commit: commit ? { sha: commit, url: home && `${home}/${commits}/${commit}` } : undefined,
    // The name of a pull request's own ref is such as 7/merge.
    branch: env.GITHUB_HEAD_REF || (pullRequest === undefined ? env.GITHUB_REF_NAME : undefined),
    runUrl: home && run && `${home}/actions/runs/${run}${again}`,
  };
}
