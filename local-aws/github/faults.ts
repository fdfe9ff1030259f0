import type { Clock } from '../clock.ts';
import { shownTime } from './repository/dates.ts';

/** The requests that a fault meets, by `METHOD /path` below the API's prefix. */
export type Match = string | RegExp;

/** Which requests and how many of them, default the next one whatever it is. */
export interface Which {
  /** A string matches where it is contained, such as `POST /repos/me/app/deployments`. */
  readonly match?: Match | undefined;
  readonly times?: number | undefined;
}

/** An answer in place of GitHub's own. */
export interface FailedAnswer extends Which {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON, a string as it is; default `{ message, documentation_url, status }`. */
  readonly body?: unknown;
}

/** What happens to one request. */
export type Trouble =
  | { readonly kind: 'answer'; readonly answer: FailedAnswer }
  | { readonly kind: 'hang-up'; readonly after: boolean }
  | { readonly kind: 'late'; readonly ms: number };

interface Waiting {
  readonly match: Match;
  readonly trouble: Trouble;
  left: number;
}

const documentation = 'https://docs.github.com';
const limits = `${documentation}/rest/using-the-rest-api/rate-limits-for-the-rest-api`;

/** What goes wrong at GitHub. Each call adds to what waits; the oldest that matches happens. */
export class GitHubFaults {
  readonly #waiting: Waiting[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Answers requests with a status without acting on them. */
  failNext(answer: FailedAnswer): void {
    this.#add({ kind: 'answer', answer }, answer);
  }

  /** 403 with retry-after, in GitHub's words; see "About secondary rate limits" of its REST pages. */
  secondaryRateLimit(retryAfterSeconds: number, which: Which = {}): void {
    const time = shownTime(this.#clock.now()).replace('T', ' ').replace('Z', ' UTC');
    const message =
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
      'If you reach out to GitHub Support for help, please include the request ID ' +
      `0000:000000:0000000:0000000:00000000 and timestamp ${time}.`;
    const documentation_url = `${limits}#about-secondary-rate-limits`;
    this.failNext({
      ...which,
      status: 403,
      headers: { 'retry-after': String(retryAfterSeconds) },
      body: { documentation_url, message, status: '403' },
    });
  }

  /** 403 with x-ratelimit-remaining 0 until the hour's limit is whole again. */
  primaryRateLimit(resetInSeconds: number, which: Which = {}): void {
    const reset = Math.ceil(this.#clock.now() / 1000) + resetInSeconds;
    const message = 'API rate limit exceeded for installation ID 1.';
    const documentation_url = `${limits}#about-primary-rate-limits`;
    this.failNext({
      ...which,
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
      body: { message, documentation_url, status: '403' },
    });
  }

  /** 502 as github.com has it when it is overloaded. */
  serverError(which: Which = {}): void {
    this.failNext({ ...which, status: 502, body: { message: 'Server Error' } });
  }

  /** Breaks the connection in place of an answer, before or after the request was acted on. */
  hangUp(which: Which & { readonly after?: boolean | undefined } = {}): void {
    this.#add({ kind: 'hang-up', after: which.after ?? false }, which);
  }

  /** Acts on requests at once and answers them later, by the clock. */
  answerLate(ms: number, which: Which = {}): void {
    this.#add({ kind: 'late', ms }, which);
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  /** The fault that meets a request, which is used up by it. */
  take(method: string, path: string): Trouble | undefined {
    const call = `${method} ${path}`;
    const fault = this.#waiting.find(({ match }) =>
      typeof match === 'string' ? call.includes(match) : match.test(call),
    );
    if (!fault) return undefined;
    fault.left -= 1;
    if (fault.left <= 0) this.#waiting.splice(this.#waiting.indexOf(fault), 1);
    return fault.trouble;
  }

  #add(trouble: Trouble, { match = '', times = 1 }: Which): void {
    if (!(times >= 1)) throw new Error(`A fault happens at least once, not ${times} times.`);
    this.#waiting.push({ match, trouble, left: times });
  }
}
