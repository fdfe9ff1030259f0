/** Work that is done one after the other, and fails on its own. */
export class InOrder {
  readonly #failed: (error: unknown) => Promise<void>;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  /** @param failed told what work has thrown; the next is done all the same */
  constructor(failed: (error: unknown) => Promise<void>) {
    this.#failed = failed;
  }

  /** Does the work when all before it is done. Never throws. */
  add(work: () => Promise<void>): void {
    this.#waiting += 1;
    this.#last = this.#last
      .then(work)
      .catch(this.#failed)
      // What can't be told either has nobody left to hear it.
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  /** Resolves when all that was added is done. */
  get done(): Promise<void> {
    return this.#last;
  }

  get isDone(): boolean {
    return this.#waiting === 0;
  }
}
