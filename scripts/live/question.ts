import type { World } from './world.ts';

/** What App Runner was seen to do. */
export interface Answer {
  /** In a few words, as the table's column has it. */
  readonly verdict: string;
  /** What was seen, in a sentence or two; empty where the verdict says it all. */
  readonly seen: string;
}

/** One thing that no document settles. */
export interface Question {
  readonly id: string;
  /** Questions of a group share a service, and are asked one after another. */
  readonly group: Group;
  readonly question: string;
  /** What the action does while it is not known. */
  readonly assumed: string;
  /** Files of this repository that rest on it. */
  readonly where: readonly string[];
  /**
   * Finds out.
   *
   * @throws Error with a sentence when it can't be found out; the other questions are asked still
   */
  ask(world: World): Promise<Answer>;
}

/** Groups are asked side by side, each with a service of its own. */
export const GROUPS = ['images', 'settings', 'states'] as const;

export type Group = (typeof GROUPS)[number];

/** A question with what came of it. */
export interface Asked {
  readonly question: Question;
  readonly outcome:
    | { readonly kind: 'answered'; readonly answer: Answer }
    | { readonly kind: 'unanswered'; readonly why: string };
}
