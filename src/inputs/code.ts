import { CONNECTION, readRegionalArn } from './arns.ts';
import type { InputReader } from './reader.ts';

/** What a workflow names of the code repository that App Runner builds; the rest stays. */
export interface CodeSettings {
  readonly repositoryUrl?: string;
  readonly connectionArn?: string;
  readonly branch?: string;
  /** Absolute in the repository. */
  readonly directory?: string;
  readonly configurationSource?: 'API' | 'REPOSITORY';
  readonly runtime?: Runtime;
  readonly buildCommand?: string;
}

/** The inputs that are about a code repository. */
export const CODE_INPUTS = [
  'source-repository',
  'connection-arn',
  'source-branch',
  'source-directory',
  'configuration-source',
  'runtime',
  'build-command',
] as const;

/** Runtimes that App Runner's API takes (API model, Runtime). */
export const RUNTIMES = [
  'CORRETTO_8',
  'CORRETTO_11',
  'DOTNET_6',
  'GO_1',
  'NODEJS_12',
  'NODEJS_14',
  'NODEJS_16',
  'NODEJS_18',
  'NODEJS_22',
  'PHP_81',
  'PYTHON_3',
  'PYTHON_311',
  'RUBY_31',
] as const;

type Runtime = (typeof RUNTIMES)[number];

/** What apprunner.yaml says in place of the API where it is used. */
const OF_THE_FILE = [
  'runtime',
  'build-command',
  'start-command',
  'port',
  'environment-variables',
  'environment-secrets',
] as const;

/** Reads the inputs about a code repository; those that are not named are not there. */
export function readCode(reader: InputReader, region: string | undefined): CodeSettings {
  const runtime = reader.oneOf('runtime', RUNTIMES, 'NODEJS_22');
  const settings = {
    repositoryUrl: reader.matching('source-repository', REPOSITORY_URL, {
      allowed: 'the URL of a repository on GitHub or Bitbucket',
      example: 'source-repository: https://github.com/OWNER/NAME',
    }),
    connectionArn: readRegionalArn(reader, 'connection-arn', CONNECTION, region),
    branch: reader.matching('source-branch', BRANCH, {
      allowed: "a branch's name without refs/heads/",
      example: 'source-branch: main',
    }),
    directory: reader.matching('source-directory', /^\/[^\0\r\n]*$/, {
      allowed: 'a directory of the repository, from its root on, with a slash before it',
      example: 'source-directory: /api',
    }),
    configurationSource:
      reader.oneOf('configuration-source', ['API', 'REPOSITORY'], 'REPOSITORY') ??
      (runtime && ('API' as const)),
    runtime,
    buildCommand: readBuildCommand(reader),
  };
  if (settings.configurationSource === 'REPOSITORY') refuseIgnored(reader);
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

const REPOSITORY_URL = /^https:\/\/(github\.com|bitbucket\.org)\/[\w.-]+\/[\w.-]+\/?$/;
const BRANCH = /^(?!refs\/)[^\s\0~^:?*[\\]+$/;

/** The command is not repeated in a problem: the API model calls it sensitive. */
function readBuildCommand(reader: InputReader): string | undefined {
  const command = reader.text('build-command');
  if (command === undefined || !/[\r\n]/.test(command)) return command;
  reader.problem(
    "Input 'build-command' has several lines, and App Runner takes one. Example: build-command: npm ci && npm run build",
  );
  return undefined;
}

/** "...and ignores CodeConfigurationValues" (API reference, ConfigurationSource). */
function refuseIgnored(reader: InputReader): void {
  for (const name of OF_THE_FILE.filter((input) => reader.has(input))) {
    reader.problem(
      `Inputs 'configuration-source' and '${name}' exclude each other here: with REPOSITORY App Runner takes it from the repository's apprunner.yaml alone. Write it there, or set configuration-source: API with a runtime.`,
    );
  }
}
