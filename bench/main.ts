import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { between } from '../scripts/docs/tables.ts';
import { table } from './figures.ts';
import { measureJobs } from './job.ts';
import { measureStartUp, type Place } from './start-up.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const README = join(PROJECT, 'README.md');

/** Enough for a steady median; the whole bench stays under three minutes. */
const STARTS = 15;
const JOBS = { timed: 5, observing: 2 };

/** Measures the packed action, prints the table, and with `--write` puts it into the README. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const temp = await mkdtemp(join(tmpdir(), 'apprunner-deploy-bench-'));
  process.once('exit', () => rmSync(temp, { recursive: true, force: true }));
  // An exit runs what ends the registry; the signal's own default would not.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const place: Place = { action: PROJECT, workspace: temp, temp, env: plainEnvironment() };
  // Any Dockerfile will do: the first part ends before the build.
  await writeFile(join(temp, 'Dockerfile'), 'FROM scratch\n');
  say(`Measuring the start of the action: ${STARTS} rounds`);
  const start = await measureStartUp(place, STARTS);
  say(`Measuring jobs with a 5-second operation: ${JOBS.observing + JOBS.timed} of each kind`);
  const registry = JSON.parse(process.env.APPRUNNER_DEPLOY_REGISTRY ?? '{"kind":"memory"}');
  const job = await measureJobs(place, registry, JOBS);
  const text = `${table([...start, ...job])}\n\n${machine()}`;
  process.stdout.write(`\n${text}\n`);
  if (values.write) await updateReadme(text);
  return 0;
}

/** What docker needs and nothing that changes how node starts on this machine. */
function plainEnvironment(): Readonly<Record<string, string | undefined>> {
  const { PATH, HOME, DOCKER_CONFIG, DOCKER_HOST, DOCKER_CONTEXT, XDG_RUNTIME_DIR } = process.env;
  return {
    PATH,
    HOME,
    DOCKER_CONFIG,
    DOCKER_HOST,
    DOCKER_CONTEXT,
    XDG_RUNTIME_DIR,
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  };
}

function machine(): string {
  const [cpu] = cpus();
  return `Node ${process.versions.node} on ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), by \`npm run bench\`.`;
}

async function updateReadme(text: string): Promise<void> {
  const readme = await readFile(README, 'utf8');
  await writeFile(README, between(readme, 'bench', text));
  say('README.md has the new table');
}

function say(line: string): void {
  process.stdout.write(`> ${line}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
