/** A member's path as AWS writes it in validation texts: first letters lower case, joined by dots. */
export function memberPath(parent: string, member: string): string {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  return parent === '' ? name : `${parent}.${name}`;
}

/** The path of a list's item (counted from 1) or a map's value; its key keeps its case. */
export function itemPath(parent: string, item: string | number): string {
  return `${parent}.${item}.member`;
}
