import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { createDockerRuntime } from '../../local-aws/runtime/docker.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { readArguments } from './arguments.ts';
import { playPullRequest } from './pull-request.ts';
import { playPushes } from './pushes.ts';
import { say } from './show.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Deploys a directory to a local AWS, as pushes to main or to a pull request would, and shows what came of it. */
async function main(): Promise<number> {
  const { env } = process;
  const demo = await readArguments(
    process.argv.slice(2),
    env.APPRUNNER_DEPLOY_FROM ?? process.cwd(),
    join(PROJECT, 'examples/hello'),
    env.APPRUNNER_DEPLOY_BASE_IMAGE ?? 'node:24-alpine',
  );
  const temp = await mkdtemp(join(tmpdir(), 'apprunner-deploy-demo-'));
  say(`Starting the local AWS: App Runner, ECR, STS, CloudWatch Logs and Route 53 on loopback`);
  const aws = await startLocalAws({
    runtime: await createDockerRuntime(),
    registry: JSON.parse(env.APPRUNNER_DEPLOY_REGISTRY ?? '{"kind":"memory"}'),
  });
  try {
    const ecr = new ECRClient(aws.clientConfig);
    await ecr.send(new CreateRepositoryCommand({ repositoryName: demo.name }));
    const play = demo.pullRequest ? playPullRequest : playPushes;
    const done = await play({ demo, aws, temp, action: PROJECT });
    if (done && demo.keep) await untilInterrupted(aws);
    return done ? 0 : 1;
  } finally {
    await aws.close();
    await rm(temp, { recursive: true, force: true });
  }
}

async function untilInterrupted({ endpoint, env }: LocalAws): Promise<void> {
  say(`The service goes on running until Ctrl-C. The local AWS is at ${endpoint}:`);
  for (const [name, value] of Object.entries(env)) process.stdout.write(`  ${name}=${value}\n`);
  await new Promise<void>((resolve) => {
    // The timer keeps the process alive; signal handlers alone do not.
    const alive = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
    }
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
