import { describe, expect, it } from '@jest/globals';
import type { Seed } from '../../local-aws/apprunner/seed.ts';
import { createFaultBook } from '../../local-aws/faults/fault-book.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import {
  at,
  createFixture,
  createJumpingClock,
  type Fixture,
  source,
} from './apprunner-fixture.ts';

const fixture = closedAfterEach(createFixture, ({ appRunner }) => appRunner.close());

const state = (message: string) => ({ code: 'InvalidStateException', message });
const notRunning = {
  code: 'InvalidRequestException',
  message: "Can't start a deployment on the specified service, because it isn't in RUNNING state",
};
const cannot = (participle: string, status: string) =>
  state(`Service cannot be ${participle} in the current state: ${status}`);

const calls = [
  'UpdateService',
  'StartDeployment',
  'PauseService',
  'ResumeService',
  'DeleteService',
] as const;
type Called = (typeof calls)[number];

const participles: Readonly<Record<Exclude<Called, 'StartDeployment'>, string>> = {
  UpdateService: 'updated',
  PauseService: 'paused',
  ResumeService: 'resumed',
  DeleteService: 'deleted',
};

type Status = NonNullable<Seed['Status']> | 'DELETED';

/** What each state allows; all else is refused. */
const allowed: Readonly<Record<Status, readonly Called[]>> = {
  RUNNING: ['UpdateService', 'StartDeployment', 'PauseService', 'DeleteService'],
  PAUSED: ['ResumeService', 'DeleteService'],
  CREATE_FAILED: ['UpdateService', 'DeleteService'],
  DELETE_FAILED: ['DeleteService'],
  OPERATION_IN_PROGRESS: [],
  DELETED: [],
};

const seeded = async (made: Fixture, status: Status): Promise<string> => {
  if (status !== 'DELETED') {
    made.images.push('hello', 'seed');
    return made.appRunner.seed({ ServiceName: 'hello', Status: status });
  }
  const arn = await made.appRunner.seed({ ServiceName: 'hello' });
  await made.call('DeleteService', { ServiceArn: arn });
  await made.appRunner.idle();
  return arn;
};

const input = (operation: Called, ServiceArn: string) =>
  operation === 'UpdateService' ? { ServiceArn, SourceConfiguration: source() } : { ServiceArn };

const table = Object.entries(allowed).flatMap(([status, permitted]) =>
  calls.map((operation) => ({
    status: status as Status,
    operation,
    ok: permitted.includes(operation),
  })),
);

describe('what a state allows', () => {
  it.each(table.filter(({ ok }) => ok))(
    'a $status service takes $operation',
    async ({ status, operation }) => {
      const made = fixture();
      const arn = await seeded(made, status);
      expect(await made.status(arn)).toBe(status);
      await made.call(operation, input(operation, arn));
      expect(await made.status(arn)).toBe('OPERATION_IN_PROGRESS');
      await made.appRunner.idle();
      expect((await made.operations(arn))[0]).toMatch(/ SUCCEEDED$/);
    },
  );

  it.each(table.filter(({ ok }) => !ok))(
    'a $status service refuses $operation',
    async ({ status, operation }) => {
      const made = fixture();
      const arn = await seeded(made, status);
      const refusal =
        operation === 'StartDeployment' ? notRunning : cannot(participles[operation], status);
      await expect(made.call(operation, input(operation, arn))).rejects.toMatchObject(refusal);
      expect(await made.status(arn)).toBe(status);
    },
  );
});

describe('a service that is seeded', () => {
  it('resumes what it ran, even when that has left ECR', async () => {
    const { appRunner, call, status, get } = fixture();
    const arn = await appRunner.seed({ ServiceName: 'hello', Status: 'PAUSED' });
    await call('ResumeService', { ServiceArn: arn });
    await appRunner.idle();
    expect(await status(arn)).toBe('RUNNING');
    expect((await get(arn)).image).toMatch(/hello:seed$/);
  });

  it('is repaired from CREATE_FAILED under its own ARN and URL', async () => {
    const { appRunner, call, status, operations } = fixture();
    const arn = await appRunner.seed({ ServiceName: 'hello', Status: 'CREATE_FAILED' });
    const before = at(await call('DescribeService', { ServiceArn: arn }), 'Service', 'ServiceUrl');
    await call('UpdateService', { ServiceArn: arn, SourceConfiguration: source() });
    await appRunner.idle();
    const after = at(await call('DescribeService', { ServiceArn: arn }), 'Service', 'ServiceUrl');
    expect([await status(arn), after]).toEqual(['RUNNING', before]);
    expect(await operations(arn)).toEqual(['UPDATE_SERVICE SUCCEEDED']);
  });
});

describe('maintenance', () => {
  const minute = 60_000;
  const maintained = async () => {
    const clock = createJumpingClock();
    const made = fixture({ clock }, { clock });
    const arn = await made.create();
    return { ...made, clock, arn };
  };

  it('keeps a service busy for its time without an operation, and it goes on serving', async () => {
    const { appRunner, arn, status, operations, get, call, clock } = await maintained();
    expect(appRunner.maintain('hello', 3 * minute)).toBe(true);
    await expect(call('UpdateService', { ServiceArn: arn })).rejects.toMatchObject(
      cannot('updated', 'OPERATION_IN_PROGRESS'),
    );
    await expect(call('StartDeployment', { ServiceArn: arn })).rejects.toMatchObject(notRunning);
    const began = clock.now();
    const serving = get(arn);
    expect(await status(arn)).toBe('OPERATION_IN_PROGRESS');
    expect(await operations(arn)).toEqual(['CREATE_SERVICE SUCCEEDED']);
    await appRunner.idle();
    expect([await status(arn), clock.now() - began]).toEqual(['RUNNING', 3 * minute]);
    expect((await serving).path).toBe('/');
    await call('StartDeployment', { ServiceArn: arn });
    await appRunner.idle();
  });

  it('leaves a service paused that was, and takes an ARN as well', async () => {
    const { appRunner, arn, call, status } = await maintained();
    await call('PauseService', { ServiceArn: arn });
    await appRunner.idle();
    expect(appRunner.maintain(arn, minute)).toBe(true);
    expect(await status(arn)).toBe('OPERATION_IN_PROGRESS');
    await appRunner.idle();
    expect(await status(arn)).toBe('PAUSED');
  });

  it('does not begin on a busy service, and needs one that there is', async () => {
    const { appRunner, arn, call, status } = await maintained();
    await call('StartDeployment', { ServiceArn: arn });
    expect(appRunner.maintain('hello', minute)).toBe(false);
    await appRunner.idle();
    expect(await status(arn)).toBe('RUNNING');
    expect(() => appRunner.maintain('absent', minute)).toThrow(
      'There is no service absent to maintain.',
    );
  });

  it('can last for ever', async () => {
    const { appRunner, arn, status, clock } = await maintained();
    appRunner.maintain('hello', Number.POSITIVE_INFINITY);
    await clock.sleep(24 * 60 * minute);
    expect(await status(arn)).toBe('OPERATION_IN_PROGRESS');
    await appRunner.idle();
  });
});

describe('an operation that breaks on an error of the local AWS itself', () => {
  it('fails like any other, and tells the error', async () => {
    const images = { ...fixture().images, resolve: () => Promise.reject(new Error('no disk')) };
    const { create, status, operations, lines } = fixture(
      {},
      { images, faults: createFaultBook() },
    );
    const arn = await create();
    expect([await status(arn), await operations(arn)]).toEqual([
      'CREATE_FAILED',
      ['CREATE_SERVICE FAILED'],
    ]);
    expect(lines(arn, 'service', 'events')).toContain(
      '[AppRunner] Internal service error: no disk',
    );
  });
});
