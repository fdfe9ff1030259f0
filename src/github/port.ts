/** A pull request as GitHub has it now. */
export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  /** The newest commit of its branch. */
  readonly headSha: string;
}

/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
}

/** A deployment that GitHub has on record. */
export interface RecordedDeployment {
  readonly id: number;
  readonly sha: string;
}

/** What a deployment is recorded with. */
export interface DeploymentRequest {
  /** The commit. */
  readonly ref: string;
  readonly environment: string;
  /** True for an environment that goes again, as a preview's does. */
  readonly transient: boolean;
  readonly description: string;
}

/** A state of a recorded deployment; GitHub shows the URLs as links. */
export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'inactive';
  /** Where the service answers. */
  readonly environmentUrl?: string | undefined;
  /** The workflow run. */
  readonly logUrl?: string | undefined;
  /** GitHub takes 140 characters. */
  readonly description?: string | undefined;
}

/**
 * The GitHub calls this action makes, all about the repository that the workflow belongs to.
 * Every method throws GitHubError, an ActionError that has GitHub's status and, where the token
 * lacks one, the permission to add; after a cancel its reason. A request is tried a few times,
 * for two minutes at most.
 */
export interface GitHub {
  /** Undefined when there is no such pull request. */
  pullRequest(number: number): Promise<PullRequest | undefined>;
  /** The numbers of all open pull requests. */
  openPullRequests(): Promise<ReadonlySet<number>>;
  /** The first comment with the marker in it whose author is the token's own, over all pages. */
  findComment(pullRequest: number, marker: string): Promise<Comment | undefined>;
  /** Not tried again when the answer is lost: it may be there then, for `findComment` to find. */
  createComment(pullRequest: number, body: string): Promise<Comment>;
  /** Throws with status 404 when somebody has deleted it. */
  updateComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  /**
   * Not tried again when the answer is lost, for there would be two.
   *
   * @returns the deployment's id
   */
  createDeployment(request: DeploymentRequest): Promise<number>;
  setDeploymentStatus(deployment: number, status: DeploymentStatus): Promise<void>;
  /** The deployments of an environment, newest first, over all pages. */
  deployments(environment: string): Promise<readonly RecordedDeployment[]>;
}
