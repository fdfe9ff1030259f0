import type { Played } from '../play.ts';

/** Says what a played case has done wrong, a sentence each; nothing when it is right. */
export type Invariant = (played: Played) => readonly string[];
