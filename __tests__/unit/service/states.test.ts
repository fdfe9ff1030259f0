import type { OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import {
  runningOperation,
  startedSince,
  stateNote,
  stepBefore,
} from '../../../src/service/states.ts';
import { createService } from '../../support/create-service.ts';

describe('before a deployment', () => {
  it.each([
    [undefined, 'deploy', undefined],
    ['RUNNING', 'deploy', undefined],
    ['CREATE_FAILED', 'deploy', 'repairs'],
    ['OPERATION_IN_PROGRESS', 'wait', 'waits'],
    ['PAUSED', 'resume', 'resumed'],
    ['DELETE_FAILED', 'delete', 'deleted again'],
  ] as const)('a service that is %s asks for %s', (Status, step, note) => {
    const service: Service | undefined = Status && createService({ Status });
    expect(stepBefore(service)).toBe(step);
    expect(service && stateNote(service)).toEqual(note && expect.stringContaining(note));
  });
});

const SINCE = Date.UTC(2026, 0, 1);

function operation(overrides: Partial<OperationSummary>): OperationSummary {
  return {
    Id: 'x',
    Type: 'UPDATE_SERVICE',
    Status: 'IN_PROGRESS',
    StartedAt: new Date(SINCE),
    ...overrides,
  };
}

describe('the operation that works on a service', () => {
  it.each(['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS'] as const)('is %s', (Status) => {
    const running = operation({ Status });
    expect(runningOperation([operation({ Status: 'SUCCEEDED' }), running])).toBe(running);
  });

  it('is absent where all have ended', () => {
    const ended = ['SUCCEEDED', 'FAILED', 'ROLLBACK_SUCCEEDED', 'ROLLBACK_FAILED'] as const;
    expect(runningOperation(ended.map((Status) => operation({ Status })))).toBeUndefined();
  });
});

describe('an operation since a time', () => {
  it.each([
    ['is of its type', { Type: 'START_DEPLOYMENT' }, false],
    ['began after it', { StartedAt: new Date(SINCE + 60_000) }, true],
    ['began in its second, which is all that App Runner tells', {}, true],
    ['did not begin before', { StartedAt: new Date(SINCE - 2_000) }, false],
    ['has a time', { StartedAt: undefined }, false],
  ] as const)('%s', (_, overrides, found) => {
    const one = operation(overrides);
    expect(startedSince([one], 'UPDATE_SERVICE', SINCE + 900)).toBe(found ? one : undefined);
  });
});
