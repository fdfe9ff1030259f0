import type { OperationSummary, OperationType, ServiceStatus } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { type Planned, planOf, stepText } from '../../../src/commands/plan.ts';
import { decide } from '../../../src/service/decision.ts';
import { remaining } from '../../../src/service/states.ts';
import { createSettings } from '../../support/create-inputs.ts';
import { ACCESS_ROLE, createService, REGISTRY } from '../../support/create-service.ts';

const SAME = `${REGISTRY}/hello-api:1.0.0`;
const OTHER = `${REGISTRY}/hello-api:2.0.0`;

function plan(Status: ServiceStatus | undefined, running?: OperationType, identifier = OTHER) {
  const service = Status && createService({ Status });
  const operation: OperationSummary | undefined = running && {
    Id: 'operation-1',
    Type: running,
    Status: 'IN_PROGRESS',
  };
  const settings = createSettings({ accessRoleArn: ACCESS_ROLE });
  return planOf(service, operation, async (found) =>
    decide('hello-api', remaining(found), { identifier, type: 'ECR' }, settings),
  );
}

const kinds = (planned: readonly Planned[]) =>
  planned.map((step) => (step.kind === 'release' ? step.decision.kind : step.kind));

describe('the plan of a deployment', () => {
  it.each<[string, ServiceStatus | undefined, OperationType | undefined, string[]]>([
    ['no service', undefined, undefined, ['create']],
    ['a running one', 'RUNNING', undefined, ['update']],
    ['a paused one', 'PAUSED', undefined, ['resume', 'update']],
    ['one whose creation failed', 'CREATE_FAILED', undefined, ['update']],
    ['one whose deletion failed', 'DELETE_FAILED', undefined, ['delete', 'create']],
    ['one in maintenance', 'OPERATION_IN_PROGRESS', undefined, ['wait', 'update']],
    ['one that is updated', 'OPERATION_IN_PROGRESS', 'UPDATE_SERVICE', ['wait', 'update']],
    [
      'one that is being paused',
      'OPERATION_IN_PROGRESS',
      'PAUSE_SERVICE',
      ['wait', 'resume', 'update'],
    ],
    ['one that is being deleted', 'OPERATION_IN_PROGRESS', 'DELETE_SERVICE', ['wait', 'create']],
  ])('for %s', async (_, status, running, steps) => {
    expect(kinds(await plan(status, running))).toEqual(steps);
  });

  it('is a deployment of the same settings where nothing changes', async () => {
    expect(kinds(await plan('PAUSED', undefined, SAME))).toEqual(['resume', 'deploy']);
  });

  it('throws what a run would', async () => {
    await expect(
      planOf(undefined, undefined, async (found) =>
        decide('hello-api', found, { identifier: OTHER, type: 'ECR' }, createSettings()),
      ),
    ).rejects.toThrow("Input 'access-role-arn' is missing");
  });
});

describe('a step in words', () => {
  it.each<[Exclude<Planned, { kind: 'release' }>, string]>([
    [
      { kind: 'wait', operation: { Id: 'o-1', Type: 'UPDATE_SERVICE' } },
      'Wait for UPDATE_SERVICE (operation o-1) to end; the rest supposes that it succeeds.',
    ],
    [
      { kind: 'wait', operation: undefined },
      'Wait for the service, which is busy with no operation listed, as in AWS maintenance.',
    ],
    [{ kind: 'resume', service: createService() }, 'ResumeService: the service is paused.'],
    [
      { kind: 'delete', service: createService({ Status: 'DELETE_FAILED' }) },
      'DeleteService: the service is DELETE_FAILED; it is created anew after it.',
    ],
  ])('%j', (planned, text) => {
    expect(stepText(planned)).toBe(text);
  });
});
