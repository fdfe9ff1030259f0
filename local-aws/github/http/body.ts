import { GitHubError, invalidRequest } from './github-error.ts';

/** What a member of a JSON body may be, as GitHub's schemas name it. */
export type MemberType = 'string' | 'boolean' | 'array' | 'object' | 'null';

/** A schema of a JSON body: what members there are and which can't be left out. */
export interface BodySchema {
  readonly required: readonly string[];
  readonly members: Readonly<Record<string, readonly MemberType[]>>;
}

const isOf = (value: unknown, type: MemberType): boolean => {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'null' ? value === null : typeof value === type;
};

/** A value as GitHub's messages show it: its server is written in Ruby. */
const shown = (value: unknown) => (value === null ? 'nil' : JSON.stringify(value));

const named = (type: MemberType) => `${type === 'array' || type === 'object' ? 'an' : 'a'} ${type}`;

const mismatch = (name: string, value: unknown, types: readonly MemberType[]) => {
  const [type] = types;
  const fits = types.some((each) => isOf(value, each));
  return fits || type === undefined
    ? []
    : [`For 'properties/${name}', ${shown(value)} is not ${named(type)}.`];
};

function parsed(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new GitHubError(400, 'Problems parsing JSON');
  }
  if (isOf(value, 'object')) return Object(value);
  throw new GitHubError(400, 'Body should be a JSON object');
}

/**
 * The members of a JSON body that is of a schema. Throws GitHubError: 400 when it is no JSON object,
 * 422 "Invalid request." with all that is wrong. The sentences on missing, wrong and unknown
 * members are GitHub's, seen in test suites that run against it and in users' reports; that unknown members
 * are refused on every endpoint is stricter than GitHub, so that no typing error passes.
 */
export function readBody(text: string, { required, members }: BodySchema): Map<string, unknown> {
  const body = new Map(Object.entries(parsed(text)));
  const wrong = [
    ...[...body.keys()]
      .filter((name) => !Object.hasOwn(members, name))
      .map((name) => `"${name}" is not a permitted key.`),
    ...required.filter((name) => !body.has(name)).map((name) => `"${name}" wasn't supplied.`),
    ...[...body].flatMap(([name, value]) => mismatch(name, value, members[name] ?? [])),
  ];
  if (wrong.length > 0) throw invalidRequest(...wrong);
  return body;
}

/** A member that the schema holds to be a string; undefined when absent. */
export function textOf(body: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = body.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** A member that the schema holds to be a boolean; undefined when absent. */
export function flagOf(body: ReadonlyMap<string, unknown>, name: string): boolean | undefined {
  const value = body.get(name);
  return typeof value === 'boolean' ? value : undefined;
}
