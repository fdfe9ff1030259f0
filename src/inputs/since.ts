import type { InputReader } from './reader.ts';

/** How far back lines are wanted. */
export type Since =
  | { readonly kind: 'ago'; readonly ms: number; readonly text: string }
  /** Milliseconds since 1970. */
  | { readonly kind: 'at'; readonly time: number };

const MINUTE = 60_000;
const UNITS = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE } as const;

/** What went wrong is mostly looked into while it is fresh. */
const USUAL: Since = { kind: 'ago', ms: UNITS.h, text: '1h' };

/** ISO 8601 with a time zone: without one it would be the runner's, which nobody knows. */
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Reads the input `since`: a span before now such as 15m, 2h or 3d, or a time; one hour when it is not set. */
export function readSince(reader: InputReader): Since {
  const text = reader.text('since');
  if (text === undefined) return USUAL;
  const [, count, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  if (count && (unit === 'm' || unit === 'h' || unit === 'd')) {
    return { kind: 'ago', ms: Number(count) * UNITS[unit], text };
  }
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return { kind: 'at', time };
  reader.refuse('since', text, {
    allowed: 'minutes, hours or days such as 15m, 2h or 3d, or a time with its zone',
    example: 'since: 2026-01-31T03:00:00Z',
  });
  return USUAL;
}

/** The time from which lines are wanted, in milliseconds since 1970. */
export function sinceTime(since: Since, now: number): number {
  return since.kind === 'at' ? since.time : now - since.ms;
}
