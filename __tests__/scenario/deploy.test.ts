import { DescribeServiceCommand, ListServicesCommand } from '@aws-sdk/client-apprunner';
import { describe, expect, it, jest } from '@jest/globals';
import { createMemoryRuntime } from '../../local-aws/runtime/memory.ts';
import { type Scene, withScene } from './fixture.ts';

// Real operations, each waited for as the action waits.
jest.setTimeout(120_000);

const SHA = 'a'.repeat(40);

async function describeService({ appRunner }: Scene, arn: string | undefined) {
  const { Service } = await appRunner.send(new DescribeServiceCommand({ ServiceArn: arn }));
  if (!Service) throw new Error('no service');
  return Service;
}

describe('a deployment by the packed action', () => {
  it.concurrent('creates a service that is not there and gives its URL', () =>
    withScene({}, async (scene) => {
      const step = await scene.deploy({ port: '3000' });
      expect(step.log).toContain('will be created');
      expect(step).toMatchObject({ code: 0, postCode: 0 });
      expect(step.outputs).toMatchObject({
        result: 'created',
        'service-name': 'hello',
        'service-status': 'RUNNING',
        'operation-status': 'SUCCEEDED',
        'service-url': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        image: expect.stringMatching(
          new RegExp(`^${scene.aws.registryHost}/hello:${SHA}@sha256:[0-9a-f]{64}$`),
        ),
      });
      const answer = await fetch(step.outputs['service-url'] ?? '');
      expect(await answer.json()).toMatchObject({
        service: 'hello',
        digest: step.outputs['image-digest'],
      });
      expect(step.summary).toContain(step.outputs['service-url']);
      expect(step.summary).toContain('| Build |');
    }));

  it.concurrent('updates the tag of a running service, then starts a deployment of the same tag', () =>
    withScene({}, async (scene) => {
      await scene.deploy({}, { GITHUB_SHA: 'b'.repeat(40) });
      const updated = await scene.deploy({ 'build-args': 'VERSION=2' });
      expect(updated.outputs).toMatchObject({ result: 'updated' });
      expect(updated.log).toContain(
        `hello:${'b'.repeat(40)} -> ${scene.aws.registryHost}/hello:${SHA}`,
      );
      const again = await scene.deploy({ 'build-args': 'VERSION=3' });
      expect(again.outputs).toMatchObject({ result: 'deployed', 'operation-status': 'SUCCEEDED' });
      expect(again.outputs['image-digest']).not.toBe(updated.outputs['image-digest']);
      const answer = await fetch(again.outputs['service-url'] ?? '');
      expect(await answer.json()).toMatchObject({ digest: again.outputs['image-digest'] });
    }));

  it.concurrent('keeps everything of a service that the inputs do not name', () =>
    withScene({}, async (scene) => {
      const arn = await scene.aws.appRunner.seed({
        ServiceName: 'hello',
        InstanceConfiguration: { Cpu: '2 vCPU', Memory: '4 GB' },
        HealthCheckConfiguration: { Protocol: 'HTTP', Path: '/healthz', Interval: 7 },
        SourceConfiguration: {
          AuthenticationConfiguration: {
            AccessRoleArn: 'arn:aws:iam::123456789012:role/by-hand',
          },
          AutoDeploymentsEnabled: false,
          ImageRepository: {
            ImageIdentifier: '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:by-hand',
            ImageRepositoryType: 'ECR',
            ImageConfiguration: {
              Port: '3000',
              StartCommand: 'node by-hand.js',
              RuntimeEnvironmentVariables: { A: '1', B: '2', C: '', D: 'x y', E: '=' },
            },
          },
        },
      });
      const before = await describeService(scene, arn);
      const step = await scene.deploy({ 'access-role-arn': '' });
      expect(step.outputs.result).toBe('updated');
      const after = await describeService(scene, arn);
      expect(after).toEqual({
        ...before,
        UpdatedAt: after.UpdatedAt,
        SourceConfiguration: {
          ...before.SourceConfiguration,
          ImageRepository: {
            ...before.SourceConfiguration?.ImageRepository,
            ImageIdentifier: `${scene.aws.registryHost}/hello:${SHA}`,
          },
        },
      });
    }));

  it.concurrent('finds its service among 250', () =>
    withScene({}, async (scene) => {
      for (let index = 0; index < 250; index += 1) {
        const name = index === 125 ? 'hello' : `other-${index}`;
        await scene.aws.appRunner.seed({ ServiceName: name });
      }
      const step = await scene.deploy({ wait: 'false' });
      expect(step.log).toContain("Service 'hello' is RUNNING");
      expect(step.outputs.result).toBe('updated');
      expect(scene.newCalls().filter((call) => call === 'apprunner:ListServices').length).toBe(7);
    }));

  it.concurrent('ends at once with wait: false and says which operation goes on', () =>
    withScene({ pace: { operationMs: 60_000 } }, async (scene) => {
      const step = await scene.deploy({ wait: 'false' });
      expect(step.code).toBe(0);
      expect(step.outputs).toMatchObject({ result: 'created', 'operation-status': 'PENDING' });
      expect(step.log).toContain(`Not waiting for operation ${step.outputs['operation-id']}`);
      expect(scene.newCalls()).not.toContain('apprunner:ListOperations');
    }));

  it.concurrent('deploys an image that exists without docker', () =>
    withScene({}, async (scene) => {
      await scene.deploy({ 'image-tags': '1.4.0' });
      const before = (await scene.dockerCommands()).length;
      const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1.4.0';
      const step = await scene.deploy({ image });
      expect(step.outputs).toMatchObject({ result: 'updated', 'operation-status': 'SUCCEEDED' });
      expect(step.outputs.image).toBe(`${image}@${step.outputs['image-digest']}`);
      expect(await scene.dockerCommands()).toHaveLength(before);
    }));

  it.concurrent('follows the deployment that App Runner starts by itself after the push', () =>
    withScene({}, async (scene) => {
      await scene.deploy({ 'auto-deployments': 'true', 'image-tags': 'latest' });
      scene.newCalls();
      const step = await scene.deploy({ 'image-tags': 'latest', 'build-args': 'VERSION=2' });
      expect(step.outputs).toMatchObject({ result: 'deployed', 'operation-status': 'SUCCEEDED' });
      expect(step.log).toContain('deploys pushes of this tag by itself');
      expect(scene.newCalls()).not.toContain('apprunner:StartDeployment');
    }));
});

describe('a deployment that App Runner rejects', () => {
  it.concurrent('fails as rolled-back when the new version never answers', () => {
    const runtime = createMemoryRuntime({
      script: ({ environment }) =>
        environment.BROKEN
          ? { kind: 'exits', code: 3, lines: ['Error: BROKEN is set'] }
          : { kind: 'listens' },
    });
    return withScene({ runtime }, async (scene) => {
      const first = await scene.deploy();
      const step = await scene.deploy({ 'environment-variables': 'BROKEN=yes' });
      expect(step.code).toBe(1);
      expect(step.outputs).toMatchObject({
        result: 'rolled-back',
        'operation-status': 'ROLLBACK_SUCCEEDED',
        'service-status': 'RUNNING',
      });
      expect(step.log).toContain('the new version was rejected');
      expect(step.log).toContain('hello: the container exited with code 3: Error: BROKEN is set');
      const answer = await fetch(first.outputs['service-url'] ?? '');
      expect(await answer.json()).toMatchObject({ digest: first.outputs['image-digest'] });
    });
  });

  it.concurrent('fails when a create fails, with the service known', () =>
    withScene(
      {
        runtime: createMemoryRuntime({
          script: () => ({ kind: 'unhealthy', lines: ['Listening on port 9000'] }),
        }),
      },
      async (scene) => {
        const step = await scene.deploy();
        expect(step.code).toBe(1);
        expect(step.outputs).toMatchObject({
          result: 'failed',
          'operation-status': 'FAILED',
          'service-status': 'CREATE_FAILED',
          'service-arn': expect.stringContaining(':service/hello/'),
        });
        expect(step.summary).toContain('not deployed');
        expect(step.summary).toContain('9000');
      },
    ));

  it.concurrent('fails when the answer comes after timeout-minutes', () =>
    withScene({ pace: { operationMs: 600_000 } }, async (scene) => {
      const step = await scene.deploy({ 'timeout-minutes': '1' });
      expect(step.code).toBe(1);
      expect(step.outputs).toMatchObject({ result: 'failed', 'operation-status': 'IN_PROGRESS' });
      expect(step.log).toContain('timeout-minutes is over');
      const { ServiceSummaryList } = await scene.appRunner.send(new ListServicesCommand({}));
      expect(ServiceSummaryList?.[0]?.Status).toBe('OPERATION_IN_PROGRESS');
    }));
});
