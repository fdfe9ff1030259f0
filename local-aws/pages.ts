/** One page of a list and the token of the next, absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken?: string;
}

const write = (offset: number) => Buffer.from(`page:${offset}`).toString('base64url');

function read(token: string): number | undefined {
  const offset = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  return offset === undefined ? undefined : Number(offset);
}

/** Cuts a page of `limit` items from a list; throws `refusal` for a token that no page gave. */
export function pageOf<T>(
  items: readonly T[],
  limit: number,
  token: string | undefined,
  refusal: () => Error,
): Page<T> {
  const offset = token === undefined ? 0 : read(token);
  if (offset === undefined) throw refusal();
  const end = offset + limit;
  const page = items.slice(offset, end);
  return end < items.length ? { items: page, nextToken: write(end) } : { items: page };
}
