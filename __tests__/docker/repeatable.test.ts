import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { StepResult } from '../../scripts/runner/run-action.ts';
import { makeRepository, type Repository } from '../support/git-repository.ts';
import { PROJECT, type Stage, setStage } from './action-fixture.ts';

jest.setTimeout(180_000);

/** When the application was committed, in seconds since 1970. */
const COMMITTED = 1_735_000_000;

let stage: Stage;
let server: string;
let repository: Repository;

/** An application whose build writes files too, which get the time of the build. */
const dockerfile = () => `FROM ${stage.baseImage}
WORKDIR /app
COPY . .
RUN echo built > built.txt && mkdir empty
CMD ["node", "server.js"]
`;

beforeAll(async () => {
  stage = await setStage();
  server = await readFile(join(PROJECT, 'examples/hello/server.js'), 'utf8');
  repository = await makeRepository(stage.temp);
  const files = { 'app/Dockerfile': dockerfile(), 'app/server.js': server };
  await repository.commit({ ...files, 'app/package.json': '{"type":"module"}' }, COMMITTED);
});
afterAll(async () => {
  await stage?.close();
});

let commits = 0;

/** Checks out what is committed now and deploys it as a commit of its own, without any cache. */
async function deploy(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  commits += 1;
  return stage.deploy(
    {
      service: 'repeatable',
      repository: 'hello',
      context: join(await repository.checkout(), 'app'),
      builder: 'modern',
      'no-cache': 'true',
      'skip-unchanged': 'true',
      ...inputs,
    },
    { GITHUB_SHA: `${commits}`.padStart(40, '0') },
  );
}

const releases = () =>
  stage.aws.calls.filter(({ operation }) =>
    /^(Create|Update)Service|StartDeployment/.test(operation),
  ).length;

describe('skip-unchanged on a modern BuildKit', () => {
  let first: StepResult;

  it('deploys at first, and keeps the digest in tags of the service', async () => {
    first = await deploy();
    expect(first.log).toContain(`SOURCE_DATE_EPOCH=${COMMITTED}`);
    expect(first.outputs).toMatchObject({ result: 'created', 'operation-status': 'SUCCEEDED' });
    expect(first.log).toContain(`remember ${first.outputs['image-digest']}`);
  });

  it('deploys nothing for a commit outside the context, built anew elsewhere', async () => {
    const before = releases();
    await repository.commit({ 'README.md': 'other words\n' }, COMMITTED + 60);
    const second = await deploy();
    expect(second.outputs).toMatchObject({
      result: 'unchanged',
      'image-digest': first.outputs['image-digest'],
      image: first.outputs.image,
    });
    expect(second.log).toContain('the same image by another tag');
    expect(releases()).toBe(before);
    expect(second.code).toBe(0);
  });

  it('deploys nothing twice for the same commit', async () => {
    const before = releases();
    const third = await deploy({ 'image-tags': 'once-more' });
    expect(third.outputs).toMatchObject({ result: 'unchanged', 'service-status': 'RUNNING' });
    expect(third.summary).toContain('unchanged, image and settings are what runs already');
    expect(releases()).toBe(before);
  });

  it('deploys when a variable changes', async () => {
    const step = await deploy({ 'environment-variables': 'GREETING=Good day' });
    expect(step.outputs).toMatchObject({
      result: 'updated',
      'image-digest': first.outputs['image-digest'],
    });
    const unchanged = await deploy({ 'environment-variables': 'GREETING=Good day' });
    expect(unchanged.outputs).toMatchObject({ result: 'unchanged' });
  });

  it('deploys a commit that changes one byte in the context', async () => {
    const changed = server.replace(' from version ', ' from Version ');
    expect(changed).toHaveLength(server.length);
    await repository.commit({ 'app/server.js': changed }, COMMITTED + 120);
    const step = await deploy();
    expect(step.log).toContain(`SOURCE_DATE_EPOCH=${COMMITTED + 120}`);
    expect(step.outputs).toMatchObject({ result: 'updated' });
    expect(step.outputs['image-digest']).not.toBe(first.outputs['image-digest']);
    const answer = await fetch(step.outputs['service-url'] ?? '');
    expect(await answer.text()).toBe('Good day from Version dev\n');
  });

  it("builds with the workflow's own epoch, named in its environment", async () => {
    const build = async () => {
      const context = join(await repository.checkout(), 'app');
      const inputs = { service: 'own-epoch', repository: 'hello', context, builder: 'modern' };
      return stage.deploy(
        { ...inputs, 'no-cache': 'true', 'skip-unchanged': 'true', 'image-tags': 'own' },
        { SOURCE_DATE_EPOCH: `${COMMITTED - 60}` },
      );
    };
    const one = await build();
    expect(one.log).toContain('with your own SOURCE_DATE_EPOCH');
    expect(one.outputs.result).toBe('created');
    const two = await build();
    expect(two.outputs).toMatchObject({
      result: 'unchanged',
      'image-digest': one.outputs['image-digest'],
    });
  });
});

describe("skip-unchanged on the engine's own builder", () => {
  it('says that the build is not repeatable, and deploys', async () => {
    const step = await deploy({ service: 'unrepeatable', builder: 'default', 'image-tags': 'old' });
    expect(step.log).toContain(
      "This build is not repeatable: builder 'default' uses the docker driver",
    );
    expect(step.outputs).toMatchObject({ result: 'created' });
  });
});
