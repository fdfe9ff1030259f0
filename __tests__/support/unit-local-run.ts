import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import type { Clock as AwsClock } from '../../local-aws/clock.ts';
import { createMemoryRuntime } from '../../local-aws/runtime/memory.ts';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '../../local-aws/start.ts';
import { connectAws } from '../../src/aws/connect.ts';
import type { GitHub } from '../../src/github/port.ts';
import { fetchBlob } from '../../src/image/registry-blob.ts';
import type { Clock } from '../../src/ports.ts';
import { run } from '../../src/run.ts';
import type { InputTexts } from './create-inputs.ts';
import { fakePorts, inputEnvironment } from './fake-ports.ts';
import { type FakeRunner, fakeRunner } from './fake-runner.ts';
import { pushImage, type RegistryAccess } from './registry-client.ts';
import { fakeDocker } from './unit-docker.ts';
import { temporaryDirectory, writeTree } from './unit-temporary-directory.ts';

/** The action waits in App Runner's seconds; the local AWS is so much faster. */
const FASTER = 50;

const clock: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => void (await sleep(ms / FASTER, undefined, { ref: false })),
  linger: async (ms) => void (await sleep(ms / FASTER, undefined, { ref: false })),
};

/** One time for the action and for AWS, in which everything goes faster. */
export function fastClock(): Clock & AwsClock {
  const begin = Date.now();
  const wait = async (ms: number, signal?: AbortSignal) => {
    // An abort ends it early, as the local AWS has it.
    await sleep(ms / FASTER, undefined, { ref: false, ...(signal && { signal }) }).catch(
      () => undefined,
    );
  };
  return {
    now: () => Math.round(begin + (Date.now() - begin) * FASTER),
    sleep: wait,
    linger: (ms) => wait(ms),
  };
}

/** A local AWS with an image `hello:by-hand`, reached with the variables of process.env. */
export interface LocalWorld {
  readonly aws: LocalAws;
  readonly registry: RegistryAccess;
  readonly appRunner: AppRunnerClient;
  /** The action's time. */
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Starts a local AWS for the tests of one file. */
export async function startLocalWorld(
  pace: LocalAwsOptions['pace'] = 'quick',
  more: Pick<LocalAwsOptions, 'runtime' | 'undocumented'> & {
    readonly clock?: Clock & AwsClock;
  } = {},
): Promise<LocalWorld> {
  const aws = await startLocalAws({ pace, runtime: createMemoryRuntime(), ...more });
  const before = { ...process.env };
  Object.assign(process.env, aws.env);
  const appRunner = new AppRunnerClient(aws.clientConfig);
  const ecr = new ECRClient(aws.clientConfig);
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'hello' }));
  const { authorizationData = [] } = await ecr.send(new GetAuthorizationTokenCommand({}));
  ecr.destroy();
  const authorization = `Basic ${authorizationData[0]?.authorizationToken}`;
  const registry = { host: aws.registryHost, authorization };
  await pushImage(registry, 'hello', 'by-hand');
  return {
    aws,
    registry,
    appRunner,
    clock: more.clock ?? clock,
    close: async () => {
      appRunner.destroy();
      await aws.close();
      for (const name of Object.keys(aws.env)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    },
  };
}

/** What surrounds a run beside AWS. */
export interface Around {
  readonly env?: Readonly<Record<string, string>>;
  readonly github?: GitHub;
  /** Awaited before the image is pushed. */
  readonly onBuild?: () => Promise<void>;
}

/**
 * Runs the action against a local AWS: over the network with the SDK's clients, with a docker
 * that pushes an image of its own to the repository `hello`.
 */
export async function runLocally(
  { aws, registry, clock }: LocalWorld,
  inputs: InputTexts,
  files: Readonly<Record<string, string>> = {},
  { env = {}, github, onBuild }: Around = {},
): Promise<{ readonly code: number; readonly runner: FakeRunner }> {
  const [checkout, temp] = [await temporaryDirectory(), await temporaryDirectory()];
  await writeTree(checkout, { Dockerfile: 'FROM scratch\n', ...files });
  await writeTree(temp, { 'docker/config.json': '{}' });
  const runner = fakeRunner();
  const { docker } = fakeDocker(async ({ args }) => {
    if (args.includes('version')) return { stdout: 'github.com/docker/buildx v0.33.0 x\n' };
    if (args[1] !== 'build') return undefined;
    await onBuild?.();
    const name = args[args.indexOf('--tag') + 1] ?? '';
    const { digest } = await pushImage(registry, 'hello', name.replace(/^.*:/, ''), name);
    const file = args[args.indexOf('--metadata-file') + 1] ?? '';
    await writeFile(file, JSON.stringify({ 'containerimage.digest': digest }));
    return undefined;
  });
  const code = await run({
    ...fakePorts().ports,
    env: {
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_WORKSPACE: checkout,
      RUNNER_TEMP: temp,
      DOCKER_CONFIG: `${temp}/docker`,
      ...aws.env,
      ...env,
      ...inputEnvironment({ repository: 'hello', ...inputs }),
    },
    ...(github && { github: async () => github }),
    clock,
    docker,
    aws: (region, role) => {
      const cancelled = new AbortController().signal;
      const masking = async () => runner.mask;
      return connectAws(region, role, { clock, cancelled, tell: runner.debug, env, masking });
    },
    fetchBlob,
    runner: async () => runner,
  });
  return { code, runner };
}
