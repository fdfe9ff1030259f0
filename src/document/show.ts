const LONGEST = 120;

/** A text of the user's as one short line, so that it can't break out of a message. */
export function inOneLine(text: string): string {
  const line = [...text.replaceAll(/\s*[\r\n]\s*/g, ' ⏎ ')]
    .map((character) => (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(character) ? '�' : character))
    .join('');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 3)}...` : line;
}

/** The path of a member as AWS's CLI writes it; '' is the document itself. */
export function memberPath(path: string, name: string): string {
  return path === '' ? inOneLine(name) : `${path}.${inOneLine(name)}`;
}

/** The path of a list's item, counted from 0. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

/** Several words as a list in a sentence. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  const end = words.at(-1) ?? '';
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${last} ${end}`;
}
