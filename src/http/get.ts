import { ActionError } from '../errors.ts';
import type { PageAnswer } from '../ports.ts';
import { duration } from '../report/duration.ts';
import { USER_AGENT } from '../version.ts';
import { bodyText } from './body-text.ts';
import { networkCause } from './network-cause.ts';

/** More of a body is not read: it is for a person to look at. */
const BODY_BYTES = 4_096;

/**
 * GETs a page without following redirects. Of the body only the start is read, and only while
 * there is time: once the status is known, a body that hangs, breaks off or never ends takes
 * nothing from the answer.
 *
 * @param timeoutMs for status and body together
 * @param cancelled its reason is thrown when it aborts
 * @throws ActionError with the network's own words, without the URL, whose query may be secret
 */
export async function getPage(
  url: string,
  timeoutMs: number,
  cancelled: AbortSignal,
): Promise<PageAnswer> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'user-agent': USER_AGENT },
      signal: AbortSignal.any([late, cancelled]),
    });
    const start = await startOf(response.body);
    cancelled.throwIfAborted();
    const location = response.headers.get('location');
    return {
      status: response.status,
      ...(location !== null && { location }),
      body: bodyText(start, response.headers.get('content-type') ?? ''),
    };
  } catch (error) {
    cancelled.throwIfAborted();
    throw new ActionError(
      late.aborted ? `no answer within ${duration(timeoutMs)}` : networkCause(error),
      { cause: error },
    );
  }
}

/** The first bytes of a body; the rest is refused, which closes the connection. */
async function startOf(body: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  if (!body) return Buffer.alloc(0);
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    while (bytes < BODY_BYTES) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      bytes += value.length;
    }
    await reader.cancel();
  } catch {
    // What came before it broke off is what there is to show.
  }
  return Buffer.concat(chunks).subarray(0, BODY_BYTES);
}
