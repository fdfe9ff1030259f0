/**
 * The part of a changelog that is about one version: what follows its heading, such as
 * `## 1.2.3` or `## [1.2.3] - 2026-11-21`, up to the next.
 *
 * @throws Error when there is no such heading, or nothing below it
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => versionOf(section) === version);
  if (own === undefined) throw new Error(`CHANGELOG.md has no heading '## ${version}'.`);
  const notes = own.slice(own.indexOf('\n') + 1).trim();
  if (!own.includes('\n') || notes === '') {
    throw new Error(`CHANGELOG.md says nothing below '## ${version}'.`);
  }
  return notes;
}

const versionOf = (section: string): string | undefined =>
  /^\[?v?(\d+\.\d+\.\d+)\]?(\s|$)/.exec(section)?.[1];

/**
 * The version that a tag names.
 *
 * @throws Error when it is another than the package's
 */
export function versionOfTag(tag: string, packageVersion: string): string {
  if (tag === `v${packageVersion}`) return packageVersion;
  throw new Error(`The tag is '${tag}', but package.json has the version ${packageVersion}.`);
}
