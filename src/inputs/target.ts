import type { PullRequestEvent } from '../github/event.ts';
import { previewName } from '../preview/name.ts';
import type { Preview } from '../preview/preview.ts';
import type { InputReader } from './reader.ts';

/** What a run with `preview: true` is about. */
export type Target =
  /** The pull request is open: its preview is deployed. */
  | { readonly kind: 'open'; readonly preview: Preview }
  /** It was closed: its preview is deleted. */
  | { readonly kind: 'closed'; readonly preview: Preview }
  /** Nothing is to be done, for a reason in a sentence. */
  | { readonly kind: 'none'; readonly reason: string };

/** Actions of the event after which there is something new to deploy, or may be. */
const DEPLOYING = ['opened', 'reopened', 'synchronize', 'labeled', 'ready_for_review'];

/**
 * Reads whether the run is about a preview, and of which pull request.
 *
 * @param service the input `service`; may be empty, with a problem on record
 * @param event what started the run
 * @param eventName the event's name, for the problem with one that is no pull request's
 * @returns undefined for a run without previews, and with a problem on record
 */
export function readTarget(
  reader: InputReader,
  service: string,
  event: () => PullRequestEvent | undefined,
  eventName: string | undefined,
): Target | undefined {
  if (!reader.flag('preview')) return undefined;
  const pull = event();
  if (!pull) {
    reader.problem(
      `Input 'preview' is true, and the event is ${eventName || 'unknown: GITHUB_EVENT_NAME is not set'}; a preview belongs to a pull request. ` +
        `Run this step on pull_request, or deploy without preview on other events. Example: preview: \${{ github.event_name == 'pull_request' }}`,
    );
    return undefined;
  }
  return targetOf(service, pull);
}

/** What a pull request's event asks for. */
function targetOf(service: string, pull: PullRequestEvent): Target {
  const { name, action, number, headSha, headRepository, repository } = pull;
  // A pull request from a fork gets neither secrets nor an OIDC token (GitHub, "Events that
  // trigger workflows", pull_request); on pull_request_target it does.
  if (name === 'pull_request' && !isSame(headRepository, repository)) {
    const fork = headRepository ?? 'a repository that is gone';
    return {
      kind: 'none',
      reason: `Pull request ${number} comes from a fork (${fork}), and GitHub gives its runs no credentials: it gets no preview.`,
    };
  }
  const preview = {
    of: service,
    service: previewName(service, number),
    repository,
    pullRequest: number,
    commit: headSha,
  };
  if (action === 'closed') return { kind: 'closed', preview };
  if (DEPLOYING.includes(action)) return { kind: 'open', preview };
  return {
    kind: 'none',
    reason: `The event says '${action}' of pull request ${number}, which changes nothing for its preview: ${DEPLOYING.join(', ')} deploy it, closed deletes it.`,
  };
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
