/** How a step, or its post step, ended, and what it said. */
export interface ActStep {
  /** Its id, or its place in the job from 0. */
  readonly id: string;
  /** Its name, or what it uses or runs. */
  readonly name: string;
  readonly stage: 'Pre' | 'Main' | 'Post';
  /** Undefined for a step that act did not run. */
  readonly result: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  /** What it wrote to GITHUB_STEP_SUMMARY. */
  readonly summary: string;
  /** What it printed, with those workflow commands that are shown as `error: text`. */
  readonly log: string;
}

/** A step while its lines are read. */
interface OpenStep extends Mutable<Omit<ActStep, 'outputs'>> {
  readonly outputs: Record<string, string>;
}

type Mutable<T> = { -readonly [P in keyof T]: T[P] };

/** A line of `act --json`, of those that are about a step. */
interface ActLine {
  readonly jobResult?: string;
  readonly stage?: ActStep['stage'];
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly msg?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

/** What act tells of a job. */
export interface ActLog {
  /** `success` or `failure`; undefined when no job came to its end. */
  readonly jobResult: string | undefined;
  /** In the order in which they began. */
  readonly steps: readonly ActStep[];
}

/** act prints every command; the log of GitHub shows these. */
const SHOWN = /^(error|warning|notice|group)$/;

/** Reads what `act --json` prints of one job. Lines that are not JSON are no part of it. */
export function readActLog(text: string): ActLog {
  const steps = new Map<string, OpenStep>();
  let jobResult: string | undefined;
  for (const line of text.split('\n').filter((one) => one.startsWith('{'))) {
    const entry: ActLine = JSON.parse(line);
    jobResult = entry.jobResult ?? jobResult;
    const id = entry.stepID?.join('/');
    const { stage, step: name = '' } = entry;
    if (id === undefined || stage === undefined) continue;
    const key = `${stage} ${id}`;
    const empty: OpenStep = {
      id,
      name,
      stage,
      result: undefined,
      outputs: {},
      summary: '',
      log: '',
    };
    const step = steps.get(key) ?? empty;
    steps.set(key, step);
    if (entry.stepResult !== undefined) step.result = entry.stepResult;
    if (entry.raw_output) step.log += entry.msg ?? '';
    else if (entry.command === 'set-output') step.outputs[entry.name ?? ''] = entry.arg ?? '';
    else if (entry.command === 'summary') step.summary += entry.content ?? '';
    else if (SHOWN.test(entry.command ?? '')) step.log += `${entry.command}: ${entry.arg ?? ''}\n`;
  }
  return { jobResult, steps: [...steps.values()] };
}
