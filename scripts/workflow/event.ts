import type { Workflow } from './workflow.ts';

/** What happened on GitHub. */
export interface WorkflowEvent {
  /** Such as `push` or `pull_request`. */
  readonly name: string;
  /** The webhook's payload, which the runner writes to GITHUB_EVENT_PATH. */
  readonly payload: unknown;
  /** GITHUB_SHA. */
  readonly sha: string;
  /** GITHUB_REF. */
  readonly ref: string;
}

/** What `pull_request` means without `types` (GitHub, "Events that trigger workflows"). */
const USUAL_TYPES = ['opened', 'synchronize', 'reopened'];

/**
 * True when an event starts a workflow: its name, the `types` of a pull request's, the
 * `branches` of a push.
 */
export function starts({ on }: Workflow, { name, payload, ref }: WorkflowEvent): boolean {
  if (!(name in on)) return false;
  const filters: { types?: string[]; branches?: string[] } = Object(on[name]);
  if (name === 'push') {
    return filters.branches?.some((branch) => ref === `refs/heads/${branch}`) ?? true;
  }
  if (!name.startsWith('pull_request')) return true;
  return (filters.types ?? USUAL_TYPES).includes(Object(payload).action);
}

/** What a job's token may, by the names of a workflow's `permissions`. */
export type TokenPermissions = Readonly<Record<string, 'read' | 'write'>>;

/**
 * What the token of a run may: what the workflow's `permissions` say, and nothing that they do
 * not name. A `pull_request` from a fork may only read, and has no OIDC token (GitHub,
 * "Permissions for the GITHUB_TOKEN").
 */
export function tokenPermissions(
  { permissions }: Workflow,
  { name, payload }: WorkflowEvent,
): TokenPermissions {
  const { pull_request: pull, repository } = Object(payload);
  if (name !== 'pull_request' || pull?.head?.repo?.full_name === repository?.full_name) {
    return permissions;
  }
  return Object.fromEntries(
    Object.keys(permissions)
      .filter((permission) => permission !== 'id-token')
      .map((permission) => [permission, 'read']),
  );
}
