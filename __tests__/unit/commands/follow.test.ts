import type { OperationSummary, OperationType, Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { type Followed, followToEnd } from '../../../src/commands/follow.ts';
import type { Job } from '../../../src/commands/job.ts';
import { Progress } from '../../../src/commands/progress.ts';
import { ActionError, RolledBackError } from '../../../src/errors.ts';
import { createInputs } from '../../support/create-inputs.ts';
import { createService, REGISTRY, SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';
import { fakePorts, OPERATION_ID, type World } from '../../support/fake-ports.ts';

const OLD = `${REGISTRY}/hello-api:1.0.0`;
const NEW = `${REGISTRY}/hello-api:1.1.0`;
const GROUP = `/aws/apprunner/hello-api/${SERVICE_ID}/service`;

interface Case extends World {
  readonly type?: OperationType;
  readonly followed?: Partial<Followed>;
  readonly minutes?: number;
  readonly image?: string;
}

/** Follows an operation in a scripted world; the error is there unless it succeeds. */
async function follow({ type = 'UPDATE_SERVICE', followed, minutes = 30, image, ...world }: Case) {
  const { ports, runner, clock, events } = fakePorts(world);
  const progress = new Progress();
  const since = clock.now();
  progress.learn({
    serviceName: 'hello-api',
    serviceArn: SERVICE_ARN,
    serviceId: SERVICE_ID,
    serviceStatus: 'OPERATION_IN_PROGRESS',
    operationId: OPERATION_ID,
    operationStatus: 'PENDING',
    image: image ?? NEW,
  });
  const job: Job = {
    inputs: createInputs({}),
    ports,
    runner,
    progress,
    aws: await ports.aws('us-east-1').load(),
  };
  let error: unknown;
  await followToEnd(
    job,
    { serviceArn: SERVICE_ARN, operationId: OPERATION_ID, type, since, ...followed },
    since + minutes * 60_000,
  ).catch((thrown: unknown) => {
    error = thrown;
  });
  const message = error instanceof ActionError ? error.message : '';
  const calls = events.filter((event) => event.startsWith('apprunner:'));
  const elapsed = clock.now() - since;
  return { error, message, facts: progress.facts, progress, runner, calls, elapsed };
}

/** ListOperations that never shows the operation. */
const unlisted = (Status: Service['Status'], more: Partial<Service> = {}) => ({
  newestOperations: async (): Promise<OperationSummary[]> => [],
  describe: async () => createService({ ...(Status && { Status }), ...more }),
});

const gone = async (): Promise<never> => {
  throw new ActionError('gone', {
    cause: Object.assign(new Error('gone'), { name: 'ResourceNotFoundException' }),
  });
};

describe('an operation that succeeds', () => {
  it.each([
    ['CREATE_SERVICE', 'RUNNING'],
    ['UPDATE_SERVICE', 'RUNNING'],
    ['START_DEPLOYMENT', 'RUNNING'],
    ['RESUME_SERVICE', 'RUNNING'],
    ['PAUSE_SERVICE', 'PAUSED'],
    ['DELETE_SERVICE', 'DELETED'],
  ] as const)(
    '%s leaves the service %s, and nothing more is asked',
    async (type, serviceStatus) => {
      const { error, facts, calls } = await follow({ type });
      expect(error).toBeUndefined();
      expect(facts).toMatchObject({ operationStatus: 'SUCCEEDED', serviceStatus });
      expect(new Set(calls)).toEqual(new Set(['apprunner:ListOperations']));
    },
  );

  it('has its statuses and event lines in the log, with what it usually takes', async () => {
    const begin = Date.UTC(2026, 0, 1);
    let looks = 0;
    const { runner } = await follow({
      logs: { [GROUP]: { events: [{ time: begin + 2_000, message: '[AppRunner] Pulling.' }] } },
      appRunner: {
        newestOperations: async () => {
          looks += 1;
          return [
            { Id: OPERATION_ID, Status: looks > 8 ? 'SUCCEEDED' : 'IN_PROGRESS' },
            {
              Id: 'before',
              Type: 'UPDATE_SERVICE',
              Status: 'SUCCEEDED',
              StartedAt: new Date(begin - 1_000_000),
              EndedAt: new Date(begin - 840_000),
            },
          ];
        },
      },
    });
    expect(runner.text()).toContain(`Waiting for operation ${OPERATION_ID} (UPDATE_SERVICE).`);
    expect(runner.text()).toContain('This usually takes 2 min 40 s here.');
    expect(runner.text()).toMatch(/ {2}IN_PROGRESS\n/);
    expect(runner.text()).toContain('     2.0 s  [AppRunner] Pulling.');
    expect(runner.text()).toMatch(/ {2}SUCCEEDED$/);
  });
});

describe('an operation that is rolled back', () => {
  it('says that the version was rejected and which one serves', async () => {
    const { error, message, facts, progress } = await follow({
      statuses: ['IN_PROGRESS', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCEEDED'],
      service: createService(),
    });
    expect(error).toBeInstanceOf(RolledBackError);
    expect(message).toContain(
      `Operation ${OPERATION_ID} was rolled back: the new version was rejected and the one before serves on, ${OLD}. The service is RUNNING.`,
    );
    expect(facts).toMatchObject({
      operationStatus: 'ROLLBACK_SUCCEEDED',
      serviceStatus: 'RUNNING',
      image: NEW,
    });
    expect(progress.diagnosis).toBeDefined();
  });

  it('tells two images of one tag apart', async () => {
    const { message } = await follow({
      type: 'START_DEPLOYMENT',
      statuses: ['ROLLBACK_SUCCEEDED'],
      service: createService(),
      image: OLD,
    });
    expect(message).toContain(`serves on, ${OLD} as it was before.`);
  });

  it('keeps its verdict when the service can not be read after it', async () => {
    const { error, message, facts } = await follow({
      statuses: ['ROLLBACK_SUCCEEDED'],
      appRunner: { describe: async () => Promise.reject(new ActionError('no')) },
    });
    expect(error).toBeInstanceOf(RolledBackError);
    expect(message).toContain("serves on. The service's state could not be read.");
    expect(facts.serviceStatus).toBeUndefined();
  });

  it('hides the values of the version that serves again', async () => {
    const { progress } = await follow({
      statuses: ['ROLLBACK_SUCCEEDED'],
      service: createService(),
    });
    expect(progress.hidden).toContain('correct horse battery staple');
  });
});

describe('an operation that fails', () => {
  it.each([
    ['CREATE_SERVICE', 'CREATE_FAILED', 'not brought up', 'the next run repairs it'],
    ['UPDATE_SERVICE', 'CREATE_FAILED', 'not updated', 'the next run repairs it'],
    ['UPDATE_SERVICE', 'RUNNING', 'not updated', 'run this again'],
    ['START_DEPLOYMENT', 'RUNNING', 'not deployed', 'run this again'],
    ['PAUSE_SERVICE', 'RUNNING', 'not paused', 'Run this again'],
    ['RESUME_SERVICE', 'PAUSED', 'not resumed', 'Run this again'],
    ['DELETE_SERVICE', 'DELETE_FAILED', 'not deleted', 'delete it again'],
  ] as const)('%s, with the service %s, says so', async (type, status, failed, remedy) => {
    const { error, message, facts } = await follow({
      type,
      statuses: ['IN_PROGRESS', 'FAILED'],
      service: createService({ Status: status }),
    });
    expect(error).not.toBeInstanceOf(RolledBackError);
    expect(message).toMatch(
      new RegExp(`^Operation ${OPERATION_ID} failed: the .* was ${failed}\\.`),
    );
    expect(message).toContain(`The service is ${status}.`);
    expect(message).toContain(remedy);
    expect(facts).toMatchObject({ operationStatus: 'FAILED', serviceStatus: status });
  });

  it('along with its rollback says that too', async () => {
    const { error, message } = await follow({
      statuses: ['ROLLBACK_FAILED'],
      service: createService(),
    });
    expect(error).not.toBeInstanceOf(RolledBackError);
    expect(message).toContain('failed, and so did the rollback to the version before.');
  });

  it('because the service was deleted says so', async () => {
    const { message, facts } = await follow({ appRunner: { newestOperations: gone } });
    expect(message).toContain('the service was deleted meanwhile. Run this again');
    expect(facts.serviceStatus).toBe('DELETED');
  });
});

describe('an operation that is never listed', () => {
  it('is a success where the service has what was asked for', async () => {
    const { error, facts, runner } = await follow({
      appRunner: unlisted('RUNNING'),
      followed: { stands: () => true },
    });
    expect(error).toBeUndefined();
    expect(runner.text()).toContain(
      'The service is RUNNING and has what this run asked for, so it is taken for a success.',
    );
    expect(facts).toMatchObject({ serviceStatus: 'RUNNING' });
    expect(facts.operationStatus).toBeUndefined();
  });

  it.each([
    ['START_DEPLOYMENT', 'RUNNING'],
    ['PAUSE_SERVICE', 'PAUSED'],
  ] as const)(
    'is judged by status alone where there is nothing to compare: %s',
    async (type, status) => {
      const { error, runner } = await follow({ type, appRunner: unlisted(status) });
      expect(error).toBeUndefined();
      expect(runner.text()).toContain(`The service is ${status}, so it is taken for a success.`);
    },
  );

  it('was rolled back where the service runs without it, and no status is made up', async () => {
    const { error, message, facts } = await follow({
      appRunner: unlisted('RUNNING'),
      followed: { stands: () => false },
    });
    expect(error).toBeInstanceOf(RolledBackError);
    expect(message).toContain(
      `never listed by App Runner, and the service runs without what this run asked for: the new version was rejected and the one before serves on, ${OLD}.`,
    );
    expect(facts.operationStatus).toBeUndefined();
  });

  it('was rolled back where App Runner has written that it failed', async () => {
    const id = OPERATION_ID.replaceAll('-', '');
    const message = `[AppRunner] Deployment with ID : ${id} failed. Failure reason : Health check failed.`;
    const { error, runner } = await follow({
      type: 'START_DEPLOYMENT',
      appRunner: unlisted('RUNNING'),
      logs: { [GROUP]: { events: [{ time: Date.UTC(2026, 0, 1) + 2_000, message }] } },
    });
    expect(error).toBeInstanceOf(RolledBackError);
    expect(runner.text()).toContain('Failure reason : Health check failed.');
  });

  it('failed where the service is in another state than it leads to', async () => {
    const { error, message } = await follow({
      type: 'CREATE_SERVICE',
      appRunner: unlisted('CREATE_FAILED'),
    });
    expect(error).not.toBeInstanceOf(RolledBackError);
    expect(message).toContain("by the service's state the service was not brought up");
    expect(message).toContain('The service is CREATE_FAILED.');
  });

  it('deleted the service where that is gone', async () => {
    const { error, facts, runner } = await follow({
      type: 'DELETE_SERVICE',
      appRunner: { newestOperations: gone },
    });
    expect(error).toBeUndefined();
    expect(facts.serviceStatus).toBe('DELETED');
    expect(facts.operationStatus).toBeUndefined();
    expect(runner.text()).toContain('The service does not exist any more.');
  });

  it('and whose id was not told is known by it once it is found', async () => {
    const { error, facts, runner } = await follow({
      type: 'PAUSE_SERVICE',
      followed: { operationId: undefined },
      appRunner: {
        newestOperations: async () => [
          {
            Id: 'found',
            Type: 'PAUSE_SERVICE',
            Status: 'SUCCEEDED',
            StartedAt: new Date(Date.UTC(2026, 0, 1)),
          },
        ],
      },
    });
    expect(error).toBeUndefined();
    expect(runner.text()).toContain('Waiting for PAUSE_SERVICE; App Runner told no id');
    expect(facts).toMatchObject({ operationId: 'found', operationStatus: 'SUCCEEDED' });
  });
});

describe('the deadline', () => {
  it('says what goes on and what to do, and keeps to its time', async () => {
    const { error, message, facts, elapsed } = await follow({
      statuses: ['IN_PROGRESS'],
      service: createService({ Status: 'OPERATION_IN_PROGRESS' }),
      minutes: 2,
    });
    expect(error).not.toBeInstanceOf(RolledBackError);
    expect(message).toContain(`timeout-minutes is over (30 min) and operation ${OPERATION_ID}`);
    expect(message).toContain(`is still IN_PROGRESS. App Runner goes on with it`);
    expect(message).toContain("can't be stopped; the service is OPERATION_IN_PROGRESS.");
    expect(message).toContain('Raise timeout-minutes');
    expect(facts).toMatchObject({
      operationStatus: 'IN_PROGRESS',
      serviceStatus: 'OPERATION_IN_PROGRESS',
    });
    expect(elapsed).toBeLessThanOrEqual(130_000);
  });
});
