import type { PullRequest } from '../github/port.ts';
import type { Preview } from './preview.ts';

/** How a run for one commit stands to its pull request. */
export type Standing =
  | 'newest'
  /** The branch has another commit now, which has a run of its own. */
  | 'older'
  /** There is nothing to preview any more. */
  | 'closed';

/** @param pull the pull request as GitHub has it now; undefined when there is none */
export function standingOf({ commit }: Preview, pull: PullRequest | undefined): Standing {
  if (pull?.state !== 'open') return 'closed';
  return pull.headSha === commit ? 'newest' : 'older';
}

/** Why a run stops that is no longer wanted, in a sentence. */
export function standingText(
  { commit, pullRequest }: Preview,
  standing: Exclude<Standing, 'newest'>,
  pull: PullRequest | undefined,
): string {
  if (standing === 'closed') {
    const state = pull ? 'closed' : 'gone';
    return `Pull request ${pullRequest} is ${state}, so its preview is not deployed.`;
  }
  return `Commit ${commit} is not the newest of pull request ${pullRequest} any more, ${pull?.headSha} is, which has a run of its own; this one changes nothing further.`;
}
