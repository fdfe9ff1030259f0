import type { ConversationInputs, DeployInputs, TeardownInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import { standingOf } from '../preview/standing.ts';
import { Conversation } from './conversation/conversation.ts';
import type { Progress } from './progress.ts';
import { pullRequestNow } from './pull-request-now.ts';

/** Begins to tell GitHub about a run, which does not wait for it. */
export function converse(
  inputs: DeployInputs | TeardownInputs,
  conversation: ConversationInputs,
  ports: Ports,
  progress: Progress,
): Conversation {
  const { command, service, dryRun } = inputs;
  const newest = newestOf(inputs, conversation, ports, progress);
  const begun = new Conversation({
    ports,
    inputs: conversation,
    service,
    dryRun,
    ...(newest && { isNewest: newest }),
  });
  if (command === 'deploy') begun.started();
  return begun;
}

/**
 * Makes what finds out whether a run still speaks for its pull request; without a preview every
 * run does.
 */
function newestOf(
  { command, preview }: DeployInputs | TeardownInputs,
  conversation: ConversationInputs,
  ports: Ports,
  progress: Progress,
): (() => Promise<boolean>) | undefined {
  if (!preview) return undefined;
  const wanted = command === 'deploy' ? 'newest' : 'closed';
  return async () => {
    // A run that stopped has asked already.
    if (progress.reason !== undefined) return false;
    // Why GitHub can't be asked is told by what it is then not told.
    const now = await pullRequestNow(
      ports,
      conversation,
      preview,
      (pull) => standingOf(preview, pull) === wanted,
      '',
      () => undefined,
    );
    return !now || standingOf(preview, now.pull) === wanted;
  };
}
