import type { Played } from './play.ts';
import type { TrueOperation } from './truth.ts';
import { SERVICE } from './world.ts';

/** What a run is answerable for, read from App Runner's own books. */
export interface Story {
  /** What the run's calls, and its push, set off on the service; oldest first, as they ended. */
  readonly own: readonly TrueOperation[];
  /** The last of them. */
  readonly last: TrueOperation | undefined;
  /** Milliseconds since 1970; undefined when the run never came to the phase that has one. */
  readonly deadline: number | undefined;
  /** The operation that the run says its verdict is about. */
  readonly told: TrueOperation | undefined;
}

/** Phases whose begin is where timeout-minutes count from. */
const TIMED = /^group: (Deploy|Pause|Resume|Delete)$/;

export function storyOf(played: Played): Story {
  const own = played.operations.filter(
    ({ id, serviceName, startedAt }) =>
      serviceName === SERVICE && startedAt <= played.end && !played.others.has(id),
  );
  const begun = played.trace.find((one) => one.kind === 'log' && TIMED.test(one.text));
  const id = played.outputs['operation-id'];
  return {
    own,
    last: own.at(-1),
    deadline: begun && begun.time + played.case.timeoutMinutes * 60_000,
    told: played.operations.find((one) => one.id === id),
  };
}

const TRANSIENT = new Set(['throttle', 'server-error', 'drop', 'slow', 'refuse']);

/** As many failures of one call in a row must be survived. */
const SURVIVED = 5;
/** A call that takes this long in all may be given up. */
const SLOW_MS = 20_000;

/**
 * Why a run may fail although its operation succeeded, or without one; empty when it must not.
 * Whatever is here is read from the case and from what happened, never from what the run says.
 */
export function excuses(played: Played): readonly string[] {
  const { case: one, trace } = played;
  const failures = one.faults.reduce(
    (sum, fault) => sum + (TRANSIENT.has(fault.kind) && 'times' in fault ? (fault.times ?? 1) : 0),
    0,
  );
  const slow = one.faults.reduce(
    (sum, fault) => sum + (fault.kind === 'slow' ? fault.ms * (fault.times ?? 1) : 0),
    0,
  );
  const denied = trace.some(
    ({ kind, ...rest }) =>
      kind === 'call' &&
      'call' in rest &&
      /AccessDenied|ServiceQuota/.test(rest.call.errorCode ?? '') &&
      rest.call.service !== 'logs',
  );
  return [
    ...(played.cancelledAt === undefined ? [] : ['it was cancelled']),
    ...(failures > SURVIVED ? ['AWS fails longer than it has to be borne'] : []),
    ...(slow > SLOW_MS ? ['AWS is slower than it has to be borne'] : []),
    ...(denied ? ['a call was denied'] : []),
    ...(deadlineCame(played) ? ['the deadline came'] : []),
    ...(one.smoke === 'bad' ? ['the page answers 500'] : []),
    ...(neverListed(played) && meddled(played) ? ['somebody else came first'] : []),
    ...stateExcuses(played),
  ];
}

/** True when App Runner never lists the operations of this case, so that their end shows nowhere. */
export function neverListed({ case: { faults } }: Played): boolean {
  return faults.some((fault) => fault.kind === 'list-lag' && fault.ms === Number.POSITIVE_INFINITY);
}

/** True when somebody else acted after the run had, before its end. */
function meddled(played: Played): boolean {
  const { last } = storyOf(played);
  return played.operations.some(
    ({ id, startedAt }) =>
      played.others.has(id) && startedAt > (last?.startedAt ?? 0) && startedAt <= played.end,
  );
}

/** Time that a run may take to see what it waits for, and to go on; more where lists lag. */
const NOTICED_MS = 60_000;
const LAGGING_MS = 240_000;

/** True when the deadline came before there was what the run waited for, or shortly after it. */
function deadlineCame(played: Played): boolean {
  const { last, deadline } = storyOf(played);
  if (deadline === undefined || played.end < deadline - 1_000) return false;
  const lagging = played.case.faults.some(({ kind }) => kind === 'list-lag' || kind === 'slow');
  const enough = lagging ? LAGGING_MS : NOTICED_MS;
  const late = played.case.smoke === 'late' ? 90_000 : 0;
  if (last) {
    return last.status !== 'SUCCEEDED' || (last.endedAt ?? 0) > deadline - enough - late;
  }
  const { state = '', time = 0 } = played.states.findLast((one) => one.time < deadline) ?? {};
  return state === 'OPERATION_IN_PROGRESS' || time > deadline - enough;
}

/** States in which pause and resume have nothing to act on. */
function stateExcuses({ case: { command }, states }: Played): readonly string[] {
  if (command !== 'pause' && command !== 'resume') return [];
  return ['none', 'CREATE_FAILED', 'DELETE_FAILED', 'DELETED']
    .filter((state) => states.some((one) => one.state === state))
    .map((state) => `there was nothing to ${command}: ${state}`);
}
