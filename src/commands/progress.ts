import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Clock, Runner } from '../ports.ts';
import type { Section } from '../report/sections.ts';
import type { SweepRow } from '../report/sweep.ts';
import type { Act, Facts, Phase } from '../result.ts';
import type { Change } from '../service/changes.ts';

/**
 * What a run has learned and done so far. It outlives a failure, so that outputs and summary
 * tell what is known even then.
 */
export class Progress {
  readonly #phases: Phase[] = [];
  readonly #acts: Act[] = [];
  readonly #parts = new Map<string, Progress>();
  readonly #hidden = new Set<string>();
  #facts: Facts = {};
  /** What the run was told to do; deploy until the inputs are read. */
  command: Inputs['command'] = 'deploy';
  changes: readonly Change[] = [];
  /** What a dry run found that a run would do, a sentence each. */
  plan: readonly string[] = [];
  /** Why nothing was done, or nothing further, in a sentence; told with the result `skipped`. */
  reason: string | undefined;
  /** True once this run has pushed an image. */
  pushed = false;
  /** What became of the previews that a sweep set out to delete, in the order of their ends. */
  sweep: readonly SweepRow[] = [];
  /** What a command that only tells has found out. */
  sections: readonly Section[] = [];
  /** Why the deployment failed, once it was looked into. */
  diagnosis: Diagnosis | undefined;

  get facts(): Facts {
    return this.#facts;
  }

  get phases(): readonly Phase[] {
    return this.#phases;
  }

  /** The calls that change something, in order; those of parts after the run's own. */
  get acts(): readonly Act[] {
    const ofParts = [...this.#parts].flatMap(([name, part]) =>
      part.acts.map((act) => ({ ...act, call: `${act.call} of ${name}` })),
    );
    return [...this.#acts, ...ofParts];
  }

  /**
   * The progress of the work on one of several services: its facts and its diagnosis are its own,
   * its acts are the whole run's.
   */
  part(service: string): Progress {
    const part = new Progress();
    part.command = this.command;
    part.learn({ serviceName: service });
    this.#parts.set(service, part);
    return part;
  }

  /** Environment values, which no log line of an application may carry into the run's log. */
  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  hide(values: readonly string[]): void {
    for (const value of values) this.#hidden.add(value);
  }

  /**
   * Notes a call that changes something, before it is made.
   *
   * @returns told what became of it; `undefined` when App Runner refused it and nothing changed
   */
  act(call: string): (outcome: Omit<Act, 'call'> | undefined) => void {
    const at = this.#acts.push({ call }) - 1;
    return (outcome) => {
      // Calls are made one after the other, so the last one is the one that ends.
      if (outcome) this.#acts[at] = { call, ...outcome };
      else this.#acts.splice(at, 1);
    };
  }

  learn(facts: Facts): void {
    this.#facts = { ...this.#facts, ...facts };
    const act = this.#acts.at(-1);
    if (!act?.status) return;
    // App Runner may have told the id of the operation later, or never.
    const { operationId, operationStatus: status = 'not listed' } = this.#facts;
    if (act.operationId && act.operationId !== operationId) return;
    this.#acts[this.#acts.length - 1] = { ...act, operationId, status };
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
