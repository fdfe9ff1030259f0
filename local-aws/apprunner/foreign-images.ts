import { createHash } from 'node:crypto';
import type { ImageRegistry, PullSource } from '../ecr/images.ts';

/** Images of ECR Public and of other accounts' ECR: those that a test says are there. */
export class ForeignImages {
  readonly #known = new Map<string, string | undefined>();

  /**
   * Says that an image is there.
   *
   * @param standIn an image of the local ECR that is pulled in its place; when left out, the
   *   runtime is handed the identifier itself
   */
  register(identifier: string, standIn?: string): void {
    this.#known.set(identifier, standIn);
  }

  /** The image of an identifier, in the account's own ECR or not; undefined when there is none. */
  async resolve(images: ImageRegistry, identifier: string): Promise<PullSource | undefined> {
    const standIn = this.#known.get(identifier) ?? identifier;
    const own = await images.resolve(standIn);
    if (own !== undefined || !this.#known.has(identifier)) return own;
    const digest = `sha256:${createHash('sha256').update(identifier).digest('hex')}`;
    return { reference: identifier, digest, username: '', password: '' };
  }
}
