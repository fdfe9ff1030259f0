import { STATUS_CODES } from 'node:http';

/** GitHub's answer with a status of 400 or more. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** GitHub's own words on one line, or the status's where the answer has none. */
  readonly said: string;
}

/** GitHub refused a request. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause: unknown) {
    super(`${refusal.status} ${refusal.said}`, { cause });
    this.refusal = refusal;
  }
}

/** GitHub wants no more requests of this token, for longer than a run can wait. */
export class Limited extends Error {
  override readonly name = 'Limited';
  readonly refusal: Refusal;
  /** Milliseconds until it serves the token again. */
  readonly forMs: number;

  constructor(refused: Refused, forMs: number) {
    super(refused.message, { cause: refused });
    this.refusal = refused.refusal;
    this.forMs = forMs;
  }
}

/** No answer of GitHub's; the message says why. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** True when the request may have been carried out. */
  readonly sent: boolean;

  constructor(message: string, sent: boolean, cause?: unknown) {
    super(message, { cause });
    this.sent = sent;
  }
}

/** More of what a server says is not for an error line. */
const SAID_CHARACTERS = 300;

/** Words of 403 answers that stand for a permission; a locked conversation is a 403 as well. */
const NOT_ALLOWED = /not accessible by|must have .*(rights|access|permission)|denied to/i;

/** The answer below an error of octokit's; undefined when there was none. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('status' in error) || !('response' in error)) return undefined;
  const { status, response } = error;
  if (typeof status !== 'number' || !response) return undefined;
  const { data, headers } = Object(response);
  // Octokit's message has GitHub's own in it, with the list of mistakes. For an answer that is
  // not GitHub's JSON it is the whole page.
  const words = typeof data === 'object' && data && 'message' in data ? error.message : '';
  return { status, headers: Object(headers), said: oneLine(words) || (STATUS_CODES[status] ?? '') };
}

/** True when an answer is about what the token may do. */
export function isNotAllowed({ status, said }: Refusal): boolean {
  return status === 403 && NOT_ALLOWED.test(said);
}

/**
 * Takes a token out of the words of an error and of what caused it, should a server or a proxy
 * repeat what it was sent. The error itself is changed: it is kept as a cause.
 */
export function hideToken(error: unknown, token: string, depth = 10): void {
  if (!(error instanceof Error) || depth === 0) return;
  for (const words of ['message', 'stack'] as const) {
    // Defined, not assigned: some errors have a getter there.
    const text = error[words];
    if (!text?.includes(token)) continue;
    Object.defineProperty(error, words, { value: text.replaceAll(token, '***') });
  }
  hideToken(error.cause, token, depth - 1);
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > SAID_CHARACTERS ? `${line.slice(0, SAID_CHARACTERS - 3)}...` : line;
}
