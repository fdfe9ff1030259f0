import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import { appRunnerCalls } from '../../../src/aws/apprunner.ts';
import { SERVICE_ARN } from '../../support/create-service.ts';
import { type JsonAnswer, type JsonCall, jsonService } from '../../support/unit-json-service.ts';

async function appRunner(answer: (call: JsonCall) => JsonAnswer) {
  const { config, calls } = await jsonService(answer);
  return { appRunner: appRunnerCalls(new AppRunnerClient(config)), calls };
}

const NAMES = Array.from({ length: 250 }, (_, index) => `hello-${index}`);

/** ListServices with pages of 20, like App Runner's. */
function listServices({ body }: JsonCall): JsonAnswer {
  const start = Number(body.NextToken ?? 0);
  const end = start + Math.min(20, Number(body.MaxResults ?? 20));
  return {
    ServiceSummaryList: NAMES.slice(start, end).map((name) => ({
      ServiceName: name,
      ServiceArn: `arn:${name}`,
      Status: 'RUNNING',
    })),
    ...(end < NAMES.length && { NextToken: String(end) }),
  };
}

describe('a service by its name', () => {
  it.each([
    ['hello-0', 1],
    ['hello-1', 1],
    ['hello-249', 13],
  ])('%s is found among 250 in %d pages', async (name, pages) => {
    const { appRunner: calls, calls: asked } = await appRunner(listServices);
    await expect(calls.find(name)).resolves.toMatchObject({ ServiceArn: `arn:${name}` });
    expect(asked).toHaveLength(pages);
    expect(asked[0]).toEqual({ operation: 'ListServices', body: { MaxResults: 20 } });
  });

  it.each(['hello-250', 'hello', 'HELLO-1'])('%s is none of them', async (name) => {
    const { appRunner: calls, calls: asked } = await appRunner(listServices);
    await expect(calls.find(name)).resolves.toBeUndefined();
    expect(asked).toHaveLength(13);
  });

  it('is none in an empty account', async () => {
    const { appRunner: calls } = await appRunner(() => ({ ServiceSummaryList: [] }));
    await expect(calls.find('hello')).resolves.toBeUndefined();
  });
});

describe('all services', () => {
  it('come over all pages', async () => {
    const { appRunner: calls, calls: asked } = await appRunner(listServices);
    const names = (await calls.list()).map(({ ServiceName }) => ServiceName);
    expect(names).toHaveLength(250);
    expect(new Set(names).size).toBe(250);
    expect(asked).toHaveLength(13);
  });
});

describe('a call that starts an operation', () => {
  const answer = { OperationId: 'op', Service: { ServiceName: 'hello', ServiceArn: SERVICE_ARN } };
  const source = { ImageRepository: { ImageIdentifier: 'x', ImageRepositoryType: 'ECR' as const } };

  it('gives its id and the service', async () => {
    const { appRunner: calls, calls: asked } = await appRunner(() => answer);
    const started = { operationId: 'op', service: { ServiceArn: SERVICE_ARN } };
    await expect(
      calls.create({ ServiceName: 'hello', SourceConfiguration: source }),
    ).resolves.toMatchObject(started);
    await expect(calls.update({ ServiceArn: SERVICE_ARN })).resolves.toMatchObject(started);
    await expect(calls.startDeployment(SERVICE_ARN)).resolves.toMatchObject({ operationId: 'op' });
    expect(asked).toEqual([
      { operation: 'CreateService', body: { ServiceName: 'hello', SourceConfiguration: source } },
      { operation: 'UpdateService', body: { ServiceArn: SERVICE_ARN } },
      { operation: 'StartDeployment', body: { ServiceArn: SERVICE_ARN } },
    ]);
  });

  it('without an id is an error, since nothing could be followed', async () => {
    const { appRunner: calls } = await appRunner(() => ({ Service: answer.Service }));
    await expect(calls.update({ ServiceArn: SERVICE_ARN })).rejects.toThrow(
      'AWS answered UpdateService without OperationId.',
    );
  });

  it('that is refused has AWS’s words', async () => {
    const { appRunner: calls } = await appRunner(() => ({
      code: 'InvalidStateException',
      message: 'Service cannot be updated in the current state: OPERATION_IN_PROGRESS',
    }));
    await expect(calls.update({ ServiceArn: SERVICE_ARN })).rejects.toThrow(
      `apprunner:UpdateService failed for ${SERVICE_ARN}: InvalidStateException: Service cannot be updated in the current state: OPERATION_IN_PROGRESS.`,
    );
  });
});

describe('the newest operations', () => {
  it('are one page, with times as dates', async () => {
    const { appRunner: calls, calls: asked } = await appRunner(() => ({
      OperationSummaryList: [{ Id: 'op', Status: 'SUCCEEDED', StartedAt: 1_767_225_600 }],
      NextToken: 'more',
    }));
    await expect(calls.newestOperations(SERVICE_ARN)).resolves.toEqual([
      { Id: 'op', Status: 'SUCCEEDED', StartedAt: new Date('2026-01-01T00:00:00Z') },
    ]);
    expect(asked).toEqual([
      { operation: 'ListOperations', body: { ServiceArn: SERVICE_ARN, MaxResults: 20 } },
    ]);
  });
});

describe('what services share', () => {
  it('auto scaling configurations are listed with all revisions, page by page', async () => {
    const { appRunner: calls, calls: asked } = await appRunner(({ body }) => ({
      AutoScalingConfigurationSummaryList: [
        { AutoScalingConfigurationName: body.NextToken ? 'b' : 'a', Status: 'active' },
      ],
      ...(!body.NextToken && { NextToken: 'more' }),
    }));
    const listed = await calls.autoScalingConfigurations();
    expect(listed.map((one) => one.AutoScalingConfigurationName)).toEqual(['a', 'b']);
    expect(asked.map(({ body }) => body)).toEqual([
      { LatestOnly: false, MaxResults: 100 },
      { LatestOnly: false, MaxResults: 100, NextToken: 'more' },
    ]);
  });

  it('an auto scaling configuration is described and made', async () => {
    const AutoScalingConfiguration = { AutoScalingConfigurationArn: 'arn:x', MinSize: 1 };
    const { appRunner: calls, calls: asked } = await appRunner(() => ({
      AutoScalingConfiguration,
    }));
    const request = { AutoScalingConfigurationName: 'hello', MinSize: 1, MaxSize: 2 };
    await expect(calls.autoScalingConfiguration('arn:x')).resolves.toEqual(
      AutoScalingConfiguration,
    );
    await expect(calls.createAutoScalingConfiguration(request)).resolves.toEqual(
      AutoScalingConfiguration,
    );
    expect(asked).toEqual([
      {
        operation: 'DescribeAutoScalingConfiguration',
        body: { AutoScalingConfigurationArn: 'arn:x' },
      },
      { operation: 'CreateAutoScalingConfiguration', body: request },
    ]);
  });

  it('the VPC ingress connections of a service are listed and described', async () => {
    const { appRunner: calls, calls: asked } = await appRunner(({ operation, body }) =>
      operation === 'ListVpcIngressConnections'
        ? { VpcIngressConnectionSummaryList: [{ VpcIngressConnectionArn: 'arn:c' }] }
        : { VpcIngressConnection: { DomainName: `of ${body.VpcIngressConnectionArn}` } },
    );
    await expect(calls.vpcIngressConnections(SERVICE_ARN)).resolves.toEqual([
      { DomainName: 'of arn:c' },
    ]);
    expect(asked[0]?.body).toEqual({ Filter: { ServiceArn: SERVICE_ARN }, MaxResults: 100 });
  });

  it('an observability configuration is described', async () => {
    const { appRunner: calls } = await appRunner(() => ({
      ObservabilityConfiguration: { ObservabilityConfigurationArn: 'arn:full' },
    }));
    await expect(calls.observabilityConfiguration('arn:o')).resolves.toEqual({
      ObservabilityConfigurationArn: 'arn:full',
    });
  });

  it('an answer without what the model requires is told', async () => {
    const { appRunner: calls } = await appRunner(() => ({}));
    await expect(calls.autoScalingConfiguration('arn:x')).rejects.toThrow(
      'AWS answered DescribeAutoScalingConfiguration without AutoScalingConfiguration.',
    );
  });
});

describe('tags', () => {
  it('are read as a map and written as a list', async () => {
    const { appRunner: calls, calls: asked } = await appRunner(() => ({
      Tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }],
    }));
    await expect(calls.tags(SERVICE_ARN)).resolves.toEqual({ a: '1', b: '' });
    await calls.tag(SERVICE_ARN, { c: '3' });
    expect(asked[1]).toEqual({
      operation: 'TagResource',
      body: { ResourceArn: SERVICE_ARN, Tags: [{ Key: 'c', Value: '3' }] },
    });
  });
});
