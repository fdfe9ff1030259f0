import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { performance } from 'node:perf_hooks';

/** What this process has under way that takes no virtual time. */
export interface World {
  /**
   * Resolves when nothing moves: no request on its way, no file being read, and the event loop
   * has turned several times with nothing to do.
   */
  quiet(): Promise<void>;
  /** Stops watching; it is quiet then. */
  close(): void;
}

/**
 * How many turns of the event loop without any work count as quiet. What goes over loopback is
 * there at the next turn; the rest is for the kernel of a busy machine to be late.
 */
const IDLE_TURNS = 4;

/** Requests of the operating system that end by themselves, as Node names them. */
const REQUEST = /Req(Promise|Callback|Wrap)?$/;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** How many input and output events the event loop has seen. */
const events = () => performance.nodeTiming.uvMetricsInfo.events;

/**
 * Watches the requests of this process's HTTP clients, `node:http` and `fetch`.
 *
 * @param parked how many of them wait for virtual time to pass at their server
 */
export function watchWorld(parked: () => number): World {
  const open = new Set<unknown>();
  let closed = false;
  const listeners: Record<string, (message: unknown) => void> = {
    'http.client.request.created': (message) => {
      const { request } = message as { request: ClientRequest };
      open.add(request);
      // The response's own event comes before its body.
      request.once('close', () => open.delete(request));
    },
    'undici:request:create': (message) => open.add(requestOf(message)),
    'undici:request:trailers': (message) => open.delete(requestOf(message)),
    'undici:request:error': (message) => open.delete(requestOf(message)),
  };
  for (const [name, listener] of Object.entries(listeners)) subscribe(name, listener);

  const busy = () =>
    open.size > parked() || process.getActiveResourcesInfo().some((name) => REQUEST.test(name));

  return {
    quiet: async () => {
      let seen = events();
      for (let idle = 0; idle < IDLE_TURNS && !closed; idle += 1) {
        await turn();
        const now = events();
        if (now !== seen || busy()) idle = -1;
        seen = now;
      }
    },
    close: () => {
      closed = true;
      for (const [name, listener] of Object.entries(listeners)) unsubscribe(name, listener);
    },
  };
}

function requestOf(message: unknown): unknown {
  return Object(message).request;
}
