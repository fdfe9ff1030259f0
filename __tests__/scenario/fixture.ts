import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '../../local-aws/start.ts';
import { runAction, type StepResult } from '../../scripts/runner/run-action.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FAKE_DOCKER = fileURLToPath(new URL('../support/fake-docker', import.meta.url));

/** Role that App Runner pulls with. */
export const ACCESS_ROLE = 'arn:aws:iam::123456789012:role/apprunner-ecr-access';

/** One local AWS with a repository, a checkout to build, and a way to run the action there. */
export interface Scene {
  readonly aws: LocalAws;
  readonly appRunner: AppRunnerClient;
  readonly ecr: ECRClient;
  readonly workspace: string;
  /** The user's docker configuration directory. */
  readonly dockerConfig: string;
  deploy(
    inputs?: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string | undefined>>,
  ): Promise<StepResult>;
  /** Arguments of every docker command so far. */
  dockerCommands(): Promise<string[][]>;
  /** IAM names of the calls since the last time this was asked, in order. */
  newCalls(): string[];
}

/**
 * Sets a scene with the in-memory runtime, runs `act` in it and takes everything down.
 * Operations go at a tenth of the health check's pace unless the options say otherwise.
 */
export async function withScene(
  options: LocalAwsOptions,
  act: (scene: Scene) => Promise<void>,
): Promise<void> {
  const temp = await mkdtemp(join(tmpdir(), 'scenario-'));
  const aws = await startLocalAws({ pace: 'quick', ...options });
  try {
    await act(await setScene(aws, temp));
  } finally {
    await aws.close();
    await rm(temp, { recursive: true, force: true });
  }
}

async function setScene(aws: LocalAws, temp: string): Promise<Scene> {
  const workspace = join(temp, 'checkout');
  const dockerConfig = join(temp, 'docker-config');
  const log = join(temp, 'docker-commands');
  await Promise.all([mkdir(workspace), mkdir(dockerConfig), writeFile(log, '')]);
  await writeFile(join(workspace, 'Dockerfile'), 'FROM scratch\n');
  const ecr = new ECRClient(aws.clientConfig);
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'hello' }));
  let counted = aws.calls.length;
  return {
    aws,
    appRunner: new AppRunnerClient(aws.clientConfig),
    ecr,
    workspace,
    dockerConfig,
    deploy: (inputs = {}, env = {}) =>
      runAction({
        action: PROJECT,
        workspace,
        temp,
        inputs: { service: 'hello', 'access-role-arn': ACCESS_ROLE, ...inputs },
        env: {
          PATH: [FAKE_DOCKER, process.env.PATH].join(delimiter),
          DOCKER_CONFIG: dockerConfig,
          FAKE_DOCKER_LOG: log,
          GITHUB_SHA: 'a'.repeat(40),
          ...aws.env,
          ...env,
        },
      }),
    dockerCommands: async () =>
      (await readFile(log, 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line): string[] => JSON.parse(line)),
    newCalls: () => {
      const calls = aws.calls.slice(counted).map(({ action }) => action);
      counted = aws.calls.length;
      return calls;
    },
  };
}
