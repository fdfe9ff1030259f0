import type { Call } from './call-log.ts';
import type { CommandLine } from './command-line.ts';
import type { LocalAws } from './start.ts';

function quote(value: string): string {
  return /^[\w:/.@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

function registryName({ registry }: CommandLine): string {
  if (registry.kind === 'memory') return 'in memory';
  return registry.kind === 'binary' ? registry.path : `${registry.image} in Docker`;
}

/** What is served and the lines to export, as shown when a person starts the local AWS. */
export function greeting(aws: LocalAws, line: CommandLine): string {
  const runtime = line.runtime === 'docker' ? 'run with Docker' : 'seem to run (memory runtime)';
  const exports = Object.entries(aws.env).map(([name, value]) => `export ${name}=${quote(value)}`);
  return [
    `Local AWS: account ${aws.accountId}, region ${aws.region}`,
    `  App Runner, ECR, STS, CloudWatch Logs   ${aws.endpoint}`,
    `  ECR's registry (${registryName(line)})   ${aws.registryHost}`,
    `  Images ${runtime}.`,
    '',
    'For the AWS CLI, an SDK, Terraform or this action:',
    '',
    ...exports,
    '',
    'Ctrl-C stops it. Requests:',
    '',
  ].join('\n');
}

/** One call as a line, such as `12:00:00 apprunner CreateService 200`. */
export function callLine({ service, operation, status, errorCode, time }: Call): string {
  const clock = new Date(time).toISOString().slice(11, 19);
  return `${clock} ${service} ${operation} ${status}${errorCode ? ` ${errorCode}` : ''}`;
}
