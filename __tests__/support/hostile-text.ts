import fc from 'fast-check';

/** Pieces that mean something to Markdown, HTML, GitHub or a terminal. */
const PIECES = [
  ...['@team', '#12', 'GH-12', ':tada:', '$x$', 'a@b.example', 'deadbeefcafe', 'GHSA-x'],
  ...['https://evil.example', 'www.evil.example', '[x](y)', '![i](u)', '[^1]: x', '[a]: u'],
  ...['`', '``', '```', '~~~', '|', '\\', '\\|', '*', '**', '_', '~~', '{{', '"', "'"],
  ...['<script>', '</td>', '<!--', '-->', '<!-- apprunner-deploy:other -->', '&amp;', '&#64;'],
  ...['- ', '+ ', '1. ', '1) ', '===', '---', '# ', '> ', '    ', ' ', '\t', '\n', '\r\n'],
  ...['\u202e', '\u2066', '\u200b', '\ufeff', '\u0000', '\u001b[31m', '\u2028', '\ud800', '\u3164'],
  ...['x', 'word', '日本', '😀', '.', ',', ':', ';', '(', ')', '!'],
];

/** Text that others wrote, such as a branch's name, a commit's title or a log line. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map(joined) },
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** The same, now and then of thousands of characters. */
export const longHostileText = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  fc
    .tuple(hostileText, fc.integer({ min: 100, max: 3_000 }))
    .map(([text, times]) => text.repeat(times).slice(0, 20_000)),
);

function joined(pieces: readonly string[]): string {
  return pieces.join('');
}
