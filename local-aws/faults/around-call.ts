import type { ApiCall } from './api-call.ts';
import { refusalOf } from './call-refusal.ts';
import type { CallTrouble } from './fault-book.ts';

/** Thrown where a connection is to break in place of an answer; `code` is for the call log. */
export class Dropped extends Error {
  readonly code: 'DroppedBefore' | 'DroppedAfter';

  constructor(when: 'before' | 'after') {
    super(`The connection was dropped ${when} the call was acted on.`);
    this.code = when === 'before' ? 'DroppedBefore' : 'DroppedAfter';
  }
}

/**
 * Acts on a call unless a fault keeps it from being acted on. Throws the fault's AwsError, Dropped,
 * or what `act` throws.
 */
export async function actUnder(
  { fault }: CallTrouble,
  call: ApiCall,
  act: () => object | Promise<object>,
): Promise<object> {
  if (fault === undefined) return act();
  if (fault.kind !== 'drop') throw refusalOf(fault, call);
  // A call that is refused is not answered either.
  if (fault.when === 'after') await Promise.allSettled([(async () => act())()]);
  throw new Dropped(fault.when);
}
