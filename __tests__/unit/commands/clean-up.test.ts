import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { cleanUp, STATE } from '../../../src/commands/clean-up.ts';
import { fakeRunner } from '../../support/fake-runner.ts';
import { type DockerAnswer, fakeDocker } from '../../support/unit-docker.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';

let directory = '';

beforeEach(async () => {
  directory = await temporaryDirectory();
  await writeTree(directory, { 'config.json': '{"auths":{"x":{}}}', 'buildx/current': '{}' });
});

async function clean(env: Record<string, string>, answer?: DockerAnswer) {
  const runner = fakeRunner();
  const { docker, calls } = fakeDocker(() => answer);
  const code = await cleanUp({ env, docker, runner: async () => runner });
  return { code, runner, calls };
}

const state = (name: string) => `STATE_${name}`;

describe('the post step', () => {
  it('removes the registry login', async () => {
    const { code, runner, calls } = await clean({ [state(STATE.directory)]: directory });
    expect(code).toBe(0);
    expect(existsSync(directory)).toBe(false);
    expect(calls).toEqual([]);
    expect(runner.log).toEqual([]);
  });

  it('removes the builder first, while its configuration is there', async () => {
    const { code, calls } = await clean({
      [state(STATE.directory)]: directory,
      [state(STATE.builder)]: 'apprunner-deploy-x',
    });
    expect(code).toBe(0);
    expect(calls).toEqual([
      {
        args: ['buildx', 'rm', '--force', 'apprunner-deploy-x'],
        env: { DOCKER_CONFIG: directory, BUILDX_CONFIG: join(directory, 'buildx') },
      },
    ]);
    expect(existsSync(directory)).toBe(false);
  });

  it('does nothing when the main step made nothing', async () => {
    const { code, calls, runner } = await clean({});
    expect({ code, calls, log: runner.log }).toEqual({ code: 0, calls: [], log: [] });
    expect(existsSync(directory)).toBe(true);
  });

  it.each([
    ['ends when asked', 'echo ready; sleep 60', 'SIGTERM'],
    ['has to be killed', "trap '' TERM; echo ready; sleep 60 & wait; wait", 'SIGKILL'],
  ])('stops a docker that a killed main step left behind and that %s', async (_, script, by) => {
    const leave = (config: string) =>
      spawn('sh', ['-c', script], {
        env: { PATH: process.env.PATH, DOCKER_CONFIG: config },
        stdio: ['ignore', 'pipe', 'ignore'],
        detached: true,
      });
    const [ours, others] = [leave(directory), leave(`${directory}-of-somebody-else`)];
    const ended = once(ours, 'exit');
    await Promise.all([once(ours.stdout, 'data'), once(others.stdout, 'data')]);
    await clean({ [state(STATE.directory)]: directory });
    expect(await ended).toEqual([null, by]);
    expect(existsSync(directory)).toBe(false);
    expect(others.exitCode ?? others.signalCode).toBeNull();
    process.kill(-Number(others.pid), 'SIGKILL');
  });

  it('is content when the directory is gone already', async () => {
    const { code, runner } = await clean({ [state(STATE.directory)]: join(directory, 'gone') });
    expect(code).toBe(0);
    expect(runner.log).toEqual([]);
  });

  it.each<[string, DockerAnswer]>([
    ['fails', { code: 1, stderr: 'ERROR: no builder found\n' }],
    ["can't be started", new Error('spawn docker ENOENT')],
  ])('removes the login also when docker %s, and warns', async (_, answer) => {
    const { code, runner } = await clean(
      { [state(STATE.directory)]: directory, [state(STATE.builder)]: 'made' },
      answer,
    );
    expect(code).toBe(0);
    expect(existsSync(directory)).toBe(false);
    expect(runner.log).toHaveLength(1);
    expect(runner.log[0]).toMatch(/^warning: .*builder made could not be removed/);
  });
});
