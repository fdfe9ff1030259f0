import { type Account, nodeId } from './http/accounts.ts';
import { GitHubError } from './http/github-error.ts';
import type { Reply } from './http/route.ts';

/** GitHub's pages on GraphQL. */
export const graphQlPage = 'https://docs.github.com/graphql';

/** A field that a query selects and what it selects of it. */
interface Selection {
  readonly name: string;
  readonly fields: readonly Selection[] | undefined;
}

const parseError = (token: string | undefined) =>
  token === undefined ? 'Unexpected end of document' : `Expected NAME, actual: "${token}"`;

/** Reads `{ field { field } }`. Throws the sentence of what it can't read. */
function selections(tokens: string[]): readonly Selection[] {
  const first = tokens.shift();
  if (first !== '{') throw new Error(parseError(first));
  const fields: Selection[] = [];
  while (tokens[0] !== '}') {
    const name = tokens.shift();
    if (name === undefined || !/^\w+$/.test(name)) throw new Error(parseError(name));
    fields.push({ name, fields: tokens[0] === '{' ? selections(tokens) : undefined });
  }
  tokens.shift();
  return fields;
}

function parsed(query: string): readonly Selection[] {
  const tokens = query.replaceAll(/#.*/g, '').match(/\w+|[^\s\w,]/g) ?? [];
  if (tokens[0] === 'query') {
    tokens.shift();
    if (/^\w+$/.test(tokens[0] ?? '')) tokens.shift();
  }
  const read = selections(tokens);
  if (tokens.length > 0) throw new Error(parseError(tokens[0]));
  return read;
}

interface FieldProblem {
  readonly path: readonly string[];
  readonly extensions: Readonly<Record<string, string>>;
  readonly message: string;
}

const undefinedField = (type: string, name: string, path: readonly string[]): FieldProblem => ({
  path,
  extensions: { code: 'undefinedField', typeName: type, fieldName: name },
  message: `Field '${name}' doesn't exist on type '${type}'`,
});

/** Answers the viewer's fields; the only ones of GitHub's schema that are played. */
function answer(read: readonly Selection[], caller: Account) {
  const { login, id, type } = caller;
  const viewer: Record<string, unknown> = { __typename: 'User', login, id: nodeId(type, id) };
  const wrong = read.flatMap(({ name, fields }): FieldProblem[] => {
    if (name !== 'viewer') return [undefinedField('Query', name, ['query', name])];
    if (!fields) {
      const message =
        "Field must have selections (field 'viewer' returns User but has no selections.)";
      return [{ path: ['query', 'viewer'], extensions: { code: 'selectionMismatch' }, message }];
    }
    return fields
      .filter((field) => !Object.hasOwn(viewer, field.name))
      .map((field) => undefinedField('User', field.name, ['query', 'viewer', field.name]));
  });
  if (wrong.length > 0) return { errors: wrong };
  const fields = read.flatMap((each) => each.fields ?? []);
  return { data: { viewer: Object.fromEntries(fields.map(({ name }) => [name, viewer[name]])) } };
}

function queryOf(body: string): string {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    throw new GitHubError(400, 'Problems parsing JSON');
  }
  const query: unknown = Object(request).query;
  if (typeof query === 'string' && query.trim() !== '') return query;
  throw new GitHubError(400, 'A query attribute must be specified and must be a string.');
}

/**
 * Answers `query { viewer { login } }`, which is how a token's own login is found where GET /user is
 * refused: a workflow's token is `github-actions[bot]`. What GitHub's schema has beyond that is
 * answered as GitHub answers a field that it doesn't have. Throws GitHubError 400 for no query.
 */
export function answerGraphQl(body: string, caller: Account): Reply {
  const query = queryOf(body);
  try {
    return { status: 200, body: answer(parsed(query), caller) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 200, body: { errors: [{ message, locations: [{ line: 1, column: 1 }] }] } };
  }
}

/** What a request without a token is told. */
export const graphQlNeedsToken = () =>
  new GitHubError(401, 'This endpoint requires you to be authenticated.', {
    page: `${graphQlPage}/guides/forming-calls-with-graphql#authenticating-with-graphql`,
  });
