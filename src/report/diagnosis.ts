import { cut, harmless } from '../diagnosis/clean-text.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { cell } from './markdown.ts';

/** Characters of one code block: GitHub drops a summary of more than 1 MiB. */
const BLOCK_LENGTH = 100_000;

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
  const { cause, remedy, events, notes, links } = diagnosis;
  const { who, lines } = lastLines(diagnosis);
  return [
    '#### Why it failed',
    cause && `**${cell(cause)}**`,
    remedy && cell(remedy),
    ...fenced('App Runner says:', events),
    ...fenced(`The ${who} logged last:`, lines),
    notes.map((note) => `- ${cell(note)}`).join('\n'),
    Object.entries(links)
      .map(([title, url]) => `[${cell(title)}](${url})`)
      .join(' · '),
  ]
    .filter(Boolean)
    .join('\n\n');
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

/** The last lines that fit into a part of the summary. */
function lastOf(lines: readonly string[]): readonly string[] {
  let left = BLOCK_LENGTH;
  const first = lines.findLastIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return lines.slice(first + 1);
}

/** A code block; its fence is longer than every run of backticks in it. */
function fenced(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const text = lastOf(lines.map((line) => line.replaceAll(/[\r\n]+/g, ' '))).join('\n');
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  return [title, `${fence}text\n${text}\n${fence}`];
}
