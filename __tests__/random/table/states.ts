import type { Row } from './row.ts';

const BUSY = 'InvalidStateException';

/** One row for each state that a service is found in. */
export const STATES: readonly Row[] = [
  {
    name: 'creates what is not there',
    of: { start: 'none' },
    result: 'created',
    calls: ['CreateService'],
    says: ['CreateService: the service is new', 'SUCCEEDED'],
  },
  {
    name: 'updates a service with another tag',
    of: { start: 'running' },
    result: 'updated',
    calls: ['UpdateService'],
  },
  {
    name: 'starts a deployment where tag and settings are the same',
    of: { start: 'current' },
    result: 'deployed',
    calls: ['StartDeployment'],
  },
  {
    name: 'adopts the deployment that its own push set off',
    of: { start: 'automatic', source: 'build' },
    result: 'deployed',
    calls: [],
    says: [/Following operation \S+, which this push set off/],
  },
  {
    name: 'resumes a paused service and goes on',
    of: { start: 'paused' },
    result: 'updated',
    calls: ['ResumeService', 'UpdateService'],
  },
  {
    name: 'repairs a service whose creation failed',
    of: { start: 'create-failed' },
    result: 'updated',
    calls: ['UpdateService'],
  },
  {
    name: 'deletes and creates a service that App Runner does not repair',
    of: {
      start: 'create-failed',
      faults: [
        {
          kind: 'refuse',
          action: 'apprunner:UpdateService',
          code: 'InvalidRequestException',
          message:
            'ConfigurationSource cannot be changed from REPOSITORY to API for CREATE_FAILED services.',
        },
      ],
    },
    result: 'created',
    calls: ['UpdateService InvalidRequestException', 'DeleteService', 'CreateService'],
  },
  {
    name: 'deletes what could not be deleted again, and creates it',
    of: { start: 'delete-failed' },
    result: 'created',
    calls: ['DeleteService', 'CreateService'],
  },
  {
    name: 'waits for somebody else’s update',
    of: { start: 'being-updated' },
    result: 'updated',
    calls: ['UpdateService'],
    says: [/busy with UPDATE_SERVICE \(operation /],
  },
  {
    name: 'waits for somebody else’s creation and updates it',
    of: { start: 'being-created' },
    result: 'updated',
    calls: ['UpdateService'],
    says: [/busy with CREATE_SERVICE \(operation /],
  },
  {
    name: 'waits for a deletion and creates anew',
    of: { start: 'being-deleted' },
    result: 'created',
    calls: ['CreateService'],
    says: [/busy with DELETE_SERVICE \(operation /],
  },
  {
    name: 'waits for maintenance, which has no operation',
    of: { start: 'maintained' },
    result: 'updated',
    calls: ['UpdateService'],
    says: ['no operation listed'],
  },
  {
    name: 'gives up on a service that is busy for ever',
    of: { start: 'wedged', timeoutMinutes: 5 },
    code: 1,
    result: 'failed',
    calls: [],
    says: ['timeout-minutes (5) is over'],
    seconds: 310,
  },
  {
    name: 'creates a service that is deleted under its feet',
    of: {
      start: 'running',
      operationSeconds: 5,
      faults: [{ kind: 'slow', action: 'ecr:BatchGetImage', ms: 12_000 }],
      intrusions: [{ deed: 'delete', atSeconds: 1 }],
    },
    result: 'created',
    calls: [`UpdateService ${BUSY}`, 'CreateService'],
  },
  {
    name: 'updates a service that is created under its feet',
    of: {
      start: 'none',
      operationSeconds: 5,
      faults: [{ kind: 'slow', action: 'ecr:BatchGetImage', ms: 12_000 }],
      intrusions: [{ deed: 'create', atSeconds: 1 }],
    },
    result: 'updated',
    calls: ['CreateService InvalidRequestException', 'UpdateService'],
  },
  {
    name: 'waits where somebody else was faster',
    of: {
      start: 'running',
      faults: [{ kind: 'slow', action: 'ecr:BatchGetImage', ms: 12_000 }],
      intrusions: [{ deed: 'deploy', atSeconds: 6 }],
    },
    result: 'updated',
    calls: [`UpdateService ${BUSY}`, 'UpdateService'],
    says: [/busy with START_DEPLOYMENT \(operation /],
  },
];
