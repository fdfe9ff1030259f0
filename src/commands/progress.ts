import type { Clock, Runner } from '../ports.ts';
import type { Facts, Phase } from '../result.ts';
import type { Change } from '../service/changes.ts';

/**
 * What a run has learned and done so far. It outlives a failure, so that outputs and summary
 * tell what is known even then.
 */
export class Progress {
  readonly #phases: Phase[] = [];
  #facts: Facts = {};
  changes: readonly Change[] = [];
  /** True once this run has pushed an image. */
  pushed = false;

  get facts(): Facts {
    return this.#facts;
  }

  get phases(): readonly Phase[] {
    return this.#phases;
  }

  learn(facts: Facts): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  /** Runs one phase in a log group of its own and records its time, also when it throws. */
  async phase<T>(name: string, runner: Runner, clock: Clock, work: () => Promise<T>): Promise<T> {
    const begin = clock.now();
    runner.startGroup(name);
    try {
      return await work();
    } finally {
      runner.endGroup();
      this.#phases.push({ name, ms: clock.now() - begin });
    }
  }
}
