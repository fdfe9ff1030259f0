import { describe, expect, it } from '@jest/globals';
import { imagePlaceOf } from '../../../src/teardown/image-place.ts';

const DIGEST = `sha256:${'d'.repeat(64)}`;

function service(identifier: string, type: 'ECR' | 'ECR_PUBLIC' = 'ECR') {
  return {
    SourceConfiguration: {
      ImageRepository: { ImageIdentifier: identifier, ImageRepositoryType: type },
    },
  };
}

describe('the repository of a service', () => {
  it.each([
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1', 'hello', '123456789012'],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com/team/hello:1', 'team/hello', '210987654321'],
    [`123456789012.dkr.ecr.us-east-1.amazonaws.com/hello@${DIGEST}`, 'hello', '123456789012'],
    [`123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:1@${DIGEST}`, 'hello', '123456789012'],
    // The registry of the local AWS.
    ['127.0.0.1:5000/team/hello:1', 'team/hello', undefined],
  ])('that runs %s is %s', (identifier, repository, registryId) => {
    expect(imagePlaceOf(service(identifier))).toEqual({ repository, registryId });
  });

  it.each([
    ['from ECR Public', service('public.ecr.aws/nginx/nginx:1', 'ECR_PUBLIC')],
    [
      'from code',
      { SourceConfiguration: { CodeRepository: { RepositoryUrl: 'https://github.com/a/b' } } },
    ],
    ['that tells no source', { SourceConfiguration: {} }],
  ])('%s is none', (_, one) => {
    expect(imagePlaceOf(Object(one))).toBeUndefined();
  });
});
