import { InputError } from '../errors.ts';
import { inOneLine } from './show.ts';

/** A string's characters: all but a control character, a quote and a backslash. */
const PLAIN = '[ !#-\\[\\]-\\uffff]*';
const STRING = `"${PLAIN}(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})${PLAIN})*"`;
const WORD = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null';

/** One token: a string, a number or word, a mark, or the end. */
const TOKEN = new RegExp(
  `[ \\t\\n\\r]*(?:(?<string>${STRING})|(?<word>${WORD})|(?<mark>[{}[\\],:])|(?<end>$))`,
  'y',
);

/** What the grammar takes next. */
type Expected =
  | 'a value'
  | "a value or ']'"
  | "a name in double quotes or '}'"
  | 'a name in double quotes'
  | "':'"
  | "',' or '}'"
  | "',' or ']'"
  | 'the end';

/**
 * Reads JSON. JSON.parse keeps the last of two equal names and quotes the text around an error,
 * so duplicates and lines are found here.
 *
 * @throws InputError
 */
export function parseJson(text: string): unknown {
  const faults = jsonFaults(text);
  if (faults.length > 0) throw new InputError(faults);
  return JSON.parse(text);
}

/** Every name that stands twice in its map, up to the first place where the text is no JSON. */
export function jsonFaults(text: string): string[] {
  const faults: string[] = [];
  // One entry a map or list that is open: the names a map has so far.
  const open: (Set<string> | undefined)[] = [];
  let expected: Expected = 'a value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.groups;
    const next: Next | undefined = token && follow(expected, token);
    if (next === 'done') return faults;
    if (next === undefined) {
      const { line, column } = placeOf(text, at);
      return [
        ...faults,
        `Line ${line}, column ${column} is not JSON: ${expected} is expected there.`,
      ];
    }
    if (next === "':'" && token?.string) {
      const name: string = JSON.parse(token.string);
      const names = open.at(-1);
      if (names?.has(name)) faults.push(twice(placeOf(text, at).line, name));
      names?.add(name);
    }
    if (token?.mark === '{') open.push(new Set());
    if (token?.mark === '[') open.push(undefined);
    if (token?.mark === '}' || token?.mark === ']') open.pop();
    at = TOKEN.lastIndex;
    expected = next === 'after a value' ? afterValue(open) : next;
  }
}

/** The sentence about a name that a map has already. */
export function twice(line: number, name: string): string {
  return `Line ${line} names '${inOneLine(name)}' a second time in one map; keep the line that is meant.`;
}

type Next = Expected | 'after a value' | 'done';

/** What is expected after a token; undefined when the token is not what is expected. */
function follow(
  expected: Expected,
  { string, word, mark, end }: Readonly<Record<string, string | undefined>>,
): Next | undefined {
  switch (expected) {
    case 'the end':
      return end === undefined ? undefined : 'done';
    case "':'":
      return mark === ':' ? 'a value' : undefined;
    case "',' or '}'":
      if (mark === ',') return 'a name in double quotes';
      return mark === '}' ? 'after a value' : undefined;
    case "',' or ']'":
      if (mark === ',') return 'a value';
      return mark === ']' ? 'after a value' : undefined;
    case 'a name in double quotes':
    case "a name in double quotes or '}'":
      if (string !== undefined) return "':'";
      return mark === '}' && expected !== 'a name in double quotes' ? 'after a value' : undefined;
    case 'a value':
    case "a value or ']'":
      if (string !== undefined || word !== undefined) return 'after a value';
      if (mark === '{') return "a name in double quotes or '}'";
      if (mark === '[') return "a value or ']'";
      return mark === ']' && expected !== 'a value' ? 'after a value' : undefined;
  }
}

function afterValue(open: readonly (Set<string> | undefined)[]): Expected {
  if (open.length === 0) return 'the end';
  return open.at(-1) ? "',' or '}'" : "',' or ']'";
}

/** Line and column, both from 1, of the first character from a position on that is no space. */
function placeOf(text: string, position: number): { line: number; column: number } {
  const space = /^[ \t\n\r]*/.exec(text.slice(position))?.[0] ?? '';
  const before = text.slice(0, position + space.length).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
