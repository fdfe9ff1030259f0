import type { Played } from '../play.ts';
import type { Invariant } from './invariant.ts';
import {
  everyWriteIsPlanned,
  neverTwoServices,
  nothingIsDoneTwice,
  theServiceIsAsAsked,
} from './service.ts';
import { endsInTime, stopsWhenCancelled, theRunEnds } from './time.ts';
import { failureIsTrue, rollbackIsTrue, successIsTrue } from './verdict.ts';
import { neverASecret, oneErrorThatNamesIt } from './words.ts';

/** What every run must hold to, by name. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  theRunEnds,
  successIsTrue,
  failureIsTrue,
  rollbackIsTrue,
  neverTwoServices,
  theServiceIsAsAsked,
  nothingIsDoneTwice,
  neverASecret,
  endsInTime,
  everyWriteIsPlanned,
  oneErrorThatNamesIt,
  stopsWhenCancelled,
};

/** What a played case did wrong, a line each: `invariant: what`. */
export function violations(played: Played): readonly string[] {
  return Object.entries(INVARIANTS).flatMap(([name, invariant]) =>
    invariant(played).map((what) => `${name}: ${what}`),
  );
}
