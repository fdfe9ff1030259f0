import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAction, type Step, type StepResult } from '../runner/run-action.ts';
import { type TokenPermissions, tokenPermissions, type WorkflowEvent } from './event.ts';
import { type Contexts, holds, interpolate } from './expression.ts';
import { runScript, type ScriptResult } from './run-script.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

type Texts = Readonly<Record<string, string>>;

/** What a job finds around it: the places of GitHub and AWS, and what other actions would do. */
export interface Surroundings {
  /** Directory of this action, with its action.yml and dist. */
  readonly action: string;
  /** Where the job's files go. */
  readonly temp: string;
  /** Variables of the machine, without credentials. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** GITHUB_API_URL, GITHUB_REPOSITORY and the like. */
  readonly github: Texts;
  /** Makes the job's token, which may what these say. */
  token(permissions: TokenPermissions): string;
  /** Plays actions/checkout: gives the directory that has the commit. */
  checkout(commit: string): Promise<string>;
  /** Plays aws-actions/configure-aws-credentials: gives the variables that it sets. */
  credentials(inputs: Texts): Texts;
}

/** Beside what the workflow says, for one run. */
export interface RunOptions extends Pick<Step, 'onLine' | 'onStart'> {
  /** Inputs of the deploying step that win over the workflow's. */
  readonly inputs?: Texts;
}

/** How a job ended. */
export interface JobResult {
  /** 0 for a green job. */
  readonly code: number;
  /** The step that uses this action; undefined when it was left out. */
  readonly deploy: StepResult | undefined;
  /** The steps that are scripts. */
  readonly scripts: readonly ScriptResult[];
  /** The `uses` and `run` of steps whose `if` did not hold, or that came after a failure. */
  readonly leftOut: readonly string[];
}

const NAME = '/apprunner-deploy';

/**
 * Runs the one job of a workflow for an event: its steps in order, each with its `if`, `with` and
 * `env`, and the token that its `permissions` make. Of other actions it plays actions/checkout
 * and aws-actions/configure-aws-credentials. Whether the event starts the workflow, and its
 * concurrency, are the caller's.
 *
 * @throws Error for a step, or an expression, that is not known here
 */
export async function runJob(
  workflow: Workflow,
  event: WorkflowEvent,
  surroundings: Surroundings,
  options: RunOptions = {},
): Promise<JobResult> {
  const [job, ...others] = Object.values(workflow.jobs);
  if (!job || others.length > 0) throw new Error(`${workflow.name}: one job is run here.`);
  const run = await JobRun.start(workflow, event, surroundings, options);
  for (const step of job.steps) await run.take(step);
  return run;
}

/** One job while it runs, and how it ended. */
class JobRun implements JobResult {
  code = 0;
  deploy: StepResult | undefined;
  readonly scripts: ScriptResult[] = [];
  readonly leftOut: string[] = [];
  readonly #permissions: TokenPermissions;
  readonly #surroundings: Surroundings;
  readonly #options: RunOptions;
  readonly #token: string;
  readonly #sha: string;
  readonly #github: Contexts;
  readonly #steps: Record<string, unknown> = {};
  readonly #temp: string;
  #env: Record<string, string | undefined>;
  #workspace: string;

  static async start(
    workflow: Workflow,
    event: WorkflowEvent,
    surroundings: Surroundings,
    options: RunOptions,
  ): Promise<JobRun> {
    const temp = await mkdtemp(join(surroundings.temp, 'job-'));
    const path = join(temp, 'event.json');
    await writeFile(path, JSON.stringify(event.payload));
    return new JobRun(tokenPermissions(workflow, event), event, surroundings, options, temp, path);
  }

  private constructor(
    permissions: TokenPermissions,
    { name, payload, sha, ref }: WorkflowEvent,
    surroundings: Surroundings,
    options: RunOptions,
    temp: string,
    eventPath: string,
  ) {
    this.#permissions = permissions;
    this.#surroundings = surroundings;
    this.#options = options;
    this.#token = surroundings.token(permissions);
    this.#sha = sha;
    this.#temp = temp;
    this.#workspace = temp;
    const { github } = surroundings;
    this.#github = { event: payload, repository: github.GITHUB_REPOSITORY, sha, ref };
    this.#env = {
      ...surroundings.env,
      ...github,
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_SHA: sha,
      GITHUB_REF: ref,
    };
  }

  /** Runs a step, unless its `if` does not hold or one before it failed. */
  async take(step: WorkflowStep): Promise<void> {
    const contexts = { github: this.#github, steps: this.#steps };
    const texts = (given: WorkflowStep['with'] = {}) =>
      Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, interpolate(`${value}`, contexts)]),
      );
    const runs = this.code === 0 && (step.if === undefined || holds(step.if, contexts));
    if (!runs) {
      this.leftOut.push(step.uses ?? step.run ?? '');
      if (step.id) this.#steps[step.id] = { outputs: {} };
      return;
    }
    const action = step.uses?.split('@')[0];
    const inputs = texts(step.with);
    if (action === 'actions/checkout') {
      this.#workspace = await this.#surroundings.checkout(inputs.ref ?? this.#sha);
    } else if (action === 'aws-actions/configure-aws-credentials') {
      this.#assume(inputs);
    } else if (action?.endsWith(NAME)) {
      await this.#deploy(inputs, texts(step.env), step.id);
    } else if (step.run !== undefined) {
      await this.#script(interpolate(step.run, contexts), texts(step.env));
    } else throw new Error(`The step '${step.uses}' is not known here.`);
  }

  #assume(inputs: Texts): void {
    if (this.#permissions['id-token'] !== 'write') {
      throw new Error(`${inputs['role-to-assume']} can't be assumed without id-token: write.`);
    }
    this.#env = { ...this.#env, ...this.#surroundings.credentials(inputs) };
  }

  async #deploy(inputs: Texts, env: Texts, id: string | undefined): Promise<void> {
    const { inputs: more, ...hooks } = this.#options;
    this.deploy = await runAction({
      action: this.#surroundings.action,
      workspace: this.#workspace,
      temp: this.#temp,
      env: { ...this.#env, ...env },
      inputs: { ...inputs, ...more },
      token: this.#token,
      ...hooks,
    });
    const { code, postCode, outputs } = this.deploy;
    this.code = code || (postCode ?? 0);
    if (id) this.#steps[id] = { outputs };
  }

  async #script(script: string, env: Texts): Promise<void> {
    const result = await runScript(script, { ...this.#env, ...env }, this.#workspace);
    this.scripts.push(result);
    this.code = result.code;
  }
}
