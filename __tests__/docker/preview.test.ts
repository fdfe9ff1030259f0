import { BatchGetImageCommand } from '@aws-sdk/client-ecr';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import type { JobResult } from '../../scripts/workflow/run-job.ts';
import { NEEDS_NO_PERMISSION, readmePolicy } from '../support/readme.ts';
import { type Stage, setStage } from './action-fixture.ts';
import { answerOf, commit, GitHubStage, HeldStep, leftOf } from './workflow-fixture.ts';

jest.setTimeout(180_000);

let stage: Stage;
let world: GitHubStage;
beforeAll(async () => {
  stage = await setStage();
  world = await GitHubStage.start(stage);
});
afterAll(async () => {
  await world?.close();
  await stage?.close();
});

/** What the test itself asks of AWS, and what needs no permission. */
const STAGE_CALLS = [NEEDS_NO_PERMISSION, 'ecr:CreateRepository', 'ecr:DescribeImages'];

let slow: HeldStep;
beforeEach(() => {
  slow = new HeldStep('▸ Build');
});
// One that a failed test leaves stopped would keep the tests from ending.
afterEach(() => slow.letGo());

const NOTHING = { services: 0, images: [] };

/** Prints how long a step of the story took, for the log of a test run. */
async function timed<T>(what: string, work: Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work;
  process.stderr.write(
    `${((performance.now() - begin) / 1_000).toFixed(1).padStart(7)} s  ${what}\n`,
  );
  return result;
}

const open = (headRef: string, sha: string) =>
  world.github.openPullRequest({ title: `Try ${headRef}`, headRef, headSha: sha }).number;

const short = (sha: string) => `\`${sha.slice(0, 7)}\``;
const bodies = (number: number) => world.github.comments(number).map(({ body }) => body);
const states = (preview: string) =>
  world.github.deployments(preview).map(({ statuses }) => statuses.at(-1)?.state);
const newest = (preview: string) => world.github.deployments(preview).at(-1)?.statuses.at(-1);

/** A green job without a warning; a red one shows its log. */
function result({ code, deploy }: JobResult): string | undefined {
  if (code !== 0) throw new Error(`The job failed:\n${deploy?.log}`);
  expect(deploy?.log.match(/^WARNING.*/gm) ?? []).toEqual([]);
  return deploy?.outputs.result;
}

/** The preview serves a commit, and GitHub says so in the one comment and the deployment. */
async function expectReady(number: number, sha: string, url: string | undefined) {
  expect(await answerOf(url)).toBe(`Hello from version ${sha}\n`);
  const [body = '', ...others] = bodies(number);
  expect(others).toEqual([]);
  expect(body).toContain(`### App Runner service hello-pr-${number}: ready`);
  expect(body).toContain(`<${url}>`);
  expect(body).toContain(short(sha));
  const deployments = world.github.deployments(`hello-pr-${number}`);
  const serving = deployments.filter(({ statuses }) => statuses.at(-1)?.state === 'success');
  expect(serving.map((deployment) => deployment.sha)).toEqual([sha]);
  expect(serving[0]?.statuses.at(-1)?.environmentUrl).toBe(url);
  expect(serving[0]?.transient).toBe(true);
}

/** Nothing is left of a preview, and GitHub says so. */
async function expectGone(number: number) {
  const preview = `hello-pr-${number}`;
  expect(await leftOf(stage, preview)).toEqual(NOTHING);
  expect(bodies(number)).toEqual([expect.stringContaining(`${preview}: deleted`)]);
  expect(new Set(states(preview))).toEqual(new Set(['inactive']));
}

/** A second tag of an image, which belongs to nobody's preview. */
async function tagAgain(tag: string, other: string) {
  const name = `${stage.aws.registryHost}/hello`;
  await stage.dockerLoggedIn('pull', '--quiet', `${name}:${tag}`);
  await stage.docker('tag', `${name}:${tag}`, `${name}:${other}`);
  await stage.dockerLoggedIn('push', '--quiet', `${name}:${other}`);
}

async function digestOf(imageTag: string): Promise<string | undefined> {
  const asked = { repositoryName: 'hello', imageIds: [{ imageTag }] };
  const { images } = await stage.ecr.send(new BatchGetImageCommand(asked));
  return images?.[0]?.imageId?.imageDigest;
}

describe("a pull request with the README's preview workflow", () => {
  it('is opened, pushed to twice at once and closed, and then nothing is left of it', async () => {
    const number = open('blue', commit(1));
    const preview = `hello-pr-${number}`;
    const opened = await timed('open', world.pullRequest(number, 'opened'));
    expect(result(opened)).toBe('created');
    const url = opened.deploy?.outputs['service-url'];
    await expectReady(number, commit(1), url);

    world.github.pushTo(number, commit(2));
    const older = world.pullRequest(number, 'synchronize');
    world.github.pushTo(number, commit(3));
    const newer = world.pullRequest(number, 'synchronize');
    const both = await timed('two pushes at once', Promise.all([older, newer]));
    expect(both.map(result)).toEqual([expect.stringMatching(/^(skipped|updated)$/), 'updated']);
    await expectReady(number, commit(3), url);

    await tagAgain(`${preview}-${commit(3)}`, 'kept');
    world.github.closePullRequest(number);
    expect(result(await timed('close', world.pullRequest(number, 'closed')))).toBe('deleted');
    await expectGone(number);
    await expect(answerOf(url)).rejects.toThrow('fetch failed');
    expect(await digestOf('kept')).toBe(both[1].deploy?.outputs['image-digest']);
  });

  it('serves its newest commit though the run of an older one ends last', async () => {
    const number = open('late', commit(4));
    const older = world.pullRequest(number, 'opened', slow.options);
    await Promise.race([slow.reached, older]);
    world.github.pushTo(number, commit(5));
    const newer = await timed('push', world.pullRequest(number, 'synchronize'));
    slow.letGo();
    expect(result(await timed('the older run, to its end', older))).toBe('skipped');
    expect(result(newer)).toBe('created');
    await expectReady(number, commit(5), newer.deploy?.outputs['service-url']);
    world.github.closePullRequest(number);
    expect(result(await timed('close', world.pullRequest(number, 'closed')))).toBe('deleted');
    await expectGone(number);
  });

  it('that is closed while its image is built leaves nothing', async () => {
    const number = open('brief', commit(6));
    const opened = world.pullRequest(number, 'opened', slow.options);
    await Promise.race([slow.reached, opened]);
    world.github.closePullRequest(number);
    const closed = await timed('close while it is built', world.pullRequest(number, 'closed'));
    slow.letGo();
    expect([result(closed), result(await opened)]).toEqual(['deleted', 'skipped']);
    expect(await leftOf(stage, `hello-pr-${number}`)).toEqual(NOTHING);
    expect(newest(`hello-pr-${number}`)?.state).toBe('inactive');
  });

  it('that is closed while App Runner deploys it leaves nothing, and comes back when it is reopened', async () => {
    const number = open('again', commit(7));
    const started = Promise.withResolvers<void>();
    const onLine = (line: string) => {
      if (line.includes('CREATE_SERVICE')) started.resolve();
    };
    const opened = world.pullRequest(number, 'opened', { onLine });
    await Promise.race([started.promise, opened]);
    world.github.closePullRequest(number);
    const closed = await timed('close while it is deployed', world.pullRequest(number, 'closed'));
    expect(result(closed)).toBe('deleted');
    expect((await opened).code).toBe(0);
    await expectGone(number);

    world.github.reopen(number);
    const reopened = await timed('reopen', world.pullRequest(number, 'reopened'));
    expect(result(reopened)).toBe('created');
    await expectReady(number, commit(7), reopened.deploy?.outputs['service-url']);
  });

  it('from a fork is skipped without credentials, and its job is green', async () => {
    const headRepository = 'eve/hello';
    const { number } = world.github.openPullRequest({
      title: 'From elsewhere',
      headRef: 'main',
      headSha: commit(8),
      headRepository,
    });
    const calls = [stage.aws.calls.length, world.github.calls.length];
    const opened = await world.pullRequest(number, 'opened');
    expect(result(opened)).toBe('skipped');
    expect(opened.leftOut).toEqual([expect.stringMatching(/^aws-actions\/configure/)]);
    expect(opened.deploy?.log).toContain(`from a fork (${headRepository})`);
    expect([stage.aws.calls.length, world.github.calls.length]).toEqual(calls);
  });

  it('that was closed without a run is swept with its images', async () => {
    const number = open('lost', commit(9));
    expect(result(await world.pullRequest(number, 'opened'))).toBe('created');
    world.github.closePullRequest(number);
    expect(result(await timed('sweep', world.schedule()))).toBe('deleted');
    await expectGone(number);
  });

  it('calls nothing that the two policies of the README do not allow', () => {
    const allowed = new Set([...readmePolicy('policy'), ...readmePolicy('policy-previews')]);
    const made = new Set(stage.aws.calls.map(({ action }) => action));
    for (const own of STAGE_CALLS) made.delete(own);
    expect([...made].filter((action) => !allowed.has(action))).toEqual([]);
  });
});
