import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CancelledError } from '../../../src/errors.ts';
import { type Ending, endInTime, endProcess, tellFaults } from '../../../src/github/ending.ts';

/** A process that notes what is printed and its exit, in order; writes are done when flushed. */
function fakeProcess() {
  const events: string[] = [];
  const waiting: (() => void)[] = [];
  const emitter = new EventEmitter();
  const stdout = {
    write: (text: unknown, done?: unknown) => {
      if (text !== '') events.push(String(text));
      if (typeof done === 'function') waiting.push(() => done());
      return true;
    },
  };
  const ending: Ending = {
    stdout,
    exit: (code) => events.push(`exit ${code}`),
    on: (event, listener) => emitter.on(event, listener),
  };
  const flush = () => {
    for (const done of waiting.splice(0)) done();
  };
  return { ending, events, emitter, flush };
}

describe('the end of the process', () => {
  it('comes when all that was printed is out', () => {
    const { ending, events, flush } = fakeProcess();
    endProcess(ending, 3);
    expect(events).toEqual([]);
    flush();
    expect(events).toEqual(['exit 3']);
  });
});

describe('a run that does not end by itself after a cancel', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is ended before the 5 seconds are over', () => {
    const { ending, events } = fakeProcess();
    const cancel = new AbortController();
    endInTime(ending, cancel.signal);
    jest.advanceTimersByTime(60_000);
    expect(events).toEqual([]);
    cancel.abort(new CancelledError('SIGINT'));
    jest.advanceTimersByTime(4_499);
    expect(events).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(events).toEqual(['exit 130']);
  });
});

describe('an error that nothing caught', () => {
  it.each<[string, unknown, RegExp]>([
    ['an error', new Error('100% wrong'), /Error: 100%25 wrong%0A {4}at /],
    ['something else', 'two\r\nlines', /two%0D%0Alines\n$/],
  ])('is told as a fault of the action: %s', (_, error, text) => {
    const { ending, events, emitter, flush } = fakeProcess();
    tellFaults(ending, new AbortController().signal);
    emitter.emit('uncaughtException', error);
    flush();
    expect(events).toEqual([expect.stringMatching(text), 'exit 1']);
    expect(events[0]).toMatch(
      /^::error title=Deployment failed::This is a fault in the action itself, please report it: [^\n]+\n$/,
    );
  });

  it('is no news after a cancel, which cuts things off', () => {
    const { ending, events, emitter, flush } = fakeProcess();
    tellFaults(ending, AbortSignal.abort(new CancelledError('SIGTERM')));
    emitter.emit('uncaughtException', new Error('socket closed'));
    flush();
    expect(events).toEqual([]);
  });
});
