import { ChildProcess, spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { runAction, type Step, type StepResult } from '../scripts/runner/run-action.ts';

/** One step of a workflow, timed. Milliseconds; `begin` on this process's performance.now(). */
export interface TimedStep {
  readonly result: StepResult;
  /** When the main step's process was about to be spawned. */
  readonly begin: number;
  readonly mainMs: number;
  /** Undefined when there was no post step. */
  readonly postMs: number | undefined;
}

const CHANNEL = 'child_process';

/** Runs the packed action as a runner does and times its processes, from spawn to closed pipes. */
export async function timeStep(step: Step): Promise<TimedStep> {
  const spans: { readonly begin: number; child: ChildProcess; ms?: number }[] = [];
  // Node announces a child right before it spawns it.
  const announced = (message: unknown) => {
    const begin = performance.now();
    const child = childOf(message);
    if (!child) return;
    const span: (typeof spans)[number] = { begin, child };
    child.once('close', () => {
      span.ms = performance.now() - begin;
    });
    spans.push(span);
  };
  subscribe(CHANNEL, announced);
  try {
    const result = await runAction(step);
    const [main, post] = spans.filter(({ child }) => child.spawnfile === process.execPath);
    if (main?.ms === undefined) throw new Error('The action was not seen to start and end.');
    return { result, begin: main.begin, mainMs: main.ms, postMs: post?.ms };
  } finally {
    unsubscribe(CHANNEL, announced);
  }
}

function childOf(message: unknown): ChildProcess | undefined {
  if (typeof message !== 'object' || message === null || !('process' in message)) return undefined;
  return message.process instanceof ChildProcess ? message.process : undefined;
}

/** Milliseconds that node takes to start, run an empty program and end, spawned like the action. */
export function timeNodeAlone(env: Step['env']): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, ['-e', '0'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.resume();
    child.stderr.resume();
    child.once('error', reject);
    child.once('close', () => resolve(performance.now() - begin));
  });
}
