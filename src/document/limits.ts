import type { NumberShape, TextShape } from './shape.ts';
import { inOneLine } from './show.ts';
import { WORDS } from './words.ts';

/** Texts that mean something when they are empty: an empty variable, a tag without a value. */
const MAY_BE_EMPTY = new Set(['RuntimeEnvironmentVariablesValue', 'TagValue']);

/** How a wrong text goes on after its path, or undefined when App Runner takes it. */
export function wrongText(shape: TextShape, value: string): string | undefined {
  if (value === '' && !MAY_BE_EMPTY.has(shape.name)) {
    return 'is empty. Name a value, or remove it: what is not named is not touched.';
  }
  if (fits(shape, value)) return undefined;
  const { allowed, example } = allowedText(shape);
  const seen = shape.sensitive ? 'has a value that App Runner refuses' : `is '${inOneLine(value)}'`;
  return `${seen}; allowed: ${allowed}.${example === undefined ? '' : ` Example: ${example}`}`;
}

/** How a map goes on after its path when it holds a wrong name; undefined when the name is right. */
export function wrongName(shape: TextShape, name: string): string | undefined {
  if (fits(shape, name)) return undefined;
  return `holds a name that App Runner refuses; allowed: ${allowedText(shape).allowed}.`;
}

/** How a wrong number goes on after its path, or undefined when App Runner takes it. */
export function wrongNumber(shape: NumberShape, value: number): string | undefined {
  const { min = -Infinity, max = Infinity } = shape;
  if (Number.isSafeInteger(value) && value >= min && value <= max) return undefined;
  return `is ${value}; allowed: ${allowedNumber(shape)}.`;
}

/** What a number must be, in words. */
export function allowedNumber({ min, max }: NumberShape): string {
  if (min === undefined || max === undefined) return 'a whole number';
  return `a whole number from ${min} to ${max}`;
}

/** What a text must be, in words; the model's own pattern for a shape that has none here. */
export function allowedText(shape: TextShape): { allowed: string; example?: string } {
  if (shape.enum) return { allowed: shape.enum.join(', ') };
  const { min = 0, max, pattern } = shape;
  const words = WORDS[shape.name];
  if (words) return words;
  const length = max === undefined ? `at least ${min}` : `${min} to ${max}`;
  const size = min === 0 && max === undefined ? 'text' : `text of ${length} characters`;
  return { allowed: pattern === undefined ? size : `${size} that matches ${pattern}` };
}

/** Java's matches(), which App Runner uses: the pattern covers the whole value. */
function fits(shape: TextShape, value: string): boolean {
  const { min = 0, max = Infinity, pattern } = shape;
  if (shape.enum && !shape.enum.includes(value)) return false;
  if (value.length < min || value.length > max) return false;
  return pattern === undefined || new RegExp(`^(?:${pattern})$`).test(value);
}
