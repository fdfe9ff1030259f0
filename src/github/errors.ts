import { ActionError } from '../errors.ts';
import { networkCause } from '../http/network-cause.ts';
import { duration } from '../report/duration.ts';
import { isNotAllowed, Limited, NoAnswer, type Refusal, Refused } from './failures.ts';

/** A permission as `permissions:` of a workflow writes it. */
export type Permission = 'pull-requests: read' | 'pull-requests: write' | 'deployments: write';

interface About {
  readonly status?: number;
  readonly permission?: Permission;
  readonly cause: unknown;
}

/** A call to GitHub that failed. */
export class GitHubError extends ActionError {
  /** GitHub's status; undefined where it did not answer. */
  readonly status: number | undefined;
  /** The permission to add, where the answer stands for a missing one. */
  readonly permission: Permission | undefined;

  constructor(message: string, { status, permission, cause }: About) {
    super(message, { cause });
    this.status = status;
    this.permission = permission;
  }
}

/**
 * Makes a call and rethrows what it throws as GitHubError; a cancel passes.
 *
 * @param what goes on after 'GitHub did not', such as 'add a comment to pull request 7 of acme/web'
 * @param permission what the token needs for it
 */
export async function asked<T>(
  what: string,
  permission: Permission,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ActionError) throw error;
    throw explained(what, permission, error);
  }
}

/**
 * What a failed call means to whoever reads the log: what was asked, what GitHub said, and what
 * to do next.
 */
function explained(what: string, permission: Permission, error: unknown): GitHubError {
  const failed = (words: string) => `GitHub did not ${what}: ${sentence(words)}`;
  if (error instanceof Limited) {
    const { status } = error.refusal;
    return new GitHubError(
      `${failed(error.message)} It serves this token again in ${duration(error.forMs)}, which is too long to wait.`,
      { status, cause: error },
    );
  }
  if (!(error instanceof Refused)) {
    const words = error instanceof NoAnswer ? error.message : networkCause(error);
    return new GitHubError(failed(words), { cause: error });
  }
  const { refusal } = error;
  const { status } = refusal;
  const lacking = isNotAllowed(refusal) || status === 404;
  return new GitHubError(`${failed(error.message)} ${remedy(refusal, permission)}`.trim(), {
    status,
    ...(lacking && { permission }),
    cause: error,
  });
}

function remedy(refusal: Refusal, permission: Permission): string {
  const where = "under `permissions:` when it is the job's own";
  if (isNotAllowed(refusal)) return `The token needs \`${permission}\`, ${where}.`;
  if (refusal.status === 404) {
    // GitHub answers so for what a token may not see, lest it tell that it exists.
    return `It is not there, or the token may not see it: on a private repository it needs \`contents: read\` and \`${permission}\`, ${where}.`;
  }
  if (refusal.status === 401) {
    return "The token of the input github-token is wrong or has expired; a job's own lasts as long as the job.";
  }
  return '';
}

function sentence(words: string): string {
  return words.trim().replace(/\.?$/, '.');
}
