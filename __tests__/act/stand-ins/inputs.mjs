/**
 * The inputs of this step. One that the stand-in does not read would only seem to be tried.
 * @param {readonly string[]} known
 * @returns {Record<string, string>}
 */
export function inputs(known) {
  const given = Object.entries(process.env)
    .filter(([name]) => name.startsWith('INPUT_'))
    .map(([name, value = '']) => [name.slice('INPUT_'.length).toLowerCase(), value]);
  const other = given.find(([name]) => !known.includes(name));
  if (other) throw new Error(`The stand-in does not know the input '${other[0]}'.`);
  return Object.fromEntries(given);
}
