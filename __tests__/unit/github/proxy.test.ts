import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalGitHub, startGitHub } from '../../../local-aws/github/start.ts';
import { realPorts } from '../../../src/wire.ts';

const before = { ...process.env };
const tunnels: string[] = [];
let gitHub: LocalGitHub;
let proxy: Server;

beforeAll(async () => {
  gitHub = await startGitHub({ repository: 'acme/web' });
  const { port } = new URL(gitHub.apiUrl);
  proxy = createServer().on('connect', ({ url = '' }, socket) => {
    tunnels.push(url);
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) end.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port: own } = Object(proxy.address());
  // Read when @actions/github is loaded, so this file has but one such world.
  Object.assign(process.env, gitHub.env, {
    GITHUB_API_URL: 'http://github.corp.example/api/v3',
    http_proxy: `http://127.0.0.1:${own}`,
    no_proxy: '',
  });
});

afterAll(async () => {
  process.env = before;
  await gitHub.close();
  proxy.closeAllConnections();
  proxy.close();
});

describe('GitHub behind a proxy', () => {
  it('is reached through it, by the variables that say so', async () => {
    gitHub.openPullRequest({ number: 7, headSha: 'a'.repeat(40), headRef: 'x', title: 'x' });
    const client = await realPorts(new AbortController().signal).github(gitHub.token);
    await expect(client.pullRequest(7)).resolves.toMatchObject({ number: 7, state: 'open' });
    expect(tunnels).toEqual(['github.corp.example:80']);
  });
});
