import type { Conversation } from './commands/conversation/conversation.ts';
import { deploy } from './commands/deploy.ts';
import { Progress } from './commands/progress.ts';
import { RolledBackError } from './errors.ts';
import { cancelledCode } from './github/signals.ts';
import { loadAfterwards } from './inputs/afterwards-side.ts';
import { loadDomainSide } from './inputs/domain-side.ts';
import { loadGitHubSide } from './inputs/github-side.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { loadParsers } from './inputs/parsers.ts';
import { inputFromEnvironment } from './inputs/reader.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';

/** Time that a call in flight has to be answered after a cancel; the runner gives 7.5 s in all. */
const GRACE_MS = 3_000;

/** Time for GitHub to be told how the run ended; after a cancel what is left of the runner's. */
const TELLING_MS = { usual: 10_000, cancelled: 1_000 } as const;

/**
 * The whole action: reads the inputs, runs the command, catches once, and reports the same way
 * after success, failure and cancel.
 *
 * @returns the exit code
 */
export async function run(ports: Ports): Promise<number> {
  const progress = new Progress();
  let talk: Talk = Promise.resolve(undefined);
  try {
    const get = inputFromEnvironment(ports.env);
    const github = await loadGitHubSide(get, ports.env);
    const afterwards = await loadAfterwards(get);
    const domains = await loadDomainSide(get);
    const parsers = await loadParsers(get);
    const inputs = readInputs(get, ports.env, parsers, github, afterwards, domains);
    progress.command = inputs.command;
    const token = tokenOf(inputs);
    if (token) (await ports.runner()).mask(token);
    const work = untilCancelled(ports, execute(inputs, ports, progress));
    talk = startTalk(inputs, ports, progress).catch(() => undefined);
    await report(ports, progress, talk, await work);
    return 0;
  } catch (error) {
    // A call that fails because of the cancel says so less well than the cancel itself.
    const reason: unknown = ports.cancelled.aborted ? ports.cancelled.reason : error;
    await report(ports, progress, talk, failedResult(error), reason);
    return cancelledCode(ports.cancelled) ?? 1;
  }
}

/** What GitHub is told of a run that tells it anything. */
type Talk = Promise<Conversation | undefined>;

async function execute(inputs: Inputs, ports: Ports, progress: Progress): Promise<Result> {
  // Only a deployment is in a hurry to send its first request.
  switch (inputs.command) {
    case 'deploy':
      return deploy(inputs, ports, progress);
    case 'teardown':
      return (await import('./commands/teardown.ts')).teardown(inputs, ports, progress);
    case 'sweep':
      return (await import('./commands/sweep.ts')).sweep(inputs, ports, progress);
    case 'skip':
      return (await import('./commands/skip.ts')).skip(inputs, ports, progress);
    case 'rollback':
      return (await import('./commands/rollback.ts')).rollback(inputs, ports, progress);
    case 'wait':
      return (await import('./commands/wait-for.ts')).waitFor(inputs, ports, progress);
    case 'status':
      return (await import('./commands/status.ts')).status(inputs, ports, progress);
    case 'logs':
      return (await import('./commands/show-logs.ts')).showLogs(inputs, ports, progress);
    default:
      return (await import('./commands/lifecycle.ts')).lifecycle(inputs, ports, progress);
  }
}

/** The token that GitHub is asked with, by runs that ask it anything. */
function tokenOf(inputs: Inputs): string | undefined {
  if (inputs.command === 'sweep') return inputs.token;
  return 'conversation' in inputs ? inputs.conversation?.token : undefined;
}

/** Nothing that GitHub is told, or not, fails a run; the work is under way before it. */
async function startTalk(inputs: Inputs, ports: Ports, progress: Progress): Talk {
  if (!('conversation' in inputs) || !inputs.conversation) return undefined;
  const { converse } = await import('./commands/converse.ts');
  return converse(inputs, inputs.conversation, ports, progress);
}

async function report(
  ports: Ports,
  progress: Progress,
  talk: Talk,
  result: Result,
  error?: unknown,
): Promise<void> {
  // Needed at the end alone; at the start it would hold up the first request.
  const [{ reportEnd, reportOf }, runner, conversation] = await Promise.all([
    import('./report/end.ts'),
    ports.runner(),
    talk,
  ]);
  const { command, reason, sweep } = progress;
  const beside = { reason, ...(command === 'sweep' && { sweep }) };
  conversation?.ended(reportOf(progress, result, error, beside));
  await reportEnd(runner, progress, result, error, beside, conversation?.about);
  await conversation?.settled(TELLING_MS[ports.cancelled.aborted ? 'cancelled' : 'usual']);
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
