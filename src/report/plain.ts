import { cut, plainLines } from '../diagnosis/clean-text.ts';

/** What takes no room of its own or changes how others look, such as a change of direction. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Text from outside as one line that shows all that is in it: no control, no invisible character,
 * no half of a surrogate pair, and no more than one space in a row.
 */
export function oneLine(text: string): string {
  return plainLines(text).join(' ').replaceAll(INVISIBLE, '').replaceAll(/\s+/g, ' ').trim();
}

/** A line of a log in the same way, with its indentation. */
export function logLine(text: string): string {
  return plainLines(text).join(' ').replaceAll(INVISIBLE, '');
}

/** One line of at most `length` characters, for what GitHub shows as plain text. */
export function short(text: string, length: number): string {
  return cut(oneLine(text), length);
}

/**
 * The last lines that fit, oldest first; of a line that is longer than all the room, its start.
 *
 * @param room characters, one more for each line
 */
export function lastThatFit(lines: readonly string[], room: number): readonly string[] {
  let left = room;
  const before = lines.findLastIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  const last = lines.at(-1);
  if (last === undefined || before < lines.length - 1) return lines.slice(before + 1);
  return room > 1 ? [cut(last, room - 1)] : [];
}
