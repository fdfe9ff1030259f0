import { cell, code, table } from './markdown.ts';
import { short } from './plain.ts';
import { rowsThatFit, tooMany } from './rows.ts';

/** What a sweep did about one preview. */
export interface SweepRow {
  readonly service: string;
  readonly pullRequest: number;
  /** Why it is not needed any more. */
  readonly why: string;
  /** What became of it, such as `deleted`; an error's text where it could not be deleted. */
  readonly outcome: string;
}

/** Characters of a cell. */
const CELL_LENGTH = 500;

/**
 * The previews that a sweep was about as a Markdown table; empty when there were none.
 *
 * @param bytes room for it; what does not fit is counted
 */
export function sweepTable(rows: readonly SweepRow[], bytes = 300_000): string {
  if (rows.length === 0) return '';
  const { shown, left } = rowsThatFit(
    rows.map(({ service, pullRequest, why, outcome }) => [
      code(short(service, CELL_LENGTH)),
      `${pullRequest}`,
      cell(short(why, CELL_LENGTH)),
      cell(short(outcome, CELL_LENGTH)),
    ]),
    bytes,
  );
  return [table(['Service', 'Pull request', 'Why', 'Outcome'], shown), ...tooMany(left)].join(
    '\n\n',
  );
}
