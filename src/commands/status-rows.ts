import type { CustomDomain, OperationSummary, Service } from '@aws-sdk/client-apprunner';
import { duration } from '../report/duration.ts';
import { withScheme } from '../report/outputs.ts';
import { isPrivate } from '../service/states.ts';
import type { Health } from './health.ts';
import { tookMs } from './operation-texts.ts';
import type { StatusRead } from './status-read.ts';
import { agoText } from './time-texts.ts';

/** Operations that are shown. */
const SHOWN = 5;

/** The service as names and values. */
export function serviceRows(service: Service, read: StatusRead, health: Health): string[][] {
  const { image, digest, commit, remembered } = read;
  const rows: [string, string | undefined][] = [
    ['Status', service.Status],
    ['URL', urlText(service, read)],
    ['Health', health.text],
    ['Image', image],
    ['Digest', digest && `${digest.value}${SOURCES[digest.source]}`],
    ['Source', codeText(service)],
    ['Commit', commit],
    ['Deployed by', remembered?.runUrl],
    ['ARN', service.ServiceArn],
    ['Created', service.CreatedAt?.toISOString()],
    ['Changed', service.UpdatedAt?.toISOString()],
  ];
  return rows.flatMap(([name, text]) => (text ? [[name, text]] : []));
}

const SOURCES = {
  tags: ', as tags of the service remember',
  name: '',
  ECR: ', which ECR has under that tag now',
} as const;

function urlText(service: Service, { url }: StatusRead): string {
  if (url) return `${withScheme(url)}${isPrivate(service) ? ' (from its VPC only)' : ''}`;
  return isPrivate(service) ? 'none: private, and no VPC ingress connection is available' : 'none';
}

function codeText({ SourceConfiguration: source }: Service): string | undefined {
  const { RepositoryUrl: url, SourceCodeVersion: version } = source?.CodeRepository ?? {};
  return url && `${url}${version?.Value ? `, branch ${version.Value}` : ''}`;
}

/** The last operations: id, type, outcome, duration and age. */
export function operationRows(operations: readonly OperationSummary[], now: number): string[][] {
  return operations.slice(0, SHOWN).map((operation) => {
    const { Id = '', Type = '', Status = '', StartedAt } = operation;
    const ms = tookMs(operation);
    return [
      Id,
      Type,
      Status,
      ms === undefined ? '' : duration(ms),
      StartedAt ? agoText(now - StartedAt.getTime()) : '',
    ];
  });
}

/** The last operations as JSON, for an output. */
export function operationsOutput(operations: readonly OperationSummary[]): string {
  return JSON.stringify(
    operations.slice(0, SHOWN).map((operation) => {
      const { Id, Type, Status, StartedAt, EndedAt } = operation;
      const ms = tookMs(operation);
      return {
        id: Id,
        type: Type,
        status: Status,
        startedAt: StartedAt?.toISOString(),
        endedAt: EndedAt?.toISOString(),
        seconds: ms === undefined ? undefined : Math.round(ms / 1_000),
      };
    }),
  );
}

/** The custom domains with their state and that of the records of their certificates. */
export function domainRows(domains: readonly CustomDomain[]): string[][] {
  return domains.map(
    ({ DomainName = '', EnableWWWSubdomain, Status = '', CertificateValidationRecords = [] }) => [
      EnableWWWSubdomain ? `${DomainName} and www.${DomainName}` : DomainName,
      Status.toLowerCase(),
      CertificateValidationRecords.map(
        ({ Name = '', Status: state = '' }) => `${Name} ${state.toLowerCase()}`,
      ).join(', '),
    ],
  );
}
