import { cut, harmless } from '../diagnosis/clean-text.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { cell, fenced, link } from './markdown.ts';
import { lastThatFit, short as shortened } from './plain.ts';

/** Characters of the section in a job summary, which GitHub drops at more than 1 MiB. */
const SECTION_LENGTH = 150_000;

/** Characters of words that others had a part in, which may be seven times as many in Markdown. */
const CAUSE_LENGTH = 500;
const REMEDY_LENGTH = 1_000;

/** Characters of all notes as Markdown. */
const NOTES_LENGTH = 7_000;

/** Log lines in an annotation. GitHub shows 4096 bytes of one, the log has them all. */
const ANNOTATION_LINES = 10;
const ANNOTATION_LENGTH = 200;

/**
 * The text of the error annotation. Its first line is the cause; where none is known, it is the
 * failure's own, and App Runner's lines follow.
 *
 * @param failure the error's text
 */
export function annotation(failure: string, diagnosis: Diagnosis): string {
  const { cause, remedy, events, notes, links } = diagnosis;
  const { who, lines } = lastLines(diagnosis);
  const half = ANNOTATION_LINES / 2;
  const known = cause !== undefined;
  const last = lines.slice(known ? -ANNOTATION_LINES : -half);
  const fromEvents = known && lines.length > 0 ? [] : events.slice(-half);
  return block([
    cause,
    failure,
    remedy,
    ...listed('App Runner says:', fromEvents.map(short)),
    ...listed(`The ${who} logged last:`, last.map(short)),
    ...notes,
    ...Object.entries(links).map(([title, url]) => `${title}: ${url}`),
  ]).join('\n');
}

/** Everything that was found out, as lines for the run's log. */
export function logLines(diagnosis: Diagnosis): string[] {
  const { cause, remedy, events, notes, links } = diagnosis;
  const { who, lines } = lastLines(diagnosis);
  return block([
    cause === undefined ? 'The logs show no cause that is known.' : `Cause: ${cause}`,
    remedy && `What to do: ${remedy}`,
    ...listed("App Runner's event log:", events),
    ...listed(`The ${who}'s log, last lines:`, lines),
    ...notes,
    ...Object.entries(links).map(([title, url]) => `${title}: ${url}`),
  ]);
}

/** The section of the job summary; what came from outside is shown as it is, never as markup. */
export function diagnosisMarkdown(diagnosis: Diagnosis): string {
  return diagnosisParts(diagnosis, SECTION_LENGTH).join('\n\n');
}

/**
 * The section as blocks of Markdown, which a blank line goes between.
 *
 * @param length characters for all of it; the oldest log lines are left out where it is too short,
 *   and nothing else is: that takes 20,000 at the most
 */
export function diagnosisParts(diagnosis: Diagnosis, length: number): string[] {
  const { cause, remedy, events, notes, links } = diagnosis;
  const last = lastLines(diagnosis);
  const why = cell(shortened(cause ?? '', CAUSE_LENGTH));
  const before = [
    '#### Why it failed',
    why && `**${why}**`,
    cell(shortened(remedy ?? '', REMEDY_LENGTH)),
  ].filter((part) => part !== '');
  const after = [
    listOf(notes),
    Object.entries(links)
      .map(([title, url]) => link(cell(title), url))
      .join(' · '),
  ].filter((part) => part !== '');
  const room = length - sizeOf([...before, ...after]);
  const saying = (left: number) => lines('App Runner says', events, left);
  const logging = (left: number) => lines(`The ${last.who} logged last`, last.lines, left);
  // Each gets what the other leaves of its half.
  const said = saying(room - sizeOf(logging(room / 2)));
  return [...before, ...said, ...logging(room - sizeOf(said)), ...after];
}

function sizeOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length + 2, 0);
}

function listOf(notes: readonly string[]): string {
  let left = NOTES_LENGTH;
  const fitting = notes.map(cell).filter((note) => {
    left -= note.length;
    return note !== '' && left >= 0;
  });
  return fitting.map((note) => `- ${note}`).join('\n');
}

/** A title and the last lines that fit, in a code block; nothing where there is room for none. */
function lines(title: string, all: readonly string[], length: number): string[] {
  for (let room = length; room > 0; ) {
    const shown = lastThatFit(all, room);
    if (shown.length === 0) return [];
    const left = all.length - shown.length;
    const parts = [
      left === 0 ? `${title}:` : `${title}, ${shown.length} of ${all.length} lines:`,
      fenced(shown),
    ];
    const over = sizeOf(parts) - length;
    if (over <= 0) return parts;
    // Many backticks need a fence as long, twice.
    room = Math.max(room - over, Math.floor(room / 2));
  }
  return [];
}

/** Where a build failed, there is no application whose lines could be shown. */
function lastLines({ build, application }: Diagnosis) {
  return build ? { who: 'build', lines: build } : { who: 'application', lines: application };
}

function short(line: string): string {
  return cut(line, ANNOTATION_LENGTH);
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

/** Single lines that the runner takes for text, whatever they were made from. */
function block(texts: readonly (string | undefined)[]): string[] {
  return texts
    .filter((text) => text !== undefined && text !== '')
    .flatMap((text) => `${text}`.split(/\r\n|[\r\n]/))
    .map(harmless);
}
