import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { fetchBlob } from '../../../src/image/registry-blob.ts';
import { USER_AGENT } from '../../../src/version.ts';

const LOGIN = { username: 'AWS', password: 'hunter2', endpoint: 'http://unused' };
const BASIC = `Basic ${Buffer.from('AWS:hunter2').toString('base64')}`;

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server on loopback; gives its URL. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

describe('a blob', () => {
  it('is fetched with the login, in the name of this action', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      const { authorization, 'user-agent': userAgent } = request.headers;
      seen.push(request.url, authorization, userAgent);
      response.end('{"architecture":"amd64"}');
    });
    await expect(fetchBlob(`${url}/v2/hello/blobs/x`, LOGIN)).resolves.toBe(
      '{"architecture":"amd64"}',
    );
    expect(seen).toEqual(['/v2/hello/blobs/x', BASIC, USER_AGENT]);
  });

  it('is fetched from another host without the login', async () => {
    const seen: (string | undefined)[] = [];
    const storage = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    const registry = await serve((_, response) => {
      response.writeHead(307, { location: `${storage}/layer` }).end();
    });
    await expect(fetchBlob(`${registry}/v2/hello/blobs/x`, LOGIN)).resolves.toBe('{}');
    expect(seen).toEqual([undefined]);
  });

  it.each([401, 403, 404, 500])(
    'that answers %d is an error with URL and remedy',
    async (status) => {
      const url = await serve((_, response) => {
        response.writeHead(status).end('body');
      });
      const fetching = fetchBlob(`${url}/blob`, LOGIN);
      await expect(fetching).rejects.toThrow(ActionError);
      await expect(fetching).rejects.toThrow(
        `The image's configuration can't be read from ${url}/blob: status ${status}. Allow ecr:GetDownloadUrlForLayer`,
      );
    },
  );

  it('that no server answers is an error too, without the password', async () => {
    const url = await serve(() => undefined);
    for (const server of servers.splice(0)) server.close();
    const message = await fetchBlob(`${url}/blob`, LOGIN).catch(String);
    expect(message).toContain(`can't be read from ${url}/blob`);
    expect(message).not.toContain('hunter2');
  });
});
