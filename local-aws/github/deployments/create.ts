import { flagOf, readBody, textOf } from '../http/body.ts';
import { GitHubError, validationFailed } from '../http/github-error.ts';
import type { EndpointRequest, Reply } from '../http/route.ts';
import { commitOf } from '../repository/identifiers.ts';
import type { CommitCheck, Refs } from '../repository/refs.ts';
import type { Repository } from '../repository/repository.ts';
import { shownDeployment } from './shown.ts';

const schema = {
  required: ['ref'],
  members: {
    ref: ['string'],
    task: ['string'],
    auto_merge: ['boolean'],
    required_contexts: ['array'],
    payload: ['object', 'string'],
    environment: ['string'],
    description: ['string', 'null'],
    transient_environment: ['boolean'],
    production_environment: ['boolean'],
  },
} as const;

/** Environments' names have at most 255 characters, say GitHub's pages on environments. */
const longestEnvironment = 255;

/**
 * What auto_merge does for a ref that lacks commits of the default branch: a branch gets them by a
 * merge commit, and the answer is 202 and no deployment; 409 where they conflict. A commit can't be
 * merged into, which is a conflict here.
 */
function autoMerge(repository: Repository, ref: string, sha: string): Reply | undefined {
  const { refs, defaultBranch, pullRequests } = repository;
  const behind = refs.behind(sha);
  if (behind === undefined) return undefined;
  const branch = refs.branch(ref);
  if (behind === 'conflicting' || branch === undefined) {
    throw new GitHubError(409, `Conflict merging ${defaultBranch} into ${ref}.`);
  }
  pullRequests.pushBranch(branch, commitOf(sha, `merge ${defaultBranch}`));
  const message = `Auto-merged ${defaultBranch} into ${ref} on deployment.`;
  return { status: 202, body: { message } };
}

/** Throws 409 unless every check that is asked for succeeded; undefined asks for all there are. */
function requireContexts(
  refs: Refs,
  ref: string,
  sha: string,
  asked: readonly string[] | undefined,
) {
  const checks = refs.checks(sha);
  const contexts: readonly CommitCheck[] =
    asked?.map(
      (context) =>
        checks.find((check) => check.context === context) ?? { context, state: 'pending' },
    ) ?? checks;
  if (contexts.every(({ state }) => state === 'success')) return;
  throw new GitHubError(409, `Conflict: Commit status checks failed for ${ref}.`, {
    errors: [{ contexts, resource: 'Deployment', field: 'required_contexts', code: 'invalid' }],
  });
}

function payloadOf(value: unknown): Readonly<Record<string, unknown>> | string {
  return typeof value === 'string' ? value : Object.fromEntries(Object.entries(value ?? {}));
}

/**
 * POST deployments as https://docs.github.com/en/rest/deployments/deployments describes it. The
 * unknown ref's text is one that users report, that of failed checks and conflicts GitHub's own
 * examples (rest-api-description), with the `errors` that atmos/hubot-deploy recorded.
 */
export function createDeployment(request: EndpointRequest): Reply {
  const { repository, caller: creator, links } = request;
  const { refs } = repository;
  const body = readBody(request.body, schema);
  const ref = textOf(body, 'ref') ?? '';
  const sha = refs.resolve(ref);
  if (sha === undefined) throw new GitHubError(422, `No ref found for: ${ref}`);
  const environment = textOf(body, 'environment') || 'production';
  if (environment.length > longestEnvironment) {
    const message = `environment is too long (maximum is ${longestEnvironment} characters)`;
    throw validationFailed({
      resource: 'Deployment',
      code: 'custom',
      field: 'environment',
      message,
    });
  }
  const merged = flagOf(body, 'auto_merge') === false ? undefined : autoMerge(repository, ref, sha);
  if (merged) return merged;
  const contexts = body.get('required_contexts');
  requireContexts(refs, ref, sha, Array.isArray(contexts) ? contexts.map(String) : undefined);
  const deployment = repository.deployments.add({
    sha,
    ref,
    task: textOf(body, 'task') ?? 'deploy',
    payload: payloadOf(body.get('payload')),
    environment,
    description: textOf(body, 'description') || null,
    transient: flagOf(body, 'transient_environment') ?? false,
    production: flagOf(body, 'production_environment') ?? environment === 'production',
    creator,
  });
  const answer = shownDeployment(repository, deployment, links);
  return { status: 201, body: answer, headers: { location: answer.url } };
}
