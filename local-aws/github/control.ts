import type { HttpRequest } from '../protocol/http.ts';
import { flagOf, readBody, textOf } from './http/body.ts';
import { GitHubError } from './http/github-error.ts';
import type { Links } from './http/links.ts';
import type { Reply } from './http/route.ts';
import { pullRequestPayload } from './pull-requests/event-payload.ts';
import type { PullRequest } from './pull-requests/store.ts';
import type { Repository } from './repository/repository.ts';

/** Where other processes play the people at GitHub, on the port of its API. */
export const controlPath = '/_local-github/';

const shown = ({ number, state, headSha, headRef }: PullRequest) => ({
  number,
  state,
  headSha,
  headRef,
});

function open(repository: Repository, body: string): Reply {
  const read = readBody(body, {
    required: ['headSha', 'headRef', 'title'],
    members: {
      headSha: ['string'],
      headRef: ['string'],
      headRepository: ['string', 'null'],
      title: ['string'],
      author: ['string'],
      draft: ['boolean'],
    },
  });
  const opened = repository.pullRequests.open({
    headSha: textOf(read, 'headSha') ?? '',
    headRef: textOf(read, 'headRef') ?? '',
    headRepository: read.get('headRepository') === null ? null : textOf(read, 'headRepository'),
    title: textOf(read, 'title') ?? '',
    author: textOf(read, 'author'),
    draft: flagOf(read, 'draft'),
  });
  return { status: 201, body: shown(opened) };
}

const push = { required: ['sha'], members: { sha: ['string'] } } as const;
const close = { required: [], members: { merged: ['boolean'] } } as const;
const nothing = { required: [], members: {} } as const;

/** What can be done to a pull request, by the last part of the path. */
function change({ pullRequests }: Repository, number: number, what: string, body: string) {
  if (what === 'push') return pullRequests.push(number, textOf(readBody(body, push), 'sha') ?? '');
  if (what === 'close') {
    return pullRequests.close(number, flagOf(readBody(body, close), 'merged') ?? false);
  }
  readBody(body, nothing);
  return pullRequests.reopen(number);
}

/** The reason that a request can't be done, without GitHub's parts. */
function refused(error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  return { status: error instanceof GitHubError ? error.status : 400, body: { message } };
}

/**
 * Makes the answers of `/_local-github/pull-requests`: GET lists, POST opens one; POST N/push,
 * N/close and N/reopen change one; GET N/event?action=opened is the JSON of GITHUB_EVENT_PATH.
 * Requests need no token. Bodies are JSON: `{ headSha, headRef, title, ... }`, `{ sha }` and
 * `{ merged }`; what can't be is 400 or 422 with a message.
 */
export function gitHubControl(repository: Repository, links: () => Links) {
  const { pullRequests } = repository;
  const answer = ({ method, path, query, body: bytes }: HttpRequest): Reply => {
    const body = bytes.toString('utf8');
    const below = path.slice(controlPath.length);
    if (below === 'pull-requests') {
      if (method === 'POST') return open(repository, body);
      if (method === 'GET') return { status: 200, body: pullRequests.all().map(shown) };
    }
    const [, number = '', what = ''] = /^pull-requests\/(\d+)\/(\w+)$/.exec(below) ?? [];
    if (method === 'POST' && ['push', 'close', 'reopen'].includes(what)) {
      return { status: 200, body: shown(change(repository, Number(number), what, body)) };
    }
    if (method === 'GET' && what === 'event') {
      const action = new URLSearchParams(query).get('action') ?? 'opened';
      const pull = pullRequests.get(Number(number));
      return { status: 200, body: pullRequestPayload(repository, pull, action, links()) };
    }
    const message = `There is no ${method} ${path}; pull requests are at ${controlPath}pull-requests.`;
    return { status: 404, body: { message } };
  };
  return (request: HttpRequest): Reply => {
    try {
      return answer(request);
    } catch (error) {
      return refused(error);
    }
  };
}
