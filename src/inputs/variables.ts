import type { InputReader } from './reader.ts';

/** App Runner keeps this prefix for itself (Developer Guide, "Referencing environment variables"). */
const RESERVED = /^AWSAPPRUNNER/i;

/**
 * One statement of dotenv's grammar (dotenv 17, LINE in lib/main.js). dotenv itself drops
 * what it can't read and keeps the last of two equal names; here both are problems, so the
 * statements are told apart first and each is then read by dotenv.
 */
const STATEMENT =
  /^\s*(?:export\s+)?[\w.-]+(?:\s*=\s*?|:\s+?)(?:\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/gm;

/**
 * Reads an input of dotenv lines into a map of names to values. Problems name the variable or
 * the line, never a value: values may be secret.
 */
export function readVariables(
  reader: InputReader,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const variables = new Map<string, string>();
  let end = 0;
  for (const match of text.matchAll(STATEMENT)) {
    refuseLeftovers(reader, name, text, end, match.index);
    end = match.index + match[0].length;
    for (const [key, value] of Object.entries(reader.parsers.dotenv(match[0]))) {
      refuseBadName(reader, name, key, variables.has(key));
      refuseLostComment(reader, name, key, match[0]);
      refuseLineBreak(reader, name, key, value);
      variables.set(key, value);
    }
  }
  refuseLeftovers(reader, name, text, end, text.length);
  return Object.fromEntries(variables);
}

function refuseBadName(reader: InputReader, input: string, key: string, twice: boolean): void {
  if (twice) {
    reader.problem(`Input '${input}' names ${key} twice; keep the line that is meant.`);
  }
  if (RESERVED.test(key)) {
    reader.problem(
      `Input '${input}' names ${key}; App Runner keeps names that start with AWSAPPRUNNER for itself. Choose another name.`,
    );
  }
}

/** A value that dotenv takes as quoted; any other ends at the first '#'. */
const QUOTED = /^\s*('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`)\s*(?:#.*)?$/;

/** dotenv cuts an unquoted value at '#'. A colour or a password must not lose its end in silence. */
function refuseLostComment(
  reader: InputReader,
  input: string,
  key: string,
  statement: string,
): void {
  const value = statement.slice(statement.search(/[=:]/) + 1);
  const at = value.indexOf('#');
  if (QUOTED.test(value) || at === -1 || /\s/.test(value.charAt(at - 1))) return;
  reader.problem(
    `Input '${input}': the value of ${key} holds '#', which starts a comment in dotenv. ` +
      `Quote the value (${key}="..."), or put a space before a comment.`,
  );
}

/** The API model's pattern for a value is `.*`, which a line break does not match. */
function refuseLineBreak(reader: InputReader, input: string, key: string, value: string): void {
  if (!/[\r\n]/.test(value)) return;
  reader.problem(
    `Input '${input}': the value of ${key} has a line break, which App Runner takes in no variable. ` +
      `Encode the value (base64), or keep it in Secrets Manager and name it in environment-secrets.`,
  );
}

function refuseLeftovers(
  reader: InputReader,
  input: string,
  text: string,
  from: number,
  to: number,
): void {
  const before = text.slice(0, from).split('\n').length;
  for (const [index, line] of text.slice(from, to).split('\n').entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    reader.problem(
      `Input '${input}', line ${before + index}, is not NAME=VALUE. Example: ${input}: LOG_LEVEL=info`,
    );
  }
}
