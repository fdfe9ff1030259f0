import { asked } from './errors.ts';
import { Refused } from './failures.ts';
import type { GitHub } from './port.ts';
import { type Octokit, PAGE, type Repository } from './requests.ts';

/** The calls about pull requests. */
export function pullRequestCalls(
  { rest, paginate }: Octokit,
  where: Repository,
): Pick<GitHub, 'pullRequest' | 'openPullRequests'> {
  const repository = `${where.owner}/${where.repo}`;
  return {
    pullRequest: (number) =>
      asked(`show pull request ${number} of ${repository}`, 'pull-requests: read', async () => {
        try {
          const { data } = await rest.pulls.get({ ...where, pull_number: number });
          return { number: data.number, state: data.state, headSha: data.head.sha };
        } catch (error) {
          if (!(error instanceof Refused) || error.refusal.status !== 404) throw error;
          // A token that may not see pull requests gets this for every one, and the preview of one
          // that is gone is deleted. Who may see them can list them; for others this throws.
          await rest.pulls.list({ ...where, per_page: 1 });
          return undefined;
        }
      }),

    openPullRequests: () =>
      asked(`list the open pull requests of ${repository}`, 'pull-requests: read', async () => {
        const numbers = new Set<number>();
        const pages = paginate.iterator(rest.pulls.list, {
          ...where,
          ...PAGE,
          state: 'open',
          // Oldest first: what is opened meanwhile moves none to a page that was read.
          sort: 'created',
          direction: 'asc',
        });
        for await (const { data } of pages) for (const { number } of data) numbers.add(number);
        return numbers;
      }),
  };
}
