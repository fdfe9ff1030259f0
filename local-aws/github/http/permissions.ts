import type { Account } from './accounts.ts';
import { GitHubError } from './github-error.ts';

export type PermissionName = 'pull-requests' | 'issues' | 'deployments' | 'contents' | 'metadata';
export type Level = 'none' | 'read' | 'write';

/** What a token may, by the names of a workflow's `permissions`. */
export type Permissions = Readonly<Record<PermissionName, Level>>;

/** Of a job that has `pull-requests: write` and `deployments: write`. */
export const defaultPermissions: Permissions = {
  'pull-requests': 'write',
  issues: 'none',
  deployments: 'write',
  contents: 'read',
  metadata: 'read',
};

/** What an endpoint asks of a token. */
export interface Need {
  readonly permission: PermissionName;
  readonly level: 'read' | 'write';
  /** What x-accepted-github-permissions says. */
  readonly accepted: string;
}

const ranks: Record<Level, number> = { none: 0, read: 1, write: 2 };

const headerName = (permission: PermissionName) => permission.replaceAll('-', '_');

/** What an endpoint of one permission asks. */
export function need(permission: PermissionName, level: Need['level']): Need {
  return { permission, level, accepted: `${headerName(permission)}=${level}` };
}

/**
 * What the comments of a pull request ask: the header names either permission, but a workflow's
 * token with `issues: write` alone is refused, since the conversation is a pull request's (reported
 * in indexable-inc/index issue 582, among others).
 */
export function conversationNeed(level: Need['level']): Need {
  return {
    permission: 'pull-requests',
    level,
    accepted: `issues=${level}; pull_requests=${level}`,
  };
}

/** What GitHub says to a token that may not, after what kind of token it is. */
export function notAccessible({ type }: Account): string {
  const by = type === 'Bot' ? 'integration' : 'personal access token';
  return `Resource not accessible by ${by}`;
}

/** Throws 403 when the permissions are not enough. */
export function checkPermission(needs: Need, permissions: Permissions, caller: Account): void {
  if (ranks[permissions[needs.permission]] >= ranks[needs.level]) return;
  throw new GitHubError(403, notAccessible(caller));
}
