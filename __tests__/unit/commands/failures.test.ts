import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { createService, REGISTRY, SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';
import { DIGEST, OPERATION_ID, PLAIN_IMAGE } from '../../support/fake-ports.ts';
import { deeds, runAction } from '../../support/unit-deployment.ts';

function failing(message: string) {
  return async (): Promise<never> => {
    throw new ActionError(message);
  };
}

describe('the build', () => {
  it('that fails ends the run with its last error, and the service is as it was', async () => {
    const run = await runAction({
      service: createService(),
      docker: ({ args }) =>
        args[1] === 'build'
          ? { code: 1, stderr: '#5 x\nERROR: process did not complete\n' }
          : undefined,
    });
    expect(run.code).toBe(1);
    expect(run.error).toContain('ERROR: process did not complete');
    expect(deeds(run)).toEqual(['docker login AWS', 'docker buildx build']);
    expect(run.runner.outputs).toMatchObject({
      'service-arn': SERVICE_ARN,
      'service-id': SERVICE_ID,
      'service-url': 'https://psbqam834h.us-east-1.awsapprunner.com',
      'service-status': 'RUNNING',
      result: 'failed',
    });
    expect(run.runner.outputs['image-digest']).toBeUndefined();
    expect(run.runner.summaries[0]).toContain('> docker buildx build ended with code 1');
  });

  it('whose login is refused is not started', async () => {
    const run = await runAction({
      docker: ({ args }) => (args[0] === 'login' ? { code: 1, stderr: 'denied' } : undefined),
    });
    expect(run.error).toContain('docker login to');
    expect(deeds(run)).toEqual(['docker login AWS']);
    expect(Object.keys(run.runner.state)).toEqual(['docker-config']);
  });

  it('that pushed an image of another architecture does not reach the service', async () => {
    const run = await runAction({
      service: createService(),
      imageConfig: { os: 'linux', architecture: 'arm64' },
    });
    expect(run.error).toContain('linux/arm64 image');
    expect(deeds(run)).toEqual(['docker login AWS', 'docker buildx build']);
    expect(run.runner.text()).toContain(`@${DIGEST}.\ninfo: The service was not changed.`);
    expect(run.runner.outputs['image-digest']).toBe(DIGEST);
  });

  it('whose tag another push has moved does not reach the service', async () => {
    const moved = { ...PLAIN_IMAGE, digest: `sha256:${'e'.repeat(64)}` };
    const run = await runAction({ ecr: { image: async () => moved } });
    expect(run.code).toBe(1);
    expect(run.error).toContain(DIGEST);
    expect(run.error).toContain(moved.digest);
    expect(deeds(run)).not.toContain('apprunner:CreateService');
  });
});

describe('the operation', () => {
  it.each([
    ['FAILED', 'failed', 'failed'],
    ['ROLLBACK_FAILED', 'so did the rollback', 'failed'],
    ['ROLLBACK_SUCCEEDED', 'was rolled back', 'rolled-back'],
  ] as const)(
    'that ends %s is a failure with its cause to be found',
    async (status, words, result) => {
      const { code, error, runner } = await runAction({
        service: createService(),
        statuses: ['IN_PROGRESS', status],
      });
      expect(code).toBe(1);
      expect(error).toContain(`Operation ${OPERATION_ID}`);
      expect(error).toContain(words);
      expect(error).toContain(`/aws/apprunner/hello-api/${SERVICE_ID}/service`);
      expect(runner.outputs).toMatchObject({
        'service-url': 'https://psbqam834h.us-east-1.awsapprunner.com',
        'operation-id': OPERATION_ID,
        'operation-status': status,
        'image-digest': DIGEST,
        result,
      });
      expect(runner.summaries[0]).toContain('not deployed');
      expect(runner.text()).toContain(`operation ${OPERATION_ID} is ${status}`);
    },
  );

  it('that outlasts the deadline is a failure that says it goes on', async () => {
    const { code, error, runner, clock } = await runAction({
      service: createService(),
      statuses: ['IN_PROGRESS'],
      inputs: { 'timeout-minutes': '2' },
    });
    expect(code).toBe(1);
    expect(error).toContain('timeout-minutes is over');
    expect(error).toContain(`operation ${OPERATION_ID} is still IN_PROGRESS`);
    expect(runner.outputs).toMatchObject({ 'operation-status': 'IN_PROGRESS', result: 'failed' });
    const waited = clock.sleeps.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(120_000);
    expect(waited).toBeLessThan(130_000);
  });

  it('that is refused leaves the image pushed and says so', async () => {
    const { error, runner } = await runAction({
      service: createService(),
      appRunner: { update: failing('apprunner:UpdateService failed: InvalidRequestException') },
    });
    expect(error).toContain('InvalidRequestException');
    expect(runner.text()).toMatch(
      new RegExp(
        `The image was pushed: ${RegExp.escape(REGISTRY)}/hello-api:.*\\n.*service was not changed`,
      ),
    );
  });

  it('has its verdict told also when the service can not be read after it', async () => {
    let reads = 0;
    const { error, runner } = await runAction({
      service: createService(),
      statuses: ['ROLLBACK_SUCCEEDED'],
      appRunner: {
        describe: async () => {
          reads += 1;
          if (reads > 1) throw new ActionError('apprunner:DescribeService failed');
          return createService();
        },
      },
    });
    expect(runner.outputs.result).toBe('rolled-back');
    expect(error).toContain('was rolled back');
  });
});

describe('a fault of the action itself', () => {
  it('is told as such, with its place, and causes go to the debug log', async () => {
    const { code, error, runner } = await runAction({
      appRunner: {
        create: async () => {
          throw new TypeError('x is undefined', { cause: new Error('deeper') });
        },
      },
    });
    expect(code).toBe(1);
    expect(error).toContain(
      'This is a fault in the action itself, please report it: x is undefined',
    );
    expect(error).toContain('failures.test.ts');
    expect(runner.text()).toContain('debug: Caused by Error: deeper');
    expect(runner.outputs.result).toBe('failed');
  });
});
