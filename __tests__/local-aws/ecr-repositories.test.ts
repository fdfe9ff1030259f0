import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRepositoriesCommand,
  GetAuthorizationTokenCommand,
  GetLifecyclePolicyCommand,
  ListTagsForResourceCommand,
  PutImageTagMutabilityCommand,
  PutLifecyclePolicyCommand,
  TagResourceCommand,
} from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pushImage } from '../support/registry-client.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let fixture: AwsFixture;

beforeEach(async () => {
  fixture = await startFixture();
});

afterEach(() => fixture.close());

describe('repositories', () => {
  it('are created with AWS defaults and a URI that Docker can push to', async () => {
    const command = new CreateRepositoryCommand({ repositoryName: 'team/app__x' });
    const { repository } = await fixture.ecr.send(command);
    expect(repository).toEqual({
      repositoryArn: 'arn:aws:ecr:us-east-1:123456789012:repository/team/app__x',
      registryId: '123456789012',
      repositoryName: 'team/app__x',
      repositoryUri: `${fixture.aws.registryHost}/team/app__x`,
      createdAt: expect.any(Date),
      imageTagMutability: 'MUTABLE',
      imageScanningConfiguration: { scanOnPush: false },
      encryptionConfiguration: { encryptionType: 'AES256' },
    });
  });

  it('are refused a second time under the same name', async () => {
    await fixture.createRepository('app');
    const again = fixture.ecr.send(new CreateRepositoryCommand({ repositoryName: 'app' }));
    expect(await refusal(again)).toEqual({
      name: 'RepositoryAlreadyExistsException',
      text: "The repository with name 'app' already exists in the registry with id '123456789012'",
    });
  });

  it('are listed in pages and by name', async () => {
    for (const name of ['bb', 'aa', 'cc']) await fixture.createRepository(name);
    const first = await fixture.ecr.send(new DescribeRepositoriesCommand({ maxResults: 2 }));
    expect(first.repositories?.map((each) => each.repositoryName)).toEqual(['aa', 'bb']);
    const { nextToken } = first;
    const second = await fixture.ecr.send(new DescribeRepositoriesCommand({ nextToken }));
    expect(second.repositories?.map((each) => each.repositoryName)).toEqual(['cc']);
    expect(second.nextToken).toBeUndefined();
    const named = new DescribeRepositoriesCommand({ repositoryNames: ['cc'] });
    expect((await fixture.ecr.send(named)).repositories).toHaveLength(1);
  });

  it.each([
    ['that do not exist', { repositoryNames: ['absent'] }, 'absent', '123456789012'],
    [
      'of other accounts',
      { repositoryNames: ['app'], registryId: '999999999999' },
      'app',
      '999999999999',
    ],
  ])('%s are not found', async (_what, input, name, registry) => {
    await fixture.createRepository('app');
    expect(await refusal(fixture.ecr.send(new DescribeRepositoriesCommand(input)))).toEqual({
      name: 'RepositoryNotFoundException',
      text: `The repository with name '${name}' does not exist in the registry with id '${registry}'`,
    });
  });

  it('with images are deleted only by force', async () => {
    await fixture.createRepository('app');
    await pushImage(await fixture.login(), 'app', '1');
    const kept = fixture.ecr.send(new DeleteRepositoryCommand({ repositoryName: 'app' }));
    expect(await refusal(kept)).toEqual({
      name: 'RepositoryNotEmptyException',
      text: "The repository with name 'app' in registry with id '123456789012' cannot be deleted because it still contains images",
    });
    await fixture.ecr.send(new DeleteRepositoryCommand({ repositoryName: 'app', force: true }));
    const { repositories } = await fixture.ecr.send(new DescribeRepositoriesCommand({}));
    expect(repositories).toEqual([]);
  });

  it('take exclusion filters only with the modes that have them', async () => {
    const filters = [{ filterType: 'WILDCARD' as const, filter: 'latest' }];
    const wrong = fixture.createRepository('app', {
      imageTagMutability: 'IMMUTABLE',
      imageTagMutabilityExclusionFilters: filters,
    });
    expect((await refusal(wrong)).name).toBe('InvalidParameterException');
    await fixture.createRepository('app');
    const changed = await fixture.ecr.send(
      new PutImageTagMutabilityCommand({
        repositoryName: 'app',
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: filters,
      }),
    );
    expect(changed).toMatchObject({
      repositoryName: 'app',
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters,
    });
  });

  it('take five exclusion filters with two wildcards each, and no more', async () => {
    const withFilters = (name: string, ...filters: string[]) =>
      fixture.createRepository(name, {
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: filters.map((filter) => ({
          filterType: 'WILDCARD',
          filter,
        })),
      });
    await withFilters('most', 'latest', '*-dev*', 'c', 'd', 'e');
    expect((await refusal(withFilters('many', 'a', 'b', 'c', 'd', 'e', 'f'))).text).toContain(
      'less than or equal to 5',
    );
    expect((await refusal(withFilters('wild', '*a*b*'))).text).toContain('at most 2 wildcards');
    expect((await refusal(withFilters('odd', 'a/b'))).name).toBe('InvalidParameterException');
  });

  it('take a key only for encryption with KMS', async () => {
    const kmsKey = 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const wrong = fixture.createRepository('app', {
      encryptionConfiguration: { encryptionType: 'AES256', kmsKey },
    });
    expect((await refusal(wrong)).name).toBe('InvalidParameterException');
    const encryptionConfiguration = { encryptionType: 'KMS' as const, kmsKey };
    await fixture.createRepository('app', { encryptionConfiguration });
    const { repositories = [] } = await fixture.ecr.send(new DescribeRepositoriesCommand({}));
    expect(repositories[0]?.encryptionConfiguration).toEqual(encryptionConfiguration);
  });

  it('keep tags by key', async () => {
    await fixture.createRepository('app', { tags: [{ Key: 'a', Value: '1' }] });
    const resourceArn = 'arn:aws:ecr:us-east-1:123456789012:repository/app';
    const tags = [
      { Key: 'a', Value: '2' },
      { Key: 'b', Value: '3' },
    ];
    await fixture.ecr.send(new TagResourceCommand({ resourceArn, tags }));
    const listed = await fixture.ecr.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(listed.tags).toEqual(tags);
    const reserved = new TagResourceCommand({ resourceArn, tags: [{ Key: 'aws:x', Value: '' }] });
    expect((await refusal(fixture.ecr.send(reserved))).name).toBe('InvalidTagParameterException');
  });
});

describe('the login', () => {
  it('is AWS and a password, for twelve hours, at the registry endpoint', async () => {
    const now = Date.now();
    const { authorizationData = [] } = await fixture.ecr.send(new GetAuthorizationTokenCommand({}));
    const [login] = authorizationData;
    const token = Buffer.from(login?.authorizationToken ?? '', 'base64').toString();
    expect(token).toMatch(/^AWS:[\w-]{43}$/);
    expect(login?.proxyEndpoint).toBe(`http://${fixture.aws.registryHost}`);
    const hours = ((login?.expiresAt?.getTime() ?? 0) - now) / 3_600_000;
    expect(hours).toBeCloseTo(12, 1);
  });
});

describe('lifecycle policies', () => {
  const rule = {
    rulePriority: 1,
    selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 50 },
    action: { type: 'expire' },
  };
  const put = (rules: unknown) =>
    fixture.ecr.send(
      new PutLifecyclePolicyCommand({
        repositoryName: 'app',
        lifecyclePolicyText: JSON.stringify({ rules }),
      }),
    );

  it('are kept as they were sent', async () => {
    await fixture.createRepository('app');
    const get = new GetLifecyclePolicyCommand({ repositoryName: 'app' });
    expect(await refusal(fixture.ecr.send(get))).toEqual({
      name: 'LifecyclePolicyNotFoundException',
      text: "Lifecycle policy does not exist for the repository with name 'app' in the registry with id '123456789012'",
    });
    await put([rule]);
    const kept = await fixture.ecr.send(new GetLifecyclePolicyCommand({ repositoryName: 'app' }));
    expect(kept.lifecyclePolicyText).toBe(JSON.stringify({ rules: [rule] }));
  });

  const selecting = (selection: object, more: object = {}) => ({
    ...rule,
    selection: { ...rule.selection, ...selection },
    ...more,
  });
  const tagged = { tagStatus: 'tagged', tagPatternList: ['prod*'] };

  it.each([
    ['tagged images by pattern, then any', [selecting(tagged), { ...rule, rulePriority: 2 }]],
    [
      'images that nobody has pulled for long, to the archive',
      [
        selecting(
          { countType: 'sinceImagePulled', countUnit: 'days' },
          { action: { type: 'transition', targetStorageClass: 'archive' } },
        ),
      ],
    ],
  ])('may be about %s', async (_what, rules) => {
    await fixture.createRepository('app');
    expect((await put(rules)).lifecyclePolicyText).toBe(JSON.stringify({ rules }));
  });

  it.each<[string, readonly unknown[], string]>([
    ['an unknown countType', [selecting({ countType: 'age' })], 'countType must be one of'],
    ['the same priority twice', [rule, rule], 'rulePriority must be unique'],
    ['a priority of 0', [{ ...rule, rulePriority: 0 }], 'rulePriority must be a positive'],
    [
      'tagged images without a prefix',
      [selecting({ tagStatus: 'tagged' })],
      'one of tagPrefixList',
    ],
    [
      'a prefix and a pattern',
      [selecting({ ...tagged, tagPrefixList: ['prod'] })],
      'one of tagPrefixList',
    ],
    ['a pattern for any image', [selecting({ tagPatternList: ['*'] })], 'one of tagPrefixList'],
    [
      'five wildcards',
      [selecting({ ...tagged, tagPatternList: ['*a*b*c*d*'] })],
      'more than 4 wildcards',
    ],
    ['days beside a number of images', [selecting({ countUnit: 'days' })], "countUnit 'days'"],
    ['another unit', [selecting({ countUnit: 'weeks' })], "countUnit must be 'days'"],
    ['an age without its unit', [selecting({ countType: 'sinceImagePushed' })], "countUnit 'days'"],
    ['none to keep', [selecting({ countNumber: 0 })], 'countNumber must be a positive'],
    ['another action', [{ ...rule, action: { type: 'delete' } }], 'action.type must be'],
    ['a rule without action', [{ ...rule, action: undefined }], 'must have an action'],
    ['a misspelt member', [{ ...rule, priority: 1 }], 'not allowed by the schema: ["priority"]'],
    ['a description that is none', [{ ...rule, description: 1 }], 'description must be a string'],
    [
      'a rule for any image before others',
      [rule, selecting({ tagStatus: 'untagged' }, { rulePriority: 2 })],
      'must have the highest rulePriority',
    ],
  ])('are refused for %s', async (_what, rules, part) => {
    await fixture.createRepository('app');
    const { name, text } = await refusal(put(rules));
    expect(name).toBe('InvalidParameterException');
    expect(text).toContain('Lifecycle policy validation failure: ');
    expect(text).toContain(part);
  });
});
