import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { type Treatment, withFailingAws } from '../../support/unit-failing-aws.ts';

const ARN = 'arn:aws:apprunner:us-east-1:123456789012:service/hello/1';
const GOOD: Treatment = { status: 200 };
const reason = new CancelledError('SIGTERM');

afterEach(() => {
  jest.useRealTimers();
});

describe('a cancelled session', () => {
  it('sends nothing any more', async () => {
    const cancel = new AbortController();
    await withFailingAws({ treat: () => GOOD, cancelled: cancel.signal }, async (aws) => {
      await aws.appRunner.newestOperations(ARN);
      cancel.abort(reason);
      await expect(aws.appRunner.newestOperations(ARN)).rejects.toBe(reason);
      await expect(aws.appRunner.startDeployment(ARN)).rejects.toBe(reason);
      expect(aws.requests()).toBe(1);
    });
  });

  it('hears the answer to what is under way', async () => {
    const cancel = new AbortController();
    const treat = async () => {
      cancel.abort(reason);
      return GOOD;
    };
    await withFailingAws({ treat, cancelled: cancel.signal }, async (aws) => {
      expect(await aws.appRunner.newestOperations(ARN)).toHaveLength(1);
    });
  });

  it.each<Treatment>(['drop', { status: 400, error: 'ThrottlingException' }])(
    'tries nothing again after %j, and says why',
    async (treatment) => {
      const cancel = new AbortController();
      const treat = () => {
        cancel.abort(reason);
        return treatment;
      };
      await withFailingAws({ treat, cancelled: cancel.signal }, async (aws) => {
        await expect(aws.appRunner.newestOperations(ARN)).rejects.toBe(reason);
        expect(aws.requests()).toBe(1);
      });
    },
  );
});

describe('a request that hangs', () => {
  it('is given up after 25 seconds and made again', () =>
    withFailingAws({ treat: (request) => (request === 0 ? 'hang' : GOOD) }, async (aws) => {
      // Sockets and the server go by real time; the limits of the SDK are timers of this realm.
      jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'Date'] });
      const call = aws.appRunner.newestOperations(ARN);
      while (aws.requests() === 0) await new Promise((resolve) => setImmediate(resolve));
      await jest.advanceTimersByTimeAsync(24_900);
      expect(aws.clock.sleeps).toEqual([]);
      await jest.advanceTimersByTimeAsync(200);
      jest.useRealTimers();
      expect(await call).toHaveLength(1);
      expect(aws.requests()).toBe(2);
      expect(aws.clock.sleeps).toEqual([100]);
    }));
});
