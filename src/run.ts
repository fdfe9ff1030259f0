import { deploy } from './commands/deploy.ts';
import { lifecycle } from './commands/lifecycle.ts';
import { Progress } from './commands/progress.ts';
import { ActionError, causes, errorMessage, InputError } from './errors.ts';
import { readInputs } from './inputs/inputs.ts';
import { loadParsers } from './inputs/parsers.ts';
import { inputFromEnvironment } from './inputs/reader.ts';
import type { Ports } from './ports.ts';
import { beforeFailure } from './report/before-failure.ts';
import { outputsOf } from './report/outputs.ts';
import { summary } from './report/summary.ts';
import type { Result } from './result.ts';

/**
 * The whole action: reads the inputs, runs the command, catches once, and reports the same way
 * after success and failure.
 *
 * @returns the exit code
 */
export async function run(ports: Ports): Promise<number> {
  const progress = new Progress();
  try {
    const get = inputFromEnvironment(ports.env);
    const inputs = readInputs(get, ports.env, await loadParsers(get));
    const result =
      inputs.command === 'deploy'
        ? await deploy(inputs, ports, progress)
        : await lifecycle(inputs, ports, progress);
    await report(ports, progress, result);
    return 0;
  } catch (error) {
    await report(ports, progress, failedResult(progress), error);
    return 1;
  }
}

function failedResult({ facts }: Progress): Result {
  return facts.operationStatus === 'ROLLBACK_SUCCEEDED' ? 'rolled-back' : 'failed';
}

async function report(
  ports: Ports,
  { facts, phases, changes, pushed }: Progress,
  result: Result,
  error?: unknown,
): Promise<void> {
  const runner = await ports.runner();
  const failure = error === undefined ? undefined : failureText(error);
  if (failure) {
    runner.error(failure, title(error));
    const before = beforeFailure(facts, pushed);
    if (before) runner.info(before);
    for (const cause of causes(error)) runner.debug(`Caused by ${cause}`);
  } else {
    runner.info(`Service URL: ${outputsOf(facts, result)['service-url'] ?? 'none'}`);
  }
  for (const [name, value] of Object.entries(outputsOf(facts, result))) {
    runner.setOutput(name, value);
  }
  const text = summary({ result, facts, phases, changes, ...(failure && { failure }) });
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

function title(error: unknown): string {
  return error instanceof InputError ? 'Wrong input' : 'Deployment failed';
}
