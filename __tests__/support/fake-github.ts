import { GitHubError, type Permission } from '../../src/github/errors.ts';
import type {
  Comment,
  DeploymentRequest,
  DeploymentStatus,
  GitHub,
  PullRequest,
} from '../../src/github/port.ts';

/** A comment, where it is and who wrote it. */
export interface FakeComment extends Comment {
  readonly pullRequest: number;
  /** True when it is the token's own. */
  readonly own: boolean;
}

/** A deployment and the states it went through, oldest first. */
export interface FakeDeployment extends DeploymentRequest {
  readonly id: number;
  readonly statuses: DeploymentStatus[];
}

/** One call as it was made. */
export interface GitHubCall {
  readonly method: keyof GitHub;
  readonly inputs: readonly unknown[];
}

/** What a test scripts of GitHub. */
export interface GitHubWorld {
  readonly pullRequests?: readonly PullRequest[];
  readonly comments?: readonly FakeComment[];
  readonly deployments?: readonly FakeDeployment[];
  /** What a call throws; undefined means that it goes well. May change what is there, or wait. */
  readonly before?: (call: GitHubCall) => Error | undefined | Promise<Error | undefined>;
}

/** GitHub in memory: what it holds, which a test may change, and what it was asked. */
export interface FakeGitHub {
  readonly gitHub: GitHub;
  readonly pullRequests: PullRequest[];
  readonly comments: FakeComment[];
  readonly deployments: FakeDeployment[];
  readonly calls: readonly GitHubCall[];
  /** The tokens it was asked for with. */
  readonly tokens: string[];
  /** The pull request's branch gets another commit. */
  push(pullRequest: number, headSha: string): void;
  close(pullRequest: number): void;
}

/** @param events told of each call as it is made */
export function fakeGitHub(world: GitHubWorld = {}, events: string[] = []): FakeGitHub {
  const pullRequests = [...(world.pullRequests ?? [])];
  const comments = [...(world.comments ?? [])];
  const deployments = [...(world.deployments ?? [])];
  const calls: GitHubCall[] = [];
  const change = (number: number, changed: Partial<PullRequest>) => {
    const at = pullRequests.findIndex((one) => one.number === number);
    const found = pullRequests[at];
    if (!found) throw new Error(`there is no pull request ${number}`);
    pullRequests[at] = { ...found, ...changed };
  };
  const nextId = (known: readonly { readonly id: number }[]) =>
    Math.max(0, ...known.map(({ id }) => id)) + 1;
  const gitHub: GitHub = {
    pullRequest: async (number) => pullRequests.find((one) => one.number === number),
    openPullRequests: async () =>
      new Set(pullRequests.filter(({ state }) => state === 'open').map(({ number }) => number)),
    findComment: async (pullRequest, marker) => {
      const found = comments.find(
        (one) => one.own && one.pullRequest === pullRequest && one.body.includes(marker),
      );
      return found && { id: found.id, body: found.body };
    },
    createComment: async (pullRequest, body) => {
      const made = { id: nextId(comments), body };
      comments.push({ ...made, pullRequest, own: true });
      return made;
    },
    updateComment: async (id, body) => {
      const at = comments.findIndex((one) => one.id === id);
      const found = comments[at];
      if (!found) throw new Error(`there is no comment ${id}`);
      comments[at] = { ...found, body };
    },
    deleteComment: async (id) => {
      const at = comments.findIndex((one) => one.id === id);
      if (at < 0) throw new Error(`there is no comment ${id}`);
      comments.splice(at, 1);
    },
    createDeployment: async (request) => {
      const id = nextId(deployments);
      deployments.push({ ...request, id, statuses: [] });
      return id;
    },
    setDeploymentStatus: async (deployment, status) => {
      const found = deployments.find(({ id }) => id === deployment);
      if (!found) throw new Error(`there is no deployment ${deployment}`);
      found.statuses.push(status);
    },
    deployments: async (environment) =>
      deployments
        .filter((one) => one.environment === environment)
        .toSorted((one, other) => other.id - one.id)
        .map(({ id, ref }) => ({ id, sha: ref })),
  };
  return {
    gitHub: told(gitHub, async (call) => {
      calls.push(call);
      events.push(`github:${call.method}`);
      const failure = await world.before?.(call);
      if (failure) throw failure;
    }),
    pullRequests,
    comments,
    deployments,
    calls,
    tokens: [],
    push: (number, headSha) => change(number, { headSha }),
    close: (number) => change(number, { state: 'closed' }),
  };
}

/** What a call throws whose token lacks a permission, as the client says it. */
export function notAllowed(permission: Permission): GitHubError {
  const said = 'Resource not accessible by integration';
  return new GitHubError(
    `GitHub did not do it: 403 ${said}. The token needs \`${permission}\`, under \`permissions:\` when it is the job's own.`,
    { status: 403, permission, cause: new Error(said) },
  );
}

const METHODS: Readonly<Record<keyof GitHub, true>> = {
  pullRequest: true,
  openPullRequests: true,
  findComment: true,
  createComment: true,
  updateComment: true,
  deleteComment: true,
  createDeployment: true,
  setDeploymentStatus: true,
  deployments: true,
};

function isMethod(name: string | symbol): name is keyof GitHub {
  return Object.hasOwn(METHODS, name);
}

/** The same calls, each told before it is made. */
function told(gitHub: GitHub, before: (call: GitHubCall) => Promise<void>): GitHub {
  return new Proxy(gitHub, {
    get: (target, method) => {
      const call: unknown = Reflect.get(target, method);
      if (!isMethod(method) || typeof call !== 'function') return call;
      return async (...inputs: readonly unknown[]) => {
        await before({ method, inputs });
        return Reflect.apply(call, target, inputs);
      };
    },
  });
}
