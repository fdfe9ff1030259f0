import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { realPorts } from '../../src/wire.ts';

describe('the real ports', () => {
  it('keep time', async () => {
    const { clock } = realPorts();
    const begin = clock.now();
    expect(Math.abs(begin - Date.now())).toBeLessThan(1_000);
    await clock.sleep(20);
    expect(clock.now() - begin).toBeGreaterThanOrEqual(19);
  });

  it('load what the runner offers once', async () => {
    const { runner } = realPorts();
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
      const connection = realPorts().aws('eu-west-1');
      await connection.underWay;
      const aws = await connection.load();
      expect(Object.keys(aws).sort()).toEqual(['appRunner', 'ecr', 'identity']);
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
