import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '../local-aws/start.ts';

/** What reached the API since it was last asked; the registry's traffic is not in it. */
export interface Traffic {
  /** When the first request's headers were read, on this process's performance.now(). */
  readonly firstAt: number | undefined;
  /** The calls as IAM actions, in the order of their answers. */
  readonly actions: readonly string[];
}

/** A local AWS whose API traffic is counted apart from docker's traffic with the registry. */
export interface WatchedAws {
  readonly aws: LocalAws;
  /** The traffic since the start or the last take. */
  take(): Traffic;
  close(): Promise<void>;
}

const CHANNEL = 'http.server.request.start';

/** Starts a local AWS; throws as startLocalAws does. */
export async function startWatchedAws(options: LocalAwsOptions): Promise<WatchedAws> {
  // The call log names API calls and registry requests alike; the port tells them apart.
  const port = new AsyncLocalStorage<number | undefined>();
  let arrivals: { readonly port: number | undefined; readonly at: number }[] = [];
  let calls: { readonly port: number | undefined; readonly action: string }[] = [];
  const arrived = (message: unknown) => {
    const at = performance.now();
    const localPort = requestOf(message)?.socket.localPort;
    port.enterWith(localPort);
    arrivals.push({ port: localPort, at });
  };
  subscribe(CHANNEL, arrived);
  try {
    const aws = await startLocalAws({
      ...options,
      onCall: ({ action }) => calls.push({ port: port.getStore(), action }),
    });
    const api = Number(new URL(aws.endpoint).port);
    return {
      aws,
      take() {
        const firstAt = arrivals.find((arrival) => arrival.port === api)?.at;
        const actions = calls.filter((call) => call.port === api).map(({ action }) => action);
        arrivals = [];
        calls = [];
        return { firstAt, actions };
      },
      async close() {
        unsubscribe(CHANNEL, arrived);
        await aws.close();
      },
    };
  } catch (error) {
    unsubscribe(CHANNEL, arrived);
    throw error;
  }
}

function requestOf(message: unknown): IncomingMessage | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  return message.request instanceof IncomingMessage ? message.request : undefined;
}
