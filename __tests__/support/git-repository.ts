import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeTree } from './unit-temporary-directory.ts';

const execute = promisify(execFile);

/** A git repository of a test's own, nobody's settings around it. */
export interface Repository {
  readonly directory: string;
  /** Commits files at a time, in seconds since 1970. */
  commit(files: Readonly<Record<string, string>>, seconds: number): Promise<void>;
  /** A checkout of its own, as actions/checkout makes one. */
  checkout(depth?: 'shallow'): Promise<string>;
}

/** Makes an empty repository below a directory, and its checkouts beside it. */
export async function makeRepository(below: string): Promise<Repository> {
  const directory = await mkdtemp(join(below, 'repository-'));
  await git(directory, ['init', '--quiet', '--initial-branch', 'main']);
  return {
    directory,
    commit: async (files, seconds) => {
      await writeTree(directory, files);
      await git(directory, ['add', '--all']);
      await git(directory, ['commit', '--quiet', '--message', 'a change'], `@${seconds} +0000`);
    },
    checkout: async (depth) => {
      const made = await mkdtemp(join(below, 'checkout-'));
      const flags = depth === 'shallow' ? ['--depth', '1'] : [];
      await git(made, ['clone', '--quiet', ...flags, `file://${directory}`, '.']);
      return made;
    },
  };
}

async function git(cwd: string, args: readonly string[], date = '@0 +0000'): Promise<void> {
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  await execute('git', args, { cwd, env });
}
