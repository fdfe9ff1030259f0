import type { PullRequestEvent } from '../github/event.ts';
import { previewTag } from '../preview/image-tags.ts';
import { readConversation } from './conversation.ts';
import type { GitHubSide } from './github-side.ts';
import { withOwnership } from './owned.ts';
import { readPreviewFrom } from './preview-from.ts';
import type { Environment } from './reader.ts';
import { readSweep } from './sweep.ts';
import { readTarget } from './target.ts';
import { readTeardown } from './teardown.ts';

/**
 * Makes what reads the inputs about pull requests and GitHub.
 *
 * @param readEvent reads the event that started the run, undefined when it is no pull request's;
 *   asked at most once, and only when an input needs it
 */
export function gitHubSide(
  env: Environment,
  readEvent: () => PullRequestEvent | undefined,
): GitHubSide {
  let read: { readonly event: PullRequestEvent | undefined } | undefined;
  const event = () => {
    read ??= { event: readEvent() };
    return read.event;
  };
  return {
    target: (reader, service) => readTarget(reader, service, event, env.GITHUB_EVENT_NAME),
    conversation: (reader, service, preview) =>
      readConversation(reader, service, preview, event, env.GITHUB_SHA),
    owned: withOwnership,
    base: readPreviewFrom,
    imageTag: previewTag,
    teardown: (reader, common, preview) =>
      readTeardown(
        reader,
        common,
        preview,
        readConversation(reader, common.service, preview, event, env.GITHUB_SHA),
      ),
    sweep: (reader, common) => readSweep(reader, common, env.GITHUB_REPOSITORY),
  };
}
