import { readFile } from 'node:fs/promises';
import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  GetLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr';
import { describe, expect, it, jest } from '@jest/globals';
import { LIFECYCLE_POLICY } from '../../src/image/new-repository.ts';
import { NEEDS_NO_PERMISSION } from '../support/readme.ts';
import { type Scene, withScene } from './fixture.ts';

// Real operations, each waited for as the action waits.
jest.setTimeout(120_000);

interface Policy {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

const SHA = 'a'.repeat(40);
const FRESH = { repository: 'team/fresh', 'create-repository': 'true' };

async function describeRepository({ ecr }: Scene) {
  const command = new DescribeRepositoriesCommand({ repositoryNames: ['team/fresh'] });
  const { repositories = [] } = await ecr.send(command);
  return repositories[0];
}

/** The actions of a policy for the role that deploys. */
async function actionsOf(policy: string): Promise<string[]> {
  const file = new URL(`../../examples/setup/policies/${policy}.json`, import.meta.url);
  const { Statement }: Policy = JSON.parse(await readFile(file, 'utf8'));
  return Statement.flatMap(({ Action }) => Action);
}

describe('create-repository', () => {
  it.concurrent('makes the repository once, and deploys what it finds there later', () =>
    withScene({}, async (scene) => {
      const first = await scene.deploy(FRESH);
      expect(first.outputs).toMatchObject({ result: 'created' });
      expect(first.log).toContain('CreateRepository');
      const usual = [NEEDS_NO_PERMISSION, ...(await actionsOf('deploy'))];
      const more = [...new Set(scene.newCalls())].filter((call) => !usual.includes(call));
      expect(more.sort()).toEqual((await actionsOf('create-repository')).sort());
      expect(await describeRepository(scene)).toMatchObject({
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest' }],
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: { encryptionType: 'AES256' },
      });
      const policy = new GetLifecyclePolicyCommand({ repositoryName: 'team/fresh' });
      expect((await scene.ecr.send(policy)).lifecyclePolicyText).toBe(LIFECYCLE_POLICY);

      const again = await scene.deploy(FRESH);
      expect(again.outputs).toMatchObject({ result: 'deployed' });
      expect(again.log).toContain("Repository 'team/fresh' exists and is left as it is.");
      expect(again.log).toContain(`team/fresh:${SHA} exists and its tag is immutable`);
    }));

  it.concurrent('lets latest be moved and nothing else', () =>
    withScene({}, async (scene) => {
      const build = (version: number, tags: string) =>
        scene.deploy({ ...FRESH, 'image-tags': tags, 'build-args': `VERSION=${version}` });
      expect((await build(1, '1.0.0\nlatest')).code).toBe(0);
      expect((await build(2, '2.0.0\nlatest')).outputs.result).toBe('updated');
      const stuck = await build(3, '3.0.0\n2.0.0');
      expect(stuck.code).toBe(1);
      expect(stuck.log).toContain('Name only tags in image-tags and cache-to that are new');
    }));

  it.concurrent('leaves a repository alone that is not as it would make one', () =>
    withScene({}, async (scene) => {
      await scene.ecr.send(new CreateRepositoryCommand({ repositoryName: 'team/fresh' }));
      const before = await describeRepository(scene);
      expect((await scene.deploy(FRESH)).code).toBe(0);
      expect(await describeRepository(scene)).toEqual(before);
    }));

  it.concurrent('goes on without the permission for the lifecycle policy, and names it', () =>
    withScene({}, async (scene) => {
      scene.aws.faults.add({ kind: 'deny', action: 'ecr:PutLifecyclePolicy' });
      const step = await scene.deploy(FRESH);
      expect(step.outputs).toMatchObject({ result: 'created' });
      expect(step.log).toContain('Allow ecr:PutLifecyclePolicy');
    }));

  it.concurrent('fails before the build without the permission to create', () =>
    withScene({}, async (scene) => {
      scene.aws.faults.add({ kind: 'deny', action: 'ecr:CreateRepository' });
      const step = await scene.deploy(FRESH);
      expect(step.outputs).toMatchObject({ result: 'failed' });
      expect(step.log).toContain("ecr:CreateRepository failed for repository 'team/fresh'");
      expect(step.log).toContain('Allow ecr:CreateRepository');
      expect((await scene.dockerCommands()).map(([, command]) => command)).not.toContain('build');
    }));

  it.concurrent.each(['before', 'after'] as const)(
    'goes on when the connection breaks %s ECR has made the repository',
    (when) =>
      withScene({}, async (scene) => {
        scene.aws.faults.add({ kind: 'drop', action: 'ecr:CreateRepository', when });
        const step = await scene.deploy(FRESH);
        expect(step.outputs).toMatchObject({ result: 'created' });
        const policy = new GetLifecyclePolicyCommand({ repositoryName: 'team/fresh' });
        expect((await scene.ecr.send(policy)).lifecyclePolicyText).toBe(LIFECYCLE_POLICY);
      }),
  );

  it.concurrent('is asked for where it is missing', () =>
    withScene({}, async (scene) => {
      const step = await scene.deploy({ repository: 'team/fresh' });
      expect(step.outputs).toMatchObject({ result: 'failed' });
      expect(step.log).toContain(
        "Create repository 'team/fresh', or set create-repository: true, which does.",
      );
    }));

  it.concurrent('makes nothing in a dry run', () =>
    withScene({}, async (scene) => {
      const step = await scene.deploy({ ...FRESH, 'dry-run': 'true' });
      expect(step.outputs).toMatchObject({ result: 'planned' });
      expect(step.log).toContain("1. CreateRepository: 'team/fresh', where images are scanned");
      expect(scene.newCalls()).not.toContain('ecr:CreateRepository');
    }));
});
