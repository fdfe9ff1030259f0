import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { CancelledError } from '../../src/errors.ts';
import { realPorts } from '../../src/wire.ts';

const never = new AbortController().signal;

describe('the real ports', () => {
  it('keep time', async () => {
    const { clock } = realPorts(never);
    const begin = clock.now();
    expect(Math.abs(begin - Date.now())).toBeLessThan(1_000);
    await clock.sleep(20);
    expect(clock.now() - begin).toBeGreaterThanOrEqual(19);
  });

  it('sleep no more once the run is cancelled, but may linger', async () => {
    const cancel = new AbortController();
    const { clock, docker, fetchBlob, get } = realPorts(cancel.signal);
    const begin = clock.now();
    const sleeping = clock.sleep(60_000);
    const lingering = clock.linger(50);
    const reason = new CancelledError('SIGTERM');
    cancel.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    await expect(clock.sleep(60_000)).rejects.toBe(reason);
    await expect(docker(['version'])).rejects.toBe(reason);
    const login = { username: 'AWS', password: 'p', endpoint: 'https://registry' };
    await expect(fetchBlob('http://127.0.0.1:9/blob', login)).rejects.toBe(reason);
    await expect(get('http://127.0.0.1:9/', 60_000)).rejects.toBe(reason);
    await lingering;
    expect(clock.now() - begin).toBeGreaterThanOrEqual(49);
    expect(clock.now() - begin).toBeLessThan(5_000);
  });

  it('leave a question to the registry unanswered when the run is cancelled', async () => {
    const cancel = new AbortController();
    const server = createServer(() => cancel.abort(new CancelledError('SIGINT')));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = Object(server.address());
    const login = { username: 'AWS', password: 'p', endpoint: 'https://registry' };
    const asked = realPorts(cancel.signal).fetchBlob(`http://127.0.0.1:${port}/blob`, login);
    await expect(asked).rejects.toThrow('The run was cancelled (SIGINT).');
    server.closeAllConnections();
    server.close();
  });

  it('tell GitHub of a cancel, which ends other questions at once', async () => {
    const cancel = new AbortController();
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json').statusCode = 200;
      if (request.method === 'PATCH') cancel.abort(new CancelledError('SIGTERM'));
      setTimeout(() => response.end('{}'), 50);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = Object(server.address());
    const before = { ...process.env };
    Object.assign(process.env, {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: 'team/hello',
    });
    const { clock, github } = realPorts(cancel.signal);
    const calls = await github('ghs_token');
    await calls.updateComment(1, 'building');
    await expect(clock.sleep(1)).rejects.toThrow('cancelled');
    await expect(calls.updateComment(1, 'cancelled')).resolves.toBeUndefined();
    process.env = before;
    server.closeAllConnections();
    server.close();
  });

  it('load what the runner offers once', async () => {
    const { runner } = realPorts(never);
    expect(await runner()).toBe(await runner());
  });

  it('ask AWS who is there before the other clients load, and only that', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization ?? '');
      response.end(
        '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/a</Arn>' +
          '<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = Object(server.address());
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
    });
    try {
      const connection = realPorts(never).aws('eu-west-1');
      await connection.underWay;
      const aws = await connection.load();
      expect(await aws.identity()).toEqual({
        account: '123456789012',
        arn: 'arn:aws:iam::123456789012:user/a',
      });
      expect(asked).toEqual([expect.stringContaining('/eu-west-1/sts/aws4_request')]);
    } finally {
      process.env = before;
      server.close();
      server.closeAllConnections();
    }
  });
});
