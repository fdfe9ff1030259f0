import { Refused } from './failures.ts';
import type { Octokit } from './requests.ts';

/** Whom the comments that a job's own token writes are by. */
const ACTIONS = 'github-actions[bot]';

/** The start of a token that a job or an app has; a person's begins otherwise. */
const APP_TOKEN = /^ghs_/;

/**
 * The login that comments written with a token are by. GraphQL tells it for every kind of token;
 * of the REST API only a person's gets an answer.
 *
 * Where GitHub refuses the question, a token of an app is taken for the job's own, which nearly
 * all are. If it is another app's, its comment is not found again, and one more is written. For a
 * person's token the refusal is thrown.
 */
export async function ownLogin(octokit: Octokit, token: string): Promise<string> {
  try {
    const answer: unknown = await octokit.graphql('query { viewer { login } }');
    const { login } = Object(Object(answer).viewer);
    if (typeof login === 'string' && login !== '') return login;
    throw new Error('it does not say whose the token is');
  } catch (error) {
    if (APP_TOKEN.test(token) && isRefusal(error)) return ACTIONS;
    throw error;
  }
}

/** True for a question that GitHub does not want to answer, and another time would not either. */
function isRefusal(error: unknown): boolean {
  if (error instanceof Refused) return [403, 404, 410].includes(error.refusal.status);
  // GraphQL says what is wrong with status 200.
  return error instanceof Error && error.name === 'GraphqlResponseError';
}
