import { describe, expect, it } from '@jest/globals';
import { verdictOn } from '../../../src/service/lifecycle.ts';
import { createService } from '../../support/create-service.ts';

describe('pause, resume and delete', () => {
  it.each([
    ['pause', undefined, 'refuse'],
    ['resume', undefined, 'refuse'],
    ['delete', undefined, 'done'],
    ['pause', 'RUNNING', 'act'],
    ['resume', 'RUNNING', 'done'],
    ['delete', 'RUNNING', 'act'],
    ['pause', 'PAUSED', 'done'],
    ['resume', 'PAUSED', 'act'],
    ['delete', 'PAUSED', 'act'],
    ['pause', 'OPERATION_IN_PROGRESS', 'wait'],
    ['resume', 'OPERATION_IN_PROGRESS', 'wait'],
    ['delete', 'OPERATION_IN_PROGRESS', 'wait'],
    ['pause', 'CREATE_FAILED', 'refuse'],
    ['resume', 'CREATE_FAILED', 'refuse'],
    ['delete', 'CREATE_FAILED', 'act'],
    ['pause', 'DELETE_FAILED', 'refuse'],
    ['resume', 'DELETE_FAILED', 'refuse'],
    ['delete', 'DELETE_FAILED', 'act'],
  ] as const)('%s of a service that is %s: %s', (command, Status, kind) => {
    const verdict = verdictOn(command, 'hello-api', Status && createService({ Status }));
    expect(verdict.kind).toBe(kind);
    if ('reason' in verdict) expect(verdict.reason).toContain("'hello-api'");
  });
});
