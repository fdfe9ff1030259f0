import { ListServicesCommand } from '@aws-sdk/client-apprunner';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GitHubJobs } from '../act/github-jobs.ts';
import type { ActRun } from '../act/run-act.ts';
import { type Stage, setStage } from './action-fixture.ts';
import { need } from './machine.ts';

jest.setTimeout(180_000);

let stage: Stage;
let jobs: GitHubJobs;
beforeAll(async () => {
  await need('curl', "the README's workflow asks the service with it (apt-get install curl)");
  stage = await setStage();
  jobs = await GitHubJobs.start(stage);
});
afterAll(async () => {
  await jobs?.close();
  await stage?.close();
});

const OWN = 'OWNER/apprunner-deploy@COMMIT';

/** The outputs of this action's step in a green job; a red one shows what act printed. */
function green(run: ActRun): Readonly<Record<string, string>> {
  if (run.code !== 0) throw new Error(`The job failed:\n${run.story}`);
  const step = run.step(OWN);
  expect(run.jobResult).toBe('success');
  expect(step.log.match(/^warning: .*/gm) ?? []).toEqual([]);
  expectPostStep(run);
  return step.outputs;
}

/** The post step had what the main step left in its state: the directory with the login. */
function expectPostStep(run: ActRun) {
  expect(run.steps.filter(({ stage: part }) => part === 'Post')).toMatchObject([
    { name: expect.stringContaining(OWN), result: 'success' },
  ]);
  const secrets = jobs.secrets();
  expect(secrets.filter((secret) => secret === '' || run.story.includes(secret))).toEqual([]);
}

const services = async () => {
  const { ServiceSummaryList = [] } = await stage.appRunner.send(new ListServicesCommand({}));
  return ServiceSummaryList.map(({ ServiceName }) => ServiceName);
};
const pageOf = async (url: string | undefined) => (await fetch(url ?? '')).text();

describe("the README's push-to-deploy workflow under act", () => {
  it('creates the service, then updates it, and its last step asks the URL', async () => {
    for (const [version, result] of [
      ['one', 'created'],
      ['two', 'updated'],
    ] as const) {
      const sha = await jobs.commit(version);
      const run = await jobs.push('Deploy', sha);
      const outputs = green(run);
      expect(outputs).toMatchObject({ result, 'operation-status': 'SUCCEEDED' });
      expect(outputs.image).toContain(`/hello:${sha}@sha256:`);
      expect(run.step('curl').log).toContain(`Hello from version ${version}`);
      expect(run.step(OWN).summary).toContain(outputs['service-url']);
    }
    expect(jobs.github.calls).toEqual([]);
  });

  it('is red when App Runner rolls back, with the cause, and its last step does not run', async () => {
    const run = await jobs.push('Deploy', await jobs.commitBroken());
    expect([run.code, run.jobResult]).toEqual([1, 'failure']);
    const { result, outputs, log } = run.step(OWN);
    expect(result).toBe('failure');
    expect(outputs).toMatchObject({
      result: 'rolled-back',
      'operation-status': 'ROLLBACK_SUCCEEDED',
      'service-url': expect.stringMatching(/^http/),
    });
    expect(log.match(/^error: .*/gm)).toEqual([expect.stringContaining('DATABASE_URL is not set')]);
    expect(run.steps.filter((step) => step.name.includes('curl') && step.result)).toEqual([]);
    expectPostStep(run);
    expect(await pageOf(outputs['service-url'])).toBe('Hello from version two\n');
  });
});

it("the README's workflow without keys has its step assume the role, for itself alone", async () => {
  const run = await jobs.push('Deploy without keys', await jobs.commit('keyless'));
  const outputs = green(run);
  expect(await pageOf(outputs['service-url'])).toBe('Hello from version keyless\n');
  expect(run.step(OWN).log).toContain(':assumed-role/deploy-hello/GitHubActions');
  expect(run.printed).not.toContain('AWS_SESSION_TOKEN');
});

describe("the README's preview workflow under act", () => {
  it('makes a preview when a pull request is opened, renews it, and deletes it when it is closed', async () => {
    const first = await jobs.commit('blue');
    const { number } = jobs.github.openPullRequest({
      title: 'Try blue',
      headRef: 'blue',
      headSha: first,
    });
    const preview = `hello-pr-${number}`;
    const comments = () => jobs.github.comments(number).map(({ body }) => body);
    const states = () =>
      jobs.github.deployments(preview).map(({ sha, statuses }) => [sha, statuses.at(-1)?.state]);

    const opened = green(await jobs.pullRequest('Preview', number, 'opened'));
    const url = opened['service-url'];
    expect(opened).toMatchObject({ result: 'created', 'service-name': preview });
    expect(await pageOf(url)).toBe('Hello from version blue\n');
    expect(comments()).toEqual([expect.stringContaining(`${preview}: ready`)]);
    expect(comments()[0]).toContain(`<${url}>`);
    expect(states()).toEqual([[first, 'success']]);

    const second = await jobs.commit('navy');
    jobs.github.pushTo(number, second);
    expect(green(await jobs.pullRequest('Preview', number, 'synchronize'))).toMatchObject({
      result: 'updated',
    });
    expect(await pageOf(url)).toBe('Hello from version navy\n');
    expect(comments()).toEqual([expect.stringContaining(`\`${second.slice(0, 7)}\``)]);
    expect(states()).toEqual([
      [first, 'inactive'],
      [second, 'success'],
    ]);

    jobs.github.closePullRequest(number);
    expect(green(await jobs.pullRequest('Preview', number, 'closed'))).toMatchObject({
      result: 'deleted',
    });
    expect(await services()).not.toContain(preview);
    expect(comments()).toEqual([expect.stringContaining(`${preview}: deleted`)]);
    expect(states().map(([, state]) => state)).toEqual(['inactive', 'inactive']);
  });

  it('skips a pull request from a fork without credentials, green', async () => {
    const { number } = jobs.github.openPullRequest({
      title: 'From elsewhere',
      headRef: 'main',
      headSha: await jobs.commit('foreign'),
      headRepository: 'eve/hello',
    });
    const before = [stage.aws.calls.length, jobs.github.calls.length];
    const run = await jobs.pullRequest('Preview', number, 'opened');
    expect(green(run)).toMatchObject({ result: 'skipped' });
    expect(run.steps.filter((step) => step.name.includes('configure-aws') && step.result)).toEqual(
      [],
    );
    expect([stage.aws.calls.length, jobs.github.calls.length]).toEqual(before);
  });
});
