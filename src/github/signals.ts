import { constants } from 'node:os';
import { CancelledError } from '../errors.ts';

/** What of a process signals and exits need; `process` itself has it. */
export interface Signalled {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/**
 * Turns the first SIGINT or SIGTERM into an abort, whose reason is a CancelledError. From here on
 * neither signal ends the process by itself. Later ones change nothing: a key pressed twice, or
 * a signal that reaches the process twice, must not cut off outputs and summary, and the end
 * comes within seconds anyway (see `endInTime`).
 */
export function listenForCancel(source: Signalled): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    source.on(signal, () => controller.abort(new CancelledError(signal)));
  }
  return controller.signal;
}

/** Gives a signal that aborts `ms` milliseconds after another one did, for what may still end well. */
export function abortedLater(cancelled: AbortSignal, ms: number): AbortSignal {
  const controller = new AbortController();
  cancelled.addEventListener(
    'abort',
    () => setTimeout(() => controller.abort(cancelled.reason), ms).unref(),
    { once: true },
  );
  return controller.signal;
}

/** The exit code of a run that was cancelled, as a shell would give it: 128 + the signal's number. */
export function cancelledCode(cancelled: AbortSignal): number | undefined {
  const { reason } = cancelled;
  return reason instanceof CancelledError ? 128 + constants.signals[reason.signal] : undefined;
}
