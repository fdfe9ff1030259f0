/** A character that Route 53 writes as `\052`, three octal digits (developer guide, DomainNameFormat). */
const ESCAPED = /\\([0-3][0-7]{2})/g;

/**
 * A DNS name in the one form that names are compared in: small letters, no dot at the end, and `*`
 * for Route 53's `\052`.
 */
export function dnsName(name: string): string {
  return name
    .replaceAll(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
    .replace(/\.$/, '')
    .toLowerCase();
}

/** True for the same name, however the two are written. */
export function sameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && dnsName(one) === dnsName(other);
}

/** True when a zone holds a name: it is the zone's own, or below it. */
export function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** The names from a name up to the one right below its zone; none at the zone's apex. */
export function namesBelow(name: string, zone: string): readonly string[] {
  if (name === zone || !isWithin(name, zone)) return [];
  return [name, ...namesBelow(name.slice(name.indexOf('.') + 1), zone)];
}
