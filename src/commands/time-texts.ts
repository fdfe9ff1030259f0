import { duration } from '../report/duration.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long ago something was, in words: `12.0 s ago`, `3 h ago`, `5 days ago`. */
export function agoText(ms: number): string {
  const past = Math.max(0, ms);
  if (past < 2 * HOUR) return `${duration(past)} ago`;
  return past < 2 * DAY ? `${Math.floor(past / HOUR)} h ago` : `${Math.floor(past / DAY)} days ago`;
}
