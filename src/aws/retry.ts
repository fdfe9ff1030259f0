import { StandardRetryStrategy } from '@smithy/core/retry';
import { errorMessage } from '../errors.ts';
import type { Clock } from '../ports.ts';
import { duration } from '../report/duration.ts';
import { errorCode } from './errors.ts';

type RetryToken = Awaited<ReturnType<StandardRetryStrategy['acquireInitialRetryToken']>>;
type RetryErrorInfo = Parameters<StandardRetryStrategy['refreshRetryTokenForRetry']>[1];

/** Milliseconds after its first try when a call is tried for the last time: a minute's outage passes. */
const PATIENCE_MS = 65_000;

/**
 * The same for an endpoint that has never answered: a Region misspelt, or one where App Runner is
 * not, is likelier than a network that comes back, and wants telling soon.
 */
const UNREACHED_MS = 6_000;

/** Patience is what ends the tries; this only has to be more than fit into it. */
export const MAX_ATTEMPTS = 30;

/** Waits from here on are told. */
const LONG_MS = 1_000;

/** SDK's hint: at most so much longer than the wait would have been (StandardRetryStrategy). */
const HINT_MS = 5_000;

/** What a strategy needs of the world, and how it is limited. */
export interface RetryOptions {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** True once the endpoint has answered anything. */
  readonly reached: () => boolean;
  /** Milliseconds since 1970 after which nothing is tried again. */
  readonly notAfter: () => number;
  /** Told of long waits. */
  readonly tell: (text: string) => void;
}

/**
 * The wait before a retry, in milliseconds: doubled each time, and between half of it and all of
 * it at random, so that many jobs do not come back at once.
 *
 * @param retries how many there were before
 * @param random from 0 up to 1
 */
export function backoff(throttled: boolean, retries: number, random: number): number {
  const [first, most] = throttled ? [1_000, 20_000] : [100, 10_000];
  return Math.round(Math.min(most, first * 2 ** retries) * (1 - random / 2));
}

/** One call: when it was made first, and the SDK's judge of its errors. */
interface Call {
  readonly begun: number;
  readonly standard: StandardRetryStrategy;
}

const AT_ONCE = { setDelayBase: () => undefined, computeNextBackoffDelay: () => 0 };

/**
 * The SDK's standard strategy with the patience of a job that takes minutes. What is worth a
 * retry (throttling, 500, 502, 503, 504, broken connections and timeouts) is the SDK's to say;
 * the waits are longer, are spent on the run's clock, and are limited in time. The quota of
 * retries is each call's own: the SDK's is a client's, made for many calls a second, and a run
 * that asks now and then would have spent it for good after a few bad minutes.
 */
export class PatientRetryStrategy {
  readonly #options: RetryOptions;
  readonly #calls = new WeakMap<RetryToken, Call>();

  constructor(options: RetryOptions) {
    this.#options = options;
  }

  async acquireInitialRetryToken(scope: string): Promise<RetryToken> {
    const standard = new StandardRetryStrategy({ maxAttempts: MAX_ATTEMPTS, backoff: AT_ONCE });
    const token = await standard.acquireInitialRetryToken(scope);
    this.#calls.set(token, { begun: this.#options.clock.now(), standard });
    return token;
  }

  /** Waits until the next try is due; throws when there is to be none. */
  async refreshRetryTokenForRetry(token: RetryToken, info: RetryErrorInfo): Promise<RetryToken> {
    const { clock, tell } = this.#options;
    const call = this.#calls.get(token);
    if (!call) throw new Error('This call is not known.');
    const { retryAfterHint, ...failure } = info;
    const next = await call.standard.refreshRetryTokenForRetry(token, failure);
    const left = this.#lastTry(call, info) - clock.now();
    if (left <= 0) throw new Error('This call was tried long enough.');
    const wait = Math.min(this.#wait(token, info), left);
    if (wait >= LONG_MS) {
      const why = `${errorCode(info.error)}: ${errorMessage(info.error)}`;
      tell(`AWS did not serve a call (${why}). It is tried again in ${duration(wait)}.`);
    }
    // After a cancel the next try is refused with its reason; an error from here would be lost,
    // for the SDK throws what the last try threw.
    await clock.sleep(wait).catch(() => undefined);
    this.#calls.set(next, call);
    return next;
  }

  /** Nothing is kept from one call to the next. */
  recordSuccess(): void {}

  #lastTry({ begun }: Call, { error }: RetryErrorInfo): number {
    const answered = error?.$metadata?.httpStatusCode !== undefined || this.#options.reached();
    return Math.min(begun + (answered ? PATIENCE_MS : UNREACHED_MS), this.#options.notAfter());
  }

  #wait(token: RetryToken, { errorType, retryAfterHint }: RetryErrorInfo): number {
    const { clock, random } = this.#options;
    const own = backoff(errorType === 'THROTTLING', token.getRetryCount(), random());
    if (!retryAfterHint) return own;
    return Math.max(own, Math.min(retryAfterHint.getTime() - clock.now(), own + HINT_MS));
  }
}
