import { writeFile } from 'node:fs/promises';
import type {
  CreateServiceRequest,
  OperationStatus,
  Service,
  UpdateServiceRequest,
} from '@aws-sdk/client-apprunner';
import type {
  AppRunner,
  Ecr,
  History,
  Identity,
  LogDeletion,
  PageAnswer,
  Ports,
  StoredImage,
} from '../../src/ports.ts';
import { ENVIRONMENT, type InputTexts } from './create-inputs.ts';
import { ACCOUNT, createService, REGISTRY } from './create-service.ts';
import { type DomainWorld, type FakeDomains, fakeDomains } from './fake-domains.ts';
import { type FakeGitHub, fakeGitHub, type GitHubWorld } from './fake-github.ts';
import { fakeLogs, type LogLines } from './fake-logs.ts';
import { type FakeRunner, fakeRunner } from './fake-runner.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { type DockerAnswer, type DockerCall, type FakeDocker, fakeDocker } from './unit-docker.ts';

export const DIGEST = `sha256:${'d'.repeat(64)}`;
export const CONFIG_DIGEST = `sha256:${'c'.repeat(64)}`;
export const OPERATION_ID = '3c0d9a2e-5b1f-4a6d-8e7c-0f1a2b3c4d5e';
/** When the checkout was committed last, in seconds since 1970. */
export const COMMITTED = 1_735_000_000;
export const PASSWORD = 'registry-password-hunter2';
export const IDENTITY: Identity = {
  account: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/deployer/ci`,
};

/** What ECR holds for a plain image. */
export const PLAIN_IMAGE: StoredImage = {
  digest: DIGEST,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  manifest: JSON.stringify({ schemaVersion: 2, config: { digest: CONFIG_DIGEST }, layers: [] }),
};

/** What a test scripts of the world; the rest is a world where everything goes well. */
export interface World {
  readonly inputs?: InputTexts;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The service that is there at the start. */
  readonly service?: Service;
  /** The statuses that the operation shows, look by look; the last one stays. */
  readonly statuses?: readonly OperationStatus[];
  readonly identity?: () => Promise<Identity>;
  readonly appRunner?: Partial<AppRunner> | ((clock: ManualClock) => AppRunner);
  readonly ecr?: Partial<Ecr>;
  readonly history?: Partial<History>;
  /** Custom domains and the zones of Route 53; none unless it is said. */
  readonly domains?: DomainWorld;
  /** Log lines by group and stream. */
  readonly logs?: LogLines;
  readonly deleteLogGroup?: LogDeletion['deleteGroup'];
  /** What a URL answers. */
  readonly page?: (url: string) => PageAnswer | Promise<PageAnswer>;
  readonly cancelled?: AbortSignal;
  /** Docker's answer to a call; undefined means that it goes well. */
  readonly docker?: (call: DockerCall) => DockerAnswer | Promise<DockerAnswer>;
  /** Git's answer to a call; undefined means that it goes well. */
  readonly git?: (call: DockerCall) => DockerAnswer | Promise<DockerAnswer>;
  /** The configuration blob of the image. */
  readonly imageConfig?: object;
  /** The digest of the image that is built and found. */
  readonly digest?: string;
  /** How long the build takes, in milliseconds. */
  readonly buildMs?: number;
  /** What is on GitHub; nothing unless it is said. */
  readonly github?: GitHubWorld;
}

/** The fakes behind the ports, and what they saw. */
export interface FakeWorld {
  readonly ports: Ports;
  readonly runner: FakeRunner;
  readonly clock: ManualClock;
  readonly docker: FakeDocker;
  readonly git: FakeDocker;
  readonly github: FakeGitHub;
  readonly domains: FakeDomains;
  /** Calls of AWS, GitHub and docker, masks and states, in order. */
  readonly events: readonly string[];
  /** Until when failed calls may be tried again, as it was said. */
  readonly deadlines: readonly number[];
  readonly created: readonly CreateServiceRequest[];
  readonly updated: readonly UpdateServiceRequest[];
}

/** Ports to a world in memory. */
export function fakePorts(world: World = {}): FakeWorld {
  const events: string[] = [];
  const deadlines: number[] = [];
  const clock = manualClock();
  const runner = fakeRunner(events);
  const docker = fakeDocker(async (call) => {
    events.push(
      `docker ${call.args
        .filter((arg) => !arg.startsWith('-'))
        .slice(0, 2)
        .join(' ')}`,
    );
    return (await world.docker?.(call)) ?? goesWell(call, world, clock);
  });
  const git = fakeDocker(
    async (call) =>
      (await world.git?.(call)) ?? {
        stdout: call.args.includes('log') ? `${COMMITTED}\n` : 'false\n',
      },
  );
  const { appRunner, created, updated } = scriptedAppRunner(world, events, clock);
  const ecr = scriptedEcr(world, events);
  const github = fakeGitHub(world.github, events);
  const logs = fakeLogs(world.logs);
  const domains = fakeDomains(world.domains, events);
  const ports: Ports = {
    env: { ...ENVIRONMENT, ...inputEnvironment(world.inputs ?? {}), ...world.env },
    clock,
    docker: docker.docker,
    git: git.docker,
    aws: (region) => {
      events.push(`region ${region}`);
      return {
        underWay: Promise.resolve(),
        load: async () => ({
          appRunner,
          ecr,
          identity: async () => {
            events.push('sts:GetCallerIdentity');
            return world.identity ? world.identity() : IDENTITY;
          },
          retryUntil: (deadline) => {
            deadlines.push(deadline);
          },
          history: async () => ({
            operations: async (arn) => {
              events.push('apprunner:ListOperations');
              return world.history?.operations?.(arn) ?? [];
            },
            images: async (name, id) => {
              events.push(`ecr:DescribeImages ${name}${id ? ` ${id}` : ''}`);
              return world.history?.images?.(name, id) ?? [];
            },
          }),
          domains: async () => domains.domains,
          dns: async () => domains.dns,
          logs: async () => ({
            ...logs,
            deleteGroup: (group) => {
              events.push(`logs:DeleteLogGroup ${group}`);
              return (world.deleteLogGroup ?? logs.deleteGroup)(group);
            },
          }),
        }),
      };
    },
    fetchBlob: async (url) => {
      events.push(`GET ${url}`);
      return JSON.stringify(world.imageConfig ?? { os: 'linux', architecture: 'amd64' });
    },
    get: async (url) => {
      events.push(`GET ${url}`);
      return world.page ? world.page(url) : { status: 200, body: 'ok' };
    },
    cancelled: world.cancelled ?? new AbortController().signal,
    github: async (token) => {
      github.tokens.push(token);
      return github.gitHub;
    },
    runner: async () => runner,
  };
  return {
    ports,
    runner,
    clock,
    docker,
    git,
    github,
    domains,
    events,
    deadlines,
    created,
    updated,
  };
}

/** Inputs as a runner hands them over. */
export function inputEnvironment(texts: InputTexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]),
  );
}

/** App Runner calls where all that are not given are refused. */
export function fakeAppRunner(calls: Partial<AppRunner>): AppRunner {
  const unexpected = (call: string) => async (): Promise<never> => {
    throw new Error(`nobody expects ${call}`);
  };
  return {
    list: unexpected('list'),
    find: unexpected('find'),
    describe: unexpected('describe'),
    create: unexpected('create'),
    update: unexpected('update'),
    startDeployment: unexpected('startDeployment'),
    pause: unexpected('pause'),
    resume: unexpected('resume'),
    delete: unexpected('delete'),
    tags: unexpected('tags'),
    tag: unexpected('tag'),
    newestOperations: unexpected('newestOperations'),
    autoScalingConfigurations: unexpected('autoScalingConfigurations'),
    autoScalingConfiguration: unexpected('autoScalingConfiguration'),
    createAutoScalingConfiguration: unexpected('createAutoScalingConfiguration'),
    observabilityConfiguration: unexpected('observabilityConfiguration'),
    vpcIngressConnections: unexpected('vpcIngressConnections'),
    ...calls,
  };
}

function scriptedAppRunner(world: World, events: string[], clock: ManualClock) {
  const created: CreateServiceRequest[] = [];
  const updated: UpdateServiceRequest[] = [];
  const { statuses = ['IN_PROGRESS', 'SUCCEEDED'] } = world;
  let looks = 0;
  const service = world.service ?? createService();
  const started = {
    service: { ...service, Status: 'OPERATION_IN_PROGRESS' as const },
    operationId: OPERATION_ID,
  };
  const scripted = fakeAppRunner({
    find: async () => world.service && { ...world.service },
    describe: async () => service,
    create: async () => started,
    update: async () => started,
    startDeployment: async () => ({ operationId: OPERATION_ID }),
    newestOperations: async () => {
      const status = statuses[Math.min(looks, statuses.length - 1)];
      looks += 1;
      return [{ Id: OPERATION_ID, Type: 'UPDATE_SERVICE', Status: status }];
    },
    ...(typeof world.appRunner === 'object' && world.appRunner),
  });
  const calls = typeof world.appRunner === 'function' ? world.appRunner(clock) : scripted;
  const appRunner = recorded(calls, (method, [input]) => {
    events.push(`apprunner:${ACTIONS[method]}${method === 'find' ? ` ${input}` : ''}`);
    if (method === 'create') created.push(Object(input));
    if (method === 'update') updated.push(Object(input));
  });
  return { appRunner, created, updated };
}

/** The IAM names of the calls. */
const ACTIONS: Readonly<Record<keyof AppRunner, string>> = {
  list: 'ListServices',
  find: 'ListServices',
  describe: 'DescribeService',
  create: 'CreateService',
  update: 'UpdateService',
  startDeployment: 'StartDeployment',
  pause: 'PauseService',
  resume: 'ResumeService',
  delete: 'DeleteService',
  tags: 'ListTagsForResource',
  tag: 'TagResource',
  newestOperations: 'ListOperations',
  autoScalingConfigurations: 'ListAutoScalingConfigurations',
  autoScalingConfiguration: 'DescribeAutoScalingConfiguration',
  createAutoScalingConfiguration: 'CreateAutoScalingConfiguration',
  observabilityConfiguration: 'DescribeObservabilityConfiguration',
  vpcIngressConnections: 'ListVpcIngressConnections',
};

function isCall(name: string | symbol): name is keyof AppRunner {
  return Object.hasOwn(ACTIONS, name);
}

/** The same calls, each told before it is made. */
function recorded(
  calls: AppRunner,
  onCall: (method: keyof AppRunner, inputs: readonly unknown[]) => void,
): AppRunner {
  return new Proxy(calls, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name);
      if (!isCall(name) || typeof call !== 'function') return call;
      return (...inputs: readonly unknown[]) => {
        onCall(name, inputs);
        return Reflect.apply(call, target, inputs);
      };
    },
  });
}

function scriptedEcr(world: World, events: string[]): Ecr {
  const calls: Ecr = {
    login: async () => ({
      username: 'AWS',
      password: PASSWORD,
      endpoint: `https://${REGISTRY}`,
    }),
    repository: async (name) => ({ name, immutable: false, exceptions: [] }),
    createRepository: async () => undefined,
    putLifecyclePolicy: async () => undefined,
    image: async () => ({ ...PLAIN_IMAGE, digest: world.digest ?? DIGEST }),
    tags: async () => [],
    deleteTags: async () => [],
    ...world.ecr,
  };
  return {
    login: (id) => {
      events.push(`ecr:GetAuthorizationToken${id ? ` ${id}` : ''}`);
      return calls.login(id);
    },
    repository: (name, id) => {
      events.push(`ecr:DescribeRepositories ${name}${id ? ` ${id}` : ''}`);
      return calls.repository(name, id);
    },
    createRepository: (request) => {
      events.push(`ecr:CreateRepository ${request.repositoryName}`);
      return calls.createRepository(request);
    },
    putLifecyclePolicy: (name, policy) => {
      events.push(`ecr:PutLifecyclePolicy ${name}`);
      return calls.putLifecyclePolicy(name, policy);
    },
    image: (name, image, id) => {
      events.push(`ecr:BatchGetImage ${name} ${image.digest ?? image.tag}${id ? ` ${id}` : ''}`);
      return calls.image(name, image, id);
    },
    tags: (name, id) => {
      events.push(`ecr:ListImages ${name}${id ? ` ${id}` : ''}`);
      return calls.tags(name, id);
    },
    deleteTags: (name, tags, id) => {
      events.push(`ecr:BatchDeleteImage ${name}${id ? ` ${id}` : ''} ${tags.join(' ')}`);
      return calls.deleteTags(name, tags, id);
    },
  };
}

async function goesWell(
  { args }: DockerCall,
  { buildMs = 1_000, digest = DIGEST }: World,
  clock: ManualClock,
): Promise<DockerAnswer> {
  if (args.includes('version')) return { stdout: 'github.com/docker/buildx v0.33.0 x\n' };
  if (args[1] !== 'build') return undefined;
  clock.pass(buildMs);
  const file = args[args.indexOf('--metadata-file') + 1] ?? '';
  await writeFile(file, JSON.stringify({ 'containerimage.digest': digest }));
  return undefined;
}
