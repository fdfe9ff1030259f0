import { describe, expect, it } from '@jest/globals';
import { ENVIRONMENT } from '../../support/create-inputs.ts';
import { ACCESS_ROLE, REGISTRY, SERVICE_ARN, SERVICE_ID } from '../../support/create-service.ts';
import { CONFIG_DIGEST, DIGEST, OPERATION_ID } from '../../support/fake-ports.ts';
import { runAction } from '../../support/unit-deployment.ts';

const TAG = `${ENVIRONMENT.GITHUB_SHA}`;
const IMAGE = `${REGISTRY}/hello-api:${TAG}`;

describe('a service that does not exist', () => {
  it('is created from the Dockerfile', async () => {
    const { code, created, runner, events } = await runAction({ inputs: { port: '3000' } });
    expect(code).toBe(0);
    expect(created).toEqual([
      {
        ServiceName: 'hello-api',
        SourceConfiguration: {
          ImageRepository: {
            ImageIdentifier: IMAGE,
            ImageRepositoryType: 'ECR',
            ImageConfiguration: { Port: '3000' },
          },
          AutoDeploymentsEnabled: false,
          AuthenticationConfiguration: { AccessRoleArn: ACCESS_ROLE },
        },
      },
    ]);
    expect(runner.outputs).toEqual({
      'service-url': 'https://psbqam834h.us-east-1.awsapprunner.com',
      'service-arn': SERVICE_ARN,
      'service-id': SERVICE_ID,
      'service-name': 'hello-api',
      'service-status': 'RUNNING',
      'operation-id': OPERATION_ID,
      'operation-status': 'SUCCEEDED',
      image: `${IMAGE}@${DIGEST}`,
      'image-digest': DIGEST,
      result: 'created',
    });
    expect(events[0]).toBe('region us-east-1');
  });

  it('takes these calls and no others, all checks before the login and the build', async () => {
    const { events } = await runAction();
    const calls = events.filter((event) => !/^(mask|state|region) /.test(event));
    const login = calls.indexOf('docker login AWS');
    expect(calls.slice(0, login).sort()).toEqual([
      'apprunner:ListServices hello-api',
      'docker buildx version',
      'ecr:DescribeRepositories hello-api',
      'ecr:GetAuthorizationToken',
      'sts:GetCallerIdentity',
    ]);
    expect(calls.slice(login)).toEqual([
      'docker login AWS',
      'docker buildx build',
      `ecr:BatchGetImage hello-api ${TAG}`,
      `GET https://${REGISTRY}/v2/hello-api/blobs/${CONFIG_DIGEST}`,
      'apprunner:CreateService',
      'apprunner:ListOperations',
      'apprunner:ListOperations',
    ]);
  });

  it('shows its phases in the log and in the summary', async () => {
    const { runner } = await runAction();
    const groups = runner.log.filter((line) => line.startsWith('group: ') || line === 'end');
    expect(groups).toEqual(
      ['Check', 'Log in', 'Build', 'Push', 'Deploy'].flatMap((name) => [`group: ${name}`, 'end']),
    );
    expect(runner.summaries).toHaveLength(1);
    expect(runner.summaries[0]).toContain('### App Runner service hello-api: created');
    expect(runner.summaries[0]).toContain('| Build | 1.0 s |');
    expect(runner.text()).toContain('info: Service URL: https://psbqam834h');
  });
});

it('lets no call be tried again after the deadline, which counts from the push', async () => {
  const { deadlines, clock } = await runAction({
    inputs: { 'timeout-minutes': '10' },
    buildMs: 90_000,
  });
  expect(deadlines).toHaveLength(1);
  expect(deadlines[0]).toBeGreaterThan(Date.UTC(2026, 0, 1) + 90_000);
  expect(deadlines[0]).toBeLessThanOrEqual(clock.now() + 600_000);
});

describe('without waiting', () => {
  it('the run ends when the operation has started', async () => {
    const { code, runner, events, clock } = await runAction({ inputs: { wait: 'false' } });
    expect(code).toBe(0);
    expect(events).not.toContain('apprunner:ListOperations');
    expect(clock.sleeps).toEqual([]);
    expect(runner.outputs).toMatchObject({
      'operation-id': OPERATION_ID,
      'operation-status': 'PENDING',
      'service-status': 'OPERATION_IN_PROGRESS',
      result: 'created',
    });
  });
});
