import { describe, expect, it } from '@jest/globals';
import { lifecyclePolicyFault } from '../../../local-aws/ecr/lifecycle-policy.ts';
import { loadModel } from '../../../local-aws/models/model.ts';
import { findViolations } from '../../../local-aws/protocol/limits.ts';
import {
  LIFECYCLE_POLICY,
  newRepository,
  stuckCacheTags,
} from '../../../src/image/new-repository.ts';

const IMAGE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/team/hello';
const model = loadModel('ecr');

describe('a new repository', () => {
  it('is what the API model allows', () => {
    const request = { ...newRepository('team/hello') };
    expect(findViolations(model, 'CreateRepositoryRequest', request)).toEqual([]);
  });

  it('is scanned, encrypted and immutable but for latest', () => {
    expect(newRepository('team/hello')).toEqual({
      repositoryName: 'team/hello',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'AES256' },
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest' }],
    });
  });

  it('keeps the last 50 images of any kind', () => {
    const request = { repositoryName: 'hello', lifecyclePolicyText: LIFECYCLE_POLICY };
    expect(findViolations(model, 'PutLifecyclePolicyRequest', request)).toEqual([]);
    expect(lifecyclePolicyFault(LIFECYCLE_POLICY)).toBeUndefined();
    expect(JSON.parse(LIFECYCLE_POLICY).rules).toEqual([
      expect.objectContaining({
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 50 },
        action: { type: 'expire' },
      }),
    ]);
  });
});

describe('the cache of a build', () => {
  it.each<[string, string[], string[]]>([
    ['in the repository', [`type=registry,ref=${IMAGE}:cache,mode=max`], ['cache']],
    ['in the repository, by name alone', [`${IMAGE}:cache`], ['cache']],
    ['in the repository, in quotes', [`type=registry,"ref=${IMAGE}:cache"`], ['cache']],
    ['under the tag that can be moved', [`type=registry,ref=${IMAGE}:latest`], []],
    ['without a tag, which is latest', [`type=registry,ref=${IMAGE}`], []],
    ['in another repository', [`type=registry,ref=${IMAGE}-cache:main`], []],
    ['in a repository below it', [`type=registry,ref=${IMAGE}/cache:main`], []],
    ['in another registry', ['type=registry,ref=ghcr.io/team/hello:cache'], []],
    ['in no registry', ['type=gha,mode=max', `type=local,dest=${IMAGE}:cache`], []],
    ['in several places', ['type=inline', `${IMAGE}:a`, `${IMAGE}:b`], ['a', 'b']],
  ])('%s gets stuck under the tags that it says', (_, cacheTo, tags) => {
    expect(stuckCacheTags(cacheTo, IMAGE)).toEqual(tags);
  });
});
