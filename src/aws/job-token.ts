import { ActionError } from '../errors.ts';
import { bodyText } from '../http/body-text.ts';
import { networkCause } from '../http/network-cause.ts';
import type { Clock } from '../ports.ts';
import { duration } from '../report/duration.ts';
import { USER_AGENT } from '../version.ts';
import { backoff } from './retry.ts';

/** A request that hangs is given up after this time and made again. */
const REQUEST_MS = 10_000;

/** Milliseconds after the first request when the last one is made. */
const PATIENCE_MS = 30_000;

/** Waits from here on are told. */
const LONG_MS = 1_000;

/** Of an answer that is no token, so many bytes are shown. */
const SHOWN_BYTES = 200;

/** What asking GitHub for a token needs of the run. */
export interface AskingOptions {
  readonly clock: Clock;
  /** Its reason is thrown when it aborts. */
  readonly cancelled: AbortSignal;
  /** Told of long waits before a retry. */
  readonly tell: (text: string) => void;
  /** From 0 up to 1; spreads the retries. */
  readonly random: () => number;
  /** Milliseconds since 1970 after which nothing is tried again. */
  readonly notAfter: () => number;
}

/** A token that is being asked for. */
export interface AskedToken {
  readonly token: Promise<string>;
  /** Resolves when the first request is on its way, or when there is none. */
  readonly underWay: Promise<void>;
}

/**
 * Starts to ask for a run's first token, so that what else it takes to reach AWS can load while
 * that travels.
 */
export function startAsking(
  audience: string,
  env: Environment,
  options: Omit<AskingOptions, 'notAfter'>,
): AskedToken {
  const token = jobToken(audience, env, { ...options, notAfter: () => Number.POSITIVE_INFINITY });
  // Whoever awaits it hears of its failure.
  token.catch(() => undefined);
  // The socket gets its turn of the event loop before anything else loads.
  return { token, underWay: new Promise((resolve) => setTimeout(resolve, 1)) };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Asks GitHub for a new OIDC token of this job, as its runner offers it. It is good for five
 * minutes. (https://docs.github.com/en/actions/reference/security/oidc)
 *
 * @param env ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN, which the runner sets
 * @throws ActionError, without token or URL in it, when the job may not ask or GitHub gives none
 */
export async function jobToken(
  audience: string,
  env: Environment,
  options: AskingOptions,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: text, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  if (!text || !bearer) throw new ActionError(notOffered(text ? 'TOKEN' : 'URL'));
  const url = URL.parse(text);
  // fetch's error for a header that can't be sent would quote it.
  if (!url || !/^https?:$/.test(url.protocol) || !/^[\x21-\x7e]+$/.test(bearer)) {
    throw new ActionError(
      "Input 'role-to-assume' needs the job's OIDC token, and ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is not what GitHub's runner sets. Remove them from the workflow's env.",
    );
  }
  url.searchParams.set('audience', audience);
  return persistently(() => request(url, bearer, options.cancelled), options);
}

function notOffered(missing: 'URL' | 'TOKEN'): string {
  return (
    `Input 'role-to-assume' needs the job's OIDC token, and the runner offers none: ACTIONS_ID_TOKEN_REQUEST_${missing} is not set. ` +
    'Add "id-token: write" to the permissions of the job, beside "contents: read" for the checkout; a reusable workflow needs it in its caller too. ' +
    "A pull request from a fork or from Dependabot is given none. To use the environment's credentials, leave role-to-assume out."
  );
}

/** A try: the token, or why there is none and whether another try may do better. */
type Try =
  | { readonly token: string }
  | { readonly why: string; readonly passing: boolean; readonly cause?: unknown };

async function persistently(attempt: () => Promise<Try>, options: AskingOptions): Promise<string> {
  const { clock, tell, random, notAfter } = options;
  const begun = clock.now();
  for (let retries = 0; ; retries += 1) {
    const tried = await attempt();
    if ('token' in tried) return tried.token;
    const left = Math.min(begun + PATIENCE_MS, notAfter()) - clock.now();
    if (!tried.passing || left <= 0) {
      throw new ActionError(
        `GitHub gave no OIDC token for this job: ${tried.why}. ${remedy(tried.passing)}`,
        { cause: tried.cause },
      );
    }
    const wait = Math.min(backoff(false, retries, random()), left);
    if (wait >= LONG_MS) {
      tell(`GitHub gave no OIDC token (${tried.why}). It is asked again in ${duration(wait)}.`);
    }
    await clock.sleep(wait);
  }
}

function remedy(passing: boolean): string {
  return passing
    ? 'Run the job again; https://www.githubstatus.com says whether Actions has trouble.'
    : 'Check "id-token: write" in the permissions of the job, and run it again.';
}

async function request(url: URL, bearer: string, cancelled: AbortSignal): Promise<Try> {
  const late = AbortSignal.timeout(REQUEST_MS);
  try {
    const answer = await fetch(url, {
      // The bearer token is for this address alone.
      redirect: 'manual',
      headers: {
        authorization: `bearer ${bearer}`,
        accept: 'application/json',
        'user-agent': USER_AGENT,
      },
      signal: AbortSignal.any([late, cancelled]),
    });
    const body = new Uint8Array(await answer.arrayBuffer());
    cancelled.throwIfAborted();
    return judged(answer, body, bearer);
  } catch (error) {
    cancelled.throwIfAborted();
    const why = late.aborted ? `no answer within ${duration(REQUEST_MS)}` : networkCause(error);
    return { why: why.replaceAll(bearer, '***'), passing: true, cause: error };
  }
}

function judged({ ok, status, headers }: Response, body: Uint8Array, bearer: string): Try {
  if (!ok) {
    const said = bodyText(body.subarray(0, SHOWN_BYTES), headers.get('content-type') ?? '')
      .replaceAll(bearer, '***')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const why = `HTTP ${status}${said && `: ${said}`}`;
    return { why, passing: status >= 500 || status === 429 || status === 408 };
  }
  const token = tokenIn(Buffer.from(body).toString('utf8'));
  // What stands in place of the token may be one in another form: it is not shown.
  return token === undefined
    ? { why: `HTTP ${status} without a token in it`, passing: false }
    : { token };
}

function tokenIn(text: string): string | undefined {
  try {
    const { value } = Object(JSON.parse(text));
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(String(value)) ? String(value) : undefined;
  } catch {
    return undefined;
  }
}
