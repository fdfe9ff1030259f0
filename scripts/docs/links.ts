import { posix } from 'node:path';

/** A text in Markdown, with its path from the project's root. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

const LINK = /\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g;

/**
 * The links within a project that lead nowhere: to a file that is not there, or a heading that
 * its page does not have. Code is not looked at.
 *
 * @param files paths from the project's root
 * @returns a line each: `page: link`
 */
export function brokenLinks(pages: readonly Page[], files: readonly string[]): string[] {
  const anchors = new Map(pages.map(({ path, text }) => [path, headingsOf(text)]));
  const there = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
  return pages.flatMap(({ path, text }) =>
    [...withoutCode(text).matchAll(LINK)].flatMap(([, to = '', anchor]) => {
      const target = to === '' ? path : posix.join(posix.dirname(path), to).replace(/\/$/, '');
      const found =
        there.has(target) && (anchor === undefined || anchors.get(target)?.has(anchor) === true);
      return found ? [] : [`${path}: ${to}${anchor === undefined ? '' : `#${anchor}`}`];
    }),
  );
}

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** The anchors that GitHub gives to headings: lower case, without punctuation, dashes for blanks. */
function headingsOf(text: string): ReadonlySet<string> {
  const headings = [...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)];
  return new Set(
    headings.map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

const withoutCode = (text: string) => text.replaceAll(/^ *```.*?^ *```/gms, '');
