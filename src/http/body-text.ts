import { TextDecoder } from 'node:util';

/** Above this share of characters that no text has, a body is taken for binary data. */
const UNREADABLE_SHARE = 0.1;

/** Control characters besides tab and line ends, and what stands for bytes that are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffd]/g;

/**
 * The start of a body as text in the encoding that its type names, else UTF-8; of binary data
 * only what it is.
 *
 * @param contentType as the server says it; may be empty
 */
export function bodyText(start: Uint8Array, contentType: string): string {
  // A character that is cut at the end is left out.
  const text = decoderOf(contentType).decode(start, { stream: true });
  const unreadable = text.match(UNREADABLE)?.length ?? 0;
  if (unreadable <= text.length * UNREADABLE_SHARE) return text;
  const type = /^[\w.+-]{1,40}\/[\w.+-]{1,80}/.exec(contentType)?.[0] ?? 'of no known type';
  return `(binary data, ${type})`;
}

function decoderOf(contentType: string): TextDecoder {
  const name = /;\s*charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(name);
  } catch {
    return new TextDecoder();
  }
}
