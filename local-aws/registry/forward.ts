import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream/promises';
import { basicAuthorization, type RegistryBackend } from './backend.ts';

/** A request to the registry behind the proxy. */
export interface Forward {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Absent for a request of the proxy's own, which carries its login. */
  readonly headers?: IncomingHttpHeaders;
  /** A stream is passed on as it comes. */
  readonly body?: Buffer | IncomingMessage;
}

/** Speaks to the registry. */
export interface Forwarder {
  /** Sends a request; the answer's body is still to be read. Throws when the registry is gone. */
  ask(forward: Forward): Promise<IncomingMessage>;
  /** Gives the registry's answer to a client, streaming. Throws when the client breaks off. */
  pass(response: IncomingMessage, client: IncomingMessage, answer: ServerResponse): Promise<void>;
  close(): void;
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host', 'expect']);

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}

/** A location of the registry itself, absolute or not, on the host that the client speaks to. */
function relocated(location: string, backend: string, proxy: string): string {
  const { pathname, search } = new URL(location, `http://${backend}`);
  return `http://${proxy}${pathname}${search}`;
}

/** Makes a forwarder with connections of its own to one registry. */
export function createForwarder(backend: RegistryBackend): Forwarder {
  const agent = new Agent({ keepAlive: true });
  const [host, port] = backend.host.split(':');
  const authorization = basicAuthorization(backend.password);

  return {
    ask: ({ method, path, headers = { authorization }, body }) =>
      new Promise((resolve, reject) => {
        const length = Buffer.isBuffer(body) ? { 'content-length': String(body.length) } : {};
        const upstream = request({
          agent,
          host,
          port,
          method,
          path,
          headers: { ...endToEnd(headers), ...length },
        });
        upstream.once('response', resolve);
        upstream.once('error', reject);
        if (body === undefined || Buffer.isBuffer(body)) upstream.end(body);
        else pipeline(body, upstream).catch(reject);
      }),

    async pass(response, client, answer) {
      const headers = endToEnd(response.headers);
      const { location } = headers;
      const proxy = client.headers.host;
      const moved = location && proxy ? { location: relocated(location, backend.host, proxy) } : {};
      answer.writeHead(response.statusCode ?? 502, { ...headers, ...moved });
      await pipeline(response, answer);
    },

    close: () => agent.destroy(),
  };
}
