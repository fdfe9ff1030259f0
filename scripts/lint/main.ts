import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpinned } from './pins.ts';
import { projectFiles, readSources, type Source, workflowsToCopy } from './sources.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const OWN = /^\.github\/workflows\/.*\.ya?ml$/;
const DOCUMENTS = /^(?!dist\/|\.github\/).*\.md$|^examples\/.*\.ya?ml$/;

/** This action, beside the workflow: its inputs and outputs are known then. */
const BESIDE = './';
/** This action at a commit, as a user has it. */
const AT_A_COMMIT = `OWNER/apprunner-deploy@${'0'.repeat(40)}`;

/** Where a linter finds something; true without a finding. */
type Linter = (project: string, more?: readonly string[]) => Promise<boolean>;

/** Checks this project's workflows and those in its documents; true without a finding. */
async function lint(actionlint: Linter, zizmor: Linter): Promise<boolean> {
  const paths = await projectFiles(PROJECT);
  const own = await readSources(PROJECT, paths, OWN);
  const documents = await readSources(PROJECT, paths, DOCUMENTS);
  const copied = workflowsToCopy(documents, BESIDE);
  if (own.length === 0 || copied.length === 0) {
    throw new Error('No workflows were found, which can only be a mistake of this check.');
  }
  const results = [
    pins(own, false),
    pins(documents, true),
    await actionlint(PROJECT),
    // The project's own are held to more than what has to be short in a document.
    await zizmor(PROJECT, ['--persona', 'pedantic']),
    await laidOut(copied, actionlint),
    await laidOut(workflowsToCopy(documents, AT_A_COMMIT), zizmor),
  ];
  const green = results.every(Boolean);
  if (green)
    console.log(`${own.length} workflows of .github, ${copied.length} of documents: fine.`);
  return green;
}

/** Checks workflows in a project that has them, as somebody has it who copied them. */
async function laidOut(workflows: readonly Source[], linter: Linter): Promise<boolean> {
  const project = await mkdtemp(join(tmpdir(), 'workflows-'));
  try {
    const folder = join(project, '.github', 'workflows');
    await mkdir(folder, { recursive: true });
    // actionlint knows a project by it.
    await mkdir(join(project, '.git'));
    for (const part of ['action.yml', 'dist'])
      await symlink(join(PROJECT, part), join(project, part));
    await Promise.all(workflows.map(({ path, text }) => writeFile(join(folder, path), text)));
    return await linter(project);
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

function pins(sources: readonly Source[], documents: boolean): boolean {
  const found = sources.flatMap(({ path, text }) =>
    unpinned(text, documents).map(({ line, uses }) => `${path}:${line}: ${uses}`),
  );
  for (const each of found) {
    console.error(`${each} is not pinned: name a commit, and its version as '# v1.2.3'.`);
  }
  return found.length === 0;
}

/** Whether shellcheck is installed shall not decide what is found. */
const actionlintWith =
  (command: string): Linter =>
  (project) =>
    run(command, ['-shellcheck=', '-pyflakes='], project);

function zizmorWith(command: string): Linter {
  // With a token it also asks GitHub, such as whether a commit is the version of its comment.
  const online = process.env.GH_TOKEN ? [] : ['--offline'];
  const args = [...online, '--strict-collection', '--no-progress', '--quiet'];
  return (project, more = []) => run(command, [...args, ...more, '.github', 'action.yml'], project);
}

/** True when the command finds nothing; what it finds is shown. */
function run(command: string, args: readonly string[], cwd: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

const [actionlint, zizmor] = process.argv.slice(2);
if (actionlint === undefined || zizmor === undefined) {
  throw new Error('Run this with npm run check:workflows, which finds the linters.');
}
process.exitCode = (await lint(actionlintWith(actionlint), zizmorWith(zizmor))) ? 0 : 1;
