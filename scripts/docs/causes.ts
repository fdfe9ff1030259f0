import { explain } from '../../src/diagnosis/known-causes.ts';
import { addressesIn } from '../../src/diagnosis/listening.ts';
import { knownRefusal } from '../../src/diagnosis/said.ts';
import type { Known, Seen } from '../../src/diagnosis/seen.ts';
import { CAUSE_EXAMPLES, type CauseExample, REFUSAL_EXAMPLES } from './cause-examples.ts';

/** What the action sees of an example. */
export function seenIn({ shows, application = [], build = [] }: CauseExample): Seen {
  const events = shows.map((line) => `[AppRunner] ${line}`);
  return { events, application, build, addresses: addressesIn(application) };
}

/** The examples of every kind, in order. */
export const examples: readonly CauseExample[] = Object.values(CAUSE_EXAMPLES).flat();

/**
 * The failures that are met most, as a Markdown table of what the step says and what to do.
 *
 * @throws Error when the action has no explanation for one
 */
export function commonCauses(): string {
  const rows = examples
    .filter(({ common }) => common)
    .map((example) => {
      const { cause, remedy } = explained(example);
      return row([cause, remedy].map(cell));
    });
  return table(['The step says', 'What to do'], rows);
}

/**
 * Every known cause as Markdown: a heading and a table for each kind, then the refusals of calls.
 * Cause and remedy are what the action itself says of the example.
 *
 * @throws Error when the action has no explanation for one
 */
export function allCauses(): string {
  const kinds = Object.entries(CAUSE_EXAMPLES).map(
    ([kind, each]: [string, readonly CauseExample[]]) => {
      const rows = each.map((example) => {
        const { cause, remedy } = explained(example);
        return row([shown(example), cell(cause), cell(remedy)]);
      });
      return `## ${kind}\n\n${table(['Logs', 'The step says', 'What to do'], rows)}`;
    },
  );
  const refusals = REFUSAL_EXAMPLES.map(([code, message]) => {
    const known = knownRefusal(code, message);
    if (!known) throw new Error(`The action does not know '${code}: ${message}'.`);
    return row([asCode(`${code}: ${message}`), cell(known.cause), cell(known.remedy)]);
  });
  const heads = ['App Runner answers', 'The step says', 'What to do'];
  return [...kinds, `## App Runner refuses the call\n\n${table(heads, refusals)}`].join('\n\n');
}

function explained(example: CauseExample): Known {
  const found = explain(seenIn(example));
  if (!found) throw new Error(`The action does not know '${example.shows.join(' / ')}'.`);
  return found;
}

/** The lines that tell: App Runner's, then those of the application or the build. */
function shown({ shows, application = [], build = [] }: CauseExample): string {
  return [
    ...shows.map((line) => `App Runner: ${asCode(line)}`),
    ...application.map((line) => `application: ${asCode(line)}`),
    ...build.map((line) => `build: ${asCode(line)}`),
  ].join('<br>');
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [row(heads), row(heads.map(() => '---')), ...rows].join('\n');
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const cell = (text: string) => text.replaceAll('|', '\\|');

/** Text as code, also where it has backticks itself. */
function asCode(text: string): string {
  return text.includes('`') ? `\`\` ${cell(text)} \`\`` : `\`${cell(text)}\``;
}
