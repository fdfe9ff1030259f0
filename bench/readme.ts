export const START = '<!-- bench:start -->';
export const END = '<!-- bench:end -->';

/** Puts a text between the two markers of a document; undefined when it does not have both in order. */
export function betweenMarkers(document: string, text: string): string | undefined {
  const start = document.indexOf(START);
  const end = document.indexOf(END, start);
  if (start === -1 || end === -1) return undefined;
  return `${document.slice(0, start + START.length)}\n${text}\n${document.slice(end)}`;
}
