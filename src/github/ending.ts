import { cancelledCode } from './signals.ts';

/** The runner gives 7.5 s before it sends SIGTERM, and kills 2.5 s later (actions/runner, ProcessInvoker). */
const CANCEL_MS = 4_500;

/** What ending a process needs; `process` itself has it. */
export interface Ending {
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  exit(code: number): unknown;
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
}

/**
 * Ends the process once what it printed is out. It does not wait for anything else: a request
 * that nobody awaits any more, a connection kept alive, a timer.
 */
export function endProcess(ending: Ending, code: number): void {
  ending.stdout.write('', () => ending.exit(code));
}

/** Ends the process in time after a cancel, whatever it is doing then. */
export function endInTime(ending: Ending, cancelled: AbortSignal): void {
  cancelled.addEventListener(
    'abort',
    () => {
      setTimeout(() => ending.exit(cancelledCode(cancelled) ?? 1), CANCEL_MS);
    },
    { once: true },
  );
}

/**
 * Tells an error that nothing caught as a fault of the action, by a workflow command of its own
 * making: the runner's toolkit may be what failed. After a cancel there is nothing to tell: what
 * was cut off may well reject.
 */
export function tellFaults(ending: Ending, cancelled: AbortSignal): void {
  ending.on('uncaughtException', (error) => {
    if (cancelled.aborted) return;
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = `This is a fault in the action itself, please report it: ${what}`;
    ending.stdout.write(`::error title=Deployment failed::${escaped(text)}\n`, () =>
      ending.exit(1),
    );
  });
}

/** The value of a workflow command (@actions/core, escapeData). */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
