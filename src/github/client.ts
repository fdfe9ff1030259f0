import { ActionError, errorMessage } from '../errors.ts';
import { USER_AGENT } from '../version.ts';
import { commentCalls } from './comments.ts';
import { deploymentCalls } from './deployments.ts';
import { ownLogin } from './own-login.ts';
import type { GitHub } from './port.ts';
import { pullRequestCalls } from './pull-requests.ts';
import { type Octokit, patientRequests, type Surroundings } from './requests.ts';

/**
 * GitHub for the repository that the workflow belongs to; nothing is sent yet.
 *
 * @param token a job's own, an app's or a person's
 * @param env GITHUB_REPOSITORY, and GITHUB_API_URL, which is another on GitHub Enterprise Server
 * @throws ActionError when there is no asking with what is given; it never has the token in it
 */
export async function gitHubCalls(
  token: string,
  env: Readonly<Record<string, string | undefined>>,
  surroundings: Surroundings,
): Promise<GitHub> {
  const name = env.GITHUB_REPOSITORY ?? '';
  const [owner, repo, ...more] = name.split('/');
  if (!owner || !repo || more.length > 0) {
    throw new ActionError(
      `GITHUB_REPOSITORY is '${name}', not OWNER/NAME. GitHub's runner sets it; outside of one, set it to the repository on GitHub.`,
    );
  }
  const octokit = await connect(token, env.GITHUB_API_URL || 'https://api.github.com');
  patientRequests(octokit, token, surroundings);
  return {
    ...pullRequestCalls(octokit, { owner, repo }),
    ...commentCalls(octokit, { owner, repo }, () => ownLogin(octokit, token)),
    ...deploymentCalls(octokit, { owner, repo }),
  };
}

async function connect(token: string, url: string): Promise<Octokit> {
  // The network's error for a token that fits into no header would quote it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    const seen = token === '' ? 'is empty' : 'has a space, a line break or the like in it';
    throw new ActionError(
      `The input github-token ${seen}. Leave it out for the job's own token, or set it to a secret that is a token.`,
    );
  }
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new ActionError(
      `GITHUB_API_URL is '${url}', not a URL such as https://github.example.com/api/v3. GitHub's runner sets it.`,
    );
  }
  try {
    // It reads the environment and the event's file when it is loaded, and may not like them.
    const { getOctokit } = await import('@actions/github');
    return getOctokit(token, { baseUrl: url.replace(/\/+$/, ''), userAgent: USER_AGENT });
  } catch (error) {
    throw new ActionError(
      `GitHub's client could not be loaded: ${errorMessage(error)}. It reads the GITHUB_ variables and the file of GITHUB_EVENT_PATH.`,
      { cause: error },
    );
  }
}
