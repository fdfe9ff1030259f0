import { ListTagsForResourceCommand } from '@aws-sdk/client-apprunner';
import { BatchDeleteImageCommand, ECRClient } from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FakeRunner } from '../support/fake-runner.ts';
import { imageInputs, pushTags } from '../support/pushed-tags.ts';
import { type LocalWorld, runLocally, startLocalWorld } from '../support/unit-local-run.ts';
import { withVirtualScene } from '../support/virtual-run.ts';

jest.setTimeout(60_000);

const ACCESS_ROLE = 'arn:aws:iam::123456789012:role/apprunner-ecr-access';
/** How a deployment ends that App Runner rejects. */
const REJECTED = {
  kind: 'ending',
  type: 'UPDATE_SERVICE',
  end: 'ROLLBACK_SUCCEEDED',
} as const;

const sha = (n: number) => `${n}`.repeat(40);

let world: LocalWorld;
let ecr: ECRClient;
beforeEach(async () => {
  world = await startLocalWorld();
  ecr = new ECRClient(world.aws.clientConfig);
});
afterEach(async () => {
  ecr.destroy();
  await world.close();
});

/** Deploys commit `n`, with its SHA as the image's tag, which is the default. */
async function deploy(n: number, inputs: Readonly<Record<string, string>> = {}) {
  const env = { GITHUB_SHA: sha(n), GITHUB_REPOSITORY: 'octo/hello' };
  const texts = { service: 'hello', 'access-role-arn': ACCESS_ROLE, ...inputs };
  return runLocally(world, texts, {}, { env });
}

const back = (inputs: Readonly<Record<string, string>> = {}) =>
  runLocally(world, { service: 'hello', command: 'rollback', ...inputs });

/** The tag of the image that the service runs, as the run says it. */
const tag = ({ runner }: { readonly runner: FakeRunner }) =>
  /:([^:@]+)(@.*)?$/.exec(runner.outputs.image ?? '')?.[1];

/** Digest of a run's image. */
const digest = ({ runner }: Awaited<ReturnType<typeof back>>) => runner.outputs['image-digest'];

const callsFrom = (from: number) => world.aws.calls.slice(from).map(({ action }) => action);

async function serviceTags({ runner }: Awaited<ReturnType<typeof back>>) {
  const ResourceArn = runner.outputs['service-arn'];
  const { Tags = [] } = await world.appRunner.send(new ListTagsForResourceCommand({ ResourceArn }));
  return Object.fromEntries(Tags.map(({ Key = '', Value }) => [Key, Value]));
}

async function removeImages(...tags: readonly string[]) {
  const imageIds = tags.map((imageTag) => ({ imageTag }));
  await ecr.send(new BatchDeleteImageCommand({ repositoryName: 'hello', imageIds }));
}

describe('a rollback', () => {
  it('goes to the image before the one that runs, and back again', async () => {
    const deployed = [await deploy(1), await deploy(2)];
    expect(deployed.map(({ code }) => code)).toEqual([0, 0]);
    const first = await back();
    expect([first.code, first.runner.outputs.result, tag(first)]).toEqual([0, 'updated', sha(1)]);
    expect(first.runner.outputs).toMatchObject({
      commit: sha(1),
      'operation-status': 'SUCCEEDED',
      'service-status': 'RUNNING',
      'image-digest': digest(deployed[0] ?? first),
    });
    expect(first.runner.text()).toContain(`made from commit ${sha(1)}`);
    expect(first.runner.text()).toContain("as App Runner's event log tells");
    expect(first.runner.text()).toContain('Only the image goes back');
    expect(first.runner.summaries.join()).toContain('back to an earlier image');
    const second = await back();
    expect([second.code, second.runner.outputs.result, tag(second)]).toEqual([
      0,
      'updated',
      sha(2),
    ]);
    expect(digest(second)).toBe(digest(deployed[1] ?? second));
    expect(tag(await back())).toBe(sha(1));
  });

  it('says which image is gone from which repository, and what else there is', async () => {
    await deploy(1);
    await deploy(2);
    await deploy(3);
    await removeImages(sha(2));
    const end = await back();
    expect([end.code, end.runner.outputs.result]).toEqual([1, 'failed']);
    const image = `${world.aws.registryHost}/hello`;
    expect(end.runner.text()).toContain(
      `Service 'hello' ran ${image}:${sha(2)} before ${image}:${sha(3)}, and ECR repository 'hello' does not have that image any more`,
    );
    expect(end.runner.text()).toContain(`have the tags ${sha(1)}, by-hand.`);
    await removeImages(sha(1), sha(3), 'by-hand');
    const empty = await back();
    expect(empty.runner.text()).toContain('does not have that image any more');
    expect(empty.runner.text()).toContain('build the version anew and deploy it');
  });

  it.each([
    ['a tag', { 'image-tags': sha(1) }],
    ['the first of several tags', { 'image-tags': `${sha(1)}, latest` }],
  ])('goes to %s that is named', async (_, named) => {
    await deploy(1);
    await deploy(2);
    await deploy(3);
    const end = await back(named);
    expect([end.code, tag(end), end.runner.outputs.commit]).toEqual([0, sha(1), sha(1)]);
    // And from there to what ran before it.
    expect(tag(await back())).toBe(sha(3));
  });

  it('goes to a digest that is named, and on from there', async () => {
    const first = await deploy(1);
    await deploy(2);
    const end = await back({ 'image-tags': digest(first) ?? '' });
    expect([end.code, digest(end), end.runner.outputs.commit]).toEqual([0, digest(first), sha(1)]);
    expect(tag(await back())).toBe(sha(2));
  });

  it('refuses a tag that ECR does not have, before it changes anything', async () => {
    await deploy(1);
    const from = world.aws.calls.length;
    const end = await back({ 'image-tags': '9.9.9' });
    expect(end.code).toBe(1);
    expect(end.runner.text()).toContain(`ECR has no image ${world.aws.registryHost}/hello:9.9.9`);
    expect(callsFrom(from)).not.toContain('apprunner:UpdateService');
  });

  it('says that there is nothing to go back to', async () => {
    const none = await back();
    expect(none.runner.text()).toContain("Service 'hello' does not exist in this Region");
    await deploy(1);
    const first = await back();
    expect(first.code).toBe(1);
    expect(first.runner.text()).toContain('There is nothing to go back to');
  });

  it('refuses a service that is half deleted', async () => {
    await world.aws.appRunner.seed({ ServiceName: 'half', Status: 'DELETE_FAILED' });
    const half = await back({ service: 'half' });
    expect([half.code, half.runner.text()]).toEqual([
      1,
      expect.stringContaining("Service 'half' is DELETE_FAILED, so there is nothing to take back"),
    ]);
  });

  it('of a service that deploys pushes by itself says which it follows from then on', async () => {
    await deploy(1);
    await deploy(2, { 'auto-deployments': 'true' });
    const end = await back();
    expect([end.code, tag(end)]).toEqual([0, sha(1)]);
    expect(end.runner.text()).toMatch(
      /warning: The service deploys pushes by itself, .*:1{40} from now on/,
    );
  });

  it('says that the commit is not known where neither tag nor label is one', async () => {
    await deploy(1, { 'image-tags': 'v1' });
    await deploy(2, { 'image-tags': 'v2' });
    const end = await back();
    expect([end.code, tag(end), end.runner.outputs.commit]).toEqual([0, 'v1', undefined]);
    expect(end.runner.text()).toContain('which commit it was made from is not known');
  });

  it('says with dry-run what it would do, and does nothing', async () => {
    await deploy(1);
    await deploy(2);
    const from = world.aws.calls.length;
    const end = await back({ 'dry-run': 'true' });
    expect([end.code, end.runner.outputs.result]).toEqual([0, 'planned']);
    expect(end.runner.text()).toContain('UpdateService: settings change as below.');
    expect(end.runner.text()).toContain(`hello:${sha(2)} -> `);
    expect(callsFrom(from)).not.toContain('apprunner:UpdateService');
  });

  it('waits for what the service is busy with, and goes back from there', async () => {
    await deploy(1);
    await deploy(2);
    world.aws.faults.add({ ...REJECTED, afterMs: 1_500 });
    expect((await deploy(3, { wait: 'false' })).code).toBe(0);
    const end = await back();
    expect([end.code, tag(end)]).toEqual([0, sha(1)]);
    expect(end.runner.text()).toContain('The service is busy with UPDATE_SERVICE');
  });

  it('without the event log goes by the pushes, and warns of it', async () => {
    await deploy(1);
    await deploy(2);
    world.aws.faults.add({ kind: 'deny', action: 'logs:GetLogEvents' });
    const end = await back();
    expect([end.code, tag(end)]).toEqual([0, sha(1)]);
    expect(end.runner.text()).toContain('warning: Before it ran');
    expect(tag(await back())).toBe(sha(2));
  });

  it('without event log and ECR says that it can not tell', async () => {
    await deploy(1);
    await deploy(2);
    world.aws.faults.add({ kind: 'deny', action: 'logs:GetLogEvents' });
    world.aws.faults.add({ kind: 'deny', action: 'ecr:DescribeImages' });
    const end = await back();
    expect(end.code).toBe(1);
    expect(end.runner.text()).toContain("can't be told");
    expect(end.runner.text()).toContain("Name the image to go back to in 'image-tags' or 'image'");
  });

  it('of a service with our tags keeps them true, and goes by them', async () => {
    const skip = { 'skip-unchanged': 'true', tags: 'team=a' };
    const first = await deploy(1, skip);
    await deploy(2, skip);
    const tags = await serviceTags(first);
    expect(tags).toMatchObject({
      'apprunner-deploy:previous-image': `${world.aws.registryHost}/hello:${sha(1)}`,
      'apprunner-deploy:previous-digest': digest(first),
      'apprunner-deploy:previous-commit': sha(1),
    });
    world.aws.faults.add({ kind: 'deny', action: 'logs:GetLogEvents' });
    const end = await back();
    expect([end.code, tag(end)]).toEqual([0, sha(1)]);
    expect(end.runner.text()).toContain('as tags of the service remember');
    expect(await serviceTags(first)).toMatchObject({
      team: 'a',
      'apprunner-deploy:digest': digest(first),
      'apprunner-deploy:commit': sha(1),
      'apprunner-deploy:previous-commit': sha(2),
    });
    expect(tag(await back())).toBe(sha(2));
  });

  it('writes no tags to a service that has none of ours', async () => {
    await deploy(1);
    await deploy(2);
    const from = world.aws.calls.length;
    expect((await back()).code).toBe(0);
    expect(callsFrom(from)).not.toContain('apprunner:TagResource');
  });
});

/** App Runner takes its time to reject a version; here it is a clock's. */
describe('a rollback where deployments fail', () => {
  it('passes over one that was rejected and one of settings alone', () =>
    withVirtualScene(
      () => ({}),
      async ({ aws, act }) => {
        await pushTags(aws, ['one'], ['two'], ['three']);
        const from = (image: string, more = {}) => act(imageInputs(aws, image, more));
        await from('one');
        await from('two');
        aws.faults.add(REJECTED);
        expect((await from('three')).runner.outputs.result).toBe('rolled-back');
        expect((await from('two', { port: '3000' })).code).toBe(0);
        const end = await act({ service: 'hello', command: 'rollback' });
        expect([end.code, tag(end)]).toEqual([0, 'one']);
        // Settings are no part of it.
        expect(end.runner.text()).not.toContain('ImageConfiguration.Port');
        expect(end.runner.text()).toContain('which commit it was made from is not known');
      },
    ));

  it('says so when it is rejected itself, and can be tried again', () =>
    withVirtualScene(
      () => ({}),
      async ({ aws, act }) => {
        await pushTags(aws, ['one'], ['two']);
        await act(imageInputs(aws, 'one'));
        await act(imageInputs(aws, 'two'));
        aws.faults.add(REJECTED);
        const end = await act({ service: 'hello', command: 'rollback' });
        expect([end.code, end.runner.outputs.result]).toEqual([1, 'rolled-back']);
        expect(end.runner.text()).toContain('error: Not gone back:');
        expect(tag(await act({ service: 'hello', command: 'rollback' }))).toBe('one');
      },
    ));
});
