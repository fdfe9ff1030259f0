import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import './unit-one-realm.ts';

/** Makes a directory that is removed after the tests of the file that asked for it. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'unit-'));
  made.add(directory);
  return directory;
}

const made = new Set<string>();

afterAll(async () => {
  for (const directory of made) await rm(directory, { recursive: true, force: true });
});

/** Writes files by path below a directory. */
export async function writeTree(
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Every file below a directory with its text, by path. */
export async function readTree(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    files[file.slice(directory.length + 1)] = await readFile(file, 'utf8');
  }
  return files;
}
