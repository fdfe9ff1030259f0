import { ListServicesCommand } from '@aws-sdk/client-apprunner';
import { DescribeImagesCommand, DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { callLine } from '../../local-aws/report.ts';
import { startLocalAws } from '../../local-aws/start.ts';
import { refusal, startFixture } from './aws-fixture.ts';

const reachable = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('a started local AWS', () => {
  it('serves loopback only, on free ports, and frees them when closed', async () => {
    const aws = await startLocalAws();
    expect(aws.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const urls = [aws.endpoint, `http://${aws.registryHost}/v2/`];
    expect(await Promise.all(urls.map(reachable))).toEqual([true, true]);
    await aws.close();
    expect(await Promise.all(urls.map(reachable))).toEqual([false, false]);
  });

  it('says what a client needs in its environment', async () => {
    const credentials = { accessKeyId: 'AKIAME', secretAccessKey: 'mine' };
    const aws = await startLocalAws({ region: 'eu-west-1', credentials });
    await aws.close();
    expect(aws.env).toEqual({
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIAME',
      AWS_SECRET_ACCESS_KEY: 'mine',
    });
  });

  it('makes other credentials at each start', async () => {
    const started = [await startLocalAws(), await startLocalAws()];
    const secrets = started.map((aws) => aws.credentials.secretAccessKey);
    for (const aws of started) await aws.close();
    expect(secrets[0]).not.toBe(secrets[1]);
    expect(started[0]?.credentials.accessKeyId).toMatch(/^AKIA[0-9A-F]{16}$/);
  });

  it('plays the account and region it is told', async () => {
    const own = await startFixture({ accountId: '210987654321', region: 'ap-south-1' });
    const identity = await own.sts.send(new GetCallerIdentityCommand({}));
    await own.createRepository('app');
    const { repositories } = await own.ecr.send(new DescribeRepositoriesCommand({}));
    await own.close();
    expect(identity.Account).toBe('210987654321');
    expect(repositories?.[0]?.repositoryArn).toBe(
      'arn:aws:ecr:ap-south-1:210987654321:repository/app',
    );
  });

  it('logs each call with its IAM action, status and error', async () => {
    const heard: string[] = [];
    const own = await startFixture({ onCall: (call) => heard.push(call.action) });
    await own.apprunner.send(new ListServicesCommand({}));
    await own.sts.send(new GetCallerIdentityCommand({}));
    await refusal(own.ecr.send(new DescribeImagesCommand({ repositoryName: 'absent' })));
    await own.close();
    expect(heard).toEqual([
      'apprunner:ListServices',
      'sts:GetCallerIdentity',
      'ecr:DescribeImages',
    ]);
    expect(own.aws.calls.map(({ time, userAgent, ...call }) => call)).toEqual([
      {
        service: 'apprunner',
        operation: 'ListServices',
        action: 'apprunner:ListServices',
        status: 200,
      },
      {
        service: 'sts',
        operation: 'GetCallerIdentity',
        action: 'sts:GetCallerIdentity',
        status: 200,
      },
      {
        service: 'ecr',
        operation: 'DescribeImages',
        action: 'ecr:DescribeImages',
        status: 400,
        errorCode: 'RepositoryNotFoundException',
      },
    ]);
  });

  it('logs how the callers of the API and of the registry named themselves', async () => {
    const own = await startFixture();
    const client = new STSClient({ ...own.settings(), customUserAgent: 'tester/1.0' });
    await client.send(new GetCallerIdentityCommand({}));
    await own.createRepository('app');
    const { host, authorization } = await own.login();
    const headers = { authorization, 'user-agent': 'tester/2.0' };
    await fetch(`http://${host}/v2/app/tags/list`, { headers });
    await own.close();
    const calls = own.aws.calls.map(({ action, userAgent }) => [action, userAgent]);
    expect(calls).toEqual([
      ['sts:GetCallerIdentity', expect.stringMatching(/^aws-sdk-js\/.* tester\/1\.0$/)],
      ['ecr:CreateRepository', expect.stringMatching(/^aws-sdk-js\//)],
      ['ecr:GetAuthorizationToken', expect.stringMatching(/^aws-sdk-js\//)],
      ['ecr:ListImages', 'tester/2.0'],
    ]);
  });

  it('leaves nothing running when its port is taken', async () => {
    const first = await startLocalAws();
    const port = Number(new URL(first.endpoint).port);
    const { text } = await refusal(startLocalAws({ port })).finally(() => first.close());
    expect(text).toContain('EADDRINUSE');
  });
});

describe('a call as a line', () => {
  it('has the time, the call, the status and the error', () => {
    const call = {
      service: 'apprunner',
      operation: 'CreateService',
      action: 'apprunner:CreateService',
      time: Date.UTC(2026, 0, 1, 12, 3, 4),
    };
    expect(callLine({ ...call, status: 200 })).toBe('12:03:04 apprunner CreateService 200');
    expect(callLine({ ...call, status: 400, errorCode: 'InvalidRequestException' })).toBe(
      '12:03:04 apprunner CreateService 400 InvalidRequestException',
    );
  });
});
