import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isWorkflow, workflowBlocks } from './workflow-blocks.ts';

const execute = promisify(execFile);

/** A file of this project that says how something is run on GitHub. */
export interface Source {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

/** The files of this project, those that are not committed yet included. */
export async function projectFiles(project: string): Promise<string[]> {
  const { stdout } = await execute(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    { cwd: project, maxBuffer: 16 * 1024 * 1024 },
  );
  const deleted = await execute('git', ['ls-files', '--deleted'], { cwd: project });
  const gone = new Set(deleted.stdout.split('\n'));
  return stdout.split('\n').filter((path) => path !== '' && !gone.has(path));
}

/** Reads those files whose path is chosen. */
export async function readSources(
  project: string,
  paths: readonly string[],
  chosen: RegExp,
): Promise<Source[]> {
  return Promise.all(
    paths
      .filter((path) => chosen.test(path))
      .map(async (path) => ({ path, text: await readFile(join(project, path), 'utf8') })),
  );
}

/** What stands in documents for this action at a commit that nobody has chosen yet. */
const OWN_ACTION = /(?<=uses: )OWNER\/apprunner-deploy@COMMIT/g;

/**
 * The workflows that users copy, each under a name that says where it is from and with the line
 * numbers that it has there.
 *
 * @param ownAction what takes the place of this action
 * @throws Error for a document with a workflow that has no name
 */
export function workflowsToCopy(sources: readonly Source[], ownAction: string): Source[] {
  return sources
    .flatMap(({ path, text }) => {
      if (!path.endsWith('.md')) return isWorkflow(text) ? [{ path, line: 1, text }] : [];
      try {
        return workflowBlocks(text).map((block) => ({ path, ...block }));
      } catch (cause) {
        throw new Error(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    })
    .map(({ path, line, text }) => ({
      path: `${path.replaceAll('/', '-')}-line-${line}.yml`,
      text: `${'\n'.repeat(line - 1)}${text.replaceAll(OWN_ACTION, ownAction)}`,
    }));
}
