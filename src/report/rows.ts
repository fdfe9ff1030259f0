/** The rows of a table that fit, and how many do not. */
export interface Fitting<Row> {
  readonly shown: readonly Row[];
  readonly left: number;
}

/**
 * The first rows that fit: GitHub drops a job summary of more than 1 MiB.
 *
 * @param rows of Markdown cells
 * @param bytes room for them as UTF-8
 */
export function rowsThatFit<Row extends readonly string[]>(
  rows: readonly Row[],
  bytes: number,
): Fitting<Row> {
  let room = bytes;
  const end = rows.findIndex((row) => {
    room -= row.reduce((sum, text) => sum + Buffer.byteLength(text) + 3, 3);
    return room < 0;
  });
  return end === -1
    ? { shown: rows, left: 0 }
    : { shown: rows.slice(0, end), left: rows.length - end };
}

/** What stands below rows of which some are left out, as paragraphs. */
export function tooMany(left: number): string[] {
  return left === 0 ? [] : [`${left} more are in the log.`];
}
