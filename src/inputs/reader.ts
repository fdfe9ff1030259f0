import { InputError } from '../errors.ts';
import type { Parsers } from './parsers.ts';

/** Gives an input's text as the workflow wrote it; empty when it is not set. */
export type GetInput = (name: string) => string;

/** The environment the runner and the credentials step give: Region and commit. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The runner's way to hand inputs to an action: INPUT_NAME in the environment. */
export function inputFromEnvironment(env: NodeJS.ProcessEnv): GetInput {
  return (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

/** What a correct value looks like, for the sentence about a wrong one. */
export interface Expectation {
  readonly allowed: string;
  readonly example: string;
}

/**
 * Reads inputs one by one and collects what is wrong with them, so that a workflow author
 * sees all problems of a run at once. An input that is not set is undefined.
 */
export class InputReader {
  readonly #get: GetInput;
  readonly #problems: string[] = [];
  readonly parsers: Parsers;

  constructor(get: GetInput, parsers: Parsers) {
    this.#get = get;
    this.parsers = parsers;
  }

  /** The text of an input, or undefined when it is not set. */
  text(name: string): string | undefined {
    const value = this.#get(name);
    return value === '' ? undefined : value;
  }

  /** True when the workflow sets the input. */
  has(name: string): boolean {
    return this.text(name) !== undefined;
  }

  /** An input that must match a pattern. */
  matching(name: string, pattern: RegExp, expected: Expectation): string | undefined {
    const value = this.text(name);
    if (value === undefined || pattern.test(value)) return value;
    this.refuse(name, value, expected);
    return undefined;
  }

  /** A boolean as YAML 1.2 writes it: true, True, TRUE, false, False, FALSE. */
  flag(name: string): boolean | undefined {
    const value = this.matching(name, /^(true|True|TRUE|false|False|FALSE)$/, {
      allowed: 'true or false',
      example: `${name}: true`,
    });
    return value === undefined ? undefined : value.toLowerCase() === 'true';
  }

  /** A whole number within bounds, both included. */
  integer(name: string, min: number, max: number, example: number): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.refuse(name, value, {
      allowed: `a whole number from ${min} to ${max}`,
      example: `${name}: ${example}`,
    });
    return undefined;
  }

  /** One of a fixed set of words. */
  oneOf<const T extends string>(name: string, words: readonly T[], example: T): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) {
      this.refuse(name, value, { allowed: words.join(', '), example: `${name}: ${example}` });
    }
    return word;
  }

  /** Records that an input's value is wrong: the value as seen, what is allowed, an example. */
  refuse(name: string, value: string, expected: Expectation): void {
    this.problem(
      `Input '${name}' is '${clip(value)}'; allowed: ${expected.allowed}. Example: ${expected.example}`,
    );
  }

  /** Records a problem in a sentence of its own. */
  problem(sentence: string): void {
    this.#problems.push(sentence);
  }

  /** True when a problem with the input is on record already. */
  complainedAbout(name: string): boolean {
    return this.#problems.some((problem) => problem.includes(`'${name}'`));
  }

  /** Throws InputError with every problem found so far, if there is one. */
  throwIfWrong(): void {
    if (this.#problems.length > 0) throw new InputError(this.#problems);
  }
}

function clip(value: string): string {
  const line = value.replaceAll(/\s*[\r\n]\s*/g, ' ⏎ ');
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}
