/** The job that asks for a token, as GitHub's claims tell of it. */
export interface OidcJob {
  /** What started the run; default `push`. */
  readonly event?: string;
  /** Default `refs/heads/main`; a pull request's is `refs/pull/NUMBER/merge`. */
  readonly ref?: string;
  /** The job's `environment:`. */
  readonly environment?: string;
  readonly sha?: string;
  readonly actor?: string;
  /** File of the workflow, default `deploy.yml`. */
  readonly workflowFile?: string;
}

/** Where GitHub's own issuer is; trust policies and identity providers name it. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * The subject of a job's token, by the rules of
 * https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims: the environment
 * goes before everything, a pull request before the ref.
 *
 * @param repository OWNER/NAME
 */
export function subjectOf(
  repository: string,
  { environment, event = 'push', ref = 'refs/heads/main' }: OidcJob,
): string {
  const of = `repo:${repository}`;
  // What would end the field is written as in a URL.
  if (environment !== undefined) return `${of}:environment:${environment.replaceAll(':', '%3A')}`;
  return event === 'pull_request' ? `${of}:pull_request` : `${of}:ref:${ref}`;
}

/** What a token is made for. */
export interface TokenWish {
  readonly issuer: string;
  /** OWNER/NAME. */
  readonly repository: string;
  readonly job: OidcJob;
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Unique to the token. */
  readonly id: string;
}

/**
 * The claims of a job's token, as the page above lists them. It is good for five minutes, and its
 * `nbf` lies ten before it was made, for clocks that are late.
 */
export function claimsOf({
  issuer,
  repository,
  job,
  audience,
  now,
  id,
}: TokenWish): Readonly<Record<string, string | number>> {
  const { event = 'push', ref = 'refs/heads/main', environment, actor = 'octocat' } = job;
  const { sha = 'a'.repeat(40), workflowFile = 'deploy.yml' } = job;
  const [owner = ''] = repository.split('/');
  const made = Math.floor(now / 1000);
  const workflow = `${repository}/.github/workflows/${workflowFile}@${ref}`;
  return {
    jti: id,
    sub: subjectOf(repository, job),
    aud: audience,
    ref,
    sha,
    repository,
    repository_owner: owner,
    repository_owner_id: '65',
    repository_visibility: 'private',
    repository_id: '74',
    run_id: '30433642',
    run_number: '10',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    actor,
    actor_id: '12',
    workflow: 'Deploy',
    workflow_ref: workflow,
    workflow_sha: sha,
    job_workflow_ref: workflow,
    job_workflow_sha: sha,
    head_ref: '',
    base_ref: '',
    event_name: event,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    ...(environment !== undefined && { environment }),
    iss: issuer,
    nbf: made - 600,
    exp: made + 300,
    iat: made,
  };
}
