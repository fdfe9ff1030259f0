import { cell, fenced, table } from './markdown.ts';
import { lastThatFit, short } from './plain.ts';
import { rowsThatFit, tooMany } from './rows.ts';

/** A part of a report with a heading: a table of plain texts, or lines of a log. */
export type Section =
  | {
      readonly kind: 'table';
      readonly heading: string;
      /** Empty texts for a table of names and values. */
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'lines';
      readonly heading: string;
      /** Clean already, oldest first. */
      readonly lines: readonly string[];
    }
  | { readonly kind: 'notes'; readonly heading: string; readonly notes: readonly string[] };

/** Characters of a cell and of a note, and bytes of a section: GitHub drops a summary of 1 MiB. */
const CELL_LENGTH = 500;
const NOTE_LENGTH = 1_000;
const SECTION_BYTES = 100_000;
const LINES_LENGTH = 100_000;

/** A section for the run's log; the cells of a table stand in columns. */
export function sectionLines(section: Section): string[] {
  switch (section.kind) {
    case 'table': {
      const all = [section.header, ...section.rows].filter((row) => row.some(Boolean));
      const widths = section.header.map((_, column) =>
        Math.max(...all.map((row) => short(row[column] ?? '', CELL_LENGTH).length)),
      );
      return all.map((row) =>
        row
          .map((text, column) => short(text, CELL_LENGTH).padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      );
    }
    case 'lines':
      return [...section.lines];
    case 'notes':
      return section.notes.map((note) => short(note, NOTE_LENGTH));
  }
}

/** A section as Markdown; empty where it has nothing to tell. */
export function sectionMarkdown(section: Section): string {
  const body = bodyOf(section);
  return body.length === 0 ? '' : [`#### ${cell(section.heading)}`, ...body].join('\n\n');
}

function bodyOf(section: Section): string[] {
  switch (section.kind) {
    case 'table': {
      const rows = section.rows.map((row) => row.map((text) => cell(short(text, CELL_LENGTH))));
      const { shown, left } = rowsThatFit(rows, SECTION_BYTES);
      return rows.length === 0 ? [] : [table(section.header, shown), ...tooMany(left)];
    }
    case 'lines': {
      const shown = lastThatFit(section.lines, LINES_LENGTH);
      return shown.length === 0
        ? []
        : [fenced(shown), ...tooMany(section.lines.length - shown.length)];
    }
    case 'notes':
      return section.notes.length === 0
        ? []
        : [section.notes.map((note) => `- ${cell(short(note, NOTE_LENGTH))}`).join('\n')];
  }
}
