import type { Row } from './row.ts';

const ENDLESS = Number.POSITIVE_INFINITY;

/** Refusals, and what AWS tells late or not at all. */
export const REFUSALS: readonly Row[] = [
  {
    name: 'waits until a new role can be assumed',
    of: {
      start: 'none',
      faults: [
        {
          kind: 'refuse',
          action: 'apprunner:CreateService',
          code: 'InvalidRequestException',
          message: 'Error in assuming access role ARN',
          times: 4,
        },
      ],
    },
    result: 'created',
    calls: [...Array<string>(4).fill('CreateService InvalidRequestException'), 'CreateService'],
    says: ['can not assume the role yet'],
  },
  {
    name: 'explains a role that can’t be assumed after two minutes',
    of: {
      start: 'running',
      faults: [
        {
          kind: 'refuse',
          action: 'apprunner:UpdateService',
          code: 'InvalidRequestException',
          message: 'Error in assuming instance role ARN',
          times: ENDLESS,
        },
      ],
    },
    code: 1,
    result: 'failed',
    calls: Array<string>(25).fill('UpdateService InvalidRequestException'),
    says: ['tasks.apprunner.amazonaws.com'],
    seconds: 130,
  },
  {
    name: 'does not try again where a quota is used up',
    of: {
      start: 'none',
      faults: [
        {
          kind: 'refuse',
          action: 'apprunner:CreateService',
          code: 'ServiceQuotaExceededException',
          message: 'The maximum number of services is reached.',
          times: ENDLESS,
        },
      ],
    },
    code: 1,
    result: 'failed',
    calls: ['CreateService ServiceQuotaExceededException'],
    says: ['higher quota'],
    seconds: 2,
  },
  {
    name: 'does not try again what is not allowed, and names it',
    of: { faults: [{ kind: 'deny', action: 'apprunner:UpdateService' }] },
    code: 1,
    result: 'failed',
    calls: ['UpdateService AccessDeniedException'],
    says: ['Allow apprunner:UpdateService'],
    seconds: 2,
  },
  {
    name: 'stays with the failure where logs may not be read, and names the permission',
    of: { container: 'exits', faults: [{ kind: 'deny', action: 'logs:*' }] },
    code: 1,
    result: 'rolled-back',
    calls: ['UpdateService'],
    says: [/logs:(GetLogEvents|DescribeLogStreams)/],
  },
  {
    name: 'waits for an operation that is listed late',
    of: { faults: [{ kind: 'list-lag', ms: 25_000 }] },
    result: 'updated',
    calls: ['UpdateService'],
  },
  {
    name: 'judges by the service where the operation is never listed',
    of: { faults: [{ kind: 'list-lag', ms: ENDLESS }] },
    result: 'updated',
    calls: ['UpdateService'],
    says: ['did not list the operation'],
  },
  {
    name: 'is not taken in by a rollback that is never listed',
    of: { container: 'exits', faults: [{ kind: 'list-lag', ms: ENDLESS }] },
    code: 1,
    result: 'rolled-back',
    calls: ['UpdateService'],
  },
  {
    name: 'finds the cause though the logs lag',
    of: { container: 'exits', faults: [{ kind: 'log-lag', ms: 45_000 }] },
    code: 1,
    result: 'rolled-back',
    calls: ['UpdateService'],
    says: ['Container exit code: 3'],
  },
  {
    name: 'resumes without an operation id',
    of: { command: 'resume', start: 'paused', faults: [{ kind: 'silent-id' }] },
    result: 'resumed',
    calls: ['ResumeService'],
  },
  {
    name: 'pauses without an operation id',
    of: { command: 'pause', faults: [{ kind: 'silent-id' }] },
    result: 'paused',
    calls: ['PauseService'],
  },
];
