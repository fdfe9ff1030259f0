import type { Fault } from '../../../local-aws/faults/fault.ts';
import type { Played } from '../play.ts';
import { storyOf } from '../story.ts';
import { SERVICE, TAGS } from '../world.ts';
import type { Invariant } from './invariant.ts';

/** One service of the name, and no other touched. */
export const neverTwoServices: Invariant = ({ names, operations, others, trace }) => {
  const wrong = [];
  const own = names.after.filter((name) => name === SERVICE);
  if (own.length > 1) wrong.push(`there are ${own.length} services of the name`);
  const more = names.after.filter((name) => name !== SERVICE && !names.before.includes(name));
  if (more.length > 0) wrong.push(`there are services more than before: ${more}`);
  const gone = names.before.filter((name) => name !== SERVICE && !names.after.includes(name));
  if (gone.length > 0) wrong.push(`other services are gone: ${gone}`);
  const touched = operations.filter(({ serviceName }) => serviceName !== SERVICE);
  if (touched.length > 0) wrong.push(`another service had an operation: ${touched[0]?.type}`);
  const mine = operations.filter(({ id }) => !others.has(id));
  const created = mine.filter(({ type }) => type === 'CREATE_SERVICE').length;
  const removed = operations.filter(({ type }) => type === 'DELETE_SERVICE').length;
  if (created > 1 + removed) {
    wrong.push(`it created the service ${created} times with ${removed} deletions`);
  }
  const answered = trace.filter(
    (one) =>
      one.kind === 'call' && one.call.operation === 'CreateService' && one.call.status === 200,
  );
  if (answered.length > 1 + removed) {
    wrong.push(`CreateService was answered with success ${answered.length} times`);
  }
  return wrong;
};

/** Calls that change something, and the states in which each command may make them. */
const PLANNED: Readonly<
  Record<Played['case']['command'], Readonly<Record<string, readonly string[]>>>
> = {
  deploy: {
    CreateService: ['none'],
    UpdateService: ['RUNNING', 'CREATE_FAILED'],
    StartDeployment: ['RUNNING'],
    ResumeService: ['PAUSED'],
    DeleteService: ['CREATE_FAILED', 'DELETE_FAILED'],
  },
  pause: { PauseService: ['RUNNING'] },
  resume: { ResumeService: ['PAUSED'] },
  delete: { DeleteService: ['RUNNING', 'PAUSED', 'CREATE_FAILED', 'DELETE_FAILED'] },
};

const CALLS = [
  ['CreateService', 'CREATE_SERVICE'],
  ['UpdateService', 'UPDATE_SERVICE'],
  ['StartDeployment', 'START_DEPLOYMENT'],
  ['PauseService', 'PAUSE_SERVICE'],
  ['ResumeService', 'RESUME_SERVICE'],
  ['DeleteService', 'DELETE_SERVICE'],
] as const;

/** How the log names a call before it is made. */
const NAMED = /^info: ([A-Z][a-z]+(?:Service|Deployment))[:, ]/;
const WRITE = /^(Create|Update|Start|Pause|Resume|Delete|Put|Tag|Untag|Associate|Disassociate)/;

/** Each call that changes something is one that the log named before, and fits the state. */
export const everyWriteIsPlanned: Invariant = (played) => {
  const { command } = played.case;
  const wrong: string[] = [];
  const named = new Map<string, number>();
  for (const one of played.trace) {
    if (one.kind === 'log') {
      const name = NAMED.exec(one.text)?.[1];
      if (name) named.set(name, (named.get(name) ?? 0) + 1);
    }
    // The registry's pushes are the build's.
    if (one.kind !== 'call' || one.call.service !== 'apprunner') continue;
    const { operation } = one.call;
    if (!WRITE.test(operation)) continue;
    if (!PLANNED[command][operation]) wrong.push(`${operation} is no call of command ${command}`);
    else if (!named.has(operation)) wrong.push(`the log did not name ${operation} before it`);
  }
  for (const [call, type] of CALLS) {
    const done = storyOf(played).own.filter((operation) => operation.type === type).length;
    const pushed = type === 'START_DEPLOYMENT' && played.case.start === 'automatic' ? 1 : 0;
    const planned = (named.get(call) ?? 0) + pushed + lost(played, call);
    if (done > planned) wrong.push(`${call} was done ${done} times, and named ${planned} times`);
  }
  // App Runner refuses most wrong states itself; a deletion it takes in nearly all.
  for (const { type, startedAt } of storyOf(played).own) {
    const state = stateBefore(played, startedAt);
    if (type === 'DELETE_SERVICE' && !PLANNED[command].DeleteService?.includes(state)) {
      wrong.push(`DeleteService was sent to a service that was ${state}`);
    }
  }
  return [...new Set(wrong)];
};

/**
 * How many times the SDK may have made a call again because its answer was lost or late; App
 * Runner has no idempotency tokens, and does it again when the first one has ended already.
 */
function lost({ trace, case: { faults } }: Played, call: string): number {
  const dropped = trace.filter(
    (one) =>
      one.kind === 'call' && one.call.operation === call && one.call.errorCode === 'DroppedAfter',
  ).length;
  const late = faults.flatMap((fault) =>
    fault.kind === 'slow' && fault.ms > 20_000 ? [fault.times ?? 1] : [],
  );
  return dropped + late.reduce((sum, times) => sum + times, 0);
}

/** The state that the service was in before something began that made it busy. */
function stateBefore({ states }: Played, time: number): string {
  const before = states.filter((one) => one.time <= time && one.state !== 'OPERATION_IN_PROGRESS');
  return before.at(-1)?.state ?? 'OPERATION_IN_PROGRESS';
}

const DEPLOYING = new Set(['CREATE_SERVICE', 'UPDATE_SERVICE', 'START_DEPLOYMENT']);

/**
 * How long the SDK makes a call again whose answer was lost. Where App Runner was done with the
 * first one by then, it does the second one too: no call has an idempotency token.
 */
const RETRIED_MS = 95_000;

/**
 * What is not listed when the lost answer is asked after nobody can tell from somebody else's; nor
 * can it be when a call that was taken is refused.
 */
function hidesWhoseItIs({ kind }: Fault): boolean {
  return kind === 'list-lag' || kind === 'refuse';
}

/** One deployment, however it ends: what the run set off is not done once more in another way. */
export const nothingIsDoneTwice: Invariant = (played) => {
  const { faults, start } = played.case;
  if (faults.some(hidesWhoseItIs)) return [];
  const [first, ...more] = storyOf(played).own.filter(({ type }) => DEPLOYING.has(type));
  // An automatic deployment has the settings from before; those of the run come after it.
  if (!first || start === 'automatic') return [];
  const again = more.find(
    ({ type, startedAt }) => type !== first.type || startedAt - first.startedAt > RETRIED_MS,
  );
  if (!again) return [];
  const meddled = played.operations.some(
    ({ id, startedAt }) =>
      played.others.has(id) && startedAt >= first.startedAt && startedAt <= again.startedAt,
  );
  return meddled ? [] : [`it did ${again.type} after its own ${first.type}`];
};

/** Starts whose service has a variable of its own, which an update must keep. */
const WITH_VARIABLE = new Set([
  'running',
  'current',
  'automatic',
  'paused',
  'create-failed',
  'being-updated',
  'being-created',
  'maintained',
]);

/** After a success the service has the image and the variables: those asked for, and its own. */
export const theServiceIsAsAsked: Invariant = (played) => {
  const { code, operations, others, configuration, end } = played;
  const { command, wait, start } = played.case;
  if (code !== 0 || command !== 'deploy' || !wait) return [];
  const { last } = storyOf(played);
  const changed = operations.some(
    ({ id, startedAt }) => others.has(id) && startedAt > (last?.startedAt ?? 0) && startedAt <= end,
  );
  if (changed) return [];
  // What rolled back without being listed is told of elsewhere.
  if (last?.status !== 'SUCCEEDED') return [];
  const wrong = [];
  if (!configuration.image.endsWith(`:${TAGS.wanted}`)) {
    wrong.push(`the service has the image ${configuration.image}`);
  }
  const removed = operations.some(({ type }) => type === 'DELETE_SERVICE');
  const wanted = ['API_TOKEN', ...(WITH_VARIABLE.has(start) && !removed ? ['OLD_TOKEN'] : [])];
  const lost = wanted.filter((name) => !configuration.variables.includes(name));
  if (lost.length > 0) wrong.push(`the service lacks the variables ${lost}`);
  return wrong;
};
