import { describe, expect, it } from '@jest/globals';
import { verdictText } from '../../../src/commands/verdict.ts';
import { createService, SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';

const ROLLED_BACK = {
  end: { kind: 'ended', status: 'ROLLBACK_SUCCEEDED' },
  type: 'UPDATE_SERVICE',
  serviceArn: SERVICE_ARN,
  service: createService(),
  facts: { operationId: 'op' },
  timeoutMinutes: 30,
} as const;

describe('the verdict', () => {
  it.each([
    ['names the event log where nothing else leads to it', false],
    ['leaves the event log to the diagnosis that comes with it', true],
  ])('%s', (_, diagnosed) => {
    const text = verdictText({ ...ROLLED_BACK, diagnosed });
    expect(text).toContain('Operation op was rolled back');
    expect(text.includes(`/aws/apprunner/hello-api/${SERVICE_ID}/service`)).toBe(!diagnosed);
  });
});
