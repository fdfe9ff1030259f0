import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ENVIRONMENT } from '../../support/create-inputs.ts';
import { REGISTRY } from '../../support/create-service.ts';
import { COMMITTED, PASSWORD } from '../../support/fake-ports.ts';
import { runAction } from '../../support/unit-deployment.ts';

const TAG = `${ENVIRONMENT.GITHUB_SHA}`;

describe('the registry login', () => {
  it('is masked before docker hears of it, and kept in the private configuration', async () => {
    const { events, runner, docker } = await runAction();
    const login = events.indexOf('docker login AWS');
    expect(events.indexOf(`mask ${PASSWORD}`)).toBeGreaterThanOrEqual(0);
    expect(events.indexOf(`mask ${PASSWORD}`)).toBeLessThan(login);
    expect(runner.masked).toContain(Buffer.from(`AWS:${PASSWORD}`).toString('base64'));
    expect(events.indexOf('state docker-config')).toBeLessThan(login);
    const directory = `${runner.state['docker-config']}`;
    expect(JSON.parse(await readFile(join(directory, 'config.json'), 'utf8'))).toEqual({
      auths: {},
      credHelpers: { [REGISTRY]: '' },
    });
    for (const { args, env } of docker.calls.slice(1)) {
      expect(env?.DOCKER_CONFIG).toBe(directory);
      expect(args.join(' ')).not.toContain(PASSWORD);
    }
    expect(runner.text()).not.toContain(PASSWORD);
  });
});

describe('secrets of the build', () => {
  it('are masked before the build starts and told to nobody', async () => {
    const { events, runner, docker } = await runAction({ inputs: { secrets: 'token=hunter2' } });
    const masked = events.indexOf('mask hunter2');
    expect(masked).toBeGreaterThanOrEqual(0);
    expect(masked).toBeLessThan(events.indexOf('docker buildx build'));
    expect(runner.text()).not.toContain('hunter2');
    expect(docker.calls.flatMap(({ args }) => args).join(' ')).not.toContain('hunter2');
  });
});

describe('a cache to export', () => {
  it('gets a builder of its own, told to the post step before it is made', async () => {
    const { code, events, runner, docker } = await runAction({
      inputs: { 'cache-to': 'type=gha' },
      docker: ({ args }) => (args.includes('inspect') ? { stdout: 'Driver: docker\n' } : undefined),
    });
    expect(code).toBe(0);
    const builder = `${runner.state.builder}`;
    expect(builder).toMatch(/^apprunner-deploy-/);
    expect(events.indexOf('state builder')).toBeLessThan(events.indexOf('docker buildx create'));
    const build = docker.calls.find(({ args }) => args[1] === 'build');
    expect(build?.args.join(' ')).toContain(`--builder ${builder}`);
  });
});

describe('a build with skip-unchanged', () => {
  async function build(inspection: string) {
    const run = await runAction({
      inputs: { 'skip-unchanged': 'true', builder: 'mine' },
      appRunner: { tag: async () => undefined },
      docker: ({ args }) => (args.includes('inspect') ? { stdout: inspection } : undefined),
    });
    expect(run.error).toBe('');
    const { args = [] } = run.docker.calls.find((call) => call.args[1] === 'build') ?? {};
    return { ...run, args: args.join(' ') };
  }

  it('is repeatable: its files get the time of the last commit', async () => {
    const { args, git, runner } = await build(
      'Name: mine\nDriver: docker-container\nBuildKit version: v0.28.1\n',
    );
    expect(args).toContain(`--build-arg SOURCE_DATE_EPOCH=${COMMITTED}`);
    expect(args).toContain('--output type=image,push=true,rewrite-timestamp=true');
    expect(git.calls[0]?.args.slice(0, 2)).toEqual(['-C', expect.stringContaining('/')]);
    expect(runner.text()).toContain('info: The build is repeatable');
  });

  it('goes on as any other where the builder is too old, and says so', async () => {
    const { args, runner } = await build('Name: mine\nDriver: docker\n');
    expect(args).toContain('--push');
    expect(args).not.toContain('SOURCE_DATE_EPOCH');
    expect(runner.text()).toContain(
      "info: This build is not repeatable: builder 'mine' uses the docker driver",
    );
  });
});

describe('several tags', () => {
  it('are all pushed, and the first one is deployed', async () => {
    const { docker, created } = await runAction({
      inputs: { 'image-tags': '1.4.0\nlatest', repository: 'team/hello' },
    });
    const args = docker.calls.find((call) => call.args[1] === 'build')?.args.join(' ');
    expect(args).toContain(
      `--tag ${REGISTRY}/team/hello:1.4.0 --tag ${REGISTRY}/team/hello:latest`,
    );
    expect(created[0]?.SourceConfiguration?.ImageRepository?.ImageIdentifier).toBe(
      `${REGISTRY}/team/hello:1.4.0`,
    );
  });

  it('go to the registry of the account that is named', async () => {
    const { events } = await runAction({ inputs: { 'registry-id': '210987654321' } });
    expect(events).toEqual(
      expect.arrayContaining([
        'ecr:GetAuthorizationToken 210987654321',
        'ecr:DescribeRepositories hello-api 210987654321',
        `ecr:BatchGetImage hello-api ${TAG} 210987654321`,
      ]),
    );
  });
});
