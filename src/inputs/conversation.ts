import type { PullRequestEvent } from '../github/event.ts';
import type { Preview } from '../preview/preview.ts';
import type { InputReader } from './reader.ts';

/** What a run asks of GitHub and tells it about itself. */
export interface ConversationInputs {
  readonly token: string;
  /** The input `service`, after which the comment is called. */
  readonly service: string;
  /** Keep a comment on the pull request. */
  readonly comment: boolean;
  /** The pull request that started the run. */
  readonly pullRequest?: number;
  /** Record a deployment in this environment of GitHub. */
  readonly environment?: RecordedEnvironment;
  /** The commit that is deployed; the newest of its branch for a pull request. */
  readonly commit: string;
}

/** An environment of GitHub. */
export interface RecordedEnvironment {
  readonly name: string;
  /** True for one that goes again, as a preview's does. */
  readonly transient: boolean;
}

/**
 * Reads what a run tells GitHub; undefined when that is nothing and nothing is asked either.
 *
 * @param preview the preview that the run is about, which GitHub is always asked about
 * @param event what started the run; asked where a comment needs it
 * @param sha the commit that the runner names
 */
export function readConversation(
  reader: InputReader,
  service: string,
  preview: Preview | undefined,
  event: () => PullRequestEvent | undefined,
  sha: string | undefined,
): ConversationInputs | undefined {
  const wanted = reader.flag('comment') ?? preview !== undefined;
  const pull = wanted && !preview ? event() : undefined;
  const pullRequest = preview?.pullRequest ?? pull?.number;
  const comment = wanted && pullRequest !== undefined;
  const environment = readEnvironment(reader, preview);
  if (!comment && !environment && !preview) return undefined;
  const commit = preview?.commit ?? pull?.headSha ?? sha;
  if (!commit) {
    reader.problem(
      "Input 'deployment-environment' is set, and GITHUB_SHA, the commit that is recorded with it, is not. GitHub's runner sets it; outside of one, set it to the commit.",
    );
  }
  return {
    token: readToken(reader),
    service,
    comment,
    ...(pullRequest !== undefined && { pullRequest }),
    ...(environment && { environment }),
    commit: commit ?? '',
  };
}

/** The token that GitHub is asked with; empty with a problem on record when there is none. */
export function readToken(reader: InputReader): string {
  const token = reader.text('github-token');
  if (token === undefined) {
    reader.problem(
      "Input 'github-token' is empty, and this run has to ask GitHub. Remove it, so that the job's own token is taken. Example: github-token: a token with pull-requests: write",
    );
  }
  return token ?? '';
}

/** GitHub takes 255 characters. */
const ENVIRONMENT = /^[^\p{Cc}]{1,255}$/u;

function readEnvironment(
  reader: InputReader,
  preview: Preview | undefined,
): RecordedEnvironment | undefined {
  const text = reader.text('deployment-environment');
  if (text === 'false' || (text === undefined && !preview)) return undefined;
  const name = reader.matching('deployment-environment', ENVIRONMENT, {
    allowed: 'the name of an environment, up to 255 characters on one line, or false for none',
    example: 'deployment-environment: production',
  });
  return { name: name ?? preview?.service ?? '', transient: preview !== undefined };
}
