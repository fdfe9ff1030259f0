import { storyOf } from '../story.ts';
import type { Invariant } from './invariant.ts';

export const theRunEnds: Invariant = ({ code }) =>
  code === undefined ? ['the run did not end, and nothing was left that it could wait for'] : [];

/** Time that the run may take after its deadline. */
const LATE_MS = 10_000;
/**
 * The checks have no deadline: each of their calls is tried for 65 s, the last try may hang for
 * 25 s, and at most four of them come one after the other; a build takes 40 s here.
 */
const CHECKS_MS = 4 * (65_000 + 25_000) + 40_000;

export const endsInTime: Invariant = (played) => {
  const { begin, end } = played;
  const { deadline } = storyOf(played);
  const last = deadline === undefined ? begin + CHECKS_MS : deadline + LATE_MS;
  const wrong = end > last ? [`it ends ${(end - last) / 1_000} s too late`] : [];
  if (deadline === undefined) return wrong;
  const checks = deadline - played.case.timeoutMinutes * 60_000 - begin;
  return checks > CHECKS_MS ? [...wrong, `its checks took ${checks / 1_000} s`] : wrong;
};

/** The time that the runner gives, and what is left of it for the post step. */
const STOP_MS = 5_000;

export const stopsWhenCancelled: Invariant = ({ case: { cancel }, cancelledAt, end, code }) => {
  if (!cancel || cancelledAt === undefined) return [];
  const wrong = [];
  if (end - cancelledAt > STOP_MS) wrong.push(`it ends ${end - cancelledAt} ms after the cancel`);
  const wanted = cancel.signal === 'SIGINT' ? 130 : 143;
  if (code !== wanted) wrong.push(`it ends with code ${code} after a cancel`);
  return wrong;
};
