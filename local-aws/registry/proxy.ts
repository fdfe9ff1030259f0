import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallLog } from '../call-log.ts';
import { Dropped } from '../faults/around-call.ts';
import { goneSignal, type LoopbackServer, startLoopbackServer } from '../loopback-server.ts';
import { basicAuthorization, type RegistryBackend } from './backend.ts';
import { operationsOf } from './calls.ts';
import { RegistryFault, sendFault } from './faults.ts';
import type { Forwarder } from './forward.ts';
import type { LayerUrls } from './layer-urls.ts';
import { digestOf, type EcrView, findRepository, pushManifest } from './manifests.ts';
import { parseRegistryPath, type RegistryPath } from './paths.ts';
import { type PushFaults, type PushTrouble, pushRefusal, pushTrouble } from './push-faults.ts';

/** What the registry's front is made of. */
export interface ProxyOptions extends EcrView {
  readonly backend: RegistryBackend;
  readonly forwarder: Forwarder;
  readonly layerUrls: LayerUrls;
  readonly log: Pick<CallLog, 'record'>;
  readonly pushFaults: PushFaults;
  /** 0 takes a free port. */
  readonly port: number;
}

/** A request with its place to answer. */
interface Exchange {
  readonly client: IncomingMessage;
  readonly answer: ServerResponse;
  readonly method: string;
  readonly url: URL;
  /** To be called with the answer's status before the client gets it, so that the log is never behind. */
  readonly record: (status: number, errorCode?: string) => void;
  readonly trouble: PushTrouble | undefined;
}

/** Lets a fault answer before the request is acted on. Throws RegistryFault and Dropped. */
function meetFault(options: ProxyOptions, { trouble }: Exchange, path: RegistryPath): void {
  const fault = trouble?.fault;
  if (!trouble || !fault || !('name' in path)) return;
  if (fault.kind !== 'drop') {
    throw pushRefusal(fault, options.pushFaults, trouble.operation, path.name);
  }
  if (fault.when === 'before') throw new Dropped('before');
}

/** Waits for as long as a fault holds the answer back. */
async function delay({ pushFaults }: ProxyOptions, { trouble, answer }: Exchange): Promise<void> {
  if (!trouble?.delayMs) return;
  await pushFaults.parking.hold(trouble.delayMs, goneSignal(answer));
}

async function pass(options: ProxyOptions, exchange: Exchange, response: IncomingMessage) {
  const { forwarder } = options;
  if (exchange.trouble?.fault?.kind === 'drop') {
    response.resume();
    throw new Dropped('after');
  }
  await delay(options, exchange);
  exchange.record(response.statusCode ?? 502);
  await forwarder.pass(response, exchange.client, exchange.answer);
}

async function relay(options: ProxyOptions, exchange: Exchange, path?: string) {
  const { client, method } = exchange;
  const { url = '/', headers } = client;
  const asked = { method, path: path ?? url, headers, body: client };
  await pass(options, exchange, await options.forwarder.ask(asked));
}

/** Gives a layer to whoever has its signed address. */
async function sendLayer(options: ProxyOptions, exchange: Exchange) {
  const { pathname, searchParams } = exchange.url;
  const layer = options.layerUrls.verify(pathname, searchParams, options.now());
  if (!layer) throw new RegistryFault(403, 'DENIED', 'Request has expired');
  const path = `/v2/${layer.repository}/blobs/${layer.digest}`;
  await pass(options, exchange, await options.forwarder.ask({ method: 'GET', path }));
}

function sendTags(options: ProxyOptions, { answer, record }: Exchange, name: string): void {
  const { images } = findRepository(options, name);
  const tags = [...images.values()].flatMap((image) => [...image.tags]).sort();
  record(200);
  answer.writeHead(200, { 'content-type': 'application/json' });
  answer.end(JSON.stringify({ name, tags }));
}

async function handle(options: ProxyOptions, exchange: Exchange, path: RegistryPath) {
  const { client, method, url } = exchange;
  if (url.pathname.startsWith('/layers/')) return sendLayer(options, exchange);
  const login = basicAuthorization(options.backend.password);
  // A wrong login or none is for the registry itself to refuse.
  if (client.headers.authorization !== login || path.kind === 'ping') {
    return relay(options, exchange);
  }
  if (path.kind === 'other' || method === 'DELETE') {
    throw new RegistryFault(405, 'UNSUPPORTED', 'The operation is unsupported.');
  }
  if (path.kind === 'tags') return sendTags(options, exchange, path.name);
  if (path.kind !== 'manifest') {
    findRepository(options, path.name);
    return relay(options, exchange);
  }
  if (method !== 'PUT') {
    return relay(options, exchange, `/v2/${path.name}/manifests/${digestOf(options, path)}`);
  }
  return pass(options, exchange, await pushManifest(options, options.forwarder, client, path));
}

function asFault(error: unknown): RegistryFault {
  if (error instanceof RegistryFault) return error;
  return new RegistryFault(502, 'UNKNOWN', `The registry behind did not answer: ${error}`);
}

/** Logs the operations that a request stands for, once. */
function recorder(
  { log }: ProxyOptions,
  operations: readonly string[],
  userAgent: string | undefined,
): Exchange['record'] {
  const open = [...operations];
  return (status, errorCode) => {
    for (const operation of open.splice(0)) {
      log.record({
        service: 'ecr',
        operation,
        status,
        ...(errorCode && { errorCode }),
        ...(userAgent && { userAgent }),
      });
    }
  };
}

async function answerRequest(
  options: ProxyOptions,
  client: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const method = client.method ?? 'GET';
  const url = new URL(client.url ?? '/', 'http://registry');
  const path = parseRegistryPath(url.pathname);
  const operations = operationsOf(method, path, client.headers['content-length'] !== '0');
  const record = recorder(options, operations, client.headers['user-agent']);
  const known = client.headers.authorization === basicAuthorization(options.backend.password);
  const trouble = known ? pushTrouble(options.pushFaults, operations) : undefined;
  const exchange = { client, answer, method, url, record, trouble };
  try {
    meetFault(options, exchange, path);
    await handle(options, exchange, path);
  } catch (error) {
    await delay(options, exchange);
    const dropped = trouble?.fault?.kind === 'drop' ? new Dropped(trouble.fault.when) : undefined;
    if (dropped) {
      record(0, dropped.code);
      client.socket.destroy();
      return;
    }
    const fault = asFault(error);
    record(fault.status, fault.code);
    sendFault(answer, fault);
  }
  client.resume();
}

/**
 * Starts ECR's registry endpoint: a loopback port in front of a real registry that refuses what ECR
 * refuses (repositories that were not created, immutable tags pushed again), keeps note of images and
 * tags, and otherwise streams both ways.
 */
export function startRegistryProxy(options: ProxyOptions): Promise<LoopbackServer> {
  return startLoopbackServer((client, answer) => {
    void answerRequest(options, client, answer);
  }, options.port);
}
