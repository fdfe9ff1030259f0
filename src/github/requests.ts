import type { getOctokit } from '@actions/github';
import { errorMessage } from '../errors.ts';
import { networkCause } from '../http/network-cause.ts';
import type { Clock } from '../ports.ts';
import { duration } from '../report/duration.ts';
import { hideToken, Limited, NoAnswer, Refused, refusalOf } from './failures.ts';
import { afterTry } from './patience.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** A repository as octokit wants it. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** As many as GitHub gives at once. */
export const PAGE = { per_page: 100 } as const;

/** Sends a request with these options of octokit's added. */
type Send<Response> = (added: object) => Promise<Response>;

/** What requests need of the world. */
export interface Surroundings {
  readonly clock: Clock;
  /** Ends a request or a wait; its reason is thrown. */
  readonly cancelled: AbortSignal;
  /** Told of waits, for the debug log. */
  readonly tell: (text: string) => void;
  /** Milliseconds that one answer may take: GitHub itself gives up after 10 s. */
  readonly answerMs?: number;
}

const ANSWER_MS = 12_000;

/**
 * Marks a request that must not be carried out twice. It is not sent again when it may have been:
 * a lost comment is found by its marker the next time, a second one would stay.
 */
export const ONCE = { request: { once: true } } as const;

/** Network errors from before anything was sent. */
const NOT_SENT =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/;

/**
 * Gives every request of a client a time limit, ends it with the run, and sends again what may
 * pass. Octokit's plugins for that (retry, throttling) are not used: they wait on timers of their
 * own, which no cancel ends and no test's clock moves, wait as long as GitHub says, and repeat a
 * POST that GitHub may have carried out. What is left to write without them is here and in
 * `afterTry`.
 */
export function patientRequests(octokit: Octokit, token: string, surroundings: Surroundings): void {
  octokit.hook.wrap('request', (send, options) => {
    const own = options.request;
    const sent = async (added: object) => {
      // Octokit's own hook below gets this very object, whatever is handed on (before-after-hook
      // binds it), while what it has at `request` may be every request's.
      options.request = { ...own, ...added };
      try {
        return await send(options);
      } catch (error) {
        hideToken(error, token);
        throw error;
      }
    };
    return patient(sent, own.once !== true, surroundings);
  });
}

async function patient<Response extends { readonly data: unknown }>(
  send: Send<Response>,
  harmless: boolean,
  surroundings: Surroundings,
): Promise<Response> {
  const { clock, cancelled, tell } = surroundings;
  let waitedMs = 0;
  for (let before = 0; ; before += 1) {
    try {
      return await answered(send, surroundings);
    } catch (error) {
      cancelled.throwIfAborted();
      const refused = error instanceof Refused ? error : undefined;
      const unsent = error instanceof NoAnswer && !error.sent;
      const next = afterTry({
        refusal: refused?.refusal,
        before,
        waitedMs,
        repeatable: unsent || harmless,
        now: clock.now(),
      });
      if (next === 'fail') throw harmless || unsent || refused ? error : doubtful(error);
      if ('tooLongMs' in next) throw refused ? new Limited(refused, next.tooLongMs) : error;
      tell(`GitHub did not serve a request. It is sent again in ${duration(next.waitMs)}.`);
      await clock.sleep(next.waitMs);
      waitedMs += next.waitMs;
    }
  }
}

/** Says of a request that may have been carried out that nobody knows. */
function doubtful(error: unknown): NoAnswer {
  return new NoAnswer(`${errorMessage(error)}; it may have been done all the same`, true, error);
}

/** Sends a request once. @throws Refused, NoAnswer, or the reason of the cancel */
async function answered<Response extends { readonly data: unknown }>(
  send: Send<Response>,
  { cancelled, tell, answerMs = ANSWER_MS }: Surroundings,
): Promise<Response> {
  cancelled.throwIfAborted();
  const late = AbortSignal.timeout(answerMs);
  const added = {
    signal: AbortSignal.any([late, cancelled]),
    // Octokit's own warnings would go straight to the console.
    log: { debug: tell, info: tell, warn: tell, error: tell },
  };
  const unanswered = (words: string, cause?: unknown) =>
    late.aborted
      ? new NoAnswer(`no answer within ${duration(answerMs)}`, true, cause)
      : new NoAnswer(words, !NOT_SENT.test(words), cause);
  try {
    const response = await send(added);
    // Octokit gives the text of a body that is not JSON, and none of one that broke off, as if
    // that were the answer: a list would be taken to be empty.
    const { data } = response;
    if (typeof data === 'object' && data !== null) return response;
    throw unanswered(data === '' ? 'the answer broke off' : 'the answer is not JSON');
  } catch (error) {
    cancelled.throwIfAborted();
    if (error instanceof NoAnswer) throw error;
    const refusal = refusalOf(error);
    throw refusal ? new Refused(refusal, error) : unanswered(networkCause(error), error);
  }
}
