import type { DomainFacts, DomainRecord } from '../domain/record.ts';
import { bareLink, cell, code, table } from './markdown.ts';
import { short } from './plain.ts';

/** Characters of a cell. */
const CELL_LENGTH = 500;

const PURPOSES = { certificate: 'certificate', target: 'leads to the service' } as const;

/** Records as lines of a table, for the log. */
export function recordLines(records: readonly DomainRecord[]): string[] {
  const rows = records.map(({ name, value, purpose, ...record }) => [
    name,
    typeText(record),
    value,
    PURPOSES[purpose],
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) => row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  '));
}

/** The domain as a row below the service's URL: where it leads to the service, a link. */
export function domainRow(domain: DomainFacts | undefined): [string, string | undefined] {
  if (!domain) return ['Domain', undefined];
  const { name, status } = domain;
  const linked = status === 'active' && !name.startsWith('*');
  const text = linked ? bareLink(`https://${name}`) : code(short(name, CELL_LENGTH));
  return ['Domain', `${text} is ${cell(status)}`];
}

/** The domain's state and records in Markdown; empty for a run without one. */
export function domainPart(domain: DomainFacts | undefined): string {
  if (!domain || domain.records.length === 0) return '';
  const { name, status, records, zone } = domain;
  const whose = zone
    ? `Its records in hosted zone ${code(zone)}:`
    : 'Its records, to be made where the domain is looked after:';
  const rows = records.map(({ purpose, ...record }) => [
    code(short(record.name, CELL_LENGTH)),
    typeText(record),
    code(short(record.value, CELL_LENGTH)),
    record.status ? `${PURPOSES[purpose]}, ${cell(record.status)}` : PURPOSES[purpose],
  ]);
  return [
    `Domain ${code(short(name, CELL_LENGTH))} is ${cell(status)}. ${whose}`,
    table(['Name', 'Type', 'Value', 'For'], rows),
    ...(zone ? [] : [APEX]),
  ].join('\n\n');
}

const APEX =
  'At the apex of a zone, where DNS allows no CNAME, make an ALIAS, ANAME or flattened CNAME of the same value.';

/** The output `domain-records`: an array, whose members are those of DomainRecord. */
export function recordsJson({ records }: DomainFacts): string {
  return JSON.stringify(records);
}

function typeText({ type, aliasZone }: Pick<DomainRecord, 'type' | 'aliasZone'>): string {
  return aliasZone ? `${type} ALIAS` : type;
}
