import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { probeAddress } from '../../local-aws/runtime/probe.ts';

const open: Server[] = [];
const listen = async (server: Server): Promise<number> => {
  open.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
};

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

describe('a TCP check', () => {
  const tcp = { protocol: 'TCP', path: '/', timeoutSeconds: 1 } as const;

  it('passes where something listens and fails where nothing does', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined));
    const port = await listen(server);
    expect(await probeAddress('127.0.0.1', port, tcp)).toBe(true);
    await new Promise((resolve) => server.close(resolve));
    expect(await probeAddress('127.0.0.1', port, tcp)).toBe(false);
  });

  it('fails behind a proxy that drops the connection at once', async () => {
    const port = await listen(createServer((socket) => socket.destroy()));
    expect(await probeAddress('127.0.0.1', port, tcp, 200)).toBe(false);
  });
});

describe('an HTTP check', () => {
  it.each([
    [200, true],
    [204, true],
    [302, true],
    [401, false],
    [404, false],
    [500, false],
  ])('takes status %d for %s', async (status, healthy) => {
    const port = await listen(createHttpServer((_, response) => response.writeHead(status).end()));
    const check = { protocol: 'HTTP', path: '/up', timeoutSeconds: 1 } as const;
    expect(await probeAddress('127.0.0.1', port, check)).toBe(healthy);
  });

  it('fails when the answer takes longer than the timeout', async () => {
    const port = await listen(createServer((socket) => socket.on('error', () => undefined)));
    const check = { protocol: 'HTTP', path: '/', timeoutSeconds: 0.2 } as const;
    const start = Date.now();
    expect(await probeAddress('127.0.0.1', port, check)).toBe(false);
    expect(Date.now() - start).toBeLessThan(2_000);
  });
});
