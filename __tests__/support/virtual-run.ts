import type { Pace } from '../../local-aws/apprunner/pace.ts';
import { createMemoryRuntime } from '../../local-aws/runtime/memory.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { connectAws } from '../../src/aws/connect.ts';
import { CancelledError } from '../../src/errors.ts';
import type { Ports } from '../../src/ports.ts';
import { run } from '../../src/run.ts';
import type { InputTexts } from './create-inputs.ts';
import { type FakeGitHub, fakeGitHub, type GitHubWorld } from './fake-github.ts';
import { fakePorts, inputEnvironment } from './fake-ports.ts';
import { type FakeRunner, fakeRunner } from './fake-runner.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';
import { Stage } from './virtual-clock-stage.ts';
import { virtualTimers } from './virtual-clock-timers.ts';
import { watchWorld } from './virtual-clock-world.ts';

/** No run takes longer than this: two hours are the longest deadline. */
const LONGEST_MS = 3 * 60 * 60_000;

/** A local AWS on a clock that runs while the action does, and a GitHub in memory. */
export interface VirtualScene {
  readonly aws: LocalAws;
  readonly clock: VirtualClock;
  readonly github: FakeGitHub;
  /**
   * Runs the action to its end.
   *
   * @param cancelAfterMs when the runner cancels it, in milliseconds of the clock
   */
  act(
    inputs: InputTexts,
    env?: Readonly<Record<string, string>>,
    cancelAfterMs?: number,
  ): Promise<VirtualEnd>;
  /** Lets so many milliseconds pass while nothing is under way. */
  pass(ms: number): void;
  /** Lets time pass until nothing is under way in the local AWS. */
  settle(): Promise<void>;
}

/** A run after its end. */
export interface VirtualEnd {
  readonly code: number;
  readonly runner: FakeRunner;
  /** IAM names of the AWS calls that it made, in order. */
  readonly calls: readonly string[];
  /** How long it took, in milliseconds of the clock. */
  readonly ms: number;
}

/**
 * Sets a scene, plays in it and takes everything down.
 *
 * @param pace how long operations take
 */
export async function withVirtualScene(
  github: (clock: VirtualClock) => GitHubWorld,
  play: (scene: VirtualScene) => Promise<void>,
  pace: Pace = 'container',
): Promise<void> {
  const clock = virtualClock();
  const aws = await startLocalAws({
    clock,
    pace,
    runtime: createMemoryRuntime({ clock, sockets: false }),
  });
  const before = { ...process.env };
  const timers = virtualTimers(clock);
  const watched = watchWorld(() => aws.parked());
  const quiet = async () => {
    do await watched.quiet();
    while (timers.pending() > 0);
  };
  const fake = fakeGitHub(github(clock));
  try {
    Object.assign(process.env, aws.env);
    await play({
      aws,
      clock,
      github: fake,
      act: (inputs, env = {}, cancelAfterMs = undefined) =>
        act({ aws, clock, github: fake, quiet }, inputs, env, cancelAfterMs),
      pass: (ms) => {
        let passed = false;
        clock.after(ms, () => {
          passed = true;
        });
        while (!passed) clock.step();
      },
      settle: async () => {
        let idle = false;
        void aws.appRunner.idle().then(() => {
          idle = true;
        });
        await new Stage(clock, quiet).until(
          () => idle,
          clock.now() + LONGEST_MS,
          async () => {},
        );
      },
    });
  } finally {
    timers.restore();
    watched.close();
    for (const name of Object.keys(aws.env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await aws.close();
  }
}

interface Parts extends Pick<VirtualScene, 'aws' | 'clock' | 'github'> {
  /** Resolves when nothing moves but the clock. */
  readonly quiet: () => Promise<void>;
}

async function act(
  { aws, clock, github, quiet }: Parts,
  inputs: InputTexts,
  env: Readonly<Record<string, string>>,
  cancelAfterMs: number | undefined,
): Promise<VirtualEnd> {
  const runner = fakeRunner();
  const from = aws.calls.length;
  const begin = clock.now();
  const cancelling = new AbortController();
  const cancelled = cancelling.signal;
  if (cancelAfterMs !== undefined) {
    clock.after(cancelAfterMs, () => cancelling.abort(new CancelledError('SIGTERM')));
  }
  const ports: Ports = {
    ...fakePorts().ports,
    env: { GITHUB_REPOSITORY: 'octo/hello', ...aws.env, ...inputEnvironment(inputs), ...env },
    clock: {
      now: clock.now,
      linger: (ms) => clock.sleep(ms),
      sleep: async (ms) => {
        cancelled.throwIfAborted();
        await clock.sleep(ms, cancelled);
        cancelled.throwIfAborted();
      },
    },
    aws: (region, role) =>
      connectAws(region, role, {
        clock: ports.clock,
        cancelled,
        tell: runner.debug,
        env,
        masking: async () => runner.mask,
      }),
    github: async () => github.gitHub,
    cancelled,
    runner: async () => runner,
  };
  let code: number | undefined;
  const running = run(ports).then((ended) => {
    code = ended;
  });
  const stage = new Stage(clock, quiet);
  await stage.until(
    () => code !== undefined,
    begin + LONGEST_MS,
    async () => {},
  );
  await Promise.race([running, stuck()]);
  const calls = aws.calls.slice(from).map(({ action }) => action);
  return { code: code ?? -1, runner, calls, ms: clock.now() - begin };
}

/** A run that has not ended when nothing is left to wait for never will. */
function stuck(): Promise<never> {
  return new Promise((_, reject) => {
    setImmediate(() => reject(new Error('the run did not end')));
  });
}
