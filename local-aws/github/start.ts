import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from '../clock.ts';
import { startLoopbackServer } from '../loopback-server.ts';
import type { Comment } from './comments/store.ts';
import { gitHubControl } from './control.ts';
import type { Deployment } from './deployments/store.ts';
import { GitHubFaults } from './faults.ts';
import { accountOf } from './http/accounts.ts';
import { enterprisePrefix, linksTo } from './http/links.ts';
import { defaultPermissions, type Permissions } from './http/permissions.ts';
import { pullRequestPayload } from './pull-requests/event-payload.ts';
import type { OpenedPullRequest, PullRequest } from './pull-requests/store.ts';
import type { CommitCheck } from './repository/refs.ts';
import { createRepository } from './repository/repository.ts';
import { type GitHubCall, gitHubListener } from './server.ts';

/** How GitHub is to be; everything but the repository can be left out. */
export interface GitHubOptions {
  /** OWNER/NAME. */
  readonly repository: string;
  /** The one token that is accepted; made at random by default. */
  readonly token?: string | undefined;
  /** What the token may; what isn't named stays as in {@link defaultPermissions}. */
  readonly permissions?: Partial<Permissions> | undefined;
  /** Whose token it is: by default `github-actions[bot]`'s; a person's is a personal access token. */
  readonly login?: string | undefined;
  readonly clock?: Clock | undefined;
  /** A free one by default. */
  readonly port?: number | undefined;
  /** The checks of every commit. By default one that runs: the workflow's own job. */
  readonly checks?: readonly CommitCheck[] | undefined;
  /** Hears of each call as it is answered. */
  readonly onCall?: ((call: GitHubCall) => void) | undefined;
}

/** A running stand-in for GitHub. Its methods throw for pull requests that there are none of. */
export interface LocalGitHub {
  /** `http://127.0.0.1:PORT/api/v3`; the same API is at `/`, as github.com has it. */
  readonly apiUrl: string;
  /** `http://127.0.0.1:PORT/api/graphql`; the same at `/graphql`. */
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  readonly repository: string;
  readonly token: string;
  /** What the runner tells an action of where GitHub is. */
  readonly env: Readonly<Record<string, string>>;
  /** Every request so far, oldest first. */
  readonly calls: readonly GitHubCall[];
  /** What goes wrong. */
  readonly faults: GitHubFaults;
  openPullRequest(opened: OpenedPullRequest): PullRequest;
  pullRequest(number: number): PullRequest;
  /** Pushes a commit to the branch of an open pull request. */
  pushTo(number: number, sha: string): PullRequest;
  /** Lets a branch be at a commit, which exists from then on; its pull requests follow. */
  pushBranch(branch: string, sha: string): void;
  closePullRequest(number: number, how?: { readonly merged?: boolean }): PullRequest;
  reopen(number: number): PullRequest;
  label(number: number, label: string): PullRequest;
  setDraft(number: number, draft: boolean): PullRequest;
  /** Locks or unlocks the conversation. */
  lock(number: number, locked?: boolean): PullRequest;
  /** The fork that a pull request comes from is deleted. */
  deleteFork(number: number): PullRequest;
  /** The conversation, oldest first. */
  comments(number: number): readonly Comment[];
  /** A comment of anybody's, past the API. */
  addComment(number: number, comment: { readonly login: string; readonly body: string }): Comment;
  /** Those of an environment, or all, oldest first, each with its statuses, oldest first. */
  deployments(environment?: string): readonly Deployment[];
  setCheck(sha: string, context: string, state: string): void;
  /** The JSON of GITHUB_EVENT_PATH for an action, with the pull request as it is now. */
  eventPayload(number: number, action: string): string;
  /** Changes what the token may from now on. */
  permit(permissions: Partial<Permissions>): void;
  close(): Promise<void>;
}

/** The job that asks is itself a check of its commit, and not done. */
const ownJob: readonly CommitCheck[] = [{ context: 'deploy', state: 'pending' }];

/**
 * Starts a GitHub with one repository on a loopback port: pull requests, the comments in their
 * conversations, deployments and their statuses, each as strict as https://docs.github.com/en/rest
 * and github.com's seen answers have it. Nothing is stored. Throws when the port is taken or the
 * repository isn't OWNER/NAME.
 */
export async function startGitHub(options: GitHubOptions): Promise<LocalGitHub> {
  const { clock = systemClock, login = 'github-actions[bot]', onCall = () => {} } = options;
  const repository = createRepository(options.repository, clock, options.checks ?? ownJob);
  const token = options.token ?? `ghs_${randomBytes(18).toString('hex')}`;
  const caller = accountOf(login);
  const faults = new GitHubFaults(clock);
  const calls: GitHubCall[] = [];
  let permissions: Permissions = { ...defaultPermissions, ...options.permissions };
  let server = '';
  const record = (call: GitHubCall) => {
    calls.push(call);
    onCall(call);
  };
  const access = () => ({ repository, token, caller, permissions, server });
  const control = gitHubControl(repository, () => linksTo(server, true));
  const listener = gitHubListener({ access, faults, clock, control, record });
  const loopback = await startLoopbackServer(listener, options.port);
  server = `http://${loopback.host}`;
  const { pullRequests, refs } = repository;
  const apiUrl = `${server}${enterprisePrefix}`;
  const graphqlUrl = `${server}/api/graphql`;
  return {
    apiUrl,
    graphqlUrl,
    serverUrl: server,
    repository: repository.fullName,
    token,
    env: {
      GITHUB_API_URL: apiUrl,
      GITHUB_GRAPHQL_URL: graphqlUrl,
      GITHUB_SERVER_URL: server,
      GITHUB_REPOSITORY: repository.fullName,
    },
    calls,
    faults,
    openPullRequest: (opened) => pullRequests.open(opened),
    pullRequest: (number) => pullRequests.get(number),
    pushTo: (number, sha) => pullRequests.push(number, sha),
    pushBranch: (branch, sha) => pullRequests.pushBranch(`refs/heads/${branch}`, sha),
    closePullRequest: (number, { merged = false } = {}) => pullRequests.close(number, merged),
    reopen: (number) => pullRequests.reopen(number),
    label: (number, label) => pullRequests.label(number, label),
    setDraft: (number, draft) => pullRequests.setDraft(number, draft),
    lock: (number, locked = true) => pullRequests.setLocked(number, locked),
    deleteFork: (number) => pullRequests.loseHeadRepository(number),
    comments: (number) => repository.comments.of(pullRequests.get(number).number),
    addComment: (number, { login: author, body }) =>
      repository.comments.add(pullRequests.get(number).number, accountOf(author), body),
    deployments: (environment) =>
      repository.deployments
        .all()
        .filter((each) => environment === undefined || each.environment === environment),
    setCheck: (sha, context, state) => refs.setCheck(sha, context, state),
    eventPayload: (number, action) =>
      JSON.stringify(
        pullRequestPayload(repository, pullRequests.get(number), action, linksTo(server, true)),
      ),
    permit: (more) => {
      permissions = { ...permissions, ...more };
    },
    close: () => loopback.close(),
  };
}
