import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ActionError, CancelledError } from '../../../src/errors.ts';
import { getPage } from '../../../src/http/get.ts';
import { USER_AGENT } from '../../../src/version.ts';
import '../../support/unit-one-realm.ts';

/** Long enough for a loaded machine, and never waited for. */
const LONG = 20_000;
const SHORT = 300;

const NEVER = new AbortController().signal;
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on loopback; gives its URL. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

describe('a page', () => {
  it('gives its status and body, and is asked for by GET in the name of this action', async () => {
    const seen: unknown[] = [];
    const url = await serve(({ method, url: path, headers }, response) => {
      seen.push(method, path, headers['user-agent']);
      response.writeHead(503).end('grüße\nfrom the app');
    });
    await expect(getPage(`${url}/health?full=1`, LONG, NEVER)).resolves.toEqual({
      status: 503,
      body: 'grüße\nfrom the app',
    });
    expect(seen).toEqual(['GET', '/health?full=1', USER_AGENT]);
  });

  it('that redirects is not followed', async () => {
    let requests = 0;
    const url = await serve((_, response) => {
      requests += 1;
      response.writeHead(302, { location: '/login?next=%2F' }).end('elsewhere');
    });
    await expect(getPage(url, LONG, NEVER)).resolves.toEqual({
      status: 302,
      location: '/login?next=%2F',
      body: 'elsewhere',
    });
    expect(requests).toBe(1);
  });

  it('without a body has an empty one', async () => {
    const url = await serve((_, response) => void response.writeHead(204).end());
    await expect(getPage(url, LONG, NEVER)).resolves.toEqual({ status: 204, body: '' });
  });

  it('that is compressed is read', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked'));
    });
    await expect(getPage(url, LONG, NEVER)).resolves.toEqual({ status: 200, body: 'unpacked' });
  });
});

describe('of a body', () => {
  it('that is huge only the start is read, and the rest is refused', async () => {
    let written = 0;
    const closed = Promise.withResolvers<void>();
    const url = await serve((_, response) => {
      const chunk = 'x'.repeat(64 * 1024);
      const more = () => {
        while (!response.destroyed && written < 2 ** 30) {
          written += chunk.length;
          if (!response.write(chunk)) return;
        }
        response.end();
      };
      response.on('drain', more).on('close', closed.resolve);
      more();
    });
    await expect(getPage(url, LONG, NEVER)).resolves.toEqual({
      status: 200,
      body: 'x'.repeat(4_096),
    });
    await closed.promise;
    expect(written).toBeLessThan(2 ** 26);
  });

  it('that never ends the start is there at once', async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write('y'.repeat(1_000)), 5);
      response.on('close', () => clearInterval(timer));
    });
    const begin = Date.now();
    const { status, body } = await getPage(url, LONG, NEVER);
    expect([status, body]).toEqual([200, 'y'.repeat(4_096)]);
    expect(Date.now() - begin).toBeLessThan(LONG / 2);
  });

  it('that hangs there is what came in time', async () => {
    const url = await serve((_, response) => void response.writeHead(500).write('Traceback'));
    await expect(getPage(url, SHORT, NEVER)).resolves.toEqual({ status: 500, body: 'Traceback' });
  });

  it('that breaks off there is what came before', async () => {
    const url = await serve((_, response) => {
      response.writeHead(500, { 'content-length': '100' });
      response.write('Traceback', () => setTimeout(() => response.destroy(), 50));
    });
    await expect(getPage(url, LONG, NEVER)).resolves.toEqual({ status: 500, body: 'Traceback' });
  });

  it('that is binary only its type is told', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    });
    await expect(getPage(url, LONG, NEVER)).resolves.toEqual({
      status: 200,
      body: '(binary data, image/png)',
    });
  });
});

describe('no answer is an error in the words of what failed', () => {
  it('when nothing comes in time', async () => {
    const url = await serve(() => undefined);
    const asking = getPage(url, SHORT, NEVER);
    await expect(asking).rejects.toThrow(ActionError);
    await expect(asking).rejects.toThrow(/^no answer within 300 ms$/);
  });

  it('when the connection is refused', async () => {
    const url = await serve(() => undefined);
    for (const server of servers.splice(0)) server.close();
    await expect(getPage(`${url}/?token=hunter2`, LONG, NEVER)).rejects.toThrow(
      `connect ECONNREFUSED ${url.replace('http://', '')}`,
    );
  });

  it('when the connection is dropped', async () => {
    const url = await serve(({ socket }) => void socket.destroy());
    await expect(getPage(url, LONG, NEVER)).rejects.toThrow('other side closed (UND_ERR_SOCKET)');
  });

  it('when the name is not known', async () => {
    await expect(getPage('https://hello.invalid/', LONG, NEVER)).rejects.toThrow(
      /^getaddrinfo E(NOTFOUND|AI_AGAIN) hello\.invalid$/,
    );
  });

  it('when there is no TLS', async () => {
    const url = await serve((_, response) => void response.end());
    await expect(getPage(url.replace('http:', 'https:'), LONG, NEVER)).rejects.toThrow(
      /wrong version number|packet length too long/,
    );
  });
});

describe('a cancelled run', () => {
  it.each([
    ['before the status', () => undefined],
    ['during the body', (response: { write(text: string): void }) => response.write('x')],
  ])('ends the request %s', async (_, begin) => {
    const cancel = new AbortController();
    const closed = Promise.withResolvers<void>();
    const url = await serve((_request, response) => {
      begin(response);
      response.on('close', closed.resolve);
      setTimeout(() => cancel.abort(new CancelledError('SIGTERM')), 50);
    });
    await expect(getPage(url, LONG, cancel.signal)).rejects.toThrow(CancelledError);
    await closed.promise;
  });

  it('asks nothing any more', async () => {
    const cancelled = AbortSignal.abort(new CancelledError('SIGINT'));
    await expect(getPage('http://127.0.0.1:9/', LONG, cancelled)).rejects.toThrow(CancelledError);
  });
});
