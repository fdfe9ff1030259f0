import { PLACE } from './scenarios.ts';

/** What each parameter of the template that switches something on gives to the role. */
export const EVERYTHING: readonly {
  readonly parameter: string;
  readonly value: string;
  readonly policy: string;
}[] = [
  { parameter: 'Previews', value: 'true', policy: 'previews' },
  { parameter: 'Lifecycle', value: 'true', policy: 'lifecycle' },
  { parameter: 'Tags', value: 'true', policy: 'tags' },
  { parameter: 'CreateRepository', value: 'true', policy: 'create-repository' },
  { parameter: 'AutoScaling', value: 'true', policy: 'auto-scaling' },
  { parameter: 'LatestRevisions', value: 'true', policy: 'latest-revisions' },
  { parameter: 'PrivateService', value: 'true', policy: 'private-service' },
  {
    parameter: 'ImageRepositoryArn',
    value: PLACE.image_repository_arn,
    policy: 'other-image',
  },
  { parameter: 'CodeRepository', value: 'true', policy: 'code-repository' },
  { parameter: 'InstanceRole', value: 'new', policy: 'instance-role' },
  { parameter: 'FirstService', value: 'true', policy: 'first-service' },
];

/** The actions of AWSAppRunnerServicePolicyForECRAccess, version 1. */
export const MANAGED_PULL = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:DescribeImages',
  'ecr:GetAuthorizationToken',
  'ecr:GetDownloadUrlForLayer',
];

const MAIN = 'repo:octo/hello:ref:refs/heads/main';
const PULL = 'repo:octo/hello:pull_request';
const NEW_NAME = 'octo@583231/hello@1296269';

/** Subjects of GitHub's tokens, and whether a role with some parameters lets them in. */
export const TRUST: readonly (readonly [
  parameters: Readonly<Record<string, string>>,
  sub: string,
  letIn: boolean,
])[] = [
  [{}, MAIN, true],
  [{}, 'repo:octo/hello:ref:refs/heads/mainly', false],
  [{}, 'repo:octo/hello:ref:refs/heads/feature/main', false],
  [{}, 'repo:octo/hello-fork:ref:refs/heads/main', false],
  [{}, 'repo:eve/hello:ref:refs/heads/main', false],
  [{}, 'repo:octo/hello:ref:refs/tags/main', false],
  [{}, 'repo:octo/hello:environment:main', false],
  [{}, PULL, false],
  [{ Branches: 'main,next,release/*' }, MAIN, true],
  [{ Branches: 'main,next,release/*' }, 'repo:octo/hello:ref:refs/heads/next', true],
  [{ Branches: 'main,next,release/*' }, 'repo:octo/hello:ref:refs/heads/release/1.4', true],
  [{ Branches: 'main,next,release/*' }, 'repo:octo/hello:ref:refs/heads/', false],
  [{ Branches: 'a,b,c,d' }, 'repo:octo/hello:ref:refs/heads/d', true],
  [{ Environments: 'staging,production', Branches: '' }, MAIN, false],
  [
    { Environments: 'staging,production', Branches: '' },
    'repo:octo/hello:environment:production',
    true,
  ],
  [{ Environments: 'staging' }, 'repo:octo/hello:environment:production', false],
  [{ Environments: 'staging' }, MAIN, true],
  [{ Previews: 'true' }, PULL, true],
  [{ Previews: 'true' }, MAIN, true],
  [{ Previews: 'true', Branches: '' }, MAIN, false],
  [{ Previews: 'true' }, 'repo:eve/hello:pull_request', false],
  [{ GitHubRepository: NEW_NAME }, `repo:${NEW_NAME}:ref:refs/heads/main`, true],
  [{ GitHubRepository: NEW_NAME }, MAIN, false],
];
