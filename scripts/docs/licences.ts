/** A package of the lock file, as far as licences go. */
interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** A package with the licence that it names. */
export interface Licensed {
  readonly name: string;
  readonly licence: string;
}

/** Licences that ask for no more than their own text beside the program, which dist/licenses.txt has. */
const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
];

/**
 * The packages that a run may contain: all that the lock file has but those for development.
 *
 * @param packages of package-lock.json, by path
 * @throws Error that names each whose licence is not on the list
 */
export function runtimePackages(packages: Readonly<Record<string, Locked>>): Licensed[] {
  const found = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      licence: license ?? 'none',
    }));
  const refused = found.filter(({ licence }) => !ALLOWED.includes(licence));
  if (refused.length > 0) {
    const each = refused.map(({ name, licence }) => `${name} (${licence})`).join(', ');
    throw new Error(`These packages have a licence that is not on the list: ${each}.`);
  }
  return found;
}

/**
 * Those packages that dist contains, in the order of their names.
 *
 * @param text dist/licenses.txt: name, licence and text of each, one after the other
 */
export function packedPackages(text: string, packages: readonly Licensed[]): Licensed[] {
  const lines = text.split('\n');
  const heads = new Set(lines.map((line, at) => `${line}\n${lines[at + 1]}`));
  const packed = packages.filter(({ name, licence }) => heads.has(`${name}\n${licence}`));
  const byName = new Map(packed.map((each) => [each.name, each]));
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The licences with their packages, as a Markdown table. */
export function licenceTable(packed: readonly Licensed[]): string {
  const rows = ALLOWED.flatMap((licence) => {
    const names = packed
      .filter((each) => each.licence === licence)
      .map(({ name }) => `\`${name}\``);
    return names.length === 0 ? [] : [`| ${licence} | ${names.join(', ')} |`];
  });
  return ['| Licence | Packages |', '| --- | --- |', ...rows].join('\n');
}
