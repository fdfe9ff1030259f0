import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type Facts, type Phase, type Result, SMOKE_TEST } from '../result.ts';
import type { Change } from '../service/changes.ts';
import { changeTable } from './changes.ts';
import { diagnosisMarkdown } from './diagnosis.ts';
import { duration } from './duration.ts';
import { cell, table } from './markdown.ts';
import { withScheme } from './outputs.ts';

/** What a run has to tell at its end. */
export interface Report {
  readonly command: Inputs['command'];
  readonly result: Result;
  readonly facts: Facts;
  readonly phases: readonly Phase[];
  readonly changes: readonly Change[];
  /** What a dry run found that a run would do. */
  readonly plan?: readonly string[];
  /** The error's text, when the run failed. */
  readonly failure?: string | undefined;
  /** Why it failed, as the logs tell. */
  readonly diagnosis?: Diagnosis | undefined;
}

const HEADLINES: Readonly<Record<Exclude<Result, 'failed'>, string>> = {
  created: 'created',
  updated: 'updated',
  deployed: 'deployed again with the same settings',
  unchanged: 'unchanged, image and settings are what runs already',
  planned: 'planned, nothing was changed',
  deleted: 'deleted',
  paused: 'paused',
  resumed: 'resumed',
  'rolled-back': 'not deployed: App Runner rolled back to the version before',
};

const FAILED: Readonly<Record<Inputs['command'], string>> = {
  deploy: 'not deployed',
  pause: 'not paused',
  resume: 'not resumed',
  delete: 'not deleted',
};

/** The job summary in Markdown: what was done, where it runs, how long each phase took. */
export function summary({
  command,
  result,
  facts,
  phases,
  changes,
  plan = [],
  failure,
  diagnosis,
}: Report): string {
  const name = facts.serviceName ? `App Runner service ${cell(facts.serviceName)}` : 'App Runner';
  const rows = [
    ['URL', facts.serviceUrl && `<${withScheme(facts.serviceUrl)}>`],
    ['Result', result],
    ['Service', facts.serviceArn && cell(facts.serviceArn)],
    ['Service status', facts.serviceStatus],
    ['Operation', facts.operationId && `${cell(facts.operationId)} ${facts.operationStatus ?? ''}`],
    ['Image', facts.image && cell(facts.image)],
    ['Image digest', facts.imageDigest && cell(facts.imageDigest)],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const parts = [
    `### ${name}: ${headline(command, result, facts, phases)}`,
    failure
      ?.split('\n')
      .map((line) => `> ${cell(line)}`)
      .join('\n>\n'),
    diagnosis && diagnosisMarkdown(diagnosis),
    table(['', ''], rows),
    plan.map((step, index) => `${index + 1}. ${cell(step)}`).join('\n'),
    changeTable(changes),
    phaseTable(phases),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function headline(
  command: Inputs['command'],
  result: Result,
  { operationId }: Facts,
  phases: readonly Phase[],
): string {
  if (result !== 'failed') return HEADLINES[result];
  if (phases.at(-1)?.name !== SMOKE_TEST) return FAILED[command];
  return operationId
    ? 'deployed, but the smoke test failed'
    : 'nothing to deploy, but the smoke test failed';
}

function phaseTable(phases: readonly Phase[]): string {
  if (phases.length === 0) return '';
  const total = phases.reduce((sum, { ms }) => sum + ms, 0);
  return table(
    ['Phase', 'Time'],
    [...phases, { name: 'Total', ms: total }].map(({ name, ms }) => [name, duration(ms)]),
  );
}
