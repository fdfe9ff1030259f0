import type { PullRequest } from '../github/port.ts';
import type { ConversationInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Preview } from '../preview/preview.ts';
import { within } from '../service/look.ts';
import { orWarn } from './or-warn.ts';

/** GitHub's word; `undefined` in it when there is no such pull request. */
export interface PullRequestNow {
  readonly pull: PullRequest | undefined;
}

/** GitHub is no part of the deployment, which does not wait long for its answer. */
const ASK_MS = 15_000;

/** GitHub's answers can be older than the event that it sent. */
const AGAIN_MS = 5_000;

/**
 * Asks GitHub for the pull request of a preview. What is not as the event said that started this
 * run is asked a second time some seconds later.
 *
 * @param expected true for an answer as the event said
 * @param unasked what it means when GitHub can't be asked, in a sentence for the warning
 * @param warning told why GitHub can't be asked
 * @returns undefined when it can't be asked
 */
export async function pullRequestNow(
  ports: Pick<Ports, 'clock' | 'github'>,
  { token }: ConversationInputs,
  { pullRequest }: Preview,
  expected: (pull: PullRequest | undefined) => boolean,
  unasked: string,
  warning: (text: string) => void,
): Promise<PullRequestNow | undefined> {
  const ask = async () => {
    const github = await ports.github(token);
    const answer = github.pullRequest(pullRequest).then((pull) => ({ pull }));
    const now = await within(ASK_MS, answer);
    if (!now) warning(`${unasked} It has not answered within ${ASK_MS / 1_000} s.`);
    return now;
  };
  return orWarn({ warning }, unasked, async () => {
    const now = await ask();
    if (!now || expected(now.pull)) return now;
    await ports.clock.sleep(AGAIN_MS);
    return ask();
  });
}
