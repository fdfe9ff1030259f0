import type { Change } from '../service/changes.ts';
import { cell, table } from './markdown.ts';
import { short } from './plain.ts';
import { rowsThatFit, tooMany } from './rows.ts';

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

/** Characters of a cell. */
const CELL_LENGTH = 500;

/**
 * The changed settings as a Markdown table; empty when there are none.
 *
 * @param bytes room for it; what does not fit is counted
 */
export function changeTable(changes: readonly Change[], bytes = 100_000): string {
  if (changes.length === 0) return '';
  const shownShort = (text = '') => cell(short(text, CELL_LENGTH));
  const { shown, left } = rowsThatFit(
    changes.map(({ setting, kind, before, after }) => [
      shownShort(setting),
      kind,
      shownShort(before),
      shownShort(after),
    ]),
    bytes,
  );
  return [table(['Setting', 'Change', 'Before', 'After'], shown), ...tooMany(left)].join('\n\n');
}
