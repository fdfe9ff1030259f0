import type { getOctokit } from '@actions/github';
import { nodeId, shownAccount, shownApp } from '../http/accounts.ts';
import type { Links } from '../http/links.ts';
import { shownTime } from '../repository/dates.ts';
import type { Repository } from '../repository/repository.ts';
import type { Comment } from './store.ts';

type Rest = ReturnType<typeof getOctokit>['rest'];
type IssueComment = Awaited<ReturnType<Rest['issues']['getComment']>>['data'];

/** A comment as answers have it: GitHub's schema "issue-comment". */
export function shownComment(
  { fullName }: Repository,
  { id, number, author, body, createdAt, updatedAt }: Comment,
  links: Links,
): IssueComment {
  const api = `${links.api}/repos/${fullName}/issues`;
  const url = `${api}/comments/${id}`;
  const reactions = { laugh: 0, confused: 0, heart: 0, hooray: 0, eyes: 0, rocket: 0 };
  return {
    url,
    html_url: `${links.server}/${fullName}/pull/${number}#issuecomment-${id}`,
    issue_url: `${api}/${number}`,
    id,
    node_id: nodeId('IssueComment', id),
    user: shownAccount(author, links),
    created_at: shownTime(createdAt),
    updated_at: shownTime(updatedAt),
    body,
    author_association: author.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    reactions: { url: `${url}/reactions`, total_count: 0, '+1': 0, '-1': 0, ...reactions },
    performed_via_github_app: shownApp(author, links),
  };
}
