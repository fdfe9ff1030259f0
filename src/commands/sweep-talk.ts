import type { GitHub } from '../github/port.ts';
import type { Ports } from '../ports.ts';
import type { Stale } from '../teardown/staleness.ts';
import { Complaints } from './conversation/complaints.ts';
import { Conversation } from './conversation/conversation.ts';

/** Time for GitHub to be told the last deletions. */
const TELLING_MS = 10_000;

/** Tells GitHub which previews a sweep has deleted; nothing of it fails the sweep. */
export class SweepTalk {
  readonly #ports: Ports;
  readonly #github: GitHub;
  readonly #token: string;
  readonly #complaints: Complaints;
  readonly #conversations: Conversation[] = [];

  constructor(ports: Ports, github: GitHub, token: string) {
    this.#ports = ports;
    this.#github = github;
    this.#token = token;
    this.#complaints = new Complaints(ports.runner);
  }

  /** The comment says that the preview was deleted, and its deployments are inactive. */
  deleted({ service, of, pullRequest, why }: Stale): void {
    const conversation = new Conversation({
      ports: { ...this.#ports, github: async () => this.#github },
      inputs: {
        token: this.#token,
        service: of,
        comment: true,
        pullRequest,
        environment: { name: service, transient: true },
        // The words about a deletion name none, and so do its deployments' states.
        commit: '',
      },
      service,
      dryRun: false,
      complaints: this.#complaints,
      // A pull request that was opened again meanwhile has a run with words of its own.
      ...(why === 'not-open' && { isNewest: () => this.#isClosed(pullRequest) }),
    });
    conversation.deleted();
    this.#conversations.push(conversation);
  }

  /** Awaits that everything was told, for some seconds at most. */
  async settled(): Promise<void> {
    await Promise.all(this.#conversations.map((one) => one.settled(TELLING_MS)));
  }

  /** One that does not exist has no conversation either. */
  async #isClosed(pullRequest: number): Promise<boolean> {
    return (await this.#github.pullRequest(pullRequest))?.state === 'closed';
  }
}
