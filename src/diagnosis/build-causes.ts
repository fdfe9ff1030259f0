import { buildError } from './build-error.ts';
import { knownWords } from './said.ts';
import type { Explanation, Known, Seen } from './seen.ts';

/** How App Runner says that no image came of the source code, with its reason. */
const FAILED = /Failed to build your application source code(?:.*?Reason: ?(.+?)\.?$)?/i;

/**
 * Reasons that users report, and what they mean. How App Runner words a file that is not valid
 * is not known, so that takes what else it says about the file.
 */
export const BUILD_REASONS: readonly {
  readonly says: RegExp;
  readonly known: (reason: string) => Known;
}[] = [
  {
    says: /apprunner\.yaml.*(?:not found|missing|not exist)/i,
    known: () => ({
      cause: 'the repository has no apprunner.yaml in its source directory',
      remedy:
        'Commit that file to the branch, in the directory that source-directory names (the root where it names none), or set configuration-source: API with runtime, build-command and start-command.',
    }),
  },
  {
    says: /runtime\b.*\bnot (?:supported|valid)|(?:unsupported|invalid) runtime/i,
    known: () => ({
      cause: 'App Runner does not support the runtime version',
      remedy:
        "Choose one of the developer guide's release information, in runtime: or in apprunner.yaml, there without a version for the newest.",
    }),
  },
  {
    says: /apprunner\.yaml|config(?:uration)? file|\bya?ml\b/i,
    known: (reason) => ({
      cause: `apprunner.yaml is not valid: ${reason}`,
      remedy:
        'Check its indentation and keys: version, runtime, build with its commands, and run (developer guide, App Runner configuration file reference).',
    }),
  },
];

/**
 * Why no image came of the source code; undefined when that is not what failed. Lines of the
 * build may still be to come where they decide.
 */
export function unbuilt(seen: Seen): Explanation | undefined {
  if (!buildFailed(seen.events)) return undefined;
  const reason = seen.events.flatMap((line) => FAILED.exec(line)?.[1] ?? []).at(0);
  if (reason === undefined) return commandFailed('the build of the source code failed', seen);
  const command = /execute '([\w-]+)' command/i.exec(reason)?.[1];
  if (command) return commandFailed(`the ${command.replaceAll('_', '-')} command failed`, seen);
  const found = BUILD_REASONS.find(({ says }) => says.test(reason))?.known(reason);
  return { ...(found ?? knownWords(reason) ?? unknown(reason)), sure: true };
}

/** True when App Runner's lines tell that no image came of the source code. */
export function buildFailed(events: readonly string[]): boolean {
  return events.some((line) => FAILED.test(line));
}

function unknown(reason: string): Known {
  return {
    cause: `App Runner could not build the source code: ${reason}`,
    remedy: "The build's last lines tell more, where it has printed any.",
  };
}

function commandFailed(what: string, { build }: Seen): Explanation {
  const error = buildError(build);
  if (!error) {
    return {
      cause: `${what}, and no line of the build is there`,
      remedy:
        'Run it in a fresh checkout, in the source directory and without the variables of the service, to see it fail.',
      sure: false,
    };
  }
  return {
    cause: `${what}${error.kind === 'last' ? '; its last line was' : ''}: ${error.text}`,
    remedy:
      'The command runs in the source directory, with what the repository and the runtime have: environment-variables are there for the running application alone.',
    sure: error.kind === 'uncaught',
  };
}
