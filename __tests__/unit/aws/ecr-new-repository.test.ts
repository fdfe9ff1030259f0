import { ECRClient } from '@aws-sdk/client-ecr';
import { describe, expect, it } from '@jest/globals';
import { ecrCalls } from '../../../src/aws/ecr.ts';
import { isAccessDenied } from '../../../src/aws/errors.ts';
import { LIFECYCLE_POLICY, newRepository } from '../../../src/image/new-repository.ts';
import { type JsonAnswer, jsonService } from '../../support/unit-json-service.ts';

async function ecr(answer: JsonAnswer) {
  const { config, calls } = await jsonService(() => answer);
  return { ecr: ecrCalls(new ECRClient(config)), calls };
}

const DENIED = { code: 'AccessDeniedException', message: 'not authorized' };

describe('a new repository', () => {
  it('is asked for with everything that it is to have', async () => {
    const { ecr: calls, calls: asked } = await ecr({ repository: {} });
    await calls.createRepository(newRepository('team/hello'));
    await calls.putLifecyclePolicy('team/hello', LIFECYCLE_POLICY);
    expect(asked).toEqual([
      { operation: 'CreateRepository', body: newRepository('team/hello') },
      {
        operation: 'PutLifecyclePolicy',
        body: { repositoryName: 'team/hello', lifecyclePolicyText: LIFECYCLE_POLICY },
      },
    ]);
  });

  it('that may not be made is an error that names action and repository', async () => {
    const { ecr: calls } = await ecr(DENIED);
    const error: unknown = await calls
      .createRepository(newRepository('team/hello'))
      .catch((thrown) => thrown);
    expect(isAccessDenied(error)).toBe(true);
    expect(String(error)).toContain("ecr:CreateRepository failed for repository 'team/hello'");
    expect(String(error)).toContain('Allow ecr:CreateRepository');
  });

  it('whose policy may not be set is an error that names that action', async () => {
    const { ecr: calls } = await ecr(DENIED);
    await expect(calls.putLifecyclePolicy('hello', LIFECYCLE_POLICY)).rejects.toThrow(
      'Allow ecr:PutLifecyclePolicy',
    );
  });
});
