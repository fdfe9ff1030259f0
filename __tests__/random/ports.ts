import { writeFile } from 'node:fs/promises';
import { awsClients } from '../../src/aws/clients.ts';
import { startSession } from '../../src/aws/session.ts';
import { fetchBlob } from '../../src/image/registry-blob.ts';
import type { Clock, PageAnswer, Ports, Runner } from '../../src/ports.ts';
import { fakeGitHub } from '../support/fake-github.ts';
import { inputEnvironment } from '../support/fake-ports.ts';
import { type FakeRunner, fakeRunner } from '../support/fake-runner.ts';
import { pushImage } from '../support/registry-client.ts';
import { fakeDocker } from '../support/unit-docker.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import type { Case } from './case.ts';
import { SECRETS } from './secrets.ts';
import { ACCESS_ROLE, REPOSITORY, SERVICE, TAGS, type World } from './world.ts';

/** Directories that every case may use: a checkout with a Dockerfile, and one for temporary files. */
export interface Places {
  readonly checkout: string;
  readonly temp: string;
  /** The user's docker configuration. */
  readonly docker: string;
}

/** What the ports are made of. */
export interface Stage {
  readonly played: Case;
  readonly world: World;
  readonly places: Places;
  readonly clock: VirtualClock;
  readonly cancelled: AbortSignal;
  /** True once the run has ended, and with it the process that it would be. */
  readonly over: () => boolean;
  /** Told each line of the runner's log as it is written. */
  readonly hear: (line: string) => void;
}

/**
 * The world of a case behind the ports of a run: AWS over the network with the SDK's clients as
 * the action makes them, the rest played.
 */
export function makePorts(stage: Stage): { readonly ports: Ports; readonly runner: FakeRunner } {
  const { played, world, places, cancelled } = stage;
  const runner = fakeRunner();
  const heard = hearing(runner, stage.hear);
  const clock = mortal(stage.clock, cancelled, stage.over);
  const ports: Ports = {
    env: {
      GITHUB_WORKSPACE: places.checkout,
      RUNNER_TEMP: places.temp,
      DOCKER_CONFIG: places.docker,
      ...world.aws.env,
      ...inputEnvironment(inputsOf(played, world)),
    },
    clock,
    docker: builder(world, clock),
    git: fakeDocker(() => new Error('spawn git ENOENT')).docker,
    aws: (region) => {
      const session = startSession(region, {
        clock,
        cancelled,
        tell: (text) => heard.debug(text),
      });
      return { underWay: session.underWay, load: async () => awsClients(session) };
    },
    fetchBlob,
    get: () => pageOf(played, stage.clock),
    cancelled,
    github: async () => fakeGitHub().gitHub,
    runner: async () => heard,
  };
  return { ports, runner };
}

function inputsOf(played: Case, { identifier }: World): Readonly<Record<string, string>> {
  const common = {
    service: SERVICE,
    command: played.command,
    wait: String(played.wait),
    'timeout-minutes': String(played.timeoutMinutes),
  };
  if (played.command !== 'deploy') return common;
  return {
    ...common,
    'access-role-arn': ACCESS_ROLE,
    'environment-variables': `API_TOKEN=${SECRETS.input}`,
    ...(played.smoke !== 'none' && { 'smoke-path': '/health' }),
    ...(played.source === 'image'
      ? { image: identifier(TAGS.wanted) }
      : {
          repository: REPOSITORY,
          'image-tags': TAGS.wanted,
          secrets: `npm=${SECRETS.build}`,
        }),
  };
}

/** A clock as the action's: its sleep ends with a cancel, and nobody wakes after the run's end. */
function mortal(clock: VirtualClock, cancelled: AbortSignal, over: () => boolean): Clock {
  const sleep = async (ms: number, signal?: AbortSignal) => {
    await clock.sleep(ms, signal);
    if (over()) await new Promise(() => undefined);
  };
  return {
    now: clock.now,
    linger: (ms) => sleep(ms),
    sleep: async (ms) => {
      cancelled.throwIfAborted();
      await sleep(ms, cancelled);
      cancelled.throwIfAborted();
    },
  };
}

const BUILD_MS = 40_000;

/** Docker whose build takes a while and pushes an image of its own. */
function builder({ registry }: World, clock: Clock): Ports['docker'] {
  return fakeDocker(async ({ args }) => {
    if (args.includes('version')) return { stdout: 'github.com/docker/buildx v0.33.0 x\n' };
    if (args[1] !== 'build') return undefined;
    await clock.sleep(BUILD_MS);
    const { digest } = await pushImage(registry, REPOSITORY, TAGS.wanted, 'what was built');
    const file = args[args.indexOf('--metadata-file') + 1] ?? '';
    await writeFile(file, JSON.stringify({ 'containerimage.digest': digest }));
    return undefined;
  }).docker;
}

const ASK_MS = 40;
const LATE_MS = 90_000;

/** What the service URL answers: `late` only after a while, as a fresh host name does. */
async function pageOf({ smoke }: Case, clock: VirtualClock): Promise<PageAnswer> {
  await clock.sleep(ASK_MS);
  if (smoke === 'bad') return { status: 500, body: `crashed with ${SECRETS.input}` };
  if (smoke !== 'late') return { status: 200, body: 'ok' };
  const first = asked.get(clock) ?? clock.now();
  asked.set(clock, first);
  if (clock.now() - first < LATE_MS) throw new Error('getaddrinfo ENOTFOUND');
  return { status: 200, body: 'ok' };
}

/** When each case's page was first asked. */
const asked = new WeakMap<VirtualClock, number>();

/** A runner that is also heard while it is told. */
function hearing(runner: FakeRunner, hear: (line: string) => void): Runner {
  const heard = <A extends unknown[]>(tell: (...told: A) => void) => {
    return (...told: A) => {
      const before = runner.log.length;
      tell(...told);
      for (const line of runner.log.slice(before)) hear(line);
    };
  };
  return {
    ...runner,
    info: heard(runner.info),
    warning: heard(runner.warning),
    error: heard(runner.error),
    debug: heard(runner.debug),
    startGroup: heard(runner.startGroup),
    endGroup: heard(runner.endGroup),
  };
}
