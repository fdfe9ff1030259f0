import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A git repository to check out from. */
export interface Origin {
  readonly directory: string;
  /** Commits everything that is there, and gives the commit's SHA. */
  commit(): Promise<string>;
}

/** Makes a repository of a directory's files below another directory. */
export async function makeOrigin(files: string, temp: string): Promise<Origin> {
  const directory = await mkdtemp(join(temp, 'origin-'));
  await cp(files, directory, { recursive: true });
  return originOf(directory);
}

/** Makes a repository of this project's files, also of those that are not committed. */
export async function makeOriginOfProject(project: string, temp: string): Promise<Origin> {
  const directory = await mkdtemp(join(temp, 'origin-'));
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout } = await execute('git', listed, { cwd: project, maxBuffer: 16 * 1024 * 1024 });
  for (const path of stdout.split('\0').filter((one) => one !== '')) {
    await cp(join(project, path), join(directory, path), { recursive: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error; // deleted, and not yet in a commit
      },
    );
  }
  return originOf(directory);
}

/** Changes a file of a repository. Throws when it does not have the text. */
export async function replaceIn(
  { directory }: Origin,
  path: string,
  from: RegExp,
  to: string,
): Promise<void> {
  const file = join(directory, path);
  const before = await readFile(file, 'utf8');
  if (!from.test(before)) throw new Error(`${path} has no ${from}.`);
  await writeFile(file, before.replace(from, to));
}

async function originOf(directory: string): Promise<Origin> {
  const git = async (...args: string[]) => {
    const env = {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    };
    return (await execute('git', args, { cwd: directory, env })).stdout.trim();
  };
  await git('init', '--quiet', '--initial-branch', 'main');
  // As GitHub has it: any commit can be fetched.
  await git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return {
    directory,
    commit: async () => {
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '--message', 'a change');
      return git('rev-parse', 'HEAD');
    },
  };
}
