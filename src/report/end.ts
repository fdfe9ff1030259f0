import type { Progress } from '../commands/progress.ts';
import { ActionError, CancelledError, causes, errorMessage, InputError } from '../errors.ts';
import type { Runner } from '../ports.ts';
import { DOMAIN, type Result, SMOKE_TEST } from '../result.ts';
import type { About } from './about.ts';
import { annotation, logLines } from './diagnosis.ts';
import { outputsOf, withScheme } from './outputs.ts';
import type { Report } from './report.ts';
import { soFar } from './so-far.ts';
import { summary } from './summary.ts';
import { PRIVATE } from './told.ts';

/** What a report has beside the run's progress. */
export type Beside = Pick<Report, 'reason' | 'sweep'>;

/**
 * What a run has to tell, for job summary, comment and deployment alike.
 *
 * @param error what was thrown; undefined after a success
 */
export function reportOf(
  { command, facts, phases, changes, plan, sections, diagnosis }: Progress,
  result: Result,
  error?: unknown,
  beside: Beside = {},
): Report {
  const failure = error === undefined ? undefined : failureText(error);
  return { command, result, facts, phases, changes, plan, sections, failure, diagnosis, ...beside };
}

/**
 * Tells how a run ended: log, outputs, job summary and, after a failure, an error annotation.
 *
 * @param error what was thrown; undefined after a success
 * @param about what the comment on the pull request is about, where the run keeps one: the job
 *   summary says the same then
 */
export async function reportEnd(
  runner: Runner,
  progress: Progress,
  result: Result,
  error?: unknown,
  beside: Beside = {},
  about?: About,
): Promise<void> {
  const report = reportOf(progress, result, error, beside);
  const { facts, failure, diagnosis } = report;
  const outputs = outputsOf(facts, result);
  if (failure === undefined) sayWhere(runner, report);
  else {
    if (diagnosis) {
      runner.startGroup('Why it failed');
      for (const line of logLines(diagnosis)) runner.info(line);
      runner.endGroup();
    }
    runner.error(diagnosis ? annotation(failure, diagnosis) : failure, title(progress, error));
    for (const line of soFar(progress, error instanceof CancelledError)) runner.info(line);
    for (const cause of causes(error)) runner.debug(`Caused by ${cause}`);
  }
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
  await runner.summary(summary(report, about)).catch((unwritten: unknown) => {
    // The verdict is AWS's; it does not hang on a file of the runner.
    runner.warning(`The job summary could not be written: ${errorMessage(unwritten)}`);
  });
}

/** Where the service answers, unless it is gone or that is not known. */
function sayWhere(runner: Runner, { result, facts: { serviceUrl } }: Report): void {
  if (result === 'deleted' || serviceUrl === undefined) return;
  runner.info(`Service URL: ${serviceUrl ? withScheme(serviceUrl) : PRIVATE}`);
}

/** What was thrown, in words; an error that is not ours is a fault of this action. */
function failureText(error: unknown): string {
  if (error instanceof ActionError) return error.message;
  const place = error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return `This is a fault in the action itself, please report it: ${errorMessage(error)}${place}`;
}

function title({ command, phases }: Progress, error: unknown): string {
  if (error instanceof InputError) return 'Wrong input';
  if (error instanceof CancelledError) return 'Cancelled';
  if (phases.at(-1)?.name === DOMAIN) return 'Domain failed';
  return phases.at(-1)?.name === SMOKE_TEST ? 'Smoke test failed' : TITLES[command];
}

const TITLES = {
  deploy: 'Deployment failed',
  pause: 'Pause failed',
  resume: 'Resume failed',
  delete: 'Delete failed',
  teardown: 'Preview not deleted',
  sweep: 'Sweep failed',
  rollback: 'Not gone back',
  wait: 'Operation failed',
  status: 'Status failed',
  logs: 'Logs failed',
  skip: 'Failed',
} as const;
