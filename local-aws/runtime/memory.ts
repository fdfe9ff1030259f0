import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type Clock, systemClock } from '../clock.ts';
import type { Outcome, Reply } from './outcome.ts';
import { createOutput, type Output } from './output.ts';
import { isHealthy, probeAddress } from './probe.ts';
import type { HealthCheck, Instance, InstanceSpec, Runtime } from './runtime.ts';

export type { Outcome, Reply };

/** Parts of a memory runtime; every one can be left out. */
export interface MemoryParts {
  /**
   * Decides what becomes of each container that its spec says nothing of; every one listens at
   * once when left out.
   */
  readonly script?: (spec: InstanceSpec) => Outcome;
  readonly clock?: Clock;
  /** Digests that can't be pulled. */
  readonly unpullable?: ReadonlySet<string>;
  /**
   * False: containers are probed without a connection and nothing answers on their addresses or on
   * the service's URL, so that nothing but the clock passes time. Default true.
   */
  readonly sockets?: boolean;
}

const describing =
  (spec: InstanceSpec) =>
  (path: string): Reply => ({
    status: 200,
    body: JSON.stringify({
      service: spec.serviceName,
      image: spec.imageIdentifier,
      digest: spec.image.digest,
      environment: Object.keys(spec.environment).sort(),
      path,
    }),
  });

/** The path on which an application of this runtime ends, with code 1. */
const exitPath = '/exit';

const listen = async (
  reply: (path: string) => Reply,
  exit: (code: number) => void,
): Promise<{ server: Server; port: number }> => {
  const server = createServer((request, response) => {
    if (request.url === exitPath) {
      request.socket.destroy();
      server.close();
      server.closeAllConnections();
      return exit(1);
    }
    const { status, body } = reply(request.url ?? '/');
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('server without a port');
  return { server, port: address.port };
};

/** Where an application answers, or seems to. */
interface Answering {
  readonly port: number;
  probe(check: HealthCheck): Promise<boolean>;
  close(): Promise<void>;
}

/** A server on a free port; without a reply the port is closed again, as nothing listens. */
const answerOnPort = async (
  reply: ((path: string) => Reply) | undefined,
  exit: (code: number) => void,
): Promise<Answering> => {
  const { server, port } = await listen(reply ?? (() => ({ status: 503, body: '' })), exit);
  if (reply === undefined) server.close();
  return {
    port,
    probe: (check) => probeAddress('127.0.0.1', port, check),
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise<void>((done) => server.close(() => done()));
    },
  };
};

/** The same without a port. */
const answerNowhere = (reply: ((path: string) => Reply) | undefined): Answering => ({
  port: 0,
  probe: async ({ protocol, path }) =>
    reply !== undefined && (protocol === 'TCP' || isHealthy(reply(path).status)),
  close: async () => {},
});

/** The exit code of a process that was killed. */
const killed = 137;

const live = async (
  outcome: Outcome,
  output: Output,
  spec: InstanceSpec,
  clock: Clock,
  sockets: boolean,
): Promise<Instance> => {
  const over = new AbortController();
  const { promise: exited, resolve: exit } = Promise.withResolvers<number>();
  const reply = outcome.kind === 'listens' ? (outcome.reply ?? describing(spec)) : undefined;
  const answering = sockets ? await answerOnPort(reply, exit) : answerNowhere(reply);
  let ready = false;

  const run = async () => {
    const afterMs = 'afterMs' in outcome ? (outcome.afterMs ?? 0) : 0;
    if (afterMs > 0) await clock.sleep(afterMs, over.signal);
    if (over.signal.aborted) return;
    if (outcome.kind === 'wrong-architecture') {
      output.line(`exec ${spec.startCommand ?? '/app'}: exec format error`);
      exit(1);
      return;
    }
    for (const line of outcome.lines ?? []) output.line(line);
    ready = outcome.kind === 'listens';
    if (outcome.kind === 'exits') exit(outcome.code);
  };
  void run();

  return {
    id: randomBytes(16).toString('hex'),
    address: { host: '127.0.0.1', port: answering.port },
    exited,
    probe: async (check) => ready && (await answering.probe(check)),
    onOutput: output.listen,
    stop: async () => {
      over.abort();
      ready = false;
      exit(killed);
      await answering.close();
    },
  };
};

/**
 * Containers without Docker, scripted, for fast tests: a healthy one is a small HTTP server on
 * loopback that answers with its service, image and the names of its environment, and ends when
 * `/exit` is asked for.
 */
export const createMemoryRuntime = (parts: MemoryParts = {}): Runtime => {
  const clock = parts.clock ?? systemClock;
  const { sockets = true } = parts;
  const instances = new Set<Instance>();
  return {
    ...(sockets ? {} : { sockets: false as const }),
    scripted: true,
    pull: async (image) => {
      if (parts.unpullable?.has(image.digest)) throw new Error(`${image.reference}: not found`);
    },
    start: async (spec) => {
      const outcome = spec.outcome ?? parts.script?.(spec) ?? { kind: 'listens' };
      const instance = await live(outcome, createOutput(), spec, clock, sockets);
      instances.add(instance);
      void instance.exited.then(() => instances.delete(instance));
      return instance;
    },
    close: async () => {
      await Promise.all([...instances].map((instance) => instance.stop()));
    },
  };
};
