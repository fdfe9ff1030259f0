import type { About } from './about.ts';
import { changeTable } from './changes.ts';
import { diagnosisMarkdown } from './diagnosis.ts';
import { domainPart, domainRow } from './domain.ts';
import { duration } from './duration.ts';
import { headline, totalMs } from './headline.ts';
import { bareLink, cell, table } from './markdown.ts';
import { withScheme } from './outputs.ts';
import { short } from './plain.ts';
import type { Report } from './report.ts';
import { rowsThatFit, tooMany } from './rows.ts';
import { sectionMarkdown } from './sections.ts';
import { sweepTable } from './sweep.ts';
import { timeline } from './timeline.ts';
import { COMMENT_LENGTH, PRIVATE, quoted, reasoned, toldMarkdown } from './told.ts';

/** Characters of the error's text. */
const FAILURE_LENGTH = 10_000;

/** Characters of one step of a plan, and bytes of all. */
const STEP_LENGTH = 2_000;
const PLAN_BYTES = 100_000;

/**
 * The job summary in Markdown: what was done, where it runs, how long each phase took. It is below
 * the 1 MiB that GitHub shows, whatever the report holds.
 *
 * @param about what the pull request's comment is about, for a run that has one: the summary
 *   begins with the same words then
 */
export function summary(report: Report, about?: About): string {
  const { plan = [], sweep = [], sections = [], changes, phases } = report;
  const parts = [
    ...(about ? toldParts(report, about) : ownParts(report)),
    planList(plan),
    sweepTable(sweep),
    ...sections.map(sectionMarkdown),
    domainPart(report.facts.domain),
    changeTable(changes),
    timeline(phases),
    phaseTable(report),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function toldParts(report: Report, about: About): string[] {
  return [
    toldMarkdown(about, { state: 'ended', report }, COMMENT_LENGTH),
    table(['', ''], detailRows(report)),
  ];
}

function ownParts(report: Report): string[] {
  const { facts, failure, reason, diagnosis } = report;
  const url = facts.serviceUrl === '' ? PRIVATE : facts.serviceUrl;
  const rows = [
    ['URL', facts.serviceUrl ? bareLink(withScheme(facts.serviceUrl)) : url],
    domainRow(facts.domain),
    ...detailRows(report),
  ].filter((row): row is [string, string] => Boolean(row[1]));
  return [
    `### ${subject(report)}: ${headline(report)}`,
    reason ? reasoned(reason) : '',
    failure ? quoted(failure, FAILURE_LENGTH) : '',
    diagnosis ? diagnosisMarkdown(diagnosis) : '',
    table(['', ''], rows),
  ];
}

function subject({ facts: { serviceName } }: Report): string {
  return serviceName ? `App Runner service ${cell(serviceName)}` : 'App Runner';
}

function detailRows({ result, facts }: Report): [string, string][] {
  const rows: [string, string | undefined][] = [
    ['Result', result],
    ['Service', facts.serviceArn],
    ['Service status', facts.serviceStatus],
    ['Operation', facts.operationId && `${facts.operationId} ${facts.operationStatus ?? ''}`],
    ['Image', facts.image],
    ['Image digest', facts.imageDigest],
    ['Commit', facts.commit],
  ];
  return rows.flatMap(([name, text]) => (text ? [[name, cell(short(text, STEP_LENGTH))]] : []));
}

function planList(plan: readonly string[]): string {
  const steps = plan.map((step, index) => [`${index + 1}. ${cell(short(step, STEP_LENGTH))}`]);
  const { shown, left } = rowsThatFit(steps, PLAN_BYTES);
  return [shown.join('\n'), ...tooMany(left)].join('\n\n');
}

function phaseTable({ phases }: Report): string {
  if (phases.length === 0) return '';
  return table(
    ['Phase', 'Time'],
    [...phases, { name: 'Total', ms: totalMs(phases) }].map(({ name, ms }) => [
      cell(name),
      duration(ms),
    ]),
  );
}
