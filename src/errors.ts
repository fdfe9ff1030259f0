/**
 * A failure told to the user: what failed, what was seen, and what to do next.
 * `cause` keeps the error it came from.
 */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}

/** Every problem found in the inputs, reported together; one sentence each. */
export class InputError extends ActionError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** App Runner rejected the new version, and the one before serves on. */
export class RolledBackError extends ActionError {}

/** The runner stopped the step. */
export class CancelledError extends ActionError {
  readonly signal: 'SIGINT' | 'SIGTERM';

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`The run was cancelled (${signal}).`);
    this.signal = signal;
  }
}

/** The text of whatever was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The causes below an error, outermost first, for the debug log.
 *
 * @param depth how far to follow them: an error may be its own cause
 */
export function causes(error: unknown, depth = 10): string[] {
  if (!(error instanceof Error) || depth === 0) return [];
  const below: unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return below
    .filter((cause) => cause !== undefined)
    .flatMap((cause) => [
      cause instanceof Error ? `${cause.name}: ${cause.message}` : errorMessage(cause),
      ...causes(cause, depth - 1),
    ]);
}
