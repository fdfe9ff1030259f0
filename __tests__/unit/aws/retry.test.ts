import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { backoff } from '../../../src/aws/retry.ts';
import { type Treatment, withFailingAws } from '../../support/unit-failing-aws.ts';

const ARN = 'arn:aws:apprunner:us-east-1:123456789012:service/hello/1';
const GOOD: Treatment = { status: 200 };
const LISTED = [{ Id: 'operation', Status: 'SUCCEEDED' }];

/** A port of this machine where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = Object(server.address());
  server.close();
  return port;
}

describe('the wait before a retry', () => {
  it.each([
    ['a broken call', false, [100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]],
    ['a throttled call', true, [1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]],
  ])('grows for %s, and chance takes up to half of it', (_, throttled, waits) => {
    expect(waits.map((_wait, retries) => backoff(throttled, retries, 0))).toEqual(waits);
    for (const [retries, wait] of waits.entries()) {
      expect(backoff(throttled, retries, 0.5)).toBe(wait * 0.75);
      expect(backoff(throttled, retries, 1 - Number.EPSILON)).toBe(wait / 2);
    }
  });
});

describe('a call that AWS does not serve', () => {
  it.each<[string, Treatment, number[]]>([
    ['is throttled', { status: 400, error: 'ThrottlingException' }, [1_000, 2_000, 4_000]],
    ['is told of too many requests', { status: 429, error: 'Slow' }, [1_000, 2_000, 4_000]],
    ['meets a fault of AWS', { status: 500, error: 'InternalServiceError' }, [100, 200, 400]],
    ['finds AWS unavailable', { status: 503 }, [100, 200, 400]],
    ['loses its connection', 'drop', [100, 200, 400]],
  ])('is made again when it %s', (_, treatment, waits) =>
    withFailingAws({ treat: (request) => (request < 3 ? treatment : GOOD) }, async (aws) => {
      expect(await aws.appRunner.newestOperations(ARN)).toEqual(LISTED);
      expect(aws.clock.sleeps).toEqual(waits);
    }),
  );

  it.each<Treatment>([
    { status: 400, error: 'AccessDeniedException' },
    { status: 400, error: 'ValidationException' },
    { status: 400, error: 'InvalidRequestException' },
    { status: 400, error: 'InvalidStateException' },
    { status: 400, error: 'ResourceNotFoundException' },
    { status: 402, error: 'ServiceQuotaExceededException' },
    { status: 400, error: 'ExpiredTokenException' },
  ])('is not made again after %j, which no time mends', (treatment) =>
    withFailingAws({ treat: () => treatment }, async (aws) => {
      await expect(aws.appRunner.newestOperations(ARN)).rejects.toThrow('so it is');
      expect(aws.requests()).toBe(1);
      expect(aws.clock.sleeps).toEqual([]);
    }),
  );

  it.each([0, 0.37, 0.999])('outlasts an outage of a minute, chance being %d', (chance) =>
    withFailingAws(
      {
        random: () => chance,
        treat: (_, clock) => (clock.now() < Date.UTC(2026, 0, 1, 0, 1) ? { status: 503 } : GOOD),
      },
      async (aws) => {
        expect(await aws.appRunner.newestOperations(ARN)).toEqual(LISTED);
        expect(aws.requests()).toBeLessThan(25);
      },
    ),
  );

  it('is given up after 65 seconds, with what AWS said', () =>
    withFailingAws(
      { treat: () => ({ status: 400, error: 'ThrottlingException' }) },
      async (aws) => {
        const begin = aws.clock.now();
        await expect(aws.appRunner.newestOperations(ARN)).rejects.toThrow(
          `apprunner:ListOperations failed for ${ARN}: ThrottlingException: so it is.`,
        );
        expect(aws.clock.now() - begin).toBe(65_000);
      },
    ));

  it('has its own 65 seconds each time', () =>
    withFailingAws(
      { treat: (request) => (request % 4 < 3 ? { status: 503 } : GOOD) },
      async (aws) => {
        for (let call = 0; call < 20; call += 1) {
          expect(await aws.appRunner.newestOperations(ARN)).toEqual(LISTED);
          aws.clock.pass(60_000);
        }
      },
    ));

  it('is not made again after the end that was set', () =>
    withFailingAws({ treat: () => ({ status: 503, error: 'ServiceUnavailable' }) }, async (aws) => {
      const begin = aws.clock.now();
      aws.session.retries.notAfter = begin + 2_000;
      await expect(aws.appRunner.newestOperations(ARN)).rejects.toThrow('ServiceUnavailable');
      expect(aws.clock.now() - begin).toBe(2_000);
      const requests = aws.requests();
      await expect(aws.appRunner.newestOperations(ARN)).rejects.toThrow('ServiceUnavailable');
      expect(aws.requests()).toBe(requests + 1);
    }));

  it('waits somewhat longer when AWS asks for it', () =>
    withFailingAws(
      { treat: (request) => (request === 0 ? { status: 429, retryAfter: 1_000_000_000 } : GOOD) },
      async (aws) => {
        await aws.appRunner.newestOperations(ARN);
        expect(aws.clock.sleeps).toEqual([6_000]);
      },
    ));

  it('has its long waits told, by what AWS said', () =>
    withFailingAws(
      {
        treat: (request) => {
          if (request === 0) return 'drop';
          return request < 3 ? { status: 400, error: 'ThrottlingException' } : GOOD;
        },
      },
      async (aws) => {
        await aws.appRunner.newestOperations(ARN);
        expect(aws.clock.sleeps).toEqual([100, 2_000, 4_000]);
        expect(aws.told).toEqual([
          'AWS did not serve a call (ThrottlingException: so it is). It is tried again in 2.0 s.',
          'AWS did not serve a call (ThrottlingException: so it is). It is tried again in 4.0 s.',
        ]);
      },
    ));
});

describe('an endpoint that does not answer', () => {
  it.each([
    ['refuses connections', async () => `http://127.0.0.1:${await closedPort()}`, 'ECONNREFUSED'],
    ['does not exist', async () => 'http://apprunner.invalid', 'There is no such endpoint'],
  ])('is given up in seconds when it %s', async (_, endpoint, said) =>
    withFailingAws({ treat: () => GOOD, endpoint: await endpoint() }, async (aws) => {
      const begin = aws.clock.now();
      await expect(aws.appRunner.newestOperations(ARN)).rejects.toThrow(said);
      expect(aws.clock.now() - begin).toBe(6_000);
    }),
  );

  it('is waited for like any other once it has answered', () =>
    withFailingAws({ treat: (request) => (request === 0 ? GOOD : 'drop') }, async (aws) => {
      await aws.appRunner.newestOperations(ARN);
      const begin = aws.clock.now();
      await expect(aws.appRunner.newestOperations(ARN)).rejects.toThrow('ECONNRESET');
      expect(aws.clock.now() - begin).toBe(65_000);
    }));
});
