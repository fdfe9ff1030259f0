import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { ECRClient } from '@aws-sdk/client-ecr';
import { describe, expect, it } from '@jest/globals';
import { historyCalls } from '../../../src/aws/history.ts';
import { SERVICE_ARN } from '../../support/create-service.ts';
import { type JsonAnswer, type JsonCall, jsonService } from '../../support/unit-json-service.ts';

async function history(answer: (call: JsonCall) => JsonAnswer) {
  const { config, calls } = await jsonService(answer);
  return { history: historyCalls(new AppRunnerClient(config), new ECRClient(config)), calls };
}

describe('the operations of a service', () => {
  it('are read over all pages, newest first as they come', async () => {
    const { history: asked, calls } = await history(({ body }) =>
      Object(body).NextToken
        ? { OperationSummaryList: [{ Id: 'c' }] }
        : { OperationSummaryList: [{ Id: 'a' }, { Id: 'b' }], NextToken: 'more' },
    );
    const found = await asked.operations(SERVICE_ARN);
    expect(found.map(({ Id }) => Id)).toEqual(['a', 'b', 'c']);
    expect(calls.map(({ body }) => body)).toEqual([
      { ServiceArn: SERVICE_ARN, MaxResults: 20 },
      { ServiceArn: SERVICE_ARN, MaxResults: 20, NextToken: 'more' },
    ]);
  });
});

describe('the images of a repository', () => {
  const one = { imageDigest: 'sha256:1', imageTags: ['a', 'b'], imagePushedAt: 1_767_225_600 };

  it('are read over all pages, with and without tags', async () => {
    const { history: asked, calls } = await history(({ body }) =>
      Object(body).nextToken
        ? { imageDetails: [{ imageDigest: 'sha256:2', imagePushedAt: 1_767_225_601.5 }] }
        : { imageDetails: [one], nextToken: 'more' },
    );
    await expect(asked.images('hello', '123456789012')).resolves.toEqual([
      { digest: 'sha256:1', tags: ['a', 'b'], pushedAt: 1_767_225_600_000 },
      { digest: 'sha256:2', tags: [], pushedAt: 1_767_225_601_500 },
    ]);
    expect(calls[0]?.body).toEqual({
      repositoryName: 'hello',
      registryId: '123456789012',
      maxResults: 1_000,
    });
  });

  it('are none where there is no such repository', async () => {
    const { history: asked } = await history(() => ({
      code: 'RepositoryNotFoundException',
      message: 'no',
    }));
    await expect(asked.images('hello')).resolves.toEqual([]);
  });

  it('that may not be read are an error with the action to allow', async () => {
    const { history: asked } = await history(() => ({
      code: 'AccessDeniedException',
      message: 'no',
    }));
    await expect(asked.images('hello')).rejects.toThrow('Allow ecr:DescribeImages in the policy');
  });
});
