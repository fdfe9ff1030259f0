import type { Clock } from '../../clock.ts';
import { CommentStore } from '../comments/store.ts';
import { DeploymentStore } from '../deployments/store.ts';
import { type Account, accountOf, idByName } from '../http/accounts.ts';
import { PullRequestStore } from '../pull-requests/store.ts';
import { commitOf, idsFrom } from './identifiers.ts';
import { type CommitCheck, Refs } from './refs.ts';

/** The repository that the stand-in has. */
export interface Repository {
  /** OWNER/NAME. */
  readonly fullName: string;
  readonly name: string;
  readonly id: number;
  readonly owner: Account;
  readonly defaultBranch: string;
  readonly createdAt: number;
  readonly refs: Refs;
  readonly pullRequests: PullRequestStore;
  readonly comments: CommentStore;
  readonly deployments: DeploymentStore;
}

/** OWNER/NAME as GitHub allows them. */
export const repositoryName = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([\w.-]+)$/;

/**
 * Makes a repository with a default branch `main` of one commit and nothing else.
 * Throws when the name is not OWNER/NAME.
 *
 * @param checks what every commit has for checks as soon as it is pushed
 */
export function createRepository(
  fullName: string,
  clock: Clock,
  checks: readonly CommitCheck[],
): Repository {
  const [, login, name] = repositoryName.exec(fullName) ?? [];
  if (login === undefined || name === undefined) {
    throw new Error(`'${fullName}' is no repository: OWNER/NAME, such as octocat/hello-world.`);
  }
  const refs = new Refs(checks);
  refs.set('refs/heads/main', commitOf(fullName, 'first commit'));
  return {
    fullName,
    name,
    id: idByName(fullName),
    owner: accountOf(login, 'Organization'),
    defaultBranch: 'main',
    createdAt: clock.now(),
    refs,
    pullRequests: new PullRequestStore(fullName, refs, clock, idsFrom(1_700_000_001)),
    comments: new CommentStore(clock, idsFrom(2_100_000_001)),
    deployments: new DeploymentStore(clock, idsFrom(1_900_000_001), idsFrom(3_800_000_001)),
  };
}
