import { shownAccount } from '../http/accounts.ts';
import type { Links } from '../http/links.ts';
import type { Repository } from '../repository/repository.ts';
import { shownRepository } from '../repository/shown-repository.ts';
import { shownWhole } from './shown.ts';
import type { PullRequest } from './store.ts';

/** What a webhook has beside the pull request for some actions. */
function besides(action: string, pull: PullRequest): object {
  if (action === 'synchronize') return { before: pull.previousSha, after: pull.headSha };
  const name = pull.labels.at(-1);
  if ((action === 'labeled' || action === 'unlabeled') && name !== undefined) {
    return { label: { name, color: 'ededed', default: false, description: null } };
  }
  return {};
}

/**
 * What the runner writes to GITHUB_EVENT_PATH for `pull_request` and `pull_request_target`: the
 * webhook's payload (octokit/webhooks, payload-examples), here with the pull request as it is now.
 *
 * @param action such as `opened` or `synchronize`; not checked against the pull request
 */
export function pullRequestPayload(
  repository: Repository,
  pull: PullRequest,
  action: string,
  links: Links,
) {
  return {
    action,
    number: pull.number,
    pull_request: shownWhole(repository, pull, links),
    ...besides(action, pull),
    repository: shownRepository(repository, repository.fullName, links),
    organization: { login: repository.owner.login, id: repository.owner.id },
    sender: shownAccount(pull.author, links),
  };
}
