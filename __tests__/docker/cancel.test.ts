import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runAction, type StepResult } from '../../scripts/runner/run-action.ts';
import { PROJECT, type Stage, setStage } from './action-fixture.ts';
import { preparedBuildkit } from './prepared.ts';

jest.setTimeout(180_000);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
});

/** The runner kills a step ten seconds after it cancelled it; half of that is ours. */
const AT_MOST_MS = 5_000;

/** Nobody else on this machine sleeps exactly so long. */
const SLEEP = `sleep 61.${process.pid}`;

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/** True while a build's step runs: its processes are this machine's. */
async function builds(): Promise<boolean> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lists = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
  );
  return lists.some((list) => list.replaceAll('\0', ' ').trim() === SLEEP);
}

/** What a step could leave behind. */
async function leavings() {
  const containers = await stage.docker('ps', '--all', '--format', '{{.Names}}');
  return {
    builders: await readdir(join(stage.dockerConfig, 'buildx', 'instances')),
    // App Runner's own are the local AWS's.
    containers: containers.split('\n').filter((name) => name.startsWith('buildx_')),
    ownFiles: await readdir(join(stage.temp, 'runner-temp')).catch(() => []),
    userConfig: await readFile(join(stage.dockerConfig, 'config.json'), 'utf8').catch(() => '{}'),
    building: await builds(),
  };
}

interface Cancelled extends StepResult {
  /** From the signal to the end of the main step. */
  readonly cancelMs: number;
}

/** Runs the action on a checkout and stops it as the runner does, when the moment has come. */
async function cancelled(
  step: { readonly workspace: string; readonly inputs: Readonly<Record<string, string>> },
  signal: NodeJS.Signals,
  come: (log: string) => boolean | Promise<boolean>,
): Promise<Cancelled> {
  let ended = false;
  let signalled = 0;
  let cancelMs = 0;
  let log = '';
  const result = await runAction({
    action: PROJECT,
    workspace: step.workspace,
    temp: stage.temp,
    inputs: {
      repository: 'hello',
      'access-role-arn': `arn:aws:iam::${stage.aws.accountId}:role/apprunner-ecr-access`,
      ...step.inputs,
    },
    env: {
      ...process.env,
      ...stage.aws.env,
      DOCKER_CONFIG: stage.dockerConfig,
      GITHUB_SHA: 'e'.repeat(40),
    },
    onLine: (line) => {
      log += `${line}\n`;
    },
    onStart: async (kill) => {
      while (!(ended || (await come(log)))) await pause();
      signalled = performance.now();
      kill(signal);
    },
    onMainEnd: () => {
      ended = true;
      cancelMs = performance.now() - signalled;
    },
  });
  return { ...result, cancelMs };
}

/** A directory whose build stays at one step for a minute. */
async function slowCheckout(name: string): Promise<string> {
  const directory = join(stage.temp, name);
  await mkdir(directory);
  await writeFile(
    join(directory, 'Dockerfile'),
    `FROM ${stage.baseImage}\nARG BUILT_BY\nRUN ["${SLEEP.replace(' ', '", "')}"]\n`,
  );
  return directory;
}

// A machine that can't start a docker-container builder got its BuildKit in another way.
const makesBuilder = preparedBuildkit().includes('docker-container');

describe('a cancel during the build', () => {
  it.each<[string, NodeJS.Signals, number, Readonly<Record<string, string>>]>([
    ["the engine's own builder", 'SIGTERM', 143, {}],
    ["the engine's own builder", 'SIGINT', 130, {}],
    ['a modern BuildKit', 'SIGTERM', 143, { builder: 'modern' }],
  ])('on %s by %s stops it and leaves nothing', async (name, signal, code, inputs) => {
    const service = `cancel-${name.split(' ').at(-1)}-${signal}`;
    const before = await leavings();
    expect(before.building).toBe(false);
    const workspace = await slowCheckout(service);
    const args = { 'build-args': `BUILT_BY=${service}`, ...inputs };
    const step = await cancelled({ workspace, inputs: { service, ...args } }, signal, builds);
    expect(step.log).toContain(`The run was cancelled (${signal}).`);
    expect(step).toMatchObject({ code, postCode: 0 });
    expect(step.cancelMs).toBeLessThan(AT_MOST_MS);
    expect(step.outputs.result).toBe('failed');
    expect(await leavings()).toEqual({ ...before, ownFiles: [], building: false });
    expect(before.userConfig).not.toContain(stage.aws.registryHost);
  });

  it('on a builder that is being made for it leaves none', async () => {
    const before = await leavings();
    const workspace = await slowCheckout('made');
    const inputs = { service: 'made', 'cache-to': 'type=local,dest=cache' };
    const step = await cancelled({ workspace, inputs }, 'SIGTERM', (log) =>
      log.includes('booting buildkit'),
    );
    expect(step.postCode).toBe(0);
    // Where the builder can't start, the step may have failed before the signal reached it.
    if (makesBuilder || step.code !== 1) {
      expect(step.code).toBe(143);
      expect(step.cancelMs).toBeLessThan(AT_MOST_MS);
    }
    expect(step.state.builder).toMatch(/^apprunner-deploy-/);
    expect(await leavings()).toEqual({ ...before, ownFiles: [] });
  });

  it('when the step is killed outright leaves the cleaning to the post step', async () => {
    const before = await leavings();
    const workspace = await slowCheckout('killed');
    const inputs = { service: 'killed', 'build-args': 'BUILT_BY=killed' };
    const step = await cancelled({ workspace, inputs }, 'SIGKILL', builds);
    expect(step).toMatchObject({ code: 137, postCode: 0 });
    expect(await leavings()).toEqual({ ...before, ownFiles: [], building: false });
  });
});

describe('a cancel during the wait', () => {
  it('ends at once and says which operation goes on', async () => {
    const before = await leavings();
    const step = await cancelled(
      {
        workspace: join(PROJECT, 'examples/hello'),
        inputs: { service: 'cancel-wait', 'build-args': `BASE_IMAGE=${stage.baseImage}` },
      },
      'SIGTERM',
      (log) => log.includes('Waiting for operation'),
    );
    expect(step.log).toContain('The run was cancelled (SIGTERM).');
    expect(step).toMatchObject({ code: 143, postCode: 0 });
    expect(step.cancelMs).toBeLessThan(AT_MOST_MS);
    expect(step.log).toContain(`App Runner goes on with operation ${step.outputs['operation-id']}`);
    expect(step.outputs).toMatchObject({ result: 'failed', 'service-name': 'cancel-wait' });
    expect(step.summary).toContain('The run was cancelled');
    expect(await leavings()).toEqual({ ...before, ownFiles: [] });
    await stage.aws.appRunner.idle();
  });
});
