/** An address that an application says it listens on. */
export interface Address {
  readonly port: number;
  /**
   * `all`: reachable from outside; `loopback`: only from inside the container; `instance`: under
   * the instance's own host name; `unsaid`: the line does not tell, or says `localhost`, which
   * servers print for every address.
   */
  readonly reach: 'all' | 'loopback' | 'instance' | 'unsaid';
}

/** What servers say when they are up, in the words of those in wide use. */
const UP =
  /\b(listen(s|ing)?|running|start(ed|ing)?|serving|server|launched|responding|bound|local|network|url)\b/i;

/** Lines that tell of a connection to something else. */
const OUTWARD =
  /\b(connect(ed|ing|ion|s)?|database|db|redis|postgres(ql)?|mysql|mongo(db)?|kafka|proxy)\b/i;

const HOST = String.raw`\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]*\]|::|\*|localhost|ip-[\w.-]+`;

/** `http://0.0.0.0:80`, `[::]:80`, `:80`; not what goes on as a time or a version does. */
const WITH_HOST = new RegExp(
  String.raw`(?:(?<![\w.:\]])(?:(?:https?|tcp)://)?(${HOST})|(?<=^|[\s=(])):(\d{2,5})(?![\d.:])`,
  'gi',
);

/** `port 80`, `port(s): 80 (http)`, `port=80`; `listening on 80`. */
const BARE =
  /\b(?:port(?:s|\(s\))?["']?\s*(?:is|[:=])?\s*["'`]?|listening (?:on|at):?\s+)(\d{2,5})\b(?![.:]\d)/gi;

/**
 * The addresses that log lines name as those the application listens on, in order.
 *
 * @param lines the application's lines as they were written
 */
export function addressesIn(lines: readonly string[]): Address[] {
  return lines
    .filter((line) => UP.test(line) && !OUTWARD.test(line))
    .flatMap((line) => [
      ...[...line.matchAll(WITH_HOST)].map(([, host = '', port]) => ({
        port: Number(port),
        reach: reachOf(host.toLowerCase()),
      })),
      ...[...line.matchAll(BARE)].map(([, port]) => ({
        port: Number(port),
        reach: /\b0\.0\.0\.0\b/.test(line) ? ('all' as const) : ('unsaid' as const),
      })),
    ])
    .filter(({ port }) => port > 0 && port < 65_536);
}

function reachOf(host: string): Address['reach'] {
  if (/^(127\.|\[::1\])/.test(host)) return 'loopback';
  if (host.startsWith('ip-')) return 'instance';
  // An address of its own network, as Flask prints beside the one of loopback, is reachable.
  if (/^(\d|\[|::|\*)/.test(host)) return 'all';
  return 'unsaid';
}
