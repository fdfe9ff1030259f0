import type { Change } from '../service/changes.ts';
import { cell, table } from './markdown.ts';

/** The changed settings as lines of a table, for the log; values only where they are no secret. */
export function changeLines(changes: readonly Change[]): string[] {
  const rows = changes.map(({ setting, kind, before, after }) => {
    const values = [before, after].filter((value) => value !== undefined).map(inOneLine);
    return [kind, inOneLine(setting), values.join(' -> ')] as const;
  });
  const valued = rows.filter(([, , values]) => values !== '');
  const width = Math.max(0, ...valued.map(([, setting]) => setting.length));
  return rows.map(([kind, setting, values]) =>
    `${kind.padEnd('changed'.length)}  ${setting.padEnd(width)}  ${values}`.trimEnd(),
  );
}

/** What others wrote, such as a tag, must not start a line of its own in the log. */
function inOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
}

/** The changed settings as a Markdown table; empty when there are none. */
export function changeTable(changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  return table(
    ['Setting', 'Change', 'Before', 'After'],
    changes.map(({ setting, kind, before, after }) => [
      cell(setting),
      kind,
      cell(before ?? ''),
      cell(after ?? ''),
    ]),
  );
}
