import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Stage, setStage } from './action-fixture.ts';
import { preparedBuildkit } from './prepared.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

/** A directory with a Dockerfile that needs nothing but what is in it. */
async function checkout(name: string): Promise<string> {
  const directory = join(stage.temp, name);
  await mkdir(directory);
  await writeFile(join(directory, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
  return directory;
}

const ecrName = (tag: string) => `123456789012.dkr.ecr.us-east-1.amazonaws.com/hello:${tag}`;

const deployments = () =>
  stage.aws.calls.filter(({ operation }) =>
    /^(Create|Update)Service|StartDeployment/.test(operation),
  );

describe('an image that exists', () => {
  it('is refused when it is arm64, before App Runner is told', async () => {
    const name = `${stage.aws.registryHost}/hello:arm`;
    await stage.docker(
      'buildx',
      'build',
      '--platform',
      'linux/arm64',
      '-t',
      name,
      await checkout('arm'),
    );
    await stage.dockerLoggedIn('push', '--quiet', name);
    const step = await stage.deploy({ image: ecrName('arm') });
    expect(step.code).toBe(1);
    expect(step.log).toContain('is a linux/arm64 image, and App Runner runs linux/amd64 only');
    expect(deployments()).toEqual([]);
  });

  it('is refused when it is an index with attestations, naming the image inside', async () => {
    const name = `${stage.aws.registryHost}/hello:index`;
    const build = ['buildx', 'build', '--builder', 'modern', '--platform', 'linux/amd64', '--push'];
    await stage.dockerLoggedIn(...build, '-t', name, await checkout('index'));
    const step = await stage.deploy({ image: ecrName('index') });
    expect(step.code).toBe(1);
    expect(step.log).toContain('is an index of several images or attestations');
    expect(step.log).toMatch(/hello@sha256:[0-9a-f]{64}/);
    expect(deployments()).toEqual([]);
  });
});

describe('cache-to', () => {
  it('exports the cache with a builder that can', async () => {
    const cache = join(stage.temp, 'cache');
    const step = await stage.deploy({
      service: 'cached',
      repository: 'hello',
      context: await checkout('cached'),
      builder: 'modern',
      'cache-to': `type=local,dest=${cache}`,
      wait: 'false',
    });
    expect(step.code).toBe(0);
    expect(JSON.parse(await readFile(join(cache, 'index.json'), 'utf8')).manifests).toHaveLength(1);
    await stage.aws.appRunner.idle();
  });

  it('keeps a cache in ECR that the next build reads', async () => {
    const cache = `type=registry,ref=${stage.aws.registryHost}/hello:cache`;
    const context = await checkout('cached-in-ecr');
    const deploy = (tag: string) =>
      stage.deploy({
        service: `in-ecr-${tag}`,
        repository: 'hello',
        'image-tags': tag,
        context,
        builder: 'modern',
        'cache-from': cache,
        'cache-to': `${cache},mode=max,image-manifest=true`,
        wait: 'false',
      });
    expect((await deploy('first')).code).toBe(0);
    const second = await deploy('second');
    expect(second.code).toBe(0);
    expect(second.log).toContain(`importing cache manifest from ${stage.aws.registryHost}/hello`);
    expect(second.log).toContain('CACHED');
    await stage.aws.appRunner.idle();
  });

  it("makes a builder where the machine's own can't export, or says how to get one", async () => {
    const cache = join(stage.temp, 'cache-of-own');
    const builders = join(stage.dockerConfig, 'buildx', 'instances');
    const step = await stage.deploy({
      service: 'uncached',
      repository: 'hello',
      context: await checkout('uncached'),
      builder: '',
      'cache-to': `type=local,dest=${cache}`,
      wait: 'false',
    });
    // A machine that can't start a docker-container builder got its BuildKit in another way.
    const canMake = preparedBuildkit().includes('docker-container');
    expect(step.code).toBe(canMake ? 0 : 1);
    expect(step.state.builder).toMatch(/^apprunner-deploy-/);
    expect(step.log).toContain(
      canMake ? 'was made for this run, to export the cache' : 'docker/setup-buildx-action',
    );
    expect(step.postCode).toBe(0);
    expect(await readdir(builders)).toEqual(['modern']);
    expect(await stage.docker('ps', '--all', '--format', '{{.Names}}')).not.toContain(
      step.state.builder,
    );
  });
});

describe('build secrets', () => {
  it('reach the build and show in no layer, argument or log line', async () => {
    const directory = join(stage.temp, 'secrets');
    await mkdir(directory);
    await writeFile(join(directory, 'token'), 'from-a-file');
    await writeFile(
      join(directory, 'Dockerfile'),
      [
        `FROM ${stage.baseImage}`,
        'RUN --mount=type=secret,id=one --mount=type=secret,id=two --mount=type=secret,id=three \\',
        "  node -e \"for (const [id, length] of [['one', 12], ['two', 15], ['three', 11]]) if (require('fs').readFileSync('/run/secrets/' + id, 'utf8').length !== length) process.exit(9)\"",
        'CMD ["node", "-e", "require(\'http\').createServer((q, r) => r.end(\'ok\')).listen(8080)"]',
        '',
      ].join('\n'),
    );
    const step = await stage.deploy(
      {
        service: 'secrets',
        repository: 'hello',
        context: directory,
        builder: 'modern',
        secrets: 'one=from-a-value',
        'secret-envs': 'two=SECRET_OF_TEST',
        'secret-files': `three=${join(directory, 'token')}`,
        wait: 'false',
      },
      { SECRET_OF_TEST: 'from-a-variable', GITHUB_SHA: 'e'.repeat(40) },
    );
    expect(step.log).not.toMatch(/from-a-(value|variable|file)/);
    expect(step.code).toBe(0);
    await stage.aws.appRunner.idle();
  });
});
