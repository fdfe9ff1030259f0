import type { Phase } from '../result.ts';
import { duration } from './duration.ts';

const HOUR = 3_600_000;

/** What begins another line than a task in a gantt chart of Mermaid: its own words, and a date. */
const KEYWORDS =
  /^(gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|section|displaymode|click|call|href|end|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{4}-)/i;

/**
 * The phases as a chart that GitHub draws in a job summary, one bar each, on an axis that begins
 * with the run: phases come one after the other. Empty where there is nothing to compare.
 *
 * Times of the day, not milliseconds since 1970: Mermaid shows both in the reader's time zone, and
 * in one of half an hour a run of milliseconds would begin at 30:00.
 */
export function timeline(phases: readonly Phase[]): string {
  const total = phases.reduce((sum, { ms }) => sum + ms, 0);
  if (phases.length < 2 || total >= 24 * HOUR) return '';
  let begin = 0;
  const tasks = phases.map(({ name, ms }) => {
    const task = `    ${label(name)} (${duration(ms)}) :${timeOfDay(begin)}, ${Math.max(1, Math.round(ms))}ms`;
    begin += ms;
    return task;
  });
  return [
    '```mermaid',
    'gantt',
    '    dateFormat HH:mm:ss.SSS',
    `    axisFormat ${total < HOUR ? '%M:%S' : '%H:%M:%S'}`,
    '    todayMarker off',
    ...tasks,
    '```',
  ].join('\n');
}

/** A name without the signs that mean something to Mermaid. */
function label(name: string): string {
  const plain =
    name
      .replaceAll(/[^\p{L}\p{N} ./-]+/gu, ' ')
      .replaceAll(/ +/g, ' ')
      .trim() || 'Phase';
  return KEYWORDS.test(plain) ? `The ${plain}` : plain;
}

/** Milliseconds after midnight as 01:02:03.004 */
function timeOfDay(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
