import { stripVTControlCharacters } from 'node:util';

/** Characters of one log line that are kept. */
const LINE_LENGTH = 500;

/** Shorter values, such as `true` or `8080`, stand in logs for other things as well. */
const SECRET_LENGTH = 8;

/** Turns text from outside into lines that are safe to print. */
export type Clean = (text: string) => string[];

/**
 * Makes the cleaner of a run. Its lines have no control characters and no colours, are at most
 * 500 characters long, are no command to the runner, and show `***` for hidden values, also
 * for one line of a value with several and for a value as JSON or a URL writes it.
 *
 * @param hidden values that no line may show; those under 8 characters are left
 */
export function cleaner(hidden: Iterable<string>): Clean {
  const secrets = secretsOf(hidden);
  return (text) =>
    plainLines(text).map((line) => harmless(cut(secrets ? line.replace(secrets, '***') : line)));
}

/** The lines of a text as a terminal would show them, without its control sequences. */
export function plainLines(text: string): string[] {
  const lines = stripVTControlCharacters(text)
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', '    ').replaceAll(INVISIBLE, '').trimEnd());
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** Controls, formats such as a change of direction, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * A line that the runner takes for text. It reads `::name::` at the start of a line, after any
 * space, and `##[name]` anywhere in it as a command (actions/runner, ActionCommand).
 */
export function harmless(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}

function secretsOf(hidden: Iterable<string>): RegExp | undefined {
  const forms = [...hidden]
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), urlForm(value)])
    .flatMap(plainLines)
    .map((line) => line.trim())
    .filter((line) => line.length >= SECRET_LENGTH);
  if (forms.length === 0) return undefined;
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((form) => RegExp.escape(form)).join('|'), 'g');
}

/** Half a surrogate pair has no form in a URL. */
function urlForm(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

/** A text of at most `length` characters; an ellipsis stands for what is gone. */
export function cut(text: string, length: number = LINE_LENGTH): string {
  if (text.length <= length) return text;
  // The last character may be half of a pair.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
