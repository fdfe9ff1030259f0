import { readBody, textOf } from '../http/body.ts';
import { GitHubError, notFound, validationFailed } from '../http/github-error.ts';
import { conversationNeed } from '../http/permissions.ts';
import { type EndpointRequest, idOf, listReply, type Reply, type Route } from '../http/route.ts';
import { askedPullRequest } from '../pull-requests/routes.ts';
import { shownComment } from './shown.ts';
import type { Comment } from './store.ts';

/**
 * What GitHub says a comment may have. github.com was seen to take 262,144 bytes, so more characters
 * when they are narrow; nobody is promised that.
 */
const longest = 65_536;

const wrongBody = (message: string) =>
  validationFailed({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });

/** The text of a comment that is to be written. Throws 400 and 422. */
function writtenText(request: EndpointRequest): string {
  const body = readBody(request.body, { required: ['body'], members: { body: ['string'] } });
  const text = textOf(body, 'body') ?? '';
  if (text.trim() === '') throw wrongBody('Body cannot be blank');
  if ([...text].length > longest) {
    throw wrongBody(`Body is too long (maximum is ${longest} characters)`);
  }
  return text;
}

function askedComment(request: EndpointRequest): Comment {
  const comment = request.repository.comments.find(idOf(request, 'comment'));
  if (comment) return comment;
  throw notFound();
}

const shownTo = ({ repository, links }: EndpointRequest, comment: Comment) =>
  shownComment(repository, comment, links);

function create(request: EndpointRequest): Reply {
  const { number, locked } = askedPullRequest(request);
  const text = writtenText(request);
  // A workflow's token is told so on a locked conversation, whatever it may write.
  if (locked) throw new GitHubError(403, 'Unable to create comment because issue is locked.');
  const body = shownTo(request, request.repository.comments.add(number, request.caller, text));
  return { status: 201, body, headers: { location: body.url } };
}

/** GitHub's times have no fractions. */
const wholeSeconds = (time: number) => Math.floor(time / 1000) * 1000;

function list(request: EndpointRequest): Reply {
  const { number } = askedPullRequest(request);
  const since = request.query.get('since');
  const comments = request.repository.comments
    .of(number)
    .filter(({ updatedAt }) => since === null || wholeSeconds(updatedAt) >= Date.parse(since));
  return listReply(request, `/issues/${number}/comments`, comments, (comment) =>
    shownTo(request, comment),
  );
}

function edit(request: EndpointRequest): Reply {
  const comment = askedComment(request);
  const edited = request.repository.comments.edit(comment, writtenText(request));
  return { status: 200, body: shownTo(request, edited) };
}

function remove(request: EndpointRequest): Reply {
  request.repository.comments.delete(askedComment(request).id);
  return { status: 204 };
}

/**
 * https://docs.github.com/en/rest/issues/comments. The refusals' texts are those that public test
 * suites have seen github.com answer.
 */
export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/issues/{number}/comments',
    page: 'issues/comments#list-issue-comments',
    needs: conversationNeed('read'),
    handle: list,
  },
  {
    method: 'POST',
    path: '/issues/{number}/comments',
    page: 'issues/comments#create-an-issue-comment',
    needs: conversationNeed('write'),
    handle: create,
  },
  {
    method: 'GET',
    path: '/issues/comments/{comment}',
    page: 'issues/comments#get-an-issue-comment',
    needs: conversationNeed('read'),
    handle: (request) => ({ status: 200, body: shownTo(request, askedComment(request)) }),
  },
  {
    method: 'PATCH',
    path: '/issues/comments/{comment}',
    page: 'issues/comments#update-an-issue-comment',
    needs: conversationNeed('write'),
    handle: edit,
  },
  {
    method: 'DELETE',
    path: '/issues/comments/{comment}',
    page: 'issues/comments#delete-an-issue-comment',
    needs: conversationNeed('write'),
    handle: remove,
  },
];
