import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { createDockerRuntime } from '../../local-aws/runtime/docker.ts';
import { type LocalAws, startLocalAws } from '../../local-aws/start.ts';
import { runAction, type StepResult } from '../../scripts/runner/run-action.ts';
import { preparedBaseImage, preparedBuildkit, preparedRegistry } from './prepared.ts';

const execute = promisify(execFile);

/** The project's root, which is the action's directory. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A local AWS with containers and a real registry, and a user's docker set-up beside it. */
export interface Stage {
  readonly aws: LocalAws;
  readonly appRunner: AppRunnerClient;
  readonly ecr: ECRClient;
  /** A directory of the stage's own. */
  readonly temp: string;
  /** The user's docker configuration, with a builder named `modern`. */
  readonly dockerConfig: string;
  /** A base image that every builder can fetch. */
  readonly baseImage: string;
  readonly password: string;
  deploy(
    inputs?: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ): Promise<StepResult>;
  /** Runs docker as the user, who has not logged in to the registry. */
  docker(...args: string[]): Promise<string>;
  /** Runs docker as somebody else, who has. */
  dockerLoggedIn(...args: string[]): Promise<string>;
  close(): Promise<void>;
}

/** Sets the stage: repositories, the base image in the registry, and a configuration to keep. */
export async function setStage(): Promise<Stage> {
  const temp = await mkdtemp(join(tmpdir(), 'action-docker-'));
  const aws = await startLocalAws({
    runtime: await createDockerRuntime(),
    registry: preparedRegistry(),
    pace: 'quick',
  });
  try {
    return await stageOn(aws, temp);
  } catch (error) {
    // What listens would keep the tests from ending.
    await aws.close();
    throw error;
  }
}

async function stageOn(aws: LocalAws, temp: string): Promise<Stage> {
  const ecr = new ECRClient(aws.clientConfig);
  for (const repositoryName of ['hello', 'base']) {
    await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  }
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString();
  const dockerConfig = await copyDockerConfig(temp);
  const env = { ...process.env, ...aws.env, DOCKER_CONFIG: dockerConfig };
  const docker = async (...args: string[]) => (await execute('docker', args, { env })).stdout;
  const password = token.slice(token.indexOf(':') + 1);
  await docker('buildx', 'create', '--name', 'modern', ...preparedBuildkit());
  const loggedIn = await logIn(aws, temp, dockerConfig, password);
  const dockerLoggedIn = async (...args: string[]) =>
    (await execute('docker', args, { env: { ...env, DOCKER_CONFIG: loggedIn } })).stdout;
  const baseImage = `${aws.registryHost}/base:24`;
  // Builders without the engine's images fetch the base from the registry.
  await docker('tag', preparedBaseImage(), baseImage);
  await dockerLoggedIn('push', '--quiet', baseImage);
  return {
    aws,
    appRunner: new AppRunnerClient(aws.clientConfig),
    ecr,
    temp,
    dockerConfig,
    baseImage,
    password,
    docker,
    dockerLoggedIn,
    deploy: (inputs: Readonly<Record<string, string>> = {}, more = {}) =>
      runAction({
        action: PROJECT,
        workspace: join(PROJECT, 'examples/hello'),
        temp,
        env: { ...env, GITHUB_SHA: 'c'.repeat(40), ...more },
        inputs: {
          service: 'hello',
          'access-role-arn': `arn:aws:iam::${aws.accountId}:role/apprunner-ecr-access`,
          ...inputs,
        },
      }),
    close: async () => {
      await docker('buildx', 'rm', '--force', '--keep-state', 'modern').catch(() => undefined);
      await aws.close();
      await rm(temp, { recursive: true, force: true });
    },
  };
}

/** The plugins of the machine's own configuration, in a directory that the tests may judge. */
async function copyDockerConfig(temp: string): Promise<string> {
  const own = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
  const copy = join(temp, 'docker-config');
  await mkdir(copy);
  await cp(join(own, 'cli-plugins'), join(copy, 'cli-plugins'), { recursive: true }).catch(
    () => undefined, // A machine with buildx installed for all users has none of its own.
  );
  return copy;
}

/** A copy of the configuration that holds a login; the user's own never does. */
async function logIn(aws: LocalAws, temp: string, dockerConfig: string, password: string) {
  const loggedIn = join(temp, 'logged-in');
  await cp(dockerConfig, loggedIn, { recursive: true });
  const args = ['--config', loggedIn, 'login', '-u', 'AWS', '--password-stdin', aws.registryHost];
  const login = execute('docker', args);
  login.child.stdin?.end(password);
  await login;
  return loggedIn;
}
