import { CancelledError, errorMessage } from '../errors.ts';
import type { PageAnswer } from '../ports.ts';
import { redirectOf } from './redirect.ts';

/** What came of asking a URL. */
export type Visit =
  | {
      readonly kind: 'answer';
      /** The page that answered, which a redirect may have led to. */
      readonly url: string;
      readonly status: number;
      /** Where the page sends its visitors, when they were not followed there. */
      readonly leadsTo?: string;
      /** The start of the body. */
      readonly body: string;
    }
  | { readonly kind: 'silence'; readonly url: string; readonly error: string };

/** How to ask; `timeoutMs` is asked anew for each page. */
export interface Visiting {
  get(url: string, timeoutMs: number): Promise<PageAnswer>;
  timeoutMs(): number;
  /** Whether redirects are followed; to the same host only, and five at most. */
  readonly follow: boolean;
}

const MOST_REDIRECTS = 5;

/**
 * Asks a URL once. That nothing answers is a visit too, with the reason why.
 *
 * @throws CancelledError
 */
export async function visit(start: string, visiting: Visiting): Promise<Visit> {
  let url = start;
  try {
    for (let followed = 0; ; followed += 1) {
      const { status, location, body } = await visiting.get(url, visiting.timeoutMs());
      const redirect = redirectOf(url, status, location);
      const further = visiting.follow && followed < MOST_REDIRECTS && redirect?.kind === 'here';
      if (!further) {
        return { kind: 'answer', url, status, ...(redirect && { leadsTo: redirect.url }), body };
      }
      url = redirect.url;
    }
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return { kind: 'silence', url, error: errorMessage(error) };
  }
}
