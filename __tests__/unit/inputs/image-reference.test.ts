import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, readImage, TAG } from '../../../src/inputs/image-reference.ts';
import { problemsIn, readerOf } from '../../support/create-inputs.ts';
import { ACCOUNT, REGISTRY } from '../../support/create-service.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

function read(image: string, region: string | undefined = 'us-east-1') {
  const reader = readerOf({ image });
  return { reference: readImage(reader, region), problems: problemsIn(reader) };
}

describe('an image', () => {
  it.each([
    [
      `${REGISTRY}/hello:1.4.0`,
      { type: 'ECR', registryId: ACCOUNT, repository: 'hello', tag: '1.4.0' },
    ],
    [
      `${REGISTRY}/team/sub/hello:v1_2-3`,
      { type: 'ECR', registryId: ACCOUNT, repository: 'team/sub/hello', tag: 'v1_2-3' },
    ],
    [
      `${REGISTRY}/hello@${DIGEST}`,
      { type: 'ECR', registryId: ACCOUNT, repository: 'hello', digest: DIGEST },
    ],
    [
      `${REGISTRY}/hello:1@${DIGEST}`,
      { type: 'ECR', registryId: ACCOUNT, repository: 'hello', tag: '1', digest: DIGEST },
    ],
    [
      'public.ecr.aws/aws-containers/hello-app-runner:latest',
      { type: 'ECR_PUBLIC', repository: 'aws-containers/hello-app-runner', tag: 'latest' },
    ],
  ])('%s', (image, parts) => {
    expect(read(image)).toEqual({ reference: { identifier: image, ...parts }, problems: [] });
  });

  it('that is not named is undefined', () => {
    expect(read('')).toEqual({ reference: undefined, problems: [] });
  });

  it('is not measured against a Region that is wrong itself', () => {
    expect(read(`${REGISTRY}/hello:1`, undefined).problems).toEqual([]);
  });

  it('of ECR Public may be deployed in any Region', () => {
    expect(read('public.ecr.aws/team/hello:1', 'eu-west-3').problems).toEqual([]);
  });
});

describe('names and tags', () => {
  it.each([
    ['hello', true],
    ['team/hello.api_v2-x', true],
    ['a__b', false],
    ['a--b', false],
    ['a..b', false],
    ['-a', false],
    ['a-', false],
    ['a//b', false],
    ['A', false],
  ])('the repository %s is one App Runner takes: %s', (name, right) => {
    expect(REPOSITORY.test(name)).toBe(right);
  });

  it.each([
    ['1.4.0', true],
    ['_x', true],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
    ['.x', false],
    ['-x', false],
    ['a b', false],
    ['', false],
  ])('the tag %j is right: %s', (tag, right) => {
    expect(TAG.test(tag)).toBe(right);
  });
});
