import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startLoopbackServer } from '../../../local-aws/loopback-server.ts';
import { virtualClock } from '../../support/virtual-clock.ts';
import { virtualTimers } from '../../support/virtual-clock-timers.ts';
import { watchWorld } from '../../support/virtual-clock-world.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('a virtual clock', () => {
  it('does one thing at a step, the earliest first and of two at once the one that came first', () => {
    const clock = virtualClock(1_000);
    const done: string[] = [];
    clock.after(20, () => done.push(`late at ${clock.now()}`));
    clock.after(10, () => done.push(`early at ${clock.now()}`));
    clock.after(10, () => done.push(`second at ${clock.now()}`));
    while (clock.step());
    expect(done).toEqual(['early at 1010', 'second at 1010', 'late at 1020']);
  });

  it('stands still while nothing waits', () => {
    const clock = virtualClock(1_000);
    expect(clock.step()).toBe(false);
    expect(clock.now()).toBe(1_000);
  });

  it('does not do what was given up', () => {
    const clock = virtualClock();
    const giveUp = clock.after(10, () => {
      throw new Error('it was given up');
    });
    giveUp();
    expect(clock.waiting).toBe(0);
    expect(clock.step()).toBe(false);
  });

  it('ends a sleep when its time has come, or at once when its signal aborts', async () => {
    const clock = virtualClock(0);
    const ended: string[] = [];
    const over = new AbortController();
    const sleeps = [
      clock.sleep(50).then(() => ended.push(`whole at ${clock.now()}`)),
      clock.sleep(90, over.signal).then(() => ended.push(`cut at ${clock.now()}`)),
    ];
    over.abort();
    await sleeps[1];
    clock.step();
    await sleeps[0];
    expect(ended).toEqual(['cut at 0', 'whole at 50']);
    expect(clock.waiting).toBe(0);
    await clock.sleep(1_000, over.signal);
  });
});

describe('timers on a virtual clock', () => {
  it('fire when the clock comes to them, with their values, and not once cleared', () => {
    const clock = virtualClock(0);
    const timers = virtualTimers(clock);
    closers.push(timers.restore);
    const fired: string[] = [];
    setTimeout((what: string) => fired.push(what), 5_000, 'five seconds');
    const cleared = setTimeout(() => fired.push('cleared'), 2_000);
    setTimeout(() => fired.push('one second'), 1_000).unref();
    clearTimeout(cleared);
    while (clock.step());
    expect(fired).toEqual(['one second', 'five seconds']);
    expect(clock.now()).toBe(5_000);
  });

  it('begin anew when refreshed', () => {
    const clock = virtualClock(0);
    const timers = virtualTimers(clock);
    closers.push(timers.restore);
    const fired: number[] = [];
    const timer = setTimeout(() => fired.push(clock.now()), 1_000);
    clock.after(600, () => timer.refresh());
    while (clock.step());
    expect(fired).toEqual([1_600]);
  });

  it('stay real when they are short, and are counted until they fire', async () => {
    const clock = virtualClock(0);
    const timers = virtualTimers(clock);
    closers.push(timers.restore);
    const fired = new Promise<void>((resolve) => {
      setTimeout(resolve, 1);
    });
    expect(timers.pending()).toBe(1);
    await fired;
    expect(timers.pending()).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  it('are the realm’s own again afterwards', () => {
    const { setTimeout: before } = globalThis;
    virtualTimers(virtualClock()).restore();
    expect(globalThis.setTimeout).toBe(before);
  });
});

describe('the watched world', () => {
  const watch = (parked = () => 0) => {
    const world = watchWorld(parked);
    closers.push(world.close);
    return world;
  };

  it.each(['node:http', 'fetch'])('is quiet only when a request by %s has ended', async (by) => {
    const server = await startLoopbackServer((_request, response) => {
      setImmediate(() => setImmediate(() => response.end('the body')));
    });
    closers.push(server.close);
    const world = watch();
    const url = `http://${server.host}/`;
    let body = '';
    const asked =
      by === 'fetch'
        ? fetch(url).then((response) => response.text())
        : new Promise<string>((resolve) => {
            get(url, async (response) =>
              resolve(`${await response.setEncoding('utf8').toArray()}`),
            );
          });
    void asked.then((text) => {
      body = text;
    });
    await world.quiet();
    expect(body).toBe('the body');
  });

  it('is quiet while a request waits for virtual time at its server', async () => {
    const parked: (() => void)[] = [];
    const server = await startLoopbackServer((_request, response) => {
      parked.push(() => response.end());
    });
    closers.push(server.close);
    const world = watch(() => parked.length);
    const request = get(`http://${server.host}/`, (response) => response.resume());
    const ended = once(request, 'close');
    await world.quiet();
    expect(parked).toHaveLength(1);
    parked.pop()?.();
    await ended;
    await world.quiet();
  });

  it('is quiet only when a file that is being read has been read', async () => {
    const world = watch();
    let read = '';
    void readFile(fileURLToPath(import.meta.url), 'utf8').then((text) => {
      read = text;
    });
    await world.quiet();
    expect(read).toContain('the watched world');
  });
});
