import { createHash } from 'node:crypto';

/** Every call gives another number, upwards. */
export type NextId = () => number;

export function idsFrom(first: number): NextId {
  let id = first;
  return () => id++;
}

/** The SHA of a made-up commit: always the same for the same words. */
export const commitOf = (...words: string[]): string =>
  createHash('sha1').update(words.join('\n')).digest('hex');
