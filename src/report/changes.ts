import type { Change } from '../service/changes.ts';
import { cell, table } from './markdown.ts';

/** One log line for each changed setting; values only where they are no secret. */
export function changeLines(changes: readonly Change[]): string[] {
  return changes.map(({ setting, kind, before, after }) => {
    const values = [before, after].filter((value) => value !== undefined).join(' -> ');
    return `${kind} ${setting}${values && `: ${values}`}`;
  });
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
