import { describe, expect, it } from '@jest/globals';
import { closedAfterEach } from '../support/closed-after-each.ts';
import { at, createFixture, createJumpingClock, source } from './apprunner-fixture.ts';

const fixture = closedAfterEach(createFixture, ({ appRunner }) => appRunner.close());

const busyText = 'Service cannot be updated in the current state: OPERATION_IN_PROGRESS';
const notRunningText =
  "Can't start a deployment on the specified service, because it isn't in RUNNING state";

describe('an update', () => {
  it('replaces the running version on the same URL', async () => {
    const { create, call, appRunner, get, images } = fixture();
    const arn = await create();
    const { digest: first } = await get(arn);
    const second = images.push('app', '2').digest;
    await call('UpdateService', { ServiceArn: arn, SourceConfiguration: source('2') });
    expect((await get(arn)).digest).toBe(first);
    await appRunner.idle();
    expect((await get(arn)).digest).toBe(second);
  });

  it('leaves members alone that it does not name, and replaces the variables whole', async () => {
    const { create, call, appRunner } = fixture();
    const health = { Protocol: 'HTTP', Path: '/up', Interval: 7 };
    const arn = await create({
      SourceConfiguration: source('1', {}, { RuntimeEnvironmentVariables: { A: '1', B: '2' } }),
      InstanceConfiguration: { Cpu: '2 vCPU', Memory: '4 GB' },
      HealthCheckConfiguration: health,
    });
    const SourceConfiguration = source('1', {}, { RuntimeEnvironmentVariables: { B: '3' } });
    await call('UpdateService', { ServiceArn: arn, SourceConfiguration });
    await appRunner.idle();
    expect(at(await call('DescribeService', { ServiceArn: arn }), 'Service')).toMatchObject({
      InstanceConfiguration: { Cpu: '2048', Memory: '4096' },
      HealthCheckConfiguration: { ...health, Timeout: 2, HealthyThreshold: 1 },
      SourceConfiguration: {
        ImageRepository: { ImageConfiguration: { RuntimeEnvironmentVariables: { B: '3' } } },
      },
    });
    const described = await call('DescribeService', { ServiceArn: arn });
    const image = at(described, 'Service', 'SourceConfiguration', 'ImageRepository');
    expect(at(image, 'ImageConfiguration', 'RuntimeEnvironmentVariables')).toEqual({ B: '3' });
  });

  it('cannot take a start command away', async () => {
    const { create, call, appRunner } = fixture();
    const arn = await create({
      SourceConfiguration: source('1', {}, { StartCommand: 'node server.js' }),
    });
    await call('UpdateService', { ServiceArn: arn, SourceConfiguration: source('1') });
    await appRunner.idle();
    const described = await call('DescribeService', { ServiceArn: arn });
    const image = at(described, 'Service', 'SourceConfiguration', 'ImageRepository');
    expect(at(image, 'ImageConfiguration', 'StartCommand')).toBe('node server.js');
  });

  it.each([
    ['exits', { kind: 'exits', code: 1 }],
    ['never gets healthy', { kind: 'unhealthy' }],
  ] as const)(
    'is rolled back when the new version %s, and the old one serves all along',
    async (_, outcome) => {
      const { create, call, appRunner, get, images, status, operations } = fixture({
        script: (spec) => (spec.imageIdentifier.endsWith(':2') ? outcome : { kind: 'listens' }),
      });
      const arn = await create({
        HealthCheckConfiguration: { Interval: 1, UnhealthyThreshold: 3 },
      });
      images.push('app', '2');
      await call('UpdateService', {
        ServiceArn: arn,
        SourceConfiguration: source('2', {}, { Port: '4000' }),
      });
      let over = false;
      let answers = 0;
      const end = appRunner.idle().then(() => {
        over = true;
      });
      do {
        expect((await get(arn)).image).toMatch(/:1$/);
        answers += 1;
      } while (!over);
      await end;
      expect(answers).toBeGreaterThan(0);
      expect(await status(arn)).toBe('RUNNING');
      expect(await operations(arn)).toEqual([
        'UPDATE_SERVICE ROLLBACK_SUCCEEDED',
        'CREATE_SERVICE SUCCEEDED',
      ]);
      const described = await call('DescribeService', { ServiceArn: arn });
      expect(at(described, 'Service', 'SourceConfiguration')).toEqual(source('1'));
    },
  );

  it('shows ROLLBACK_IN_PROGRESS while the service is busy rolling back', async () => {
    const clock = createJumpingClock();
    const { create, call, operations, appRunner } = fixture(
      { clock },
      { clock, pace: 'app-runner' },
    );
    const arn = await create();
    await call('UpdateService', { ServiceArn: arn, SourceConfiguration: source('absent') });
    const seen = new Set<string>();
    let over = false;
    const end = appRunner.idle().then(() => {
      over = true;
    });
    while (!over) {
      seen.add(String((await operations(arn))[0]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await end;
    seen.add(String((await operations(arn))[0]));
    expect([...seen]).toEqual([
      'UPDATE_SERVICE PENDING',
      'UPDATE_SERVICE IN_PROGRESS',
      'UPDATE_SERVICE ROLLBACK_IN_PROGRESS',
      'UPDATE_SERVICE ROLLBACK_SUCCEEDED',
    ]);
  });
});

it('refuses an update that names nothing to change', async () => {
  const { create, call } = fixture();
  await expect(call('UpdateService', { ServiceArn: await create() })).rejects.toMatchObject({
    code: 'InvalidRequestException',
    message: 'No configurations provided in the UpdateService request.',
  });
});

describe('a service that is busy or stands still', () => {
  const reject = { code: 'InvalidStateException', message: busyText };

  it('refuses every change while an operation is under way', async () => {
    const { create, call, appRunner } = fixture();
    const ServiceArn = await create();
    await call('StartDeployment', { ServiceArn });
    await expect(call('UpdateService', { ServiceArn })).rejects.toMatchObject(reject);
    for (const [operation, participle] of [
      ['PauseService', 'paused'],
      ['ResumeService', 'resumed'],
      ['DeleteService', 'deleted'],
    ] as const) {
      await expect(call(operation, { ServiceArn })).rejects.toMatchObject({
        ...reject,
        message: busyText.replace('updated', participle),
      });
    }
    await expect(call('StartDeployment', { ServiceArn })).rejects.toMatchObject({
      code: 'InvalidRequestException',
      message: notRunningText,
    });
    await appRunner.idle();
  });

  it('refuses deployments and updates while it is PAUSED, but may be deleted', async () => {
    const { create, call, appRunner, status } = fixture();
    const ServiceArn = await create();
    await call('PauseService', { ServiceArn });
    await appRunner.idle();
    await expect(call('UpdateService', { ServiceArn })).rejects.toMatchObject({
      code: 'InvalidStateException',
      message: 'Service cannot be updated in the current state: PAUSED',
    });
    await expect(call('StartDeployment', { ServiceArn })).rejects.toThrow(notRunningText);
    await call('DeleteService', { ServiceArn });
    await appRunner.idle();
    expect(await status(ServiceArn)).toBe('DELETED');
  });

  it('answers ResourceNotFoundException for an ARN it does not know', async () => {
    const { call } = fixture();
    const ServiceArn = `arn:aws:apprunner:eu-west-1:123456789012:service/none/${'0'.repeat(32)}`;
    for (const operation of [
      'DescribeService',
      'UpdateService',
      'StartDeployment',
      'ListOperations',
    ]) {
      await expect(call(operation, { ServiceArn })).rejects.toMatchObject({
        code: 'ResourceNotFoundException',
        message: `Service cannot be found for the provided ARN: ${ServiceArn}`,
      });
    }
  });
});

describe('a deployment', () => {
  it('takes the new bytes under the same tag', async () => {
    const { create, call, appRunner, get, images, operations } = fixture();
    const ServiceArn = await create();
    const { digest } = images.push('app', '1', 'new bytes');
    await call('StartDeployment', { ServiceArn });
    await appRunner.idle();
    expect((await get(ServiceArn)).digest).toBe(digest);
    expect(await operations(ServiceArn)).toEqual([
      'START_DEPLOYMENT SUCCEEDED',
      'CREATE_SERVICE SUCCEEDED',
    ]);
  });

  it('starts by itself when the tag is pushed and AutoDeploymentsEnabled is true', async () => {
    const { create, appRunner, get, images, operations } = fixture();
    const arn = await create({
      SourceConfiguration: source('1', { AutoDeploymentsEnabled: true }),
    });
    images.push('app', 'other tag');
    images.push('other', '1');
    const { digest } = images.push('app', '1', 'new bytes');
    await appRunner.idle();
    expect((await get(arn)).digest).toBe(digest);
    expect(await operations(arn)).toEqual([
      'START_DEPLOYMENT SUCCEEDED',
      'CREATE_SERVICE SUCCEEDED',
    ]);
  });

  it('does not start by itself without AutoDeploymentsEnabled, nor while PAUSED', async () => {
    const { create, call, appRunner, images, operations } = fixture();
    const manual = await create();
    const paused = await create({
      ServiceName: 'other',
      SourceConfiguration: source('1', { AutoDeploymentsEnabled: true }),
    });
    await call('PauseService', { ServiceArn: paused });
    await appRunner.idle();
    images.push('app', '1', 'new bytes');
    await appRunner.idle();
    expect(await operations(manual)).toEqual(['CREATE_SERVICE SUCCEEDED']);
    expect(await operations(paused)).toEqual([
      'PAUSE_SERVICE SUCCEEDED',
      'CREATE_SERVICE SUCCEEDED',
    ]);
  });
});
