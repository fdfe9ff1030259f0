import { type Clean, cut } from '../diagnosis/clean-text.ts';
import type { Visit } from '../http/visit.ts';
import { withoutQuery } from '../inputs/smoke-test.ts';
import { duration } from '../report/duration.ts';

/** Characters of a body that a failure shows. */
const EXCERPT = 500;

/** A redirect may lead to any length of URL. */
const URL_LENGTH = 200;

/** How often and how long a URL was asked; nothing was seen where no time was left. */
export interface Asked {
  readonly tries: number;
  readonly ms: number;
  readonly last: Visit | undefined;
}

/** True when a page answered with the status that is wanted, which is any 2xx when none is. */
export function passes(visit: Visit, wanted: number | undefined): boolean {
  if (visit.kind === 'silence') return false;
  return wanted === undefined ? visit.status >= 200 && visit.status < 300 : visit.status === wanted;
}

/** The status that is wanted, in words. */
export function wantedText(wanted: number | undefined): string {
  return wanted === undefined ? 'a status of 200 to 299' : `status ${wanted}`;
}

/** A URL without what a log must not show of it: query, fragment, and a login in it. */
export function shownUrl(url: string): string {
  const known = URL.parse(url);
  if (!known) return cut(withoutQuery(url), URL_LENGTH);
  return cut(
    `${known.protocol}//${known.host}${known.pathname}${known.search && '?…'}`,
    URL_LENGTH,
  );
}

/** What came of asking `url`, as a sentence without its subject: `answered 503`. */
export function visitText(visit: Visit, url: string, clean: Clean): string {
  const redirected = visit.url === url ? '' : `redirected to ${shownUrl(visit.url)}, which `;
  const outcome =
    visit.kind === 'silence' ? `gave no answer: ${visit.error}` : `answered ${visit.status}`;
  const leads =
    visit.kind === 'answer' && visit.leadsTo !== undefined
      ? ` and leads to ${shownUrl(visit.leadsTo)}`
      : '';
  return clean(`${redirected}${outcome}${leads}`).join(' ');
}

/**
 * The failure's text: what was asked and seen, that the deployment stands, and the body's start.
 *
 * @param clean takes secrets and commands to the runner out of what the page said
 */
export function failureText(
  url: string,
  wanted: number | undefined,
  { tries, ms, last }: Asked,
  clean: Clean,
): string {
  const stands = 'The deployment itself succeeded and the new version serves.';
  if (!last) {
    return `The smoke test failed: timeout-minutes was over before ${shownUrl(url)} could be asked. ${stands}`;
  }
  const effort = `${tries} ${tries === 1 ? 'try' : 'tries'} in ${duration(ms)}`;
  const failure =
    `The smoke test failed: GET ${shownUrl(url)} ${visitText(last, url, clean)}. ` +
    `Wanted was ${wantedText(wanted)}; this is the last of ${effort}. ${stands}`;
  if (last.kind === 'silence') return failure;
  const body = excerpt(last.body, clean);
  return body.length === 0
    ? `${failure} The body was empty.`
    : [`${failure} The body begins:`, ...body].join('\n');
}

/** The first characters of a body, marked as somebody else's words. */
function excerpt(body: string, clean: Clean): string[] {
  const text = clean(body).join('\n').trim();
  return text === ''
    ? []
    : cut(text, EXCERPT)
        .split('\n')
        .map((line) => `| ${line}`);
}

/** What is wrong in one line, for the diagnosis. */
export function causeText(url: string, { last }: Asked, clean: Clean): string {
  return last
    ? `GET ${shownUrl(url)} ${visitText(last, url, clean)}`
    : `There was no time left to GET ${shownUrl(url)}`;
}

/** What to do about the last thing seen. */
export function remedyText({ last }: Asked): string {
  if (!last) return 'Raise timeout-minutes.';
  if (last.kind === 'silence') {
    return 'See in the application log whether the request came in. If it did not, check that this runner reaches the URL: DNS, firewall, proxy.';
  }
  if (last.leadsTo !== undefined) {
    return `Name in smoke-path the page that it leads to, or set smoke-status: ${last.status}.`;
  }
  if (last.status >= 500) {
    return 'See in the application log why the new version fails on this request.';
  }
  if (last.status === 401 || last.status === 403) {
    return `Name in smoke-path a page that answers without a login, or set smoke-status: ${last.status}.`;
  }
  return `Check smoke-path and the routes of the new version, or set smoke-status: ${last.status} if this is right.`;
}
