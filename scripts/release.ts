import { readFile } from 'node:fs/promises';
import { notesOf, versionOfTag } from './release/notes.ts';

/** `node scripts/release.ts v1.2.3` checks that the tag is the version, and prints its notes. */
const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

try {
  const { version }: { version: string } = JSON.parse(await read('package.json'));
  const wanted = versionOfTag(process.argv[2] ?? '', version);
  process.stdout.write(`${notesOf(await read('CHANGELOG.md'), wanted)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
