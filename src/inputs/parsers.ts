import type { GetInput } from './reader.ts';

/** The libraries that read lists and variables. */
export interface Parsers {
  /** Reads CSV records; throws on a quote that is not closed. */
  csv(text: string): string[][];
  /** Reads dotenv statements into names and values; throws nothing. */
  dotenv(text: string): Readonly<Record<string, string>>;
}

/** Inputs that are lists as docker/build-push-action reads them. */
const LISTS = [
  'add-hosts',
  'build-args',
  'build-contexts',
  'cache-from',
  'cache-to',
  'image-tags',
  'labels',
  'secret-envs',
  'secret-files',
  'secrets',
  'ssh',
  'tags',
];

/** Inputs that are lines of a .env file. */
const VARIABLES = ['environment-secrets', 'environment-variables'];

/** Loads the libraries that the inputs of this run need, and no other: they cost start time. */
export async function loadParsers(get: GetInput): Promise<Parsers> {
  const needs = (names: readonly string[]) => names.some((name) => get(name) !== '');
  const csv = needs(LISTS) ? (await import('csv-parse/sync')).parse : undefined;
  const dotenv = needs(VARIABLES) ? (await import('dotenv')).parse : undefined;
  return {
    csv: (text) =>
      loaded(csv, 'csv-parse')(text, {
        relaxQuotes: true,
        relaxColumnCount: true,
        skipEmptyLines: true,
      }),
    dotenv: (text) => loaded(dotenv, 'dotenv')(text),
  };
}

function loaded<T>(parser: T | undefined, name: string): T {
  if (parser) return parser;
  throw new Error(`${name} was not loaded: an input that needs it is not listed in parsers.ts.`);
}
