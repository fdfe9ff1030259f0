/** The part of a list that a request asked for and the Link header that goes with it. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** Undefined when everything is on one page. */
  readonly link: string | undefined;
}

const numberOf = (text: string | null, fallback: number) => {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number > 0 ? number : fallback;
};

/**
 * Cuts a list by `per_page` (default 30; more than 100 is 100) and `page` (default 1). Nonsense is
 * the default and a page past the end is empty, as at GitHub.
 *
 * @param address where the links point, without query; the other parameters are kept in them
 */
export function listPage<T>(
  all: readonly T[],
  query: URLSearchParams,
  address: string,
): ListPage<T> {
  const size = Math.min(numberOf(query.get('per_page'), 30), 100);
  const page = numberOf(query.get('page'), 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const items = all.slice((page - 1) * size, page * size);
  const to = (number: number, relation: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(number));
    return `<${address}?${parameters}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [to(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ];
  return { items, link: links.length > 0 ? links.join(', ') : undefined };
}
