import { withoutMarker } from './marker.ts';
import { logLine, oneLine } from './plain.ts';

/**
 * What GitHub makes links and pictures of after Markdown is done, where no escape helps any more:
 * mentions, references to issues, commits and advisories, URLs, mail addresses, formulas, emoji.
 * It leaves code alone.
 */
const MADE_MORE_OF =
  /[@#$]|:\/\/|www\.|(mailto|xmpp):|(?<![0-9a-z])(GH|GHSA|CVE)-|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|:[\w+-]+:/i;

/**
 * Text that came from outside, on one line, safe in a Markdown table cell and as a paragraph:
 * shown as it is, never as markup. Words that GitHub would make more of are shown as code.
 */
export function cell(text: string): string {
  return oneLine(text)
    .split(' ')
    .map((word, index) => {
      if (MADE_MORE_OF.test(word)) return wordAsCode(word);
      return index === 0 ? notBeginning(escaped(word)) : escaped(word);
    })
    .join(' ');
}

/** Text from outside as code, on one line; safe in a table cell as well. */
export function code(text: string): string {
  return withoutMarker(oneLine(text)).split('|').map(codeSpan).join('&#124;');
}

/** The punctuation after a word is no part of it. */
function wordAsCode(word: string): string {
  let end = word.length;
  while (end > 0 && '.,;!?'.includes(word.charAt(end - 1))) end -= 1;
  return `${code(word.slice(0, end))}${escaped(word.slice(end))}`;
}

/** A table's row ends at a `|` in code too, and the backslash against it would show elsewhere. */
function codeSpan(text: string): string {
  if (text === '') return '';
  const fence = '`'.repeat(longestRun(text) + 1);
  // Markdown takes one space away at both ends, but not where there is nothing else.
  const space = /^[` ]|[` ]$/.test(text) && text.trim() !== '' ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@]/g, reference);
}

/** A word that does not begin a list, a rule or an underline, where it is the first of a line. */
function notBeginning(word: string): string {
  return word.replace(
    /^(\d*)([-=.])/,
    (_, digits: string, sign: string) => digits + reference(sign),
  );
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** A code block with the lines as they are; its fence is longer than every run of backticks. */
export function fenced(lines: readonly string[]): string {
  const text = lines.map((line) => withoutMarker(logLine(line))).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text}\n${fence}`;
}

/** A link; without an address of the web, or with a wrong one, the text alone. */
export function link(markdown: string, url: string | undefined): string {
  const address = url && webAddress(url);
  return address ? `[${markdown}](${address})` : markdown;
}

/** A URL shown as itself; what is no address of the web is shown as text. */
export function bareLink(url: string): string {
  const address = webAddress(url);
  return address ? `<${address}>` : cell(url);
}

/** A URL as it may stand in Markdown; undefined where it is not of the web. */
function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  // A host alone is written without the slash that a URL has then.
  const written =
    pathname === '/' && !search && !hash && !url.endsWith('/') ? href.slice(0, -1) : href;
  return written.replaceAll(/[\s<>()\\`|"]/g, percent).replaceAll('&', '&amp;');
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A table of header and rows; the cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
