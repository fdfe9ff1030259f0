/** How a figure's values are written. */
export type Unit = 'ms' | 's' | 'MB' | 'kB' | 'count';

/** One row of the table: the same thing measured in several runs. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  /** One value a run: milliseconds, bytes or a number, as the unit says. */
  readonly values: readonly number[];
  /** What was counted, in Markdown. */
  readonly note?: string;
}

/** The middle value, or the mean of the two middle ones; throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('There is no value to take.');
  return (lower + upper) / 2;
}

/** Writes a value with its unit: milliseconds as `89 ms` or `5.92 s`, bytes as `88 MB` or `1,320 kB`. */
export function formatted(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return `${Math.round(value)} ms`;
    case 's':
      return `${(value / 1000).toFixed(2)} s`;
    case 'MB':
      return `${Math.round(value / 1e6)} MB`;
    case 'kB':
      return `${Math.round(value / 1e3).toLocaleString('en')} kB`;
    case 'count':
      return `${value}`;
  }
}

/** How often each value occurs, in the order of first occurrence: `a, b (2 times)`. */
export function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => (count === 1 ? `\`${value}\`` : `\`${value}\` (${count} times)`))
    .join(', ');
}

/** The figures as a Markdown table. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, values, note }) => {
    const [low, high] = [Math.min(...values), Math.max(...values)].map((v) => formatted(v, unit));
    const spread = low === high ? '' : `${low} to ${high}`;
    return [name, formatted(median(values), unit), spread, `${values.length}`, note ?? ''];
  });
  return [
    ['', 'Median', 'Lowest to highest', 'Runs', ''],
    ['---', '--:', '--:', '--:', '---'],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
