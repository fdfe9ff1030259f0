import { commentRoutes } from './comments/routes.ts';
import { deploymentRoutes } from './deployments/routes.ts';
import { answerGraphQl, graphQlNeedsToken, graphQlPage } from './graphql.ts';
import { type Account, shownAccount } from './http/accounts.ts';
import { GitHubError, notFound } from './http/github-error.ts';
import { enterprisePrefix, type Links, linksTo } from './http/links.ts';
import { checkPermission, notAccessible, type Permissions } from './http/permissions.ts';
import type { Reply, Route } from './http/route.ts';
import { pullRequestRoutes } from './pull-requests/routes.ts';
import type { Repository } from './repository/repository.ts';

/** Who is let in to what. */
export interface Access {
  readonly repository: Repository;
  readonly token: string;
  readonly caller: Account;
  readonly permissions: Permissions;
  /** Such as `http://127.0.0.1:1234`. */
  readonly server: string;
}

/** A request with its path below the API's prefix. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly api: 'rest' | 'enterprise-rest' | 'graphql';
}

/** The API that a path belongs to and what is left of it. */
export function apiOf(path: string): Pick<ApiRequest, 'path' | 'api'> {
  if (path === '/graphql' || path === '/api/graphql') return { api: 'graphql', path: '/graphql' };
  if (path.startsWith(`${enterprisePrefix}/`)) {
    return { api: 'enterprise-rest', path: path.slice(enterprisePrefix.length) };
  }
  return { api: 'rest', path };
}

const routes: readonly { route: Route; pattern: RegExp }[] = [
  ...pullRequestRoutes,
  ...commentRoutes,
  ...deploymentRoutes,
].map((route) => {
  const pattern = new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>\\d+)')}$`);
  return { route, pattern };
});

/** Throws 401 unless the token is the right one. */
function checkToken({ headers, api }: ApiRequest, token: string): void {
  const [, given] = /^(?:token|bearer)\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const page = api === 'graphql' ? graphQlPage : '';
  if (given === token) return;
  if (headers.authorization) throw new GitHubError(401, 'Bad credentials', { page });
  throw api === 'graphql' ? graphQlNeedsToken() : new GitHubError(401, 'Requires authentication');
}

/** What a path names of a repository, by its name or id, and what is below that. */
function pathParts(path: string) {
  const [, repository = '', below = ''] =
    /^\/(repos\/[^/]+\/[^/]+|repositories\/\d+)(\/.*)?$/.exec(path) ?? [];
  return { repository: repository.toLowerCase(), below };
}

function user({ caller }: Access, links: Links): Reply {
  if (caller.type === 'Bot') {
    const page = 'users/users#get-the-authenticated-user';
    throw new GitHubError(403, notAccessible(caller), { page });
  }
  return { status: 200, body: { ...shownAccount(caller, links), name: null } };
}

/** The permissions header is on every answer of an endpoint, refusals too. */
const acceptedHeader = ({ needs }: Route) => ({ 'x-accepted-github-permissions': needs.accepted });

function refusedBy(route: Route, error: unknown): unknown {
  if (!(error instanceof GitHubError)) return error;
  const details = { page: route.page, headers: acceptedHeader(route), ...error.details };
  return new GitHubError(error.status, error.message, details);
}

function atEndpoint(request: ApiRequest, access: Access, links: Links): Reply {
  const { repository, caller, permissions } = access;
  const asked = pathParts(request.path);
  const found = routes
    .filter(({ route }) => route.method === request.method)
    .flatMap(({ route, pattern }) => {
      const match = pattern.exec(asked.below);
      return match ? [{ route, groups: Object.entries(match.groups ?? {}) }] : [];
    })[0];
  if (!found) throw notFound();
  const { route, groups } = found;
  try {
    const own = [`repos/${repository.fullName}`.toLowerCase(), `repositories/${repository.id}`];
    if (!own.includes(asked.repository)) throw notFound();
    checkPermission(route.needs, permissions, caller);
    const ids = Object.fromEntries(groups.map(([name, id]) => [name, Number(id)]));
    const query = new URLSearchParams(request.query);
    const reply = route.handle({ ids, query, body: request.body, repository, caller, links });
    return { ...reply, headers: { ...acceptedHeader(route), ...reply.headers } };
  } catch (error) {
    throw refusedBy(route, error);
  }
}

/** The answer of a refusal; `page` is below the documentation's base unless it is a whole URL. */
function refusal(error: GitHubError, links: Links): Reply {
  const { page = '', errors, headers = {} } = error.details;
  const documentation_url = URL.canParse(page)
    ? page
    : [links.documentation, page].filter(Boolean).join('/');
  const { message, status } = error;
  const body = { message, ...(errors && { errors }), documentation_url, status: String(status) };
  return { status, body, headers };
}

/**
 * Answers a request as GitHub would; refusals are answers too. What isn't a GitHubError is a fault
 * of the stand-in and thrown on.
 */
export function dispatch(request: ApiRequest, access: Access): Reply {
  const links = linksTo(access.server, request.api === 'enterprise-rest');
  try {
    if (!request.headers['user-agent']) {
      throw new GitHubError(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.',
      );
    }
    checkToken(request, access.token);
    if (request.api === 'graphql') return answerGraphQl(request.body, access.caller);
    if (request.path === '/user' && request.method === 'GET') return user(access, links);
    return atEndpoint(request, access, links);
  } catch (error) {
    if (error instanceof GitHubError) return refusal(error, links);
    throw error;
  }
}
