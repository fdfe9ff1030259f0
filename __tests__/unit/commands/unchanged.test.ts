import type { Service } from '@aws-sdk/client-apprunner';
import { describe, expect, it } from '@jest/globals';
import type { InputTexts } from '../../support/create-inputs.ts';
import { createService, REGISTRY } from '../../support/create-service.ts';
import { DIGEST, type World } from '../../support/fake-ports.ts';
import { ModelAppRunner, type Script } from '../../support/model-app-runner.ts';
import { REFUSED } from '../../support/refusals.ts';
import { type Run, runAction } from '../../support/unit-deployment.ts';

const OTHER = `sha256:${'e'.repeat(64)}`;
const COMMIT = { one: '1'.repeat(40), two: '2'.repeat(40) };
const RUN = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo/hello',
  GITHUB_RUN_ID: '42',
};

/** One App Runner that several runs deploy to, one after the other. */
function place(script: Script = {}) {
  let now = () => 0;
  const model = new ModelAppRunner(() => now(), script);
  const deploy = (world: World = {}, commit = COMMIT.one): Promise<Run> =>
    runAction({
      ...world,
      inputs: { 'skip-unchanged': 'true', ...world.inputs },
      env: { ...RUN, GITHUB_SHA: commit, ...world.env },
      appRunner: (clock) => {
        // Each run begins after the one before.
        const begin = now();
        const zero = clock.now();
        now = () => begin + clock.now() - zero;
        return model;
      },
    });
  return { model, deploy };
}

/** The calls of a run that write to App Runner. */
const writes = ({ events }: Run) =>
  events.filter((event) => /^apprunner:(Create|Update|Start|Pause|Resume|Delete|Tag)/.test(event));

describe('a run with skip-unchanged', () => {
  it('keeps the digest in tags once it has deployed', async () => {
    const { model, deploy } = place();
    const run = await deploy();
    expect(run.error).toBe('');
    expect(writes(run)).toEqual(['apprunner:CreateService', 'apprunner:TagResource']);
    expect(await model.tags()).toEqual({
      'apprunner-deploy:digest': DIGEST,
      'apprunner-deploy:operation': 'operation-1',
      'apprunner-deploy:commit': COMMIT.one,
      'apprunner-deploy:run-url': 'https://github.com/octo/hello/actions/runs/42',
      'apprunner-deploy:repository': 'octo/hello',
      'apprunner-deploy:image': `${REGISTRY}/hello-api:${COMMIT.one}`,
      'apprunner-deploy:previous-image': 'unknown',
      'apprunner-deploy:previous-digest': 'unknown',
      'apprunner-deploy:previous-commit': 'unknown',
    });
  });

  it('deploys nothing for the same commit, and says so', async () => {
    const { deploy } = place();
    const first = await deploy();
    const second = await deploy();
    expect([second.error, second.code]).toEqual(['', 0]);
    expect(writes(second)).toEqual([]);
    expect(second.runner.text()).toContain(
      `info: Unchanged, so nothing is deployed: ${DIGEST} and every setting are what the service runs, ` +
        `deployed from commit ${COMMIT.one} in run https://github.com/octo/hello/actions/runs/42.`,
    );
    expect(second.runner.outputs).toMatchObject({
      result: 'unchanged',
      'service-status': 'RUNNING',
      'service-url': first.runner.outputs['service-url'],
      image: first.runner.outputs.image,
      'image-digest': DIGEST,
    });
    expect(second.runner.summaries[0]).toContain('unchanged, image and settings');
    expect(second.clock.sleeps).toEqual([]);
  });

  it('deploys nothing for another commit that gives the same image, and names the tag that runs', async () => {
    const { deploy } = place();
    await deploy();
    const second = await deploy({}, COMMIT.two);
    expect(writes(second)).toEqual([]);
    const running = `${REGISTRY}/hello-api:${COMMIT.one}`;
    expect(second.runner.text()).toContain(`it goes on under the name ${running}`);
    expect(second.runner.outputs).toMatchObject({
      result: 'unchanged',
      image: `${running}@${DIGEST}`,
    });
  });

  it.each<[string, World, string[]]>([
    [
      'a variable changes',
      { inputs: { 'environment-variables': 'TOKEN=hunter2hunter2' } },
      ['apprunner:UpdateService', 'apprunner:TagResource'],
    ],
    [
      'the image changes under its tag',
      { digest: OTHER },
      ['apprunner:StartDeployment', 'apprunner:TagResource'],
    ],
  ])('deploys when %s, and says why', async (_, world, calls) => {
    const { deploy } = place();
    await deploy();
    const second = await deploy(world);
    expect(second.error).toBe('');
    expect(writes(second)).toEqual(calls);
    expect(second.runner.text()).toContain('info: A deployment is needed: ');
    expect(second.runner.text()).not.toContain('hunter2');
    expect((await deploy(world)).runner.outputs.result).toBe('unchanged');
  });

  it('deploys after a run that did not remember', async () => {
    const { deploy } = place();
    await deploy();
    const between = await deploy({ inputs: { 'skip-unchanged': 'false' }, digest: OTHER });
    expect(writes(between)).toEqual(['apprunner:StartDeployment']);
    const third = await deploy();
    expect(writes(third)).toEqual(['apprunner:StartDeployment', 'apprunner:TagResource']);
    expect(third.runner.text()).toContain('START_DEPLOYMENT (operation operation-2) has been');
  });

  it('deploys nothing after a deployment that was rolled back', async () => {
    const { deploy } = place({ ends: { START_DEPLOYMENT: 'ROLLBACK_SUCCEEDED' } });
    await deploy();
    const failed = await deploy({ digest: OTHER });
    expect(failed.runner.outputs.result).toBe('rolled-back');
    expect(writes(failed)).toEqual(['apprunner:StartDeployment']);
    expect((await deploy()).runner.outputs.result).toBe('unchanged');
  });

  it('resumes a paused service and deploys nothing more', async () => {
    const { model, deploy } = place();
    await deploy();
    model.set('PAUSED');
    const second = await deploy();
    expect(writes(second)).toEqual(['apprunner:ResumeService']);
    expect(second.runner.outputs).toMatchObject({
      result: 'unchanged',
      'service-status': 'RUNNING',
    });
  });

  it('asks the page of an unchanged service too, and tells what failed', async () => {
    const { deploy } = place();
    const inputs: InputTexts = { 'smoke-path': '/health' };
    await deploy({ inputs });
    const good = await deploy({ inputs });
    expect(good.runner.text()).toContain('The smoke test passed');
    const bad = await deploy({ inputs, page: () => ({ status: 500, body: '' }) });
    expect(bad.code).toBe(1);
    expect(bad.runner.summaries[0]).toContain('nothing to deploy, but the smoke test failed');
  });

  it('remembers nothing that failed its smoke test', async () => {
    const { model, deploy } = place();
    const page = () => ({ status: 500, body: '' });
    const run = await deploy({ inputs: { 'smoke-path': '/health' }, page });
    expect(run.code).toBe(1);
    expect(await model.tags()).toEqual({});
  });

  it('remembers nothing that it does not wait for', async () => {
    const { model, deploy } = place();
    const run = await deploy({ inputs: { wait: 'false' } });
    expect(run.runner.text()).toContain('not remembered for skip-unchanged: wait is false');
    expect(await model.tags()).toEqual({});
  });

  it.each<[string, InputTexts, string]>([
    ['image', { image: `${REGISTRY}/hello-api:1` }, 'unchanged'],
    [
      'image in ECR Public, which it can not ask for,',
      { image: 'public.ecr.aws/team/hello:1', 'access-role-arn': '' },
      'deployed',
    ],
  ])('knows an %s by its digest alone', async (_, inputs, result) => {
    const { deploy } = place();
    expect((await deploy({ inputs })).error).toBe('');
    expect((await deploy({ inputs })).runner.outputs.result).toBe(result);
  });
});

describe('tags that can not be', () => {
  it('written are a warning that names the permission', async () => {
    const { model, deploy } = place();
    model.tag = async () => {
      throw REFUSED.denied;
    };
    const run = await deploy();
    expect([run.code, run.runner.outputs.result]).toEqual([0, 'created']);
    expect(run.runner.text()).toMatch(/warning: The digest could not be kept in tags.*denied/i);
  });

  it('read are a warning, and the run deploys', async () => {
    const { model, deploy } = place();
    await deploy();
    model.tags = async () => {
      throw REFUSED.denied;
    };
    const run = await deploy();
    expect([run.code, run.runner.outputs.result]).toEqual([0, 'deployed']);
    expect(run.runner.text()).toContain("warning: skip-unchanged can't tell what the service runs");
  });
});

describe('a run without skip-unchanged', () => {
  it('asks for no tags and writes none', async () => {
    const service: Service = createService();
    const { deploy } = place({ service });
    const run = await deploy({ inputs: { 'skip-unchanged': 'false' } });
    expect(run.events.filter((event) => /Tag/.test(event))).toEqual([]);
    expect(run.git.calls).toEqual([]);
  });
});
