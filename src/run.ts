import { deploy } from './commands/deploy.ts';
import { Progress } from './commands/progress.ts';
import { RolledBackError } from './errors.ts';
import { cancelledCode } from './github/signals.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { loadParsers } from './inputs/parsers.ts';
import { inputFromEnvironment } from './inputs/reader.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';

/** Time that a call in flight has to be answered after a cancel; the runner gives 7.5 s in all. */
const GRACE_MS = 3_000;

/**
 * The whole action: reads the inputs, runs the command, catches once, and reports the same way
 * after success, failure and cancel.
 *
 * @returns the exit code
 */
export async function run(ports: Ports): Promise<number> {
  const progress = new Progress();
  try {
    const get = inputFromEnvironment(ports.env);
    const inputs = readInputs(get, ports.env, await loadParsers(get));
    const result = await untilCancelled(ports, execute(inputs, ports, progress));
    await report(ports, progress, result);
    return 0;
  } catch (error) {
    // A call that fails because of the cancel says so less well than the cancel itself.
    const reason: unknown = ports.cancelled.aborted ? ports.cancelled.reason : error;
    await report(ports, progress, failedResult(error), reason);
    return cancelledCode(ports.cancelled) ?? 1;
  }
}

async function execute(inputs: Inputs, ports: Ports, progress: Progress): Promise<Result> {
  progress.command = inputs.command;
  if (inputs.command === 'deploy') return deploy(inputs, ports, progress);
  const { lifecycle } = await import('./commands/lifecycle.ts');
  return lifecycle(inputs, ports, progress);
}

async function report(
  ports: Ports,
  progress: Progress,
  result: Result,
  error?: unknown,
): Promise<void> {
  // Needed at the end alone; at the start it would hold up the first request.
  const [{ reportEnd }, runner] = await Promise.all([import('./report/end.ts'), ports.runner()]);
  await reportEnd(runner, progress, result, error);
}

/** Awaits the work; after a cancel no longer than what is in flight deserves. */
function untilCancelled({ cancelled, clock }: Ports, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => void clock.linger(GRACE_MS).then(() => reject(cancelled.reason));
  if (cancelled.aborted) stop();
  else cancelled.addEventListener('abort', stop, { once: true });
  return Promise.race([work, promise]).finally(() => cancelled.removeEventListener('abort', stop));
}

function failedResult(error: unknown): Result {
  return error instanceof RolledBackError ? 'rolled-back' : 'failed';
}
