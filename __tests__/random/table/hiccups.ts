import type { Row } from './row.ts';

const BUSY = 'InvalidStateException';

const ENDLESS = Number.POSITIVE_INFINITY;

/** Hiccups, which are to be borne. */
export const HICCUPS: readonly Row[] = [
  {
    name: 'bears throttling',
    of: { faults: [{ kind: 'throttle', action: '*', times: 5, skip: 3 }] },
    result: 'updated',
    calls: ['UpdateService'],
  },
  {
    name: 'bears errors of the service before it acted',
    of: {
      faults: [{ kind: 'server-error', action: 'apprunner:UpdateService', status: 503, times: 2 }],
    },
    result: 'updated',
    calls: [
      'UpdateService InternalServiceErrorException',
      'UpdateService InternalServiceErrorException',
      'UpdateService',
    ],
  },
  {
    name: 'bears connections that break while it waits',
    of: {
      faults: [
        { kind: 'drop', when: 'before', action: 'apprunner:ListOperations', times: 3, skip: 2 },
        { kind: 'drop', when: 'after', action: 'apprunner:DescribeService', times: 2 },
      ],
    },
    result: 'updated',
    calls: ['UpdateService'],
  },
  {
    name: 'creates one service when the answer was lost',
    of: {
      start: 'none',
      faults: [{ kind: 'drop', when: 'after', action: 'apprunner:CreateService' }],
    },
    result: 'created',
    calls: ['CreateService DroppedAfter', 'CreateService InvalidRequestException'],
    says: ['its answer was lost'],
  },
  {
    name: 'finds its own update when the answer was lost',
    of: { faults: [{ kind: 'drop', when: 'after', action: 'apprunner:UpdateService' }] },
    result: 'updated',
    calls: ['UpdateService DroppedAfter', `UpdateService ${BUSY}`],
    says: ['its answer was lost'],
  },
  {
    name: 'finds its own deployment when the answer was lost',
    of: {
      start: 'current',
      faults: [{ kind: 'drop', when: 'after', action: 'apprunner:StartDeployment' }],
    },
    result: 'deployed',
    calls: ['StartDeployment DroppedAfter', 'StartDeployment InvalidRequestException'],
    says: ['its answer was lost'],
  },
  {
    name: 'bears slow answers',
    of: {
      faults: [{ kind: 'slow', action: 'apprunner:ListOperations', ms: 9_000, times: ENDLESS }],
    },
    result: 'updated',
    calls: ['UpdateService'],
  },
  {
    name: 'gives up a call that hangs, and finds what it did',
    of: {
      start: 'none',
      faults: [{ kind: 'slow', action: 'apprunner:CreateService', ms: 200_000 }],
    },
    result: 'created',
    calls: ['CreateService', 'CreateService InvalidRequestException'],
  },
  {
    name: 'ends in time though a call hangs at the deadline',
    of: {
      timeoutMinutes: 1,
      operationSeconds: 200,
      faults: [{ kind: 'slow', action: '*', ms: 100_000, skip: 12, times: ENDLESS }],
    },
    code: 1,
    result: 'failed',
    calls: ['UpdateService'],
    seconds: 71,
  },
];
