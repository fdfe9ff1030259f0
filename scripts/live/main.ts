import { randomBytes } from 'node:crypto';
import { appendFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { errorMessage } from '../../src/errors.ts';
import { commandProcess } from '../../src/image/command-process.ts';
import { makePrivateDockerConfig } from '../../src/image/docker-config.ts';
import { logIn, registryHost } from '../../src/image/login.ts';
import type { Clock } from '../../src/ports.ts';
import { type Asking, readArguments } from './arguments.ts';
import { buildWith } from './build.ts';
import { cleanUp } from './clean.ts';
import { type Live, live } from './live.ts';
import { redacted } from './redact.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/hello', import.meta.url));
const PAGE_MS = 5_000;

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Sleeps end when the run is cancelled, so that what was made is removed in the time that is left. */
function clockOf(cancelled: AbortSignal): Clock {
  return {
    now: () => Date.now(),
    sleep: async (ms) => void (await sleep(ms, undefined, { signal: cancelled })),
    linger: async (ms) => void (await sleep(ms)),
  };
}

async function get(url: string): Promise<string | undefined> {
  try {
    // A connection that is kept goes on leading to the version that it was made to.
    const headers = { connection: 'close' };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(PAGE_MS) });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined; // Nothing answers yet, or not any more.
  }
}

/** Makes what pushes images: a docker that is logged in for this run alone. */
async function builder(cancelled: AbortSignal, directories: string[]): Promise<Live['build']> {
  const { env } = process;
  const docker = commandProcess('docker', env, process.stdout, cancelled);
  const base = env.APPRUNNER_DEPLOY_BASE_IMAGE ?? 'public.ecr.aws/docker/library/node:24-alpine';
  return async (login) => {
    const config = await makePrivateDockerConfig(env, registryHost(login), (made) =>
      directories.push(made),
    );
    await logIn(docker, login, config.env);
    return buildWith(docker, { context: EXAMPLE, base, config });
  };
}

async function main(asking: Asking): Promise<number> {
  const { region } = asking;
  const cancelling = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => cancelling.abort(new Error(`The run was cancelled (${signal}).`)));
  }
  const patient = clockOf(new AbortController().signal);
  const clients = {
    appRunner: new AppRunnerClient({ region, maxAttempts: 6 }),
    ecr: new ECRClient({ region, maxAttempts: 6 }),
    logs: new CloudWatchLogsClient({ region, maxAttempts: 6 }),
  };
  const until = Date.now() + asking.minutes * 60_000;
  if (asking.kind === 'clean') {
    const { run } = asking;
    return told(await cleanUp({ ...clients, clock: patient, until, run, tell: say }));
  }
  const directories: string[] = [];
  const { table, left } = await live({
    ...clients,
    asking,
    clock: clockOf(cancelling.signal),
    patient,
    build: await builder(cancelling.signal, directories),
    get,
    marker: () => randomBytes(8).toString('hex'),
    tell: say,
  }).finally(() =>
    Promise.all(directories.map((made) => rm(made, { recursive: true, force: true }))),
  );
  say(`\n${table}\n`);
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  if (summary) await appendFile(summary, `## What App Runner does\n\n${table}\n`);
  cancelling.signal.throwIfAborted();
  return told(left);
}

/** Says what is left behind; the exit code. */
function told(left: readonly string[]): number {
  for (const text of left) say(`::error::${text}`);
  if (left.length > 0) say('Remove it with: node scripts/live/main.ts --clean');
  return left.length === 0 ? 0 : 1;
}

try {
  const made = () => randomBytes(4).toString('hex');
  process.exitCode = await main(readArguments(process.argv.slice(2), process.env, made));
} catch (error) {
  process.stderr.write(`${redacted(errorMessage(error))}\n`);
  process.exitCode = 1;
}
