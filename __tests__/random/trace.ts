import type { Call } from '../../local-aws/call-log.ts';

/** Something that happened, in the order of happening. */
export type Happening =
  | { readonly kind: 'log'; readonly time: number; readonly text: string }
  /** A request of the run that AWS answered. */
  | { readonly kind: 'call'; readonly time: number; readonly call: Call }
  /** Somebody else's deed, or a step of the play itself. */
  | { readonly kind: 'other'; readonly time: number; readonly text: string };

/** A trace as people read it, seconds since `begin` before each line. */
export function traceText(trace: readonly Happening[], begin: number): string {
  return trace
    .map((one) => {
      const seconds = ((one.time - begin) / 1_000).toFixed(1).padStart(8);
      return `${seconds}  ${lineOf(one)}`;
    })
    .join('\n');
}

function lineOf(one: Happening): string {
  if (one.kind === 'log') return one.text;
  if (one.kind === 'other') return `*** ${one.text}`;
  const { action, status, errorCode = '' } = one.call;
  return `--> ${action} ${status} ${errorCode}`.trimEnd();
}
