/**
 * Splits a start command into words as a shell would, with quotes and backslashes but nothing
 * else: App Runner runs it without a shell. Throws when a quote is not closed.
 */
export const shellWords = (command: string): string[] => {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < command.length; index += 1) {
    const char = command.charAt(index);
    if (char === '\\' && quote !== "'") {
      index += 1;
      word = (word ?? '') + command.charAt(index);
    } else if (quote !== undefined) {
      if (char === quote) quote = undefined;
      else word = (word ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + char;
    }
  }
  if (quote !== undefined) throw new Error(`the start command has an open ${quote}`);
  if (word !== undefined) words.push(word);
  return words;
};
