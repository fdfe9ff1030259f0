import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';

/** An HTTP server that only this machine reaches. */
export interface LoopbackServer {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  close(): Promise<void>;
}

/** Aborts when nobody waits for an answer any more. */
export function goneSignal(answer: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (answer.closed) gone.abort();
  else answer.once('close', () => gone.abort());
  return gone.signal;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Starts an HTTP server on 127.0.0.1; port 0 takes a free one. Throws when the port is taken.
 * Closing it breaks the connections that are still open.
 */
export async function startLoopbackServer(
  listener: RequestListener,
  port = 0,
): Promise<LoopbackServer> {
  const server = createServer({ requestTimeout: 0 }, listener);
  const host = `127.0.0.1:${await listen(server, port)}`;
  return {
    host,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
