import type { Fault } from './fault.ts';

/** Returns the member's value as a fault keeps it; throws with what it must be. */
type Check = (value: unknown) => unknown;

const must =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value) => {
    if (holds(value)) return value;
    throw new Error(`must be ${what}`);
  };

const isWhole = (value: unknown, least: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least;

const oneOf = (...allowed: readonly unknown[]): Check =>
  must(allowed.map((each) => JSON.stringify(each)).join(' or '), (value) =>
    allowed.includes(value),
  );

/** JSON has no infinity, so its name stands for it. */
const endless =
  (check: Check): Check =>
  (value) =>
    value === 'Infinity' || value === Number.POSITIVE_INFINITY
      ? Number.POSITIVE_INFINITY
      : check(value);

const isMs = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const text = must('a text that is not empty', (value) => typeof value === 'string' && value !== '');
const ms = must('a number of milliseconds, 0 or more', isMs);
const lagMs = endless(must('a number of milliseconds, 0 or more, or "Infinity"', isMs));
const times = endless(must('a whole number from 1, or "Infinity"', (value) => isWhole(value, 1)));
const skip = must('a whole number from 0', (value) => isWhole(value, 0));
const errorStatus = must(
  'an HTTP status from 400 to 599',
  (value) => isWhole(value, 400) && Number(value) < 600,
);
const operationType = oneOf(
  'START_DEPLOYMENT',
  'CREATE_SERVICE',
  'PAUSE_SERVICE',
  'RESUME_SERVICE',
  'DELETE_SERVICE',
  'UPDATE_SERVICE',
);

interface Members {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional: Readonly<Record<string, Check>>;
}

const onCalls = (
  action: Check,
  required: Members['required'] = {},
  optional: Members['optional'] = {},
): Members => ({
  required: { action, ...required },
  optional: { times, skip, ...optional },
});

const membersOf = (action: Check): Readonly<Record<Fault['kind'], Members>> => ({
  throttle: onCalls(action),
  'server-error': onCalls(action, {}, { status: oneOf(500, 503) }),
  drop: onCalls(action, { when: oneOf('before', 'after') }),
  slow: onCalls(action, { ms }),
  refuse: onCalls(action, { code: text, message: text }, { status: errorStatus }),
  deny: onCalls(action),
  ending: {
    required: { end: oneOf('FAILED', 'ROLLBACK_SUCCEEDED', 'ROLLBACK_FAILED', 'HANG') },
    optional: { type: operationType, times, skip, afterMs: ms, reason: text },
  },
  'list-lag': { required: { ms: lagMs }, optional: { times } },
  'log-lag': { required: { ms: lagMs }, optional: {} },
  'silent-id': { required: {}, optional: { times } },
});

const shown = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value));

/**
 * A fault from a value of unknown shape, such as parsed JSON, with only the members that are set.
 * Throws an Error that names the first member that is missing, wrong or not known.
 *
 * @param isAction says whether an action exists
 */
export function checkFault(value: unknown, isAction: (action: string) => boolean): Fault {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`A fault must be an object such as {"kind":"throttle","action":"*"}.`);
  }
  const action = must(
    'the IAM name of a call that the local AWS knows, such as "apprunner:CreateService", "ecr:*" or "*"',
    (name) => typeof name === 'string' && isAction(name),
  );
  const table = membersOf(action);
  const { kind, ...given }: Record<string, unknown> = { ...value };
  const members = Object.entries(table).find(([name]) => name === kind)?.[1];
  if (members === undefined) {
    const kinds = Object.keys(table).join(', ');
    throw new Error(`A fault's kind is ${shown(kind)}, but must be one of ${kinds}.`);
  }
  const checks = { ...members.optional, ...members.required };
  const fault: Record<string, unknown> = { kind };
  for (const name of new Set([...Object.keys(given), ...Object.keys(members.required)])) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) {
      const known = Object.keys(checks).join(', ') || 'none';
      throw new Error(`The ${kind} fault has no member ${name}; its members: ${known}.`);
    }
    const member = given[name];
    if (member === undefined && !Object.hasOwn(members.required, name)) continue;
    try {
      fault[name] = check(member);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      throw new Error(`The ${name} of the ${kind} fault is ${shown(member)}, but ${what}.`);
    }
  }
  // Every member was checked against the table of the kind.
  return fault as object as Fault;
}
