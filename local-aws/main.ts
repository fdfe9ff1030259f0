import { type CommandLine, readCommandLine, usage } from './command-line.ts';
import { playJobs } from './github/oidc/play-jobs.ts';
import { type LocalGitHub, startGitHub } from './github/start.ts';
import { callLine, gitHubCallLine, greeting } from './report.ts';
import { createDockerRuntime } from './runtime/docker.ts';
import { startLocalAws } from './start.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Resolves with the first of the signals that end the program. */
function firstSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(signal));
  });
}

/** The GitHub that is asked for; undefined for none. Throws when its port is taken. */
async function gitHubOf({ github, githubPort }: CommandLine): Promise<LocalGitHub | undefined> {
  if (github === undefined) return undefined;
  return startGitHub({
    repository: github,
    port: githubPort,
    onCall: (call) => console.log(gitHubCallLine(call)),
  });
}

async function serve(line: CommandLine): Promise<void> {
  const stopped = firstSignal();
  const { port, registryPort, region, accountId, registry, pace, undocumented } = line;
  const runtime = line.runtime === 'docker' ? await createDockerRuntime() : undefined;
  const onCall = (call: Parameters<typeof callLine>[0]) => console.log(callLine(call));
  const place = { port, registryPort, region, accountId };
  const options = { ...place, registry, runtime, pace, undocumented, onCall };
  const aws = await startLocalAws(options);
  try {
    for (const name of line.zones) aws.route53.seedZone({ name });
    const github = await gitHubOf(line);
    const jobs = github && (await playJobs(github.repository, aws.iam));
    console.log(greeting(aws, line, github, jobs));
    await stopped;
    console.log('Stopping: servers, containers and registry.');
    await jobs?.close();
    await github?.close();
  } finally {
    await aws.close();
  }
}

/** An error's message with those of its causes. */
function wholeMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause === undefined ? message : `${message}: ${wholeMessage(cause)}`;
}

try {
  const found = process.env.APPRUNNER_DEPLOY_REGISTRY;
  const line = readCommandLine(process.argv.slice(2), found ? JSON.parse(found) : undefined);
  if (line.help) console.log(usage);
  else await serve(line);
} catch (error) {
  console.error(wholeMessage(error));
  process.exitCode = 1;
}
