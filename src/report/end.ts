import type { Progress } from '../commands/progress.ts';
import { ActionError, CancelledError, causes, errorMessage, InputError } from '../errors.ts';
import type { Runner } from '../ports.ts';
import { type Result, SMOKE_TEST } from '../result.ts';
import { annotation, logLines } from './diagnosis.ts';
import { outputsOf } from './outputs.ts';
import { soFar } from './so-far.ts';
import { summary } from './summary.ts';

/**
 * Tells how a run ended: log, outputs, job summary and, after a failure, an error annotation.
 *
 * @param error what was thrown; undefined after a success
 */
export async function reportEnd(
  runner: Runner,
  progress: Progress,
  result: Result,
  error?: unknown,
): Promise<void> {
  const { command, facts, phases, changes, plan, diagnosis } = progress;
  const outputs = outputsOf(facts, result);
  const failure = error === undefined ? undefined : failureText(error);
  if (failure === undefined) runner.info(`Service URL: ${outputs['service-url'] ?? 'none'}`);
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
  const text = summary({ command, result, facts, phases, changes, plan, failure, diagnosis });
  await runner.summary(text).catch((unwritten: unknown) => {
    // The verdict is AWS's; it does not hang on a file of the runner.
    runner.warning(`The job summary could not be written: ${errorMessage(unwritten)}`);
  });
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
  return phases.at(-1)?.name === SMOKE_TEST ? 'Smoke test failed' : TITLES[command];
}

const TITLES = {
  deploy: 'Deployment failed',
  pause: 'Pause failed',
  resume: 'Resume failed',
  delete: 'Delete failed',
} as const;
