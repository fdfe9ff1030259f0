import type { Act, Facts } from '../result.ts';

/** What a run did before it failed. */
export interface Done {
  readonly facts: Facts;
  readonly pushed: boolean;
  readonly acts: readonly Act[];
}

const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS']);

/**
 * What a run that failed had changed, and what goes on in AWS after it, in sentences; nothing
 * is half done in silence.
 *
 * @param cancelled true when the run was stopped, so that it can't say how things end
 */
export function soFar({ facts, pushed, acts }: Done, cancelled: boolean): string[] {
  const image =
    pushed && facts.imageDigest
      ? [`The image was pushed: ${facts.image}@${facts.imageDigest}.`]
      : [];
  const before = acts.filter(({ call }) => OF_THE_REPOSITORY.has(call));
  const ofTheService = acts.filter((act) => !before.includes(act));
  const unchanged =
    pushed || cancelled || before.length > 0 ? ['The service was not changed.'] : [];
  const nothing = [...unchanged, ...(cancelled ? goingOn(facts) : [])];
  return [
    ...before.map(sentence),
    ...image,
    ...(ofTheService.length === 0 ? nothing : ofTheService.map(sentence)),
  ];
}

/** What is done to the repository is done before the push, and changes no service. */
const OF_THE_REPOSITORY = new Set(['CreateRepository', 'PutLifecyclePolicy']);

/** An operation that another run has started, which this one has only followed. */
function goingOn({ operationId, operationStatus = '' }: Facts): string[] {
  return operationId && UNDER_WAY.has(operationStatus)
    ? [
        `App Runner goes on with operation ${operationId}, last seen ${operationStatus}; it can't be stopped.`,
      ]
    : [];
}

function sentence({ call, operationId, status, effect }: Act): string {
  if (effect) return `This run called ${call}: ${effect}.`;
  if (!status) return `Whether AWS took ${call} is not known: its answer did not come.`;
  const operation = operationId ? `operation ${operationId}` : 'an operation without an id';
  return UNDER_WAY.has(status)
    ? `App Runner goes on with ${operation} (${call}), last seen ${status}; it can't be stopped.`
    : `This run called ${call}: ${operation} is ${status}.`;
}
