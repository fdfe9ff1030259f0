import { describe, it } from '@jest/globals';
import { REGISTRY } from '../../support/create-service.ts';
import { type BadInput, expectOneProblem } from '../../support/unit-bad-input.ts';

const IMAGE = `${REGISTRY}/hello:1.4.0`;
const PUBLIC = 'public.ecr.aws/team/hello:1.4.0';
const ROLE = 'arn:aws:iam::123456789012:role/x';

describe('a bad input about the image ends in one sentence with name, value, what is allowed and an example', () => {
  it.each<BadInput>([
    [
      'repository with a registry host',
      { repository: `${REGISTRY}/hello` },
      [
        `Input 'repository' is '${REGISTRY}/hello'`,
        'without registry host',
        'Example: repository: team/hello',
      ],
    ],
    [
      'repository that is a registry host',
      { repository: REGISTRY },
      [`'repository' is '${REGISTRY}'`],
    ],
    [
      'repository with a registry host in China',
      { repository: '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/hello' },
      ["Input 'repository' is '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/hello'"],
    ],
    ...[
      'ghcr.io/team/hello',
      'docker.io/hello',
      'public.ecr.aws/team/hello',
      'localhost:5000/x',
    ].map(
      (repository): BadInput => [
        `repository ${repository}`,
        { repository },
        [`Input 'repository' is '${repository}'`, 'without registry host'],
      ],
    ),
    ...['Hello', 'hello:1.0', 'a__b', 'a--b', '/hello', 'hello/', 'he llo', 'x'].map(
      (repository): BadInput => [
        `repository ${repository}`,
        { repository },
        [`Input 'repository' is '${repository}'`, 'an ECR repository name', 'Example: repository:'],
      ],
    ),
    [
      'no repository for a service whose name is none',
      { service: 'hello__api' },
      ["Input 'repository' is missing", "'hello__api'", 'Example: repository: hello'],
    ],
    [
      'registry-id of 11 digits',
      { 'registry-id': '12345678901' },
      ["Input 'registry-id' is '12345678901'", '12 digits', 'Example: registry-id:'],
    ],
    [
      'a tag with a space',
      { 'image-tags': '1.4.0\nmy tag' },
      ["Input 'image-tags' is 'my tag'", '1 to 128', 'Example: image-tags: 1.4.0'],
    ],
    ['a tag that starts with a dot', { 'image-tags': '.1' }, ["Input 'image-tags' is '.1'"]],
    ['a tag with a slash', { 'image-tags': 'feature/x' }, ["Input 'image-tags' is 'feature/x'"]],
    ['a tag too long', { 'image-tags': 'a'.repeat(129) }, ["Input 'image-tags' is 'aaaa"]],
    ['a tag with its repository', { 'image-tags': 'hello:1' }, ["Input 'image-tags' is 'hello:1'"]],
    [
      'image-tags without a tag',
      { 'image-tags': ',,' },
      ["Input 'image-tags'", 'Example: image-tags:'],
    ],
    ['a tag in a quote that is not closed', { 'image-tags': '"1.4.0' }, ["'image-tags'", 'quote']],
    ...['no-cache', 'pull', 'create-repository'].map(
      (name): BadInput => [
        `${name} with a typo`,
        { [name]: 'flase' },
        [`Input '${name}' is 'flase'`, 'true or false', `Example: ${name}: true`],
      ],
    ),
    [
      'a build argument without a name',
      { 'build-args': 'A=1\n=2' },
      ["Input 'build-args', item 2", 'no name', 'Example: build-args: NODE_ENV=production'],
    ],
    [
      'a label with a space in its name',
      { labels: 'my label=1' },
      ["Input 'labels', item 1", 'Example: labels:'],
    ],
    [
      'a build context without a path',
      { 'build-contexts': 'assets' },
      ["Input 'build-contexts', item 1, is not NAME=VALUE", 'Example: build-contexts: assets='],
    ],
    ['a secret of the build without an id', { secrets: '=x' }, ["Input 'secrets', item 1"]],
    ['a secret-env without a variable', { 'secret-envs': 'a=' }, ["Input 'secret-envs', item 1"]],
    ['a secret-file without a path', { 'secret-files': 'a' }, ["Input 'secret-files', item 1"]],
    [
      'a host without an address',
      { 'add-hosts': 'db' },
      ["Input 'add-hosts' is 'db'", 'NAME:ADDRESS', 'Example: add-hosts:'],
    ],
    [
      'an image without a tag',
      { image: `${REGISTRY}/hello` },
      [`Input 'image' is '${REGISTRY}/hello'`, 'no tag or digest', `Example: image: ${REGISTRY}/`],
    ],
    [
      'an image of another Region',
      { image: IMAGE, 'aws-region': 'eu-west-1' },
      ["Input 'image' is in us-east-1", 'eu-west-1', 'aws-region: us-east-1'],
    ],
    ...[
      'ghcr.io/team/hello:1',
      'nginx:latest',
      'public.ecr.aws/nginx:latest',
      'public.ecr.aws/my team/hello:1',
      `${REGISTRY}/Hello:1`,
      `${REGISTRY}/a__b:1`,
      `${REGISTRY}/hello:my tag`,
      `${REGISTRY}/hello@sha256:123`,
      `https://${REGISTRY}/hello:1`,
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/hello:1',
    ].map(
      (image): BadInput => [
        `image ${image}`,
        { image },
        [`Input 'image' is '${image}'`, 'private ECR or ECR Public', 'Example: image: 1234'],
      ],
    ),
    [
      'two images',
      { image: 'public.ecr.aws/team\npublic.ecr.aws/team/hello:1' },
      ["Input 'image' is 'public.ecr.aws/team ⏎ public.ecr.aws/team/hello:1'"],
    ],
    [
      'an access role for an image in ECR Public',
      { image: PUBLIC, 'access-role-arn': ROLE },
      ["'image' and 'access-role-arn'", 'ECR Public', "Remove 'access-role-arn'"],
    ],
    [
      'automatic deployments of an image in ECR Public',
      { image: PUBLIC, 'auto-deployments': 'true' },
      ["'image' and 'auto-deployments'", 'ECR Public', "Remove 'auto-deployments'"],
    ],
  ])('%s', (_, texts, parts) => {
    expectOneProblem(texts, parts);
  });
});
