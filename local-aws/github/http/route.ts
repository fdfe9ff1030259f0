import type { Repository } from '../repository/repository.ts';
import type { Account } from './accounts.ts';
import type { Links } from './links.ts';
import { listPage } from './paging.ts';
import type { Need } from './permissions.ts';

/** A request to an endpoint of the repository, let in. */
export interface EndpointRequest {
  /** What the path's placeholders are, all of them numbers. */
  readonly ids: Readonly<Record<string, number>>;
  readonly query: URLSearchParams;
  /** The body as it came. */
  readonly body: string;
  readonly repository: Repository;
  readonly caller: Account;
  readonly links: Links;
}

/** What an endpoint answers; a body of undefined is none. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One endpoint below `/repos/OWNER/NAME`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Such as `/issues/{number}/comments`; placeholders are numbers. */
  readonly path: string;
  /** Its page in GitHub's REST documentation, such as `pulls/pulls#get-a-pull-request`. */
  readonly page: string;
  readonly needs: Need;
  handle(request: EndpointRequest): Reply;
}

/** A placeholder's number; routes name those that their path has. */
export function idOf({ ids }: EndpointRequest, name: string): number {
  const id = ids[name];
  if (id === undefined) throw new Error(`The route has no {${name}} in its path.`);
  return id;
}

/**
 * The answer of a list endpoint. As at GitHub its links go by the repository's id, not its name.
 *
 * @param path below the repository, such as `/deployments`
 */
export function listReply<T>(
  request: EndpointRequest,
  path: string,
  all: readonly T[],
  shape: (item: T) => unknown,
): Reply {
  const { repository, links, query } = request;
  const address = `${links.api}/repositories/${repository.id}${path}`;
  const { items, link } = listPage(all, query, address);
  return { status: 200, body: items.map(shape), ...(link && { headers: { link } }) };
}
