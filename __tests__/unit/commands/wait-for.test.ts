import type { OperationSummary } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { run } from '../../../src/run.ts';
import { createService } from '../../support/create-service.ts';
import { fakePorts, OPERATION_ID, type World } from '../../support/fake-ports.ts';

const INPUTS = { service: 'hello-api', command: 'wait', 'operation-id': OPERATION_ID };

/** An operation as ListOperations tells it. */
const operation = (more: Partial<OperationSummary>): OperationSummary => ({
  Id: OPERATION_ID,
  Type: 'UPDATE_SERVICE',
  Status: 'IN_PROGRESS',
  StartedAt: new Date('2026-01-01T00:00:00Z'),
  ...more,
});

async function wait(listed: OperationSummary, world: World = {}) {
  const fakes = fakePorts({
    inputs: INPUTS,
    service: createService({ Status: 'OPERATION_IN_PROGRESS' }),
    history: { operations: async () => [listed] },
    ...world,
  });
  return { ...fakes, code: await run(fakes.ports) };
}

const gone = new ActionError('gone', {
  cause: Object.assign(new Error('no service'), { name: 'ResourceNotFoundException' }),
});

describe('command: wait', () => {
  it('takes the end of a service for the success of its deletion', async () => {
    const { code, runner } = await wait(operation({ Type: 'DELETE_SERVICE' }), {
      appRunner: {
        newestOperations: async () => {
          throw gone;
        },
      },
    });
    expect([code, runner.outputs.result, runner.outputs['service-status']]).toEqual([
      0,
      'deleted',
      'DELETED',
    ]);
  });

  it.each([
    ['CREATE_SERVICE', 'created'],
    ['UPDATE_SERVICE', 'updated'],
    ['START_DEPLOYMENT', 'deployed'],
    ['PAUSE_SERVICE', 'paused'],
    ['RESUME_SERVICE', 'resumed'],
  ] as const)('has for %s the result %s', async (Type, result) => {
    const { code, runner } = await wait(operation({ Type }));
    expect([code, runner.outputs.result]).toEqual([0, result]);
  });

  it('refuses a type of operation that nobody knows', async () => {
    const { code, runner } = await wait(Object.assign(operation({}), { Type: 'MOVE_SERVICE' }));
    expect(code).toBe(1);
    expect(runner.text()).toContain('is of type MOVE_SERVICE');
  });

  it('changes nothing', async () => {
    const { events } = await wait(operation({}));
    expect(
      events.filter((event) => /:(Create|Update|Delete|Start|Tag|Pause|Resume)/.test(event)),
    ).toEqual([]);
  });
});
