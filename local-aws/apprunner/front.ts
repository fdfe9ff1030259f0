import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Where an instance answers. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A service's own port on loopback. It outlives instances, as a service URL does. */
export interface Front {
  readonly port: number;
  /** Sends new connections to `address`; without one they are closed at once. */
  route(address: Address | undefined): void;
  /** Resolves when no connection made before the last `route` is left: quiet ones are ended. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** A kept-alive connection this long without a byte is taken for idle. */
const quietMs = 100;
/** A connection that never falls quiet is cut after this. */
const drainMs = 5_000;

interface Pair {
  readonly target: Address;
  readonly client: Socket;
  readonly server: Socket;
  lastByte: number;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A front without a port, for instances without one: nobody can connect to it. */
export const closedFront = (): Front => ({
  port: 0,
  route: () => {},
  drain: async () => {},
  close: async () => {},
});

/** Opens a front on a free loopback port, with nothing behind it yet. */
export const openFront = async (): Promise<Front> => {
  const pairs = new Set<Pair>();
  let target: Address | undefined;

  const cut = (pair: Pair) => {
    pair.client.destroy();
    pair.server.destroy();
    pairs.delete(pair);
  };

  const listener = createServer((client) => {
    client.on('error', () => client.destroy());
    if (target === undefined) return client.destroy();
    const server = connect(target.port, target.host);
    const pair: Pair = { target, client, server, lastByte: Date.now() };
    pairs.add(pair);
    const touch = () => {
      pair.lastByte = Date.now();
    };
    client.on('data', touch).pipe(server).on('data', touch).pipe(client);
    server.on('error', () => cut(pair)).on('close', () => cut(pair));
    client.on('close', () => cut(pair));
    return undefined;
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('front without a port');

  const drain = async () => {
    const end = Date.now() + drainMs;
    const old = () => [...pairs].filter((pair) => pair.target !== target);
    while (old().length > 0) {
      const now = Date.now();
      for (const pair of old()) if (now - pair.lastByte >= quietMs || now > end) cut(pair);
      if (old().length > 0) await pause(quietMs / 4);
    }
  };

  return {
    port: address.port,
    route: (next) => {
      target = next;
    },
    drain,
    close: async () => {
      for (const pair of pairs) cut(pair);
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
};
