import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type CommandFile, readCommandFile } from './command-file.ts';
import { ShownLog } from './shown-log.ts';

/** What a workflow step says: `uses: ACTION` with these inputs and this environment. */
export interface Step {
  /** Directory of the action, with its action.yml and dist. */
  readonly action: string;
  /** The checkout, which is the working directory of the step. */
  readonly workspace: string;
  /** Where the step's files go; RUNNER_TEMP is a directory below it. */
  readonly temp: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The job's own token, `github.token`. */
  readonly token?: string;
  /** Told each line that the runner would show, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Given a way to signal the main step, as the runner does on a cancel, once it has started. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** Told when the main step has ended; the post step starts after it. */
  readonly onMainEnd?: () => void | Promise<void>;
  /** Leaves the post step out, for a test of the main step alone. */
  readonly skipPost?: boolean;
}

/** How a step ended. */
export interface StepResult {
  /** 128 and the signal's number when a signal ended it. */
  readonly code: number;
  readonly outputs: CommandFile;
  readonly state: CommandFile;
  readonly summary: string;
  /** The log as the runner shows it. */
  readonly log: string;
  /** Everything the programs printed, workflow commands and what they mask included. */
  readonly raw: string;
  /** Milliseconds of the main step, from spawn to exit. */
  readonly ms: number;
  /** The exit code of the post step; undefined when it was left out. */
  readonly postCode: number | undefined;
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

/**
 * Runs an action's packed program the way GitHub's runner does: inputs as INPUT_* with the
 * defaults of action.yml, outputs, state and summary through files, then the post step with
 * the state. This process's own node runs it, so it has to be the one that action.yml names.
 */
export async function runAction(step: Step): Promise<StepResult> {
  const action: ActionFile = parse(await readFile(join(step.action, 'action.yml'), 'utf8'));
  const directory = await mkdtemp(join(step.temp, 'step-'));
  const runnerTemp = join(step.temp, 'runner-temp');
  await mkdir(runnerTemp, { recursive: true });
  const files = await commandFiles(directory);
  const env = {
    ...step.env,
    ...inputVariables(action, step),
    ...files,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_TEMP: runnerTemp,
  };
  const lines: string[] = [];
  const shown = new ShownLog((line) => {
    lines.push(line);
    step.onLine?.(line);
  });
  const run = (program: string, variables: NodeJS.ProcessEnv, onStart?: Step['onStart']) =>
    runProgram(join(step.action, program), variables, step.workspace, shown, onStart);
  const begin = performance.now();
  const main = await run(action.runs.main, env, step.onStart);
  const ms = performance.now() - begin;
  await step.onMainEnd?.();
  const state = readCommandFile(await readFile(files.GITHUB_STATE, 'utf8'));
  const post =
    action.runs.post && !step.skipPost
      ? await run(action.runs.post, { ...env, ...stateVariables(state) })
      : undefined;
  return {
    code: main.code,
    outputs: readCommandFile(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    state,
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    log: lines.join('\n'),
    raw: main.output + (post?.output ?? ''),
    ms,
    postCode: post?.code,
  };
}

async function commandFiles(directory: string) {
  const files = {
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STATE: join(directory, 'state'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary.md'),
  };
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  return files;
}

/** The one expression that defaults of an action.yml have. */
const TOKEN = /\$\{\{ github\.token \}\}/g;

function inputVariables(
  { inputs = {} }: ActionFile,
  { inputs: given, token = '' }: Step,
): Record<string, string> {
  const names = new Set([...Object.keys(inputs), ...Object.keys(given)]);
  return Object.fromEntries(
    [...names].map((name) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? (inputs[name]?.default ?? '').replaceAll(TOKEN, token),
    ]),
  );
}

function stateVariables(state: CommandFile): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

function runProgram(
  program: string,
  env: NodeJS.ProcessEnv,
  cwd: string,
  shown: ShownLog,
  onStart?: Step['onStart'],
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onStart?.((signal) => child.kill(signal));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        shown.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      shown.end();
      resolve({ code: code ?? 128 + constants.signals[signal ?? 'SIGKILL'], output });
    });
  });
}
