import { unbuilt } from './build-causes.ts';
import { cut } from './clean-text.ts';
import { type ErrorLine, errorLine } from './error-line.ts';
import { NO_LOG_REMEDY, unhealthy } from './health-causes.ts';
import { SAID } from './said.ts';
import { beforeStart, type Explanation, exitCode, type Known, type Seen } from './seen.ts';

/** What is known of exit codes beside the line that names the error. */
export const EXITS: Readonly<Record<number, Known>> = {
  0: {
    cause: "the container's process came to its end, with code 0",
    remedy: 'The container has to keep a server running in the foreground; check its command.',
  },
  126: {
    cause: 'the container exited with code 126, a command that can not be executed',
    remedy: 'Make the file executable (chmod +x), and check start-command, ENTRYPOINT and CMD.',
  },
  127: {
    cause: 'the container exited with code 127, a command that was not found',
    remedy: 'Check start-command, ENTRYPOINT and CMD.',
  },
  137: {
    cause: 'the container was killed with code 137, most likely for want of memory',
    remedy: 'Raise memory, or let the application use less.',
  },
  139: {
    cause: 'the container exited with code 139, a segmentation fault',
    remedy:
      'Look for native code that is not made for this image, such as a library for another libc.',
  },
};

const SEE_LOG =
  'The application log has what the container wrote. Run the image with docker run and the same variables to see it fail.';

const OUT_OF_MEMORY = /heap out of memory|java\.lang\.OutOfMemoryError|std::bad_alloc|MemoryError/;

/** The known causes, by name; the first one that explains what is seen is taken. */
export const KNOWN_CAUSES: Readonly<Record<string, (seen: Seen) => Explanation | undefined>> = {
  'source code not built': unbuilt,

  'wrong architecture': ({ events, application }) =>
    [...application, ...events].some((line) => /exec format error/i.test(line))
      ? {
          cause: 'the image is not built for linux/amd64 (exec format error)',
          remedy:
            'App Runner runs linux/amd64 alone. Build with --platform linux/amd64; when the image is that, a program copied into it is not, or its script lacks the #! line.',
          sure: true,
        }
      : undefined,

  'refused before anything ran': (seen) => {
    const before = beforeStart(seen);
    const found = SAID.find(({ says, onlyBeforeStart }) =>
      (onlyBeforeStart ? before : seen.events).some((line) => says.test(line)),
    );
    return found && { cause: found.cause, remedy: found.remedy, sure: true };
  },

  'out of memory': (seen) => {
    const code = exitCode(seen);
    const line = seen.application.findLast((text) => OUT_OF_MEMORY.test(text));
    return code === undefined || line === undefined
      ? undefined
      : {
          cause: `the container ran out of memory and exited with code ${code}: ${cut(line.trim(), 200)}`,
          remedy: EXITS[137]?.remedy ?? SEE_LOG,
          sure: true,
        };
  },

  'container exited': (seen) => {
    const code = exitCode(seen);
    if (code === undefined) return undefined;
    const known = EXITS[code];
    return known
      ? ended(known, seen, ['uncaught'])
      : ended({ cause: `the container exited with code ${code}`, remedy: SEE_LOG }, seen);
  },

  'application stopped': (seen) =>
    seen.events.some((line) => /application stopped or failed to start/.test(line))
      ? ended({ cause: 'the application stopped or failed to start', remedy: SEE_LOG }, seen)
      : undefined,

  'health check failed': unhealthy,

  // A reason that is not known is better than this: it is shown as it is.
  'nothing came up': (seen) =>
    seen.events.some((line) =>
      /Failed to deploy your application|Deployment.* failed/.test(line),
    ) && !seen.events.some((line) => /reason ?:/i.test(line))
      ? ended({ cause: 'no instance of the new version came up', remedy: SEE_LOG }, seen, [
          'uncaught',
        ])
      : undefined,
};

/** An end of the application, with the line of its log that names the error. */
function ended(
  known: Known,
  { application }: Seen,
  kinds: readonly ErrorLine['kind'][] = ['uncaught', 'logged', 'last'],
): Explanation {
  if (application.length === 0) {
    const remedy = known.remedy === SEE_LOG ? NO_LOG_REMEDY : known.remedy;
    return { cause: `${known.cause}, and the application wrote no log line`, remedy, sure: false };
  }
  const error = errorLine(application);
  if (!error || !kinds.includes(error.kind)) return { ...known, sure: false };
  const link = error.kind === 'last' ? '; its last line was' : '';
  return {
    cause: `${known.cause}${link}: ${error.text}`,
    remedy: known.remedy,
    sure: error.kind === 'uncaught',
  };
}

/** The first known cause that explains what is seen; undefined when none does. */
export function explain(seen: Seen): Explanation | undefined {
  for (const find of Object.values(KNOWN_CAUSES)) {
    const found = find(seen);
    if (found) return found;
  }
  return undefined;
}
