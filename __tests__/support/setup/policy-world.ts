import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import { createMemoryRuntime } from '../../../local-aws/runtime/memory.ts';
import { type LocalAws, startLocalAws } from '../../../local-aws/start.ts';
import { awsClients } from '../../../src/aws/clients.ts';
import { startSession } from '../../../src/aws/session.ts';
import type { GitHub } from '../../../src/github/port.ts';
import { fetchBlob } from '../../../src/image/registry-blob.ts';
import type { Clock, Docker, Ports } from '../../../src/ports.ts';
import { run } from '../../../src/run.ts';
import type { InputTexts } from '../create-inputs.ts';
import { fakePorts, inputEnvironment } from '../fake-ports.ts';
import { type FakeRunner, fakeRunner } from '../fake-runner.ts';
import type { RegistryAccess } from '../registry-client.ts';
import { fakeDocker } from '../unit-docker.ts';
import { temporaryDirectory, writeTree } from '../unit-temporary-directory.ts';
import { pushAsDocker } from './docker-push.ts';
import type { Grant } from './grants.ts';
import { PolicyGate } from './policy-gate.ts';

/** The action's time passes so much faster than that of the local AWS. */
const FASTER = 100;

const START = Date.now();

const clock: Clock = {
  now: () => START + (Date.now() - START) * FASTER,
  sleep: async (ms) => void (await sleep(ms / FASTER, undefined, { ref: false })),
  linger: async (ms) => void (await sleep(ms / FASTER, undefined, { ref: false })),
};

/** Requests that only a push makes: the registry asks IAM about them. */
const OF_PUSHES = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:PutImage',
];

/** How a run ended, and what it told. */
export interface PolicyRun {
  readonly code: number;
  readonly runner: FakeRunner;
  /** Its errors and warnings. */
  readonly told: readonly string[];
}

/** A local AWS in which runs may do what a policy allows, and nothing else. */
export class PolicyWorld {
  readonly aws: LocalAws;
  readonly appRunner: AppRunnerClient;
  readonly ecr: ECRClient;
  /** IAM names of the calls that runs have made so far. */
  readonly calls = new Set<string>();
  /** What lets runs through to AWS. */
  readonly gate: PolicyGate;
  readonly #before = { ...process.env };

  private constructor(aws: LocalAws, grants: readonly Grant[]) {
    this.aws = aws;
    this.gate = new PolicyGate(aws, grants);
    this.appRunner = new AppRunnerClient(aws.clientConfig);
    this.ecr = new ECRClient(aws.clientConfig);
    Object.assign(process.env, aws.env);
  }

  static async start(grants: readonly Grant[]): Promise<PolicyWorld> {
    const runtime = createMemoryRuntime();
    return new PolicyWorld(await startLocalAws({ pace: 'quick', runtime }), grants);
  }

  async close(): Promise<void> {
    this.appRunner.destroy();
    this.ecr.destroy();
    await this.aws.close();
    for (const name of Object.keys(this.aws.env)) {
      if (this.#before[name] === undefined) delete process.env[name];
      else process.env[name] = this.#before[name];
    }
  }

  /** Makes an ECR repository, not as a run would. */
  async makeRepository(repositoryName: string): Promise<void> {
    await this.ecr.send(new CreateRepositoryCommand({ repositoryName }));
  }

  /** The registry, not as a run is let in. */
  async registry(): Promise<RegistryAccess> {
    const { authorizationData = [] } = await this.ecr.send(new GetAuthorizationTokenCommand({}));
    const authorization = `Basic ${authorizationData[0]?.authorizationToken}`;
    return { host: this.aws.registryHost, authorization };
  }

  /** Runs the action under the policy. */
  async run(
    inputs: InputTexts,
    around: { readonly env?: Readonly<Record<string, string>>; readonly github?: GitHub } = {},
  ): Promise<PolicyRun> {
    const [checkout, temp] = [await temporaryDirectory(), await temporaryDirectory()];
    await writeTree(checkout, { Dockerfile: 'FROM scratch\n' });
    await writeTree(temp, { 'docker/config.json': '{}' });
    const runner = fakeRunner();
    const { github } = around;
    const docker = await this.#docker();
    const from = this.aws.calls.length;
    const code = await run({
      ...fakePorts().ports,
      env: {
        GITHUB_SHA: 'a'.repeat(40),
        GITHUB_WORKSPACE: checkout,
        GITHUB_REPOSITORY: 'octo/hello',
        RUNNER_TEMP: temp,
        DOCKER_CONFIG: `${temp}/docker`,
        ...this.aws.env,
        ...around.env,
        ...inputEnvironment(inputs),
      },
      clock,
      docker,
      aws: this.#connect(runner),
      fetchBlob: this.#fetchBlob,
      runner: async () => runner,
      ...(github && { github: async () => github }),
    });
    for (const { action } of this.aws.calls.slice(from)) this.calls.add(action);
    const told = runner.log.filter((line) => /^(error|warning):/.test(line));
    return { code, runner, told };
  }

  #connect(runner: FakeRunner): Ports['aws'] {
    return (region) => {
      const cancelled = new AbortController().signal;
      const session = startSession(region, { clock, cancelled, tell: runner.debug });
      const extensions = [...session.config.extensions, { configure: this.gate.watch }];
      const config = { ...session.config, extensions };
      return {
        underWay: session.underWay,
        load: async () => awsClients({ ...session, config }),
      };
    };
  }

  /** The registry asks about the layer when its address is asked for. */
  readonly #fetchBlob: Ports['fetchBlob'] = async (url, login) => {
    const [, name] = /\/v2\/(.+)\/blobs\//.exec(url) ?? [];
    const action = 'ecr:GetDownloadUrlForLayer';
    const allowed = this.gate.allows({ action, resource: this.#repositoryArn(`${name}`) });
    return fetchBlob(url, allowed ? login : { ...login, password: 'not allowed' });
  };

  async #docker(): Promise<Docker> {
    const access = await this.registry();
    const { docker } = fakeDocker(async ({ args }) => {
      if (args.includes('version')) return { stdout: 'github.com/docker/buildx v0.33.0 x\n' };
      if (args[1] !== 'build') return undefined;
      const [, name = '', tag = ''] =
        /^[^/]+\/(.+):([^:]+)$/.exec(args[args.indexOf('--tag') + 1] ?? '') ?? [];
      const resource = this.#repositoryArn(name);
      const denied = OF_PUSHES.filter((action) => !this.gate.allows({ action, resource }));
      const stops = denied.map((action) => this.aws.faults.add({ kind: 'deny', action }));
      try {
        const digest = await pushAsDocker(access, name, tag);
        const file = args[args.indexOf('--metadata-file') + 1] ?? '';
        await writeFile(file, JSON.stringify({ 'containerimage.digest': digest }));
        return undefined;
      } catch (error) {
        return { code: 1, stderr: `ERROR: failed to build: failed to solve: ${error}\n` };
      } finally {
        for (const stop of stops) stop();
      }
    });
    return docker;
  }

  #repositoryArn(name: string): string {
    return `arn:aws:ecr:${this.aws.region}:${this.aws.accountId}:repository/${name}`;
  }
}
