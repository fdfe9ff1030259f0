import { invalidParameter } from './lookup.ts';

/**
 * Reads a filter pattern of terms: all must be in a line, `?term` makes any of those enough, `-term`
 * must be absent, and quotes hold a phrase together; case counts. Throws InvalidParameterException
 * for the JSON, column and regular-expression patterns, which the local AWS does not serve.
 */
export function linePredicate(pattern: string): (line: string) => boolean {
  const trimmed = pattern.trim();
  if (/^[{[%]/.test(trimmed)) throw invalidParameter('Invalid filter pattern');
  const terms = [...trimmed.matchAll(/([?-]?)(?:"([^"]*)"|(\S+))/g)].map(
    ([, sign, phrase, word]) => ({ sign, text: phrase ?? word ?? '' }),
  );
  const optional = terms.filter(({ sign }) => sign === '?');
  const absent = terms.filter(({ sign }) => sign === '-');
  const needed = terms.filter(({ sign }) => sign === '');
  return (line) => {
    const has = ({ text }: { text: string }) => line.includes(text);
    if (absent.some(has) || !needed.every(has)) return false;
    return optional.length === 0 || needed.length > 0 || optional.some(has);
  };
}
