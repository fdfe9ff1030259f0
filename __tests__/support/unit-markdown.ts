/** A block of Markdown as the reader below finds it. */
export type Block = 'comment' | 'heading' | 'quote' | 'table' | 'code' | 'list' | 'paragraph';

/**
 * The blocks of Markdown that this action writes, in order. Stricter than GitHub: each block
 * stands between blank lines, a table's rows have the cells of its header, a fence ends where it
 * should, and what is none of these is a paragraph of one line.
 */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.trimEnd().split('\n');
  while (lines.length > 0) {
    const part = takeBlock(lines);
    const next = lines.shift();
    if (next !== undefined && next !== '') throw new Error(`no blank line before ${next}`);
    blocks.push(kindOf(part));
  }
  return blocks;
}

function takeBlock(lines: string[]): string[] {
  // With a backtick after it, it is code in a paragraph.
  const fence = /^(`{3,})[^`]*$/.exec(lines[0] ?? '')?.[1];
  if (fence === undefined) {
    const end = lines.indexOf('');
    return lines.splice(0, end === -1 ? lines.length : end);
  }
  const closing = new RegExp(`^ {0,3}${fence}\`* *$`);
  const end = lines.findIndex((line, index) => index > 0 && closing.test(line));
  if (end === -1) throw new Error('a fence without an end');
  return lines.splice(0, end + 1);
}

function kindOf(part: readonly string[]): Block {
  const [first = ''] = part;
  if (part.length === 0) throw new Error('an empty block');
  const all = (pattern: RegExp) => part.every((line) => pattern.test(line));
  if (/^`{3,}[^`]*$/.test(first)) return 'code';
  if (all(/^<!-- [\w:-]+ -->$/)) return 'comment';
  if (all(/^>( |$)/)) return inert(part, /^> ?/, 'quote');
  if (all(/^(- |\d+\. )/)) return inert(part, /^(- |\d+\. )/, 'list');
  if (first.startsWith('|')) return rows(part);
  if (part.length !== 1) throw new Error(`a paragraph of ${part.length} lines: ${first}`);
  if (first.startsWith('#')) return inert(part, /^#{3,4} /, 'heading');
  return inert(part, /^/, 'paragraph');
}

function rows(part: readonly string[]): Block {
  const widths = part.map((row) => row.split('|').length);
  if (new Set(widths).size !== 1) throw new Error(`rows of ${widths.join(', ')} cells`);
  for (const row of part.filter((_, index) => index !== 1)) {
    for (const one of row.split('|')) shownBy(one);
  }
  return 'table';
}

function inert(part: readonly string[], start: RegExp, block: Block): Block {
  for (const line of part) {
    if (!start.test(line)) throw new Error(`${line} is no ${block}`);
    shownBy(line.replace(start, ''));
  }
  return block;
}

/** Our own links, bold causes and URLs. */
const OURS = /\[([^\][]*)\]\(https?:\/\/[^\s()<>`|]*\)|<https?:\/\/[^\s<>`|]*>/g;

/** Later than Markdown GitHub looks for these, outside of code. */
const MADE_MORE_OF = [
  /[@$]/,
  /#\d/,
  /:\/\/|www\.|mailto:/i,
  /(^|[^0-9a-z])GH-\d/i,
  /:[\w+-]+:/,
  /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i,
];

/**
 * The text that a line of Markdown shows.
 *
 * @throws where something in it would be more than text, code or a link of ours
 */
export function shownBy(line: string): string {
  const shown: string[] = [];
  let rest = line.replaceAll(OURS, '$1').replace(/^\*\*(.*)\*\*$/, '$1');
  while (rest !== '') {
    const fence = /^`+/.exec(rest)?.[0];
    if (fence !== undefined) {
      const end = new RegExp(`(?<!\`)${fence}(?!\`)`).exec(rest.slice(fence.length));
      if (!end) throw new Error(`code without an end in ${line}`);
      const code = rest.slice(fence.length, fence.length + end.index);
      shown.push(code.replace(/^ (.*[^ ].*) $/, '$1'));
      rest = rest.slice(2 * fence.length + code.length);
      continue;
    }
    const [plain = ''] = /^[^`]+/.exec(rest) ?? [];
    if (/[<>[\]\\*_{}~!]/.test(plain)) throw new Error(`markup in ${line}`);
    if (/&(?!(amp|lt|gt|#\d+);)/.test(plain)) throw new Error(`a bare & in ${line}`);
    const text = decoded(plain);
    for (const pattern of MADE_MORE_OF) {
      if (pattern.test(text)) throw new Error(`${pattern} would be found in ${line}`);
    }
    shown.push(text);
    rest = rest.slice(plain.length);
  }
  return shown.join('');
}

function decoded(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
