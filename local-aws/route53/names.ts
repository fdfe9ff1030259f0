/** Why a name is none, in Route 53's words. */
const fatal = (problem: string, encountered: string): Error =>
  new Error(`FATAL problem: ${problem} encountered with '${encountered}'`);

const escaped = /\\([0-3][0-7]{2})/g;

/** What Route 53 shows as it is; every other character it shows as `\ooo`, in octal. */
const plain = /[a-z0-9_-]/;

const shown = (character: string): string =>
  plain.test(character) ? character : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;

function labelOf(text: string, name: string): string {
  const raw = text.replace(escaped, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
  if (raw === '') throw fatal('DomainLabelEmpty (Domain label is empty)', name);
  if (raw.length > 63) throw fatal('DomainLabelTooLong (Domain label is too long)', name);
  if (/[^\x21-\x7e]/.test(raw)) {
    throw fatal('UnsupportedCharacter (Value contains unsupported characters)', name);
  }
  return [...raw.toLowerCase()].map(shown).join('');
}

/**
 * A name as Route 53 keeps and shows it: lower case, with a trailing dot, and `*.example.com` as
 * `\052.example.com.` (developer guide, DNS domain name format). Throws an Error in Route 53's
 * words for what is no name.
 */
export function canonicalName(name: string): string {
  const whole = name.endsWith('.') ? name.slice(0, -1) : name;
  if (whole === '') throw fatal('DomainNameEmpty (Domain name is empty)', name);
  if (whole.length > 1024) throw fatal('DomainNameTooLong (Domain name is too long)', name);
  const labels = whole.split('.').map((label) => labelOf(label, name));
  const canonical = `${labels.join('.')}.`;
  if (canonical.replaceAll(escaped, '*').length > 255) {
    throw fatal('DomainNameTooLong (Domain name is too long)', name);
  }
  return canonical;
}

/** What names are ordered by: their labels from the right, `com.example.www.` (API model). */
export const orderOf = (canonical: string): string =>
  `${canonical.slice(0, -1).split('.').reverse().join('.')}.`;

/** Texts in the order of their ASCII codes. */
export const inAsciiOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Says whether a canonical name is the zone's or lies below it. */
export const isWithin = (canonical: string, zone: string): boolean =>
  canonical === zone || canonical.endsWith(`.${zone}`);
