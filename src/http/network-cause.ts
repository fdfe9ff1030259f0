import { errorMessage } from '../errors.ts';

/**
 * What kept a request from being answered, in the words of the layer that knows: fetch itself
 * only says 'fetch failed' and has the rest as its cause. The code is added where the words
 * lack it, since that is what people search for.
 */
export function networkCause(error: unknown): string {
  const innermost = innermostCause(error, 10);
  const words = errorMessage(innermost);
  const code = codeOf(innermost);
  if (!code || words.includes(code)) return words;
  return words ? `${words} (${code})` : code;
}

/** A host with several addresses fails once for each; the first one stands for them. */
function innermostCause(error: unknown, depth: number): unknown {
  if (!(error instanceof Error) || depth === 0) return error;
  const below: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return below instanceof Error ? innermostCause(below, depth - 1) : error;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
