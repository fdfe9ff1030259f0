import { asked } from './errors.ts';
import type { GitHub } from './port.ts';
import { type Octokit, ONCE, PAGE, type Repository } from './requests.ts';

/**
 * The calls about comments on pull requests.
 *
 * @param askLogin gives the login that the token belongs to; asked once, when there is a question
 */
export function commentCalls(
  { rest, paginate }: Octokit,
  where: Repository,
  askLogin: () => Promise<string>,
): Pick<GitHub, 'findComment' | 'createComment' | 'updateComment' | 'deleteComment'> {
  const repository = `${where.owner}/${where.repo}`;
  let login: string | undefined;
  const isOwn = async (author: string | undefined) => {
    login ??= await askLogin();
    // A login is the same in upper and lower case.
    return author?.toLowerCase() === login.toLowerCase();
  };
  return {
    findComment: (pullRequest, marker) => {
      const what = `list the comments on pull request ${pullRequest} of ${repository}`;
      // Reading alone would do with less, but it is done to write.
      return asked(what, 'pull-requests: write', async () => {
        const query = { ...where, ...PAGE, issue_number: pullRequest };
        for await (const { data } of paginate.iterator(rest.issues.listComments, query)) {
          for (const { id, body, user } of data) {
            // Anybody may write the marker into a comment.
            if (body?.includes(marker) && (await isOwn(user?.login))) return { id, body };
          }
        }
        return undefined;
      });
    },

    createComment: (pullRequest, body) => {
      const what = `add a comment to pull request ${pullRequest} of ${repository}`;
      return asked(what, 'pull-requests: write', async () => {
        const request = { ...where, ...ONCE, issue_number: pullRequest, body };
        const { data } = await rest.issues.createComment(request);
        return { id: data.id, body };
      });
    },

    updateComment: (id, body) =>
      asked(`change comment ${id} of ${repository}`, 'pull-requests: write', async () => {
        await rest.issues.updateComment({ ...where, comment_id: id, body });
      }),

    deleteComment: (id) =>
      asked(`delete comment ${id} of ${repository}`, 'pull-requests: write', async () => {
        await rest.issues.deleteComment({ ...where, comment_id: id });
      }),
  };
}
