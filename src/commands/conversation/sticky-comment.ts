import { marker } from '../../report/marker.ts';
import type { GitHubOnce } from './github-once.ts';

/**
 * The one comment about a service on a pull request. It is found again by its marker, also by the
 * next run, and changed in place.
 */
export class StickyComment {
  readonly #gitHub: GitHubOnce;
  readonly #pullRequest: number;
  readonly #marker: string;
  #id: number | undefined;

  /** @param service the service that the marker names */
  constructor(gitHub: GitHubOnce, pullRequest: number, service: string) {
    this.#gitHub = gitHub;
    this.#pullRequest = pullRequest;
    this.#marker = marker(service);
  }

  /** Writes the comment, a new one where there is none. */
  async write(body: string): Promise<void> {
    if (await this.rewrite(body)) return;
    const gitHub = await this.#gitHub.calls();
    const { id } = await gitHub.createComment(this.#pullRequest, body);
    this.#id = id;
    // Two runs that begin together both find none; all but the first one's comment go again.
    const first = await gitHub.findComment(this.#pullRequest, this.#marker);
    if (!first || first.id === id) return;
    this.#id = first.id;
    await gitHub.deleteComment(id);
    await gitHub.updateComment(first.id, body);
  }

  /**
   * Writes the comment where there is one.
   *
   * @returns false when there is none
   */
  async rewrite(body: string): Promise<boolean> {
    const gitHub = await this.#gitHub.calls();
    const known = this.#id;
    if (known !== undefined) {
      try {
        await gitHub.updateComment(known, body);
        return true;
      } catch (error) {
        // Somebody may have deleted it meanwhile; if it is still there, that is not why.
        const found = await gitHub.findComment(this.#pullRequest, this.#marker);
        if (found?.id === known) throw error;
        this.#id = found?.id;
      }
    } else {
      this.#id = (await gitHub.findComment(this.#pullRequest, this.#marker))?.id;
    }
    if (this.#id === undefined) return false;
    await gitHub.updateComment(this.#id, body);
    return true;
  }
}
