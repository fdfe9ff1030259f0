import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { abortedLater, cancelledCode, listenForCancel } from '../../../src/github/signals.ts';

describe('a cancel', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('is told by %s and ends with code %d', (signal, code) => {
    const source = new EventEmitter();
    const cancelled = listenForCancel(source);
    expect(cancelled.aborted).toBe(false);
    expect(cancelledCode(cancelled)).toBeUndefined();
    source.emit(signal);
    expect(cancelled.reason).toEqual(new CancelledError(signal));
    expect(cancelledCode(cancelled)).toBe(code);
  });

  it('stays what the first signal made it', () => {
    const source = new EventEmitter();
    const cancelled = listenForCancel(source);
    let aborts = 0;
    cancelled.addEventListener('abort', () => {
      aborts += 1;
    });
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM']) source.emit(signal);
    expect(aborts).toBe(1);
    expect(cancelled.reason).toEqual(new CancelledError('SIGINT'));
  });
});

describe('what may still end well after a cancel', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is stopped a while after it', () => {
    const cancel = new AbortController();
    const later = abortedLater(cancel.signal, 4_000);
    jest.advanceTimersByTime(10_000);
    expect(later.aborted).toBe(false);
    cancel.abort(new CancelledError('SIGTERM'));
    jest.advanceTimersByTime(3_999);
    expect(later.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(later.reason).toBe(cancel.signal.reason);
  });
});
