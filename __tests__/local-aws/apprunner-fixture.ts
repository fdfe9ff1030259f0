import { createHash } from 'node:crypto';
import { type AppRunner, createAppRunner } from '../../local-aws/apprunner/service.ts';
import { type Clock, systemClock } from '../../local-aws/clock.ts';
import type { ImageRegistry, PushEvent } from '../../local-aws/ecr/images.ts';
import { LogStore } from '../../local-aws/logs/store.ts';
import type { Input } from '../../local-aws/protocol/service.ts';
import { createMemoryRuntime, type MemoryParts } from '../../local-aws/runtime/memory.ts';

export const region = 'eu-west-1';
export const accountId = '123456789012';
export const registry = `${accountId}.dkr.ecr.${region}.amazonaws.com`;
export const accessRole = `arn:aws:iam::${accountId}:role/service-role/AppRunnerECRAccessRole`;

/** An ECR that holds what was pushed. */
export interface FakeImages extends ImageRegistry {
  push(repository: string, tag: string, content?: string): PushEvent;
}

export const createImages = (): FakeImages => {
  const digests = new Map<string, string>();
  const listeners: ((event: PushEvent) => void)[] = [];
  return {
    owns: (identifier) => identifier.startsWith(`${registry}/`),
    resolve: async (identifier) => {
      const digest = digests.get(identifier);
      if (digest === undefined) return undefined;
      const reference = `127.0.0.1:5000/app@${digest}`;
      return { reference, digest, username: 'AWS', password: 'secret' };
    },
    onPush: (listener) => {
      listeners.push(listener);
    },
    push: (repository, tag, content = tag) => {
      const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
      digests.set(`${registry}/${repository}:${tag}`, digest);
      const event = { repository, tag, digest };
      for (const listener of listeners) listener(event);
      return event;
    },
  };
};

/** A clock that jumps to the next wake-up instead of waiting for it. */
export const createJumpingClock = (start = Date.UTC(2026, 0, 1)): Clock => {
  let now = start;
  const sleepers: { readonly wake: number; readonly resolve: () => void }[] = [];
  const jump = () => {
    sleepers.sort((a, b) => a.wake - b.wake);
    const next = sleepers.shift();
    if (next === undefined) return;
    now = Math.max(now, next.wake);
    next.resolve();
  };
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        signal?.addEventListener('abort', () => resolve(), { once: true });
        sleepers.push({ wake: now + ms, resolve });
        setImmediate(jump);
      }),
  };
};

type Answer = Record<string, unknown>;

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null;

/** Reads nested members of an answer: `at(answer, 'Service', 'Status')`. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (isAnswer(inner) ? inner[key] : undefined), value);

export interface Fixture {
  readonly appRunner: AppRunner;
  readonly images: FakeImages;
  readonly logs: LogStore;
  call(operation: string, input?: Input): Promise<unknown>;
  /** Creates a service of `registry/app:1`, pushed here, and waits for its end; answers its ARN. */
  create(changes?: Input): Promise<string>;
  status(arn: string): Promise<unknown>;
  /** Type and status of each operation, newest first. */
  operations(arn: string): Promise<string[]>;
  /** What the service's URL answers. */
  get(arn: string, path?: string): Promise<Answer>;
  /** The lines of a log stream; the group's kind is the last part of its name. */
  lines(arn: string, kind: 'service' | 'application', stream?: string): string[];
}

export const source = (tag = '1', more: Input = {}, configuration: Input = {}): Input => ({
  ImageRepository: {
    ImageIdentifier: `${registry}/app:${tag}`,
    ImageRepositoryType: 'ECR',
    ImageConfiguration: { Port: '3000', ...configuration },
  },
  AutoDeploymentsEnabled: false,
  AuthenticationConfiguration: { AccessRoleArn: accessRole },
  ...more,
});

/** An App Runner over the memory runtime with the image app:1 in its ECR. */
export const createFixture = (
  runtime: MemoryParts = {},
  more: Partial<Parameters<typeof createAppRunner>[0]> = {},
): Fixture => {
  const images = createImages();
  images.push('app', '1');
  const logs = new LogStore();
  const appRunner = createAppRunner({
    clock: systemClock,
    region,
    accountId,
    images,
    runtime: createMemoryRuntime(runtime),
    logs,
    pace: 'quick',
    ...more,
  });
  const call = async (operation: string, input: Input = {}): Promise<unknown> => {
    const served = appRunner.operations[operation];
    if (served === undefined) throw new Error(`${operation} is not served`);
    return served(input, { accountId, region, accessKeyId: 'AKIDEXAMPLE' });
  };
  const describe = (arn: string) => call('DescribeService', { ServiceArn: arn });
  return {
    appRunner,
    images,
    logs,
    call,
    create: async (changes = {}) => {
      const input = { ServiceName: 'hello', SourceConfiguration: source(), ...changes };
      const answer = await call('CreateService', input);
      await appRunner.idle();
      return String(at(answer, 'Service', 'ServiceArn'));
    },
    status: async (arn) => at(await describe(arn), 'Service', 'Status'),
    operations: async (arn) => {
      const list = at(await call('ListOperations', { ServiceArn: arn }), 'OperationSummaryList');
      return Array.isArray(list)
        ? list.map((each) => `${at(each, 'Type')} ${at(each, 'Status')}`)
        : [];
    },
    get: async (arn, path = '/') => {
      const url = String(at(await describe(arn), 'Service', 'ServiceUrl'));
      const answer: unknown = await (await fetch(url + path)).json();
      return isAnswer(answer) ? answer : {};
    },
    lines: (arn, kind, stream) => {
      const [name, id] = arn.split('/').slice(-2);
      const streams =
        logs.streams(`/aws/apprunner/${name}/${id}/${kind}`) ??
        new Map<string, readonly { readonly message: string }[]>();
      const events =
        stream === undefined ? [...streams.values()].flat() : (streams.get(stream) ?? []);
      return events.map((event) => event.message);
    },
  };
};
