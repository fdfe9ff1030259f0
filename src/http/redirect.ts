/** Answers that send a GET elsewhere (RFC 9110, 15.4). */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends the one who asked. */
export type Redirect =
  /** To the same host: the URL to ask next. */
  | { readonly kind: 'here'; readonly url: string }
  /** To another host: its URL, or what the answer has in place of one. */
  | { readonly kind: 'elsewhere'; readonly url: string };

/**
 * Reads a redirect; undefined when the answer is none. The same host is the same name and port,
 * and never a step from https down to http: applications that don't know of the TLS in front
 * of them write http, and mean https.
 *
 * @param url what was asked
 * @param location as the answer says it; may be relative
 */
export function redirectOf(
  url: string,
  status: number,
  location: string | undefined,
): Redirect | undefined {
  if (!REDIRECTS.has(status) || location === undefined) return undefined;
  const from = new URL(url);
  const to = URL.parse(location, url);
  if (!to || !/^https?:$/.test(to.protocol)) return { kind: 'elsewhere', url: location };
  if (to.host !== from.host) return { kind: 'elsewhere', url: to.href };
  to.protocol = from.protocol === 'https:' ? from.protocol : to.protocol;
  return { kind: 'here', url: to.href };
}
