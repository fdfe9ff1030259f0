import { createHmac, randomBytes } from 'node:crypto';
import { invalidRequest } from './refusals.ts';
import type { PageInput } from './shapes.ts';

/** Something listed; `order` is unique in its list and never changes. */
export interface Listed {
  readonly order: number;
}

const key = randomBytes(16);
const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

const encode = (list: string, order: number): string =>
  Buffer.from(JSON.stringify([list, order, sign(`${list} ${order}`)])).toString('base64url');

const decode = (list: string, token: string): number => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(parts)) {
      const [name, order, signature] = parts;
      if (name === list && typeof order === 'number' && signature === sign(`${list} ${order}`)) {
        return order;
      }
    }
  } catch {
    // Not JSON: refused below like every other token that this server did not make.
  }
  throw invalidRequest('The specified NextToken is invalid.');
};

/**
 * One page of `items`, which come sorted by falling `order`. `list` names list and filter: a token
 * of another list is refused. Pages hold `MaxResults`, or `most` items when it is omitted.
 */
export const page = <T extends Listed>(
  list: string,
  items: readonly T[],
  input: PageInput,
  most: number,
): { readonly items: readonly T[]; readonly next: { readonly NextToken?: string } } => {
  const size = input.MaxResults ?? most;
  const before = input.NextToken === undefined ? Infinity : decode(list, input.NextToken);
  const rest = items.filter((item) => item.order < before);
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  const more = rest.length > shown.length && last !== undefined;
  return { items: shown, next: more ? { NextToken: encode(list, last.order) } : {} };
};
