import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';

/** A call that an SDK client made. */
export interface JsonCall {
  /** Operation without the service's prefix, such as DescribeService */
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a service answers: a document, or an error by its code. */
export type JsonAnswer = object | { readonly code: string; readonly message: string };

const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

/**
 * A service on loopback that speaks AWS's JSON protocol to an SDK client.
 *
 * @returns the client's configuration and the calls that came
 */
export async function jsonService(answer: (call: JsonCall) => JsonAnswer) {
  const calls: JsonCall[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const operation = `${request.headers['x-amz-target']}`.split('.').at(-1) ?? '';
    const call: JsonCall = { operation, body: JSON.parse(text) };
    calls.push(call);
    const given = answer(call);
    const refused = 'code' in given;
    response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(refused ? { __type: given.code, ...given } : given));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const config = {
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  };
  return { config, calls };
}
