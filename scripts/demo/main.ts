import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { createDockerRuntime } from '../../local-aws/runtime/docker.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { runAction } from '../runner/run-action.ts';
import { type Demo, readArguments } from './arguments.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Deploys a directory twice to a local AWS, as two pushes to main would, and shows what came of it. */
async function main(): Promise<number> {
  const { env } = process;
  const demo = await readArguments(
    process.argv.slice(2),
    env.APPRUNNER_DEPLOY_FROM ?? process.cwd(),
    join(PROJECT, 'examples/hello'),
    env.APPRUNNER_DEPLOY_BASE_IMAGE ?? 'node:24-alpine',
  );
  const temp = await mkdtemp(join(tmpdir(), 'apprunner-deploy-demo-'));
  say(`Starting the local AWS: App Runner, ECR, STS and CloudWatch Logs on loopback`);
  const aws = await startLocalAws({
    runtime: await createDockerRuntime(),
    registry: JSON.parse(env.APPRUNNER_DEPLOY_REGISTRY ?? '{"kind":"memory"}'),
  });
  try {
    const ecr = new ECRClient(aws.clientConfig);
    await ecr.send(new CreateRepositoryCommand({ repositoryName: demo.name }));
    const done = await deployAll(demo, aws, temp);
    if (done && demo.keep) await untilInterrupted(aws);
    return done ? 0 : 1;
  } finally {
    await aws.close();
    await rm(temp, { recursive: true, force: true });
  }
}

/** Deploys each version and shows the answer of its URL; false as soon as one fails. */
async function deployAll(demo: Demo, aws: LocalAws, temp: string): Promise<boolean> {
  for (const [index, inputs] of demo.versions.entries()) {
    const version = index + 1;
    say(`Deploying version ${version} of ${demo.directory} with the packed action`);
    const step = await runAction({
      action: PROJECT,
      workspace: demo.directory,
      temp,
      env: { ...process.env, ...aws.env, GITHUB_SHA: String(version).repeat(40) },
      inputs: {
        service: demo.name,
        port: demo.port,
        'access-role-arn': `arn:aws:iam::${aws.accountId}:role/apprunner-ecr-access`,
        ...inputs,
      },
      onLine: (line) => process.stdout.write(`  ${line}\n`),
    });
    if (step.code !== 0) return false;
    say('Outputs');
    for (const [name, value] of Object.entries(step.outputs)) {
      process.stdout.write(`  ${name} = ${value}\n`);
    }
    say(`Job summary\n${step.summary}`);
    await showAnswer(step.outputs['service-url'] ?? '');
  }
  return true;
}

async function showAnswer(url: string): Promise<void> {
  const response = await fetch(url);
  const body = (await response.text()).slice(0, 500).trimEnd();
  say(`${url} answers ${response.status}: ${body}`);
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

function say(line: string): void {
  process.stdout.write(`\n> ${line}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
