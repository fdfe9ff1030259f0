import type { Played } from '../play.ts';
import { excuses, neverListed, storyOf } from '../story.ts';
import type { Invariant } from './invariant.ts';

/** The type of operation behind each result that claims one. */
const OPERATIONS: Readonly<Record<string, string>> = {
  created: 'CREATE_SERVICE',
  updated: 'UPDATE_SERVICE',
  deployed: 'START_DEPLOYMENT',
  paused: 'PAUSE_SERVICE',
  resumed: 'RESUME_SERVICE',
  deleted: 'DELETE_SERVICE',
};

const RESULTS: Readonly<Record<Played['case']['command'], readonly string[]>> = {
  deploy: ['created', 'updated', 'deployed'],
  pause: ['paused'],
  resume: ['resumed'],
  delete: ['deleted'],
};

/** States in which a lifecycle command has nothing to do. */
const ALREADY: Readonly<Record<string, string>> = {
  paused: 'PAUSED',
  resumed: 'RUNNING',
  deleted: 'none',
};

/** Time that a run may take to see that an operation has ended. */
const NOTICED_MS = 60_000;

/** Never green when it is red. */
export const successIsTrue: Invariant = (played) => {
  const { code, outputs, states } = played;
  if (code !== 0) return [];
  const { last, told } = storyOf(played);
  const result = outputs.result ?? 'none';
  if (!RESULTS[played.case.command].includes(result)) {
    return [`it succeeds with result '${result}'`];
  }
  const operation = told ?? last;
  if (!operation) {
    const already = ALREADY[result];
    return already && states.some(({ state }) => state === already)
      ? []
      : [`it says '${result}' and nothing of the kind was ever done`];
  }
  const wrong = [];
  if (operation.type !== OPERATIONS[result]) {
    wrong.push(`it says '${result}' of an operation ${operation.type}`);
  }
  if (last && told && told.startedAt < last.startedAt) {
    wrong.push(`its verdict is about ${told.type}, and it set off ${last.type} after it`);
  }
  if (!played.case.wait) return wrong;
  const atEnd = played.atEnd.find(({ id }) => id === operation.id)?.status;
  // Of a deployment of the same settings that is never listed only the log shows another end.
  if (operation.type === 'START_DEPLOYMENT' && neverListed(played) && logIsSilent(played)) {
    return wrong;
  }
  if (atEnd !== 'SUCCEEDED') {
    wrong.push(`it says '${result}', and the operation ${operation.type} was ${atEnd} then`);
  }
  return wrong;
};

/** True when App Runner's own lines can't be relied on either. */
function logIsSilent({ case: { faults } }: Played): boolean {
  return faults.some(
    (fault) => fault.kind === 'log-lag' || ('action' in fault && /^(logs:|\*)/.test(fault.action)),
  );
}

/** Never red when it is green, nor without a reason. */
export const failureIsTrue: Invariant = (played) => {
  if (played.code === 0 || played.code === undefined) return [];
  if (excuses(played).length > 0) return [];
  const { last } = storyOf(played);
  if (!last) return ['it fails without having done anything, and nothing was wrong'];
  return last.status === 'SUCCEEDED' && (last.endedAt ?? 0) <= played.end
    ? [`it fails although its ${last.type} succeeded`]
    : [];
};

/** 'rolled-back' when, and only when, that is what happened. */
export const rollbackIsTrue: Invariant = (played) => {
  if (played.code === 0 || played.code === undefined) return [];
  const { result } = played.outputs;
  const { last, told } = storyOf(played);
  if (result !== 'failed' && result !== 'rolled-back') return [`it fails with result '${result}'`];
  const operation = told ?? last;
  const atEnd = played.atEnd.find(({ id }) => id === operation?.id);
  const rolledBack = atEnd?.status === 'ROLLBACK_SUCCEEDED';
  if (result === 'rolled-back') {
    // What is never listed is told by the service alone, which has what it had before.
    return rolledBack || neverListed(played)
      ? []
      : [`it says 'rolled-back' of an operation that is ${atEnd?.status}`];
  }
  if (neverListed(played)) return [];
  const seen = rolledBack && played.end - (atEnd?.endedAt ?? played.end) > NOTICED_MS;
  return seen && excuses(played).length === 0 ? ["it says 'failed' of a rollback"] : [];
};
