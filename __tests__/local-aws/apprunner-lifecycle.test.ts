import { describe, expect, it } from '@jest/globals';
import type { MemoryParts } from '../../local-aws/runtime/memory.ts';
import { closedAfterEach } from '../support/closed-after-each.ts';
import {
  at,
  createFixture,
  createJumpingClock,
  type Fixture,
  registry,
  source,
} from './apprunner-fixture.ts';

const fixture = closedAfterEach(createFixture, ({ appRunner }) => appRunner.close());
const scripted = (script: NonNullable<MemoryParts['script']>): Fixture => fixture({ script });

describe('a service that is created', () => {
  it('is busy at first and RUNNING when its operation SUCCEEDED', async () => {
    const { call, appRunner, status, operations } = fixture();
    const answer = await call('CreateService', {
      ServiceName: 'hello',
      SourceConfiguration: source(),
    });
    expect(at(answer, 'Service', 'Status')).toBe('OPERATION_IN_PROGRESS');
    expect(at(answer, 'OperationId')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const arn = String(at(answer, 'Service', 'ServiceArn'));
    expect(arn).toMatch(/^arn:aws:apprunner:eu-west-1:123456789012:service\/hello\/[0-9a-f]{32}$/);
    await appRunner.idle();
    expect(await status(arn)).toBe('RUNNING');
    expect(await operations(arn)).toEqual(['CREATE_SERVICE SUCCEEDED']);
  });

  it('answers on its URL with the port and variables it was given', async () => {
    const { create, get } = fixture();
    const configuration = { RuntimeEnvironmentVariables: { GREETING: 'hi' } };
    const arn = await create({ SourceConfiguration: source('1', {}, configuration) });
    expect(await get(arn, '/x')).toMatchObject({
      service: 'hello',
      image: `${registry}/app:1`,
      environment: ['GREETING', 'PORT'],
      path: '/x',
    });
  });

  it('tells its deployment in the words of App Runner', async () => {
    const { create, call, lines } = fixture();
    const arn = await create();
    const list = await call('ListOperations', { ServiceArn: arn });
    const id = String(at(list, 'OperationSummaryList', 0, 'Id')).replaceAll('-', '');
    expect(lines(arn, 'service', `deployment/${id}`)).toEqual([
      `[AppRunner] Deployment with ID : ${id} started. Triggering event : SERVICE_CREATE`,
      `[AppRunner] Deployment Artifact: [Repo Type: ECR], [Image URL: ${registry}/app], [Image Tag: 1]`,
      `[AppRunner] Pulling image ${registry}/app from ECR repository.`,
      '[AppRunner] Successfully pulled your application image from ECR.',
      '[AppRunner] Provisioning instances and deploying image for publicly accessible service.',
      "[AppRunner] Performing health check on protocol `TCP` [Port: '3000'].",
      '[AppRunner] Health check is successful. Routing traffic to application.',
      '[AppRunner] Successfully routed incoming traffic to application.',
    ]);
    expect(lines(arn, 'service', 'events').at(-1)).toBe(
      '[AppRunner] Service status is set to RUNNING.',
    );
  });
});

describe('a create that fails', () => {
  it('leaves CREATE_FAILED, which holds the name, when the image is absent', async () => {
    const { create, call, status, operations, lines } = fixture();
    const arn = await create({ SourceConfiguration: source('absent') });
    expect(await status(arn)).toBe('CREATE_FAILED');
    expect(await operations(arn)).toEqual(['CREATE_SERVICE FAILED']);
    expect(lines(arn, 'service', 'events').join('\n')).toMatch(
      /Deployment with ID : [0-9a-f]{32} failed\. Failure reason : Failed to copy the image from ECR\./,
    );
    await expect(
      call('CreateService', { ServiceName: 'hello', SourceConfiguration: source() }),
    ).rejects.toMatchObject({
      code: 'InvalidRequestException',
      message: 'Service with the provided name already exists: hello',
    });
  });

  it('names the exit code of a process that ended and keeps its output', async () => {
    const { create, status, lines } = scripted(() => ({
      kind: 'exits',
      code: 3,
      lines: ['no database'],
    }));
    const arn = await create();
    expect(await status(arn)).toBe('CREATE_FAILED');
    expect(lines(arn, 'service', 'events')).toContain(
      '[AppRunner] Your application stopped or failed to start. See logs for more information. Container exit code: 3',
    );
    expect(lines(arn, 'application')).toEqual(['no database']);
  });

  it('shows the exec format error of another architecture', async () => {
    const { create, status, lines } = scripted(() => ({ kind: 'wrong-architecture' }));
    const arn = await create();
    expect(await status(arn)).toBe('CREATE_FAILED');
    expect(lines(arn, 'application').join()).toMatch(/exec format error/);
  });

  it('names protocol, path and port of a health check that never passed', async () => {
    const { create, status, lines } = scripted(() => ({ kind: 'unhealthy' }));
    const health = { Protocol: 'HTTP', Path: '/up', Interval: 1, UnhealthyThreshold: 2 };
    const arn = await create({ HealthCheckConfiguration: health });
    expect(await status(arn)).toBe('CREATE_FAILED');
    expect(lines(arn, 'service', 'events').join('\n')).toContain(
      "Health check failed on protocol `HTTP` [Path: '/up'], [Port: '3000']. Check your configured port number.",
    );
  });

  it('fails an HTTP check on a path that answers 401, and passes one that answers 200', async () => {
    const { create, status } = scripted(() => ({
      kind: 'listens',
      reply: (path) => ({ status: path === '/open' ? 200 : 401, body: '{}' }),
    }));
    const health = { Protocol: 'HTTP', Interval: 1, UnhealthyThreshold: 1 };
    const closed = await create({ HealthCheckConfiguration: { ...health, Path: '/closed' } });
    expect(await status(closed)).toBe('CREATE_FAILED');
    const passing = await create({
      ServiceName: 'other',
      HealthCheckConfiguration: { ...health, Path: '/open' },
    });
    expect(await status(passing)).toBe('RUNNING');
  });

  it('is repaired by UpdateService, keeping ARN and URL', async () => {
    const { create, call, appRunner, status, get, operations } = fixture();
    const arn = await create({ SourceConfiguration: source('absent') });
    const before = at(await call('DescribeService', { ServiceArn: arn }), 'Service', 'ServiceUrl');
    await call('UpdateService', { ServiceArn: arn, SourceConfiguration: source('1') });
    await appRunner.idle();
    expect(await status(arn)).toBe('RUNNING');
    const after = at(await call('DescribeService', { ServiceArn: arn }), 'Service', 'ServiceUrl');
    expect(after).toBe(before);
    expect(await get(arn)).toMatchObject({ image: `${registry}/app:1` });
    expect(await operations(arn)).toEqual(['UPDATE_SERVICE SUCCEEDED', 'CREATE_SERVICE FAILED']);
  });

  it('stays CREATE_FAILED when the repair fails too', async () => {
    const { create, call, appRunner, status, operations } = fixture();
    const arn = await create({ SourceConfiguration: source('absent') });
    await call('UpdateService', { ServiceArn: arn, SourceConfiguration: source('gone') });
    await appRunner.idle();
    expect(await status(arn)).toBe('CREATE_FAILED');
    expect(await operations(arn)).toEqual(['UPDATE_SERVICE FAILED', 'CREATE_SERVICE FAILED']);
  });
});

describe('an instance that ends while it serves', () => {
  it('is replaced by another one of the same version', async () => {
    let started = 0;
    const { create, get, status, lines, appRunner } = scripted(() => {
      started += 1;
      return { kind: 'listens', lines: [`start ${started}`] };
    });
    const arn = await create();
    // The memory runtime's application ends when it is asked to.
    await get(arn, '/exit').catch(() => undefined);
    for (let tries = 0; started < 2 && tries < 150; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await appRunner.idle();
    expect(await get(arn)).toMatchObject({ image: `${registry}/app:1` });
    expect(await status(arn)).toBe('RUNNING');
    expect(lines(arn, 'application')).toEqual(['start 1', 'start 2']);
  });
});

describe('pause, resume and delete', () => {
  it('resumes the very image that ran before the pause, whatever was pushed meanwhile', async () => {
    const { create, call, appRunner, status, get, images } = fixture();
    const arn = await create();
    const { digest } = await get(arn);
    const paused = await call('PauseService', { ServiceArn: arn });
    expect(at(paused, 'Service', 'Status')).toBe('OPERATION_IN_PROGRESS');
    await appRunner.idle();
    expect(await status(arn)).toBe('PAUSED');
    await expect(get(arn)).rejects.toThrow('fetch failed');
    images.push('app', '1', 'newer bytes');
    await call('ResumeService', { ServiceArn: arn });
    await appRunner.idle();
    expect(await status(arn)).toBe('RUNNING');
    expect((await get(arn)).digest).toBe(digest);
  });

  it('describes a deleted service for a while, and frees its name at once', async () => {
    const { create, call, appRunner, get } = fixture();
    const arn = await create();
    await call('DeleteService', { ServiceArn: arn });
    await appRunner.idle();
    const described = await call('DescribeService', { ServiceArn: arn });
    expect(at(described, 'Service', 'Status')).toBe('DELETED');
    expect(at(described, 'Service', 'DeletedAt')).toBeInstanceOf(Date);
    expect(await call('ListServices')).toEqual({ ServiceSummaryList: [] });
    await expect(get(arn)).rejects.toThrow('fetch failed');
    expect(await create()).not.toBe(arn);
  });

  it('forgets a deleted service after an hour', async () => {
    const clock = createJumpingClock();
    const { create, call, appRunner } = fixture({ clock }, { clock });
    const arn = await create();
    await call('DeleteService', { ServiceArn: arn });
    await appRunner.idle();
    await clock.sleep(61 * 60_000);
    await expect(call('DescribeService', { ServiceArn: arn })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});

describe('the pace', () => {
  it("takes App Runner's own time for a create", async () => {
    const clock = createJumpingClock();
    const { create, call, operations } = fixture({ clock }, { clock, pace: 'app-runner' });
    const answer = await call('CreateService', {
      ServiceName: 'other',
      SourceConfiguration: source(),
    });
    expect(await operations(String(at(answer, 'Service', 'ServiceArn')))).toEqual([
      'CREATE_SERVICE PENDING',
    ]);
    const operation = at(
      await call('ListOperations', { ServiceArn: await create() }),
      'OperationSummaryList',
      0,
    );
    const tookMs = Number(at(operation, 'EndedAt')) - Number(at(operation, 'StartedAt'));
    expect(tookMs).toBe(300_000);
  });

  it('ends every operation exactly as late as a bench asks', async () => {
    const clock = createJumpingClock();
    const { create, call, appRunner } = fixture({ clock }, { clock, pace: { operationMs: 5000 } });
    const arn = await create();
    await call('StartDeployment', { ServiceArn: arn });
    await appRunner.idle();
    const list = at(await call('ListOperations', { ServiceArn: arn }), 'OperationSummaryList');
    const times = Array.isArray(list)
      ? list.map((each) => Number(at(each, 'EndedAt')) - Number(at(each, 'StartedAt')))
      : [];
    expect(times).toEqual([5000, 5000]);
  });
});
