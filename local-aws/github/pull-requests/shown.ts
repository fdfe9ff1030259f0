import { accountOf, idByName, nodeId, shownAccount } from '../http/accounts.ts';
import type { Links } from '../http/links.ts';
import { shownTime } from '../repository/dates.ts';
import { commitOf } from '../repository/identifiers.ts';
import type { Repository } from '../repository/repository.ts';
import { shownRepository } from '../repository/shown-repository.ts';
import type { PullRequest } from './store.ts';

const timeOrNull = (time: number | null) => (time === null ? null : shownTime(time));

function head(repository: Repository, pull: PullRequest, links: Links) {
  const { headRepository, headRef: ref, headSha: sha } = pull;
  if (headRepository === null) {
    return { label: `unknown:${ref}`, ref, sha, user: null, repo: null };
  }
  const repo = shownRepository(repository, headRepository, links);
  return { label: `${repo.owner.login}:${ref}`, ref, sha, user: repo.owner, repo };
}

function shownLabel(name: string, repository: Repository, links: Links) {
  const id = idByName(name);
  const url = `${links.api}/repos/${repository.fullName}/labels/${encodeURIComponent(name)}`;
  const node_id = nodeId('Label', id);
  return { id, node_id, url, name, color: 'ededed', default: false, description: null };
}

/**
 * A pull request as lists and webhooks have it: the members of GitHub's schema "pull-request-simple"
 * that say something about it, without those that are for reviewers.
 */
export function shownPullRequest(repository: Repository, pull: PullRequest, links: Links) {
  const { number, id, headSha } = pull;
  const api = `${links.api}/repos/${repository.fullName}`;
  const url = `${api}/pulls/${number}`;
  const html_url = `${links.server}/${repository.fullName}/pull/${number}`;
  const issue_url = `${api}/issues/${number}`;
  const comments_url = `${issue_url}/comments`;
  const base = shownRepository(repository, repository.fullName, links);
  return {
    url,
    id,
    node_id: nodeId('PullRequest', id),
    html_url,
    diff_url: `${html_url}.diff`,
    patch_url: `${html_url}.patch`,
    issue_url,
    number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: shownAccount(pull.author, links),
    body: pull.body,
    created_at: shownTime(pull.createdAt),
    updated_at: shownTime(pull.updatedAt),
    closed_at: timeOrNull(pull.closedAt),
    merged_at: timeOrNull(pull.mergedAt),
    merge_commit_sha: commitOf(repository.fullName, 'merge', headSha),
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pull.labels.map((label) => shownLabel(label, repository, links)),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url,
    statuses_url: `${api}/statuses/${headSha}`,
    head: head(repository, pull, links),
    base: {
      label: `${base.owner.login}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: base.owner,
      repo: base,
    },
    _links: { self: { href: url }, html: { href: html_url }, issue: { href: issue_url } },
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request as it is when asked for by its number, and in webhooks. */
export function shownWhole(repository: Repository, pull: PullRequest, links: Links) {
  const behind = repository.refs.behind(pull.headSha);
  const merged = pull.mergedAt !== null;
  return {
    ...shownPullRequest(repository, pull, links),
    merged,
    mergeable: merged ? null : behind !== 'conflicting',
    rebaseable: merged ? null : behind !== 'conflicting',
    mergeable_state: behind === 'conflicting' ? 'dirty' : 'unstable',
    merged_by: merged ? shownAccount(accountOf('octocat'), links) : null,
    comments: repository.comments.of(pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  };
}
