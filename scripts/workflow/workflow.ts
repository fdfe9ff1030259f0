import { parse } from 'yaml';

type Scalars = Readonly<Record<string, string | number | boolean>>;

/** A step as it is written. */
export interface WorkflowStep {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Scalars;
  readonly run?: string;
  readonly env?: Scalars;
}

export interface Job {
  readonly 'runs-on': string;
  readonly steps: readonly WorkflowStep[];
}

/** The part of GitHub's workflow syntax that is read here. */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency?:
    | string
    | { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Everything that can be said here; a key that nothing reads would only seem to be tested. */
const KEYS = {
  workflow: ['name', 'on', 'concurrency', 'permissions', 'jobs'],
  job: ['runs-on', 'steps'],
  step: ['id', 'if', 'uses', 'with', 'run', 'env'],
};

/**
 * Reads the whole workflows of a Markdown text by their names: the blocks of YAML that have a
 * name. The others are pieces of one.
 *
 * @throws Error for a workflow with a key that is not known here
 */
export function readWorkflows(markdown: string): ReadonlyMap<string, Workflow> {
  const workflows = [...markdown.matchAll(/^```yaml\n(.*?)^```/gms)]
    .map(([, text = '']): Workflow => parse(text))
    .filter(({ name, jobs }) => name !== undefined && jobs !== undefined);
  for (const workflow of workflows) check(workflow);
  return new Map(workflows.map((workflow) => [workflow.name, workflow]));
}

function check(workflow: Workflow): void {
  const { name, jobs } = workflow;
  checkKeys(name, workflow, KEYS.workflow);
  for (const job of Object.values(jobs)) {
    checkKeys(name, job, KEYS.job);
    for (const step of job.steps) checkKeys(name, step, KEYS.step);
  }
}

function checkKeys(name: string, part: object, known: readonly string[]): void {
  const other = Object.keys(part).find((key) => !known.includes(key));
  if (other !== undefined) throw new Error(`Workflow '${name}': '${other}' is not known here.`);
}
