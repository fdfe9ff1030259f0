import type { About } from './about.ts';
import { serviceLink } from './console-links.ts';
import { diagnosisParts } from './diagnosis.ts';
import { domainRow } from './domain.ts';
import { duration } from './duration.ts';
import { goesOn, headline, totalMs } from './headline.ts';
import { bareLink, cell, code, link, table } from './markdown.ts';
import { withScheme } from './outputs.ts';
import { short } from './plain.ts';
import type { Report } from './report.ts';

/** How far the run is. */
export type Told =
  | { readonly state: 'building' }
  /** The service is gone; where a run deleted it, its report tells. */
  | { readonly state: 'deleted' }
  | { readonly state: 'ended'; readonly report: Report };

/**
 * Characters of a comment. GitHub's error says 65,536, and for comments it counts 262,144 bytes
 * of UTF-8; this is below both, however it is counted.
 */
export const COMMENT_LENGTH = 60_000;

/** Characters of what others wrote, which may become seven times as many in Markdown. */
const FAILURE_LENGTH = 2_000;
const REASON_LENGTH = 500;
const BRANCH_LENGTH = 255;

/** Digits of a commit that GitHub shows. */
const SHORT_SHA = 7;

/**
 * The words about a run, in Markdown: the same in the comment on a pull request and in the job
 * summary. The oldest log lines are left out where all of them do not fit.
 *
 * @param length characters that it has at the most; all but the log lines fits into 45,000
 */
export function toldMarkdown(about: About, told: Told, length: number): string {
  const parts = [title(about, told), ...(told.state === 'ended' ? reasons(told.report) : [])];
  const rows = rowsOf(about, told);
  if (rows.length > 0) parts.push(table(['', ''], rows));
  const taken = parts.reduce((sum, part) => sum + part.length + 2, 0);
  const diagnosis = told.state === 'ended' ? told.report.diagnosis : undefined;
  const why = diagnosis ? diagnosisParts(diagnosis, length - taken) : [];
  return [...parts, ...why].join('\n\n');
}

function title({ service }: About, told: Told): string {
  return `### App Runner service ${cell(service)}: ${titleEnd(told)}`;
}

function titleEnd(told: Told): string {
  if (told.state !== 'ended') return told.state;
  const { result } = told.report;
  if (goesOn(told.report)) return 'deployment started, this run did not wait for it';
  return READY.has(result) ? 'ready' : headline(told.report);
}

const READY = new Set(['created', 'updated', 'deployed', 'unchanged']);

/** Why a run failed or did nothing, as the run says it itself. */
function reasons({ failure, reason }: Report): string[] {
  return [reasoned(reason ?? ''), quoted(failure ?? '')].filter((part) => part !== '');
}

/** Why nothing was done, as a paragraph. */
export function reasoned(reason: string): string {
  return cell(short(reason, REASON_LENGTH));
}

/** A text from outside as a quotation, a paragraph for each line; its start where it is long. */
export function quoted(text: string, length: number = FAILURE_LENGTH): string {
  let left = length;
  const lines: string[] = [];
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (left <= 0) break;
    const shown = cell(short(line, left));
    if (shown !== '') lines.push(`> ${shown}`);
    left -= line.length + 1;
  }
  return lines.join('\n>\n');
}

function rowsOf(about: About, told: Told): [string, string][] {
  const { commit, branch, runUrl } = about;
  const revision = [
    commit && link(code(commit.sha.slice(0, SHORT_SHA)), commit.url),
    branch && `of ${code(short(branch, BRANCH_LENGTH))}`,
  ];
  const report = told.state === 'ended' ? told.report : undefined;
  const pages = [runUrl && link('Workflow run', runUrl), report && consolePage(report)];
  const rows: [string, string | undefined][] = [
    ...(report ? reportRows(report) : []),
    ['Commit', revision.filter(Boolean).join(' ')],
    ['More', pages.filter(Boolean).join(' · ')],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

function reportRows(report: Report): [string, string | undefined][] {
  const { result, phases } = report;
  return [
    urlRow(report),
    domainRow(report.facts.domain),
    ['Done', READY.has(result) && !goesOn(report) ? headline(report) : undefined],
    ['Time', phases.length > 0 ? duration(totalMs(phases)) : undefined],
  ];
}

/** A service that was not deployed anew serves on, if it did before. */
function urlRow({
  result,
  facts: { serviceUrl, serviceStatus },
}: Report): [string, string | undefined] {
  if (result === 'deleted' || serviceStatus === 'DELETED') return ['URL', undefined];
  const answers = serviceUrl ? bareLink(withScheme(serviceUrl)) : undefined;
  if (READY.has(result)) return ['URL', answers ?? (serviceUrl === '' ? PRIVATE : undefined)];
  const before = result === 'rolled-back' ? ', with the version before' : '';
  return [`URL${before}`, serviceStatus === 'RUNNING' ? answers : undefined];
}

/** What stands for the URL of a service that is known to have none. */
export const PRIVATE = 'none: the service is private, VPC ingress connections alone lead to it';

function consolePage({ facts: { serviceArn }, diagnosis, result }: Report): string | undefined {
  const region = serviceArn?.split(':')[3];
  // The logs' section has the link as well.
  if (!serviceArn || !region || diagnosis?.links['App Runner'] || result === 'deleted')
    return undefined;
  return link('App Runner console', serviceLink(region, serviceArn));
}
