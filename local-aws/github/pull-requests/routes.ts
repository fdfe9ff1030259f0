import { notFound, validationFailed } from '../http/github-error.ts';
import { need } from '../http/permissions.ts';
import { type EndpointRequest, idOf, listReply, type Route } from '../http/route.ts';
import { shownPullRequest, shownWhole } from './shown.ts';
import type { PullRequest } from './store.ts';

/** The pull request that a path names. Throws 404. */
export function askedPullRequest(request: EndpointRequest): PullRequest {
  const pull = request.repository.pullRequests.find(idOf(request, 'number'));
  if (pull) return pull;
  throw notFound();
}

const sorts: Readonly<Record<string, (pull: PullRequest) => number>> = {
  created: ({ number }) => number,
  updated: ({ updatedAt }) => updatedAt,
};

function chosen(query: URLSearchParams, name: string, values: readonly string[]): string {
  const [first = ''] = values;
  const value = query.get(name) ?? first;
  if (values.includes(value)) return value;
  throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: name, value });
}

/** Whether a pull request's branch is `user:branch`; GitHub takes a filter without user for none. */
function hasHead({ headRepository, headRef }: PullRequest, filter: string | null): boolean {
  if (!filter?.includes(':')) return true;
  return `${headRepository?.split('/')[0]}:${headRef}`.toLowerCase() === filter.toLowerCase();
}

/** The pull requests that a list asks for, newest first unless asked otherwise. Throws 422. */
function asked({ query, repository }: EndpointRequest): readonly PullRequest[] {
  const state = chosen(query, 'state', ['open', 'closed', 'all']);
  const sort = chosen(query, 'sort', Object.keys(sorts));
  const direction = chosen(query, 'direction', ['desc', 'asc']);
  const base = query.get('base');
  const rank = sorts[sort] ?? (() => 0);
  const sign = direction === 'asc' ? 1 : -1;
  return repository.pullRequests
    .all()
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => hasHead(pull, query.get('head')))
    .filter(({ baseRef }) => base === null || baseRef === base)
    .toSorted((one, other) => sign * (rank(one) - rank(other)));
}

/** https://docs.github.com/en/rest/pulls/pulls */
export const pullRequestRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/pulls',
    page: 'pulls/pulls#list-pull-requests',
    needs: need('pull-requests', 'read'),
    handle: (request) =>
      listReply(request, '/pulls', asked(request), (pull) =>
        shownPullRequest(request.repository, pull, request.links),
      ),
  },
  {
    method: 'GET',
    path: '/pulls/{number}',
    page: 'pulls/pulls#get-a-pull-request',
    needs: need('pull-requests', 'read'),
    handle: (request) => ({
      status: 200,
      body: shownWhole(request.repository, askedPullRequest(request), request.links),
    }),
  },
];
