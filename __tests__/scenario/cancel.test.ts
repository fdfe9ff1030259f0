import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, jest } from '@jest/globals';
import { runAction, type StepResult } from '../../scripts/runner/run-action.ts';
import { stillRunning } from '../support/still-running.ts';
import { ACCESS_ROLE, type Scene, withScene } from './fixture.ts';

jest.setTimeout(120_000);

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FAKE_DOCKER = fileURLToPath(new URL('../support/fake-docker', import.meta.url));

/** The runner kills a step ten seconds after it cancelled it; half of that is ours. */
const AT_MOST_MS = 5_000;

/**
 * A docker that hangs at one command, below it a child that ignores being asked to end. Its own
 * builder exports no caches, so that one has to be made.
 */
const HANGING_DOCKER = `#!/bin/sh
case "$*" in
  "$HANG"*)
    sh -c "trap '' TERM INT; echo \\$\\$ >> '$MARK'; sleep 60" &
    echo $$ >> "$MARK"
    sleep 60 ;;
  "buildx inspect"*) echo 'Driver: docker' ;;
  "buildx rm"*) echo "$*" > "$MARK.removed" ;;
  *) exec "$FAKE_DOCKER/docker" "$@" ;;
esac
`;

interface Cancelled extends StepResult {
  /** From the signal to the end of the main step. */
  readonly cancelMs: number;
  /** Ids of the processes that hung. */
  readonly hung: readonly number[];
  /** Those that still ran a second after the main step's end. */
  readonly running: readonly number[];
  /** What is left where the step keeps its own files. */
  readonly left: readonly string[];
  /** The command that removed a builder. */
  readonly removed: string;
  /** Calls of AWS after the signal. */
  readonly callsAfter: readonly string[];
}

interface Cancel {
  readonly signal: NodeJS.Signals;
  /** The docker command that hangs, by its first words; the signal comes when it does. */
  readonly hang?: string;
  /** The last call of AWS to come before the signal. */
  readonly after: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function cancelled(scene: Scene, { signal, hang, after, inputs }: Cancel) {
  const temp = dirname(scene.workspace);
  const bin = join(temp, 'bin');
  const mark = join(temp, 'hung');
  await mkdir(bin);
  await Promise.all([writeFile(join(bin, 'docker'), HANGING_DOCKER), writeFile(mark, '')]);
  await chmod(join(bin, 'docker'), 0o755);
  const marks = async () => (await readFile(mark, 'utf8')).split('\n').filter(Boolean).map(Number);
  const come = async () =>
    scene.aws.calls.some(({ operation }) => operation === after) &&
    (!hang || (await marks()).length === 2);
  let ended = false;
  let signalled = 0;
  let cancelMs = 0;
  let running: readonly number[] = [];
  let calls = 0;
  const step = await runAction({
    action: PROJECT,
    workspace: scene.workspace,
    temp,
    inputs: { service: 'hello', 'access-role-arn': ACCESS_ROLE, ...inputs },
    env: {
      PATH: [bin, process.env.PATH].join(delimiter),
      DOCKER_CONFIG: scene.dockerConfig,
      GITHUB_SHA: 'a'.repeat(40),
      HANG: hang ?? 'nothing',
      MARK: mark,
      FAKE_DOCKER,
      ...scene.aws.env,
    },
    onStart: async (kill) => {
      while (!(ended || (await come()))) await new Promise((resolve) => setTimeout(resolve, 20));
      signalled = performance.now();
      calls = scene.aws.calls.length;
      kill(signal);
    },
    onMainEnd: async () => {
      ended = true;
      cancelMs = performance.now() - signalled;
      running = await stillRunning(await marks());
    },
  });
  const result: Cancelled = {
    ...step,
    cancelMs,
    hung: await marks(),
    running,
    removed: await readFile(`${mark}.removed`, 'utf8').catch(() => ''),
    left: await readdir(join(temp, 'runner-temp')),
    callsAfter: scene.aws.calls.slice(calls).map(({ operation }) => operation),
  };
  return result;
}

/** True of a step that ended as a cancelled one should, with nothing left of it. */
function expectCleanEnd(step: Cancelled, code: number) {
  expect(step.log).toContain(`The run was cancelled (${code === 130 ? 'SIGINT' : 'SIGTERM'}).`);
  expect(step).toMatchObject({ code, postCode: 0, left: [] });
  expect(step.cancelMs).toBeLessThan(AT_MOST_MS);
  expect(step.outputs).toMatchObject({ result: 'failed', 'service-name': 'hello' });
  expect(step.summary).toContain('The run was cancelled');
  expect(step.raw).not.toMatch(/fault in the action|unhandled|\bat .*\.js:\d+/i);
  expect(step.running).toEqual([]);
}

describe('a cancel of the packed action', () => {
  it.concurrent.each([
    ['the check', 'buildx version', 'SIGTERM', 143],
    ['the login', 'login', 'SIGTERM', 143],
    ['the build', 'buildx build', 'SIGINT', 130],
    ['the build', 'buildx build', 'SIGTERM', 143],
  ] as const)('during %s (%s hangs) by %s ends it clean', (_, hang, signal, code) =>
    withScene({}, async (scene) => {
      // The only page of services is the last question of the check.
      const step = await cancelled(scene, { signal, hang, after: 'ListServices' });
      expect(step.hung).toHaveLength(2);
      expectCleanEnd(step, code);
      expect(step.callsAfter).toEqual([]);
      expect(scene.aws.calls.map(({ operation }) => operation)).not.toContain('CreateService');
    }),
  );

  it.concurrent('during the making of a builder has the post step remove it', () =>
    withScene({}, async (scene) => {
      const step = await cancelled(scene, {
        signal: 'SIGTERM',
        hang: 'buildx create',
        after: 'ListServices',
        inputs: { 'cache-to': 'type=local,dest=cache' },
      });
      expectCleanEnd(step, 143);
      expect(step.state.builder).toMatch(/^apprunner-deploy-/);
      expect(step.removed).toBe(`buildx rm --force ${step.state.builder}\n`);
    }));

  it.concurrent.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('during the wait by %s says what App Runner goes on with', (signal, code) =>
    withScene({ pace: { operationMs: 60_000 } }, async (scene) => {
      const step = await cancelled(scene, { signal, after: 'ListOperations' });
      expectCleanEnd(step, code);
      expect(step.cancelMs).toBeLessThan(2_500);
      expect(step.outputs['operation-id']).toMatch(/^[0-9a-f-]{32,36}$/);
      expect(step.outputs['operation-status']).toMatch(/^(PENDING|IN_PROGRESS)$/);
      expect(step.log).toContain(
        `App Runner goes on with operation ${step.outputs['operation-id']}`,
      );
      expect(step.callsAfter).toEqual([]);
    }),
  );

  it.concurrent('leaves the login to the post step when it is killed outright', () =>
    withScene({}, async (scene) => {
      const step = await cancelled(scene, {
        signal: 'SIGKILL',
        hang: 'buildx build',
        after: 'ListServices',
      });
      expect(step).toMatchObject({ code: 137, postCode: 0, left: [] });
      // Nobody was there to stop them: the post step is.
      expect(step.running).toEqual(step.hung);
      expect(await stillRunning(step.hung)).toEqual([]);
    }));
});
