import { readFileSync } from 'node:fs';
import { ActionError, errorMessage } from '../errors.ts';

/** What GitHub said of a pull request when it started the run. */
export interface PullRequestEvent {
  readonly name: 'pull_request' | 'pull_request_target';
  /** What happened, such as opened, synchronize or closed. */
  readonly action: string;
  readonly number: number;
  /** The newest commit of its branch when the event was sent; 40 hex digits. */
  readonly headSha: string;
  /** The branch's name, as whoever opened the pull request chose it. */
  readonly headRef: string;
  /** OWNER/NAME of where the branch is; undefined when that repository is gone. */
  readonly headRepository: string | undefined;
  /** OWNER/NAME of the repository that it asks to be merged into. */
  readonly repository: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the event that started the run, when it is about a pull request.
 *
 * @param env GITHUB_EVENT_NAME and GITHUB_EVENT_PATH, the file of the webhook's payload
 * @returns undefined for every other event
 * @throws ActionError when the file can't be read or is no such event
 */
export function readPullRequestEvent(
  env: Readonly<Record<string, string | undefined>>,
): PullRequestEvent | undefined {
  const name = env.GITHUB_EVENT_NAME;
  if (name !== 'pull_request' && name !== 'pull_request_target') return undefined;
  const path = env.GITHUB_EVENT_PATH;
  if (!path) {
    throw new ActionError(
      `The event is ${name}, but GITHUB_EVENT_PATH, the file that describes it, is not set. GitHub's runner sets it; outside of one, set it to a file with the event.`,
    );
  }
  const event = members(readEvent(name, path));
  const pull = members(event.pull_request);
  const head = members(pull.head);
  const seen = new Reader(name, path);
  return {
    name,
    action: seen.text('action', event.action),
    number: seen.number('pull_request.number', pull.number),
    headSha: seen.commit('pull_request.head.sha', head.sha),
    headRef: seen.text('pull_request.head.ref', head.ref),
    // A fork that was deleted leaves null here (webhook "pull_request", schema of `head.repo`).
    headRepository:
      head.repo === null
        ? undefined
        : seen.text('pull_request.head.repo.full_name', members(head.repo).full_name),
    repository: seen.text('repository.full_name', members(event.repository).full_name),
  };
}

function readEvent(name: string, path: string): unknown {
  try {
    // The runner's file may begin with a byte order mark, which JSON does not allow.
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ActionError(
      `The event ${name} could not be read from ${path} (GITHUB_EVENT_PATH): ${errorMessage(error)}`,
      { cause: error },
    );
  }
}

/** Takes members of one event, and says which one is not what GitHub sends. */
class Reader {
  readonly #name: string;
  readonly #path: string;

  constructor(name: string, path: string) {
    this.#name = name;
    this.#path = path;
  }

  text(member: string, value: unknown): string {
    return typeof value === 'string' && value !== '' ? value : this.#refuse(member, value, 'text');
  }

  number(member: string, value: unknown): number {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
      ? value
      : this.#refuse(member, value, 'a number');
  }

  commit(member: string, value: unknown): string {
    return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value)
      ? value
      : this.#refuse(member, value, 'a commit of 40 hex digits');
  }

  #refuse(member: string, value: unknown, wanted: string): never {
    const seen = JSON.stringify(value) ?? 'missing';
    const clipped = seen.length > 100 ? `${seen.slice(0, 97)}...` : seen;
    throw new ActionError(
      `The event ${this.#name} in ${this.#path} (GITHUB_EVENT_PATH) is not what GitHub sends: ${member} is ${clipped}, not ${wanted}.`,
    );
  }
}

/** The members of an object; none of anything else. */
function members(value: unknown): Json {
  return Object(value);
}
