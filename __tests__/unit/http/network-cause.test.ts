import { describe, expect, it } from '@jest/globals';
import { networkCause } from '../../../src/http/network-cause.ts';

/** An error as fetch throws it. */
function fetchFailed(cause: unknown): Error {
  return new TypeError('fetch failed', { cause });
}

function coded(message: string, code: unknown): Error {
  return Object.assign(new Error(message), { code });
}

describe('what kept a request from being answered', () => {
  it.each<[thrown: unknown, words: string]>([
    [
      fetchFailed(coded('getaddrinfo ENOTFOUND x.awsapprunner.com', 'ENOTFOUND')),
      'getaddrinfo ENOTFOUND x.awsapprunner.com',
    ],
    [
      fetchFailed(coded('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT')),
      'self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)',
    ],
    [fetchFailed(coded('', 'ECONNRESET')), 'ECONNRESET'],
    [
      fetchFailed(
        Object.assign(
          new AggregateError([
            coded('connect ECONNREFUSED ::1:80', 'ECONNREFUSED'),
            coded('connect ECONNREFUSED 127.0.0.1:80', 'ECONNREFUSED'),
          ]),
          { code: 'ECONNREFUSED' },
        ),
      ),
      'connect ECONNREFUSED ::1:80',
    ],
    [fetchFailed(new AggregateError([], 'nothing tried')), 'nothing tried'],
    [fetchFailed(coded('odd', 7)), 'odd'],
    [fetchFailed('a text'), 'fetch failed'],
    [new Error('Failed to parse URL'), 'Failed to parse URL'],
    ['a text', 'a text'],
  ])('%p', (thrown, words) => {
    expect(networkCause(thrown)).toBe(words);
  });

  it('is told of an error that is its own cause', () => {
    const error = new Error('round and round');
    error.cause = error;
    expect(networkCause(error)).toBe('round and round');
  });
});
