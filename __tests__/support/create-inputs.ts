import { InputError } from '../../src/errors.ts';
import type { PullRequestEvent } from '../../src/github/event.ts';
import { readAfterwards } from '../../src/inputs/afterwards.ts';
import type { BuildInputs } from '../../src/inputs/build.ts';
import { readDomain, readTemplate } from '../../src/inputs/domain.ts';
import { gitHubSide } from '../../src/inputs/github-readers.ts';
import {
  type DeployInputs,
  type Environment,
  type Inputs,
  type LifecycleInputs,
  readInputs,
} from '../../src/inputs/inputs.ts';
import { itemsOf, type Separator } from '../../src/inputs/lists.ts';
import { loadParsers } from '../../src/inputs/parsers.ts';
import { InputReader } from '../../src/inputs/reader.ts';
import type { ServiceSettings } from '../../src/inputs/settings.ts';

/** Input texts by the names of action.yml. */
export type InputTexts = Readonly<Record<string, string>>;

/** Every parser; a real run loads those that its inputs need. */
export const PARSERS = await loadParsers(() => 'something');

/** Splits a list's text. */
export function splitList(text: string, separator: Separator): string[] {
  return itemsOf(PARSERS.csv(text), separator);
}

/** Inputs and environment of the shortest workflow that is right. */
export const COMMON: InputTexts = { service: 'hello-api' };
export const ENVIRONMENT: Environment = {
  AWS_REGION: 'us-east-1',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
};

/**
 * Reads inputs, laid over the shortest workflow's.
 *
 * @param event what started the run; a push unless it is said
 */
export function readTexts(
  texts: InputTexts,
  env: Environment = ENVIRONMENT,
  event?: () => PullRequestEvent | undefined,
): Inputs {
  const all: InputTexts = { ...COMMON, ...texts };
  const github = gitHubSide(env, event ?? (() => undefined));
  return readInputs((name) => all[name] ?? '', env, PARSERS, github, readAfterwards, {
    domain: readDomain,
    template: readTemplate,
  });
}

/** Reads inputs of a deployment, laid over the shortest workflow's. */
export function createInputs(
  texts: InputTexts = {},
  env: Environment = ENVIRONMENT,
  event?: PullRequestEvent,
): DeployInputs {
  const inputs = readTexts(texts, env, () => event);
  if (inputs.command !== 'deploy') throw new Error(`these inputs are for ${inputs.command}`);
  return inputs;
}

/** Reads inputs of another command, laid over the shortest workflow's. */
export function createLifecycleInputs<C extends LifecycleInputs['command']>(
  command: C,
  texts: InputTexts = {},
  env: Environment = ENVIRONMENT,
): LifecycleInputs {
  const inputs = readTexts({ ...texts, command }, env);
  if (inputs.command !== command) throw new Error(`these inputs are for ${inputs.command}`);
  return inputs;
}

/** The problems that reading inputs reports; empty when they are right. */
export function problemsOf(
  texts: InputTexts,
  env: Environment = ENVIRONMENT,
  event?: PullRequestEvent,
): readonly string[] {
  try {
    readTexts(texts, env, () => event);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** A reader of these texts alone. */
export function readerOf(texts: InputTexts): InputReader {
  return new InputReader((name) => texts[name] ?? '', PARSERS);
}

/** What a reader has found wrong so far. */
export function problemsIn(reader: InputReader): readonly string[] {
  try {
    reader.throwIfWrong();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** Build inputs as an empty workflow gives them, with some changed. */
export function createBuildInputs(overrides: Partial<BuildInputs> = {}): BuildInputs {
  return {
    context: '.',
    buildArgs: [],
    labels: [],
    buildContexts: [],
    secrets: [],
    secretEnvs: [],
    secretFiles: [],
    ssh: [],
    cacheFrom: [],
    cacheTo: [],
    noCache: false,
    pull: false,
    addHosts: [],
    ...overrides,
  };
}

/** Service settings of a workflow that names only these. */
export function createSettings(overrides: Partial<ServiceSettings> = {}): ServiceSettings {
  return { environmentMode: 'merge', ...overrides };
}
