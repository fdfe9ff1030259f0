import { cut } from './clean-text.ts';

/** How much of a line goes into a sentence. */
const LENGTH = 200;

/** What a log line may have before its text: a time, a level, the name of a process. */
const PREFIX =
  /^(?:\[?\d{4}-\d\d-\d\d[T ][\d:.,+Z -]*\]?\s*|(?:\[(?:error|fatal|critical)\]|ERROR|FATAL|CRITICAL):?\s+)+/;

/** A line that an uncaught error of one language writes; the first group is what it says. */
const UNCAUGHT: readonly RegExp[] = [
  // Java: the last cause is the one to mend.
  /^Caused by: (.+)/,
  /^Exception in thread "[^"]*" (.+)/,
  // .NET
  /^Unhandled exception[.:] (.+)/i,
  // Go
  /^(panic: .+|fatal error: .+)/,
  // Ruby: file, line, method, message and class.
  /^\S.*?:\d+:in [`'][^']*': (.+ \([A-Z][\w:]*\))$/,
  // Elixir
  /^(\*\* \([\w.]+\) .+)/,
  // PHP
  /^(?:PHP )?Fatal error:\s+(.+)/,
  // Rust up to 1.72, with the message in the same line
  /^thread '[^']*' panicked at '(.+)', \S+$/,
  // Shells, and what starts containers
  /^((?:\/\S+|\w*sh): .*(?:not found|no such file or directory|permission denied))$/i,
  /(exec:? .*(?:not found|no such file or directory|permission denied).*)$/i,
  /^(nginx: \[emerg\] .+)/,
  /^npm (?:ERR!|error) (Missing script: .+)/i,
  // Node, Python, and Java's own start: a class that ends in Error or Exception.
  /^(?:Uncaught )?((?:[A-Za-z_$][\w$]*\.)*[A-Za-z_$]*(?:Error|Exception)(?: \[\w+\])?: .+)/,
];

/** A line that only announces the next one, where the error stands. */
const ANNOUNCED: readonly { readonly by: RegExp; readonly is: RegExp }[] = [
  // Python: below the indented frames.
  { by: /^Traceback \(most recent call last\):/, is: /^[A-Za-z_][\w.]*(?::.*)?$/ },
  // Rust since 1.73
  { by: /^thread '[^']*' (?:\(\d+\) )?panicked at \S+:\d+:\d+:$/, is: /\S/ },
  // Spring Boot
  { by: /^Description:$/, is: /\S/ },
];

/** A line that a logger calls an error. */
export const LOGGED = /\b(?:fatal|critical|panic|error|exception)\b|"level":[56]0\b/i;

/** How sure it is that a line names the error that ended the application. */
export interface ErrorLine {
  readonly text: string;
  /** `uncaught`: in the words of a language's own report; `logged`: called an error. */
  readonly kind: 'uncaught' | 'logged' | 'last';
}

/**
 * The line of an application's log that best names the error that ended it, in the last report
 * of an uncaught error if there is one; undefined when there are no lines.
 */
export function errorLine(lines: readonly string[]): ErrorLine | undefined {
  const texts = lines.map((line) => line.replace(PREFIX, ''));
  const said = (text: string, kind: ErrorLine['kind']): ErrorLine => ({
    text: cut(text.trim(), LENGTH),
    kind,
  });
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    const found = uncaughtAt(texts, at);
    if (found) return said(found, 'uncaught');
  }
  const logged = lines.findLast((line) => LOGGED.test(line));
  if (logged) return said(messageOf(logged), 'logged');
  const last = lines.findLast((line) => line.trim() !== '');
  return last === undefined ? undefined : said(last, 'last');
}

/** The message of a line that a logger wrote as JSON; other lines as they are. */
function messageOf(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, message }: { readonly msg?: unknown; readonly message?: unknown } =
      JSON.parse(line);
    return [msg, message].find((text): text is string => typeof text === 'string') ?? line;
  } catch {
    return line;
  }
}

function uncaughtAt(texts: readonly string[], at: number): string | undefined {
  const text = texts[at] ?? '';
  for (const { by, is } of ANNOUNCED) {
    if (!by.test(text)) continue;
    const after = texts.slice(at + 1).find((line) => is.test(line));
    if (after) return after;
  }
  for (const pattern of UNCAUGHT) {
    const found = pattern.exec(text)?.[1];
    if (found) return found;
  }
  return undefined;
}
