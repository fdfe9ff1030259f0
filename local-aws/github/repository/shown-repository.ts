import { accountOf, idByName, nodeId, shownAccount } from '../http/accounts.ts';
import type { Links } from '../http/links.ts';
import { shownTime } from './dates.ts';
import type { Repository } from './repository.ts';

/**
 * A repository as the ends of a pull request show it: this one, or a fork of it.
 *
 * @param fullName OWNER/NAME of either
 */
export function shownRepository(repository: Repository, fullName: string, links: Links) {
  const fork = fullName !== repository.fullName;
  const [login = '', name = ''] = fullName.split('/');
  const id = idByName(fullName);
  const url = `${links.api}/repos/${fullName}`;
  const html = `${links.server}/${fullName}`;
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: fullName,
    private: false,
    owner: shownAccount(fork ? accountOf(login) : repository.owner, links),
    html_url: html,
    description: null,
    fork,
    url,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    comments_url: `${url}/comments{/number}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    deployments_url: `${url}/deployments`,
    statuses_url: `${url}/statuses/{sha}`,
    commits_url: `${url}/commits{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    created_at: shownTime(repository.createdAt),
    updated_at: shownTime(repository.createdAt),
    pushed_at: shownTime(repository.createdAt),
    clone_url: `${html}.git`,
    archived: false,
    disabled: false,
    visibility: 'public',
    has_issues: true,
    default_branch: repository.defaultBranch,
  };
}
