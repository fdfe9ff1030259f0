import fc from 'fast-check';
import type { Fault } from '../../local-aws/faults/fault.ts';
import type { Case, Start } from './case.ts';

const WRITES = [
  'apprunner:CreateService',
  'apprunner:UpdateService',
  'apprunner:StartDeployment',
  'apprunner:PauseService',
  'apprunner:ResumeService',
  'apprunner:DeleteService',
] as const;

const READS = [
  'apprunner:ListServices',
  'apprunner:DescribeService',
  'apprunner:ListOperations',
] as const;

/** Stands for the call that the case most likely makes first; see `aimed`. */
const FIRST_WRITE = 'first-write';

const action = fc.oneof(
  { weight: 5, arbitrary: fc.constant(FIRST_WRITE) },
  { weight: 2, arbitrary: fc.constantFrom(...WRITES) },
  { weight: 4, arbitrary: fc.constantFrom(...READS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('sts:GetCallerIdentity', 'ecr:BatchGetImage', 'logs:*', '*'),
  },
);

/** Mostly few, as AWS's hiccups are; sometimes more than any patience. */
const times = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.constant(200) },
);
const skip = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }));
const onCalls = { action, times, skip };

/** Refusals that pass, in App Runner's words, and one that does not. */
const REFUSALS = [
  ['InvalidRequestException', 'Error in assuming access role ARN'],
  ['InvalidRequestException', 'Error in assuming instance role ARN'],
  [
    'InvalidStateException',
    'Service cannot be updated in the current state: OPERATION_IN_PROGRESS',
  ],
  [
    'InvalidRequestException',
    "Can't start a deployment on the specified service, because it isn't in RUNNING state",
  ],
  ['ServiceQuotaExceededException', 'The maximum number of services is reached.'],
] as const;

/** Any fault, most of them aimed at a call that the case makes. */
export const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('throttle' as const), ...onCalls }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('server-error' as const),
      ...onCalls,
      status: fc.constantFrom(500 as const, 503 as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('drop' as const),
      ...onCalls,
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  {
    // The one that everything about idempotency hangs on.
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('drop' as const),
      action: fc.constant(FIRST_WRITE),
      when: fc.constant('after' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('slow' as const),
      ...onCalls,
      ms: fc.constantFrom(800, 5_000, 20_000, 70_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc

      .tuple(
        fc.constantFrom(FIRST_WRITE, FIRST_WRITE, ...WRITES),
        fc.constantFrom(...REFUSALS),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(([on, [code, message], count]) => ({
        kind: 'refuse' as const,
        action: on,
        code,
        message,
        times: count,
      })),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deny' as const), action, skip }) },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        kind: fc.constant('ending' as const),
        end: fc.constantFrom('FAILED', 'ROLLBACK_SUCCEEDED', 'ROLLBACK_FAILED', 'HANG'),
        type: fc.constantFrom(
          'CREATE_SERVICE',
          'UPDATE_SERVICE',
          'START_DEPLOYMENT',
          'PAUSE_SERVICE',
          'RESUME_SERVICE',
          'DELETE_SERVICE',
        ),
        times: fc.integer({ min: 1, max: 2 }),
        afterMs: fc.integer({ min: 1_000, max: 900_000 }),
      },
      { requiredKeys: ['kind', 'end'] },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('list-lag' as const),
      ms: fc.constantFrom(2_000, 20_000, 60_000, Number.POSITIVE_INFINITY),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('log-lag' as const),
      ms: fc.constantFrom(5_000, 60_000, 200_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('silent-id' as const) }),
  },
);

/** Faults of calls that are never made show nothing, so most are aimed at the one that is. */
export function aimed(fault: Fault, { command, start: from }: Case): Fault {
  if (!('action' in fault) || fault.action !== FIRST_WRITE) return fault;
  const call = command === 'deploy' ? (FIRST[from] ?? 'UpdateService') : CALLS[command];
  return { ...fault, action: `apprunner:${call}` };
}

const CALLS = { pause: 'PauseService', resume: 'ResumeService', delete: 'DeleteService' } as const;
const FIRST: Partial<Readonly<Record<Start, string>>> = {
  none: 'CreateService',
  current: 'StartDeployment',
  paused: 'ResumeService',
  'delete-failed': 'DeleteService',
  'being-deleted': 'CreateService',
};
