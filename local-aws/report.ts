import type { Call } from './call-log.ts';
import type { CommandLine } from './command-line.ts';
import type { PlayedJobs } from './github/oidc/play-jobs.ts';
import type { GitHubCall } from './github/server.ts';
import type { LocalGitHub } from './github/start.ts';
import type { LocalAws } from './start.ts';

function quote(value: string): string {
  return /^[\w:/.@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

function registryName({ registry }: CommandLine): string {
  if (registry.kind === 'memory') return 'in memory';
  return registry.kind === 'binary' ? registry.path : `${registry.image} in Docker`;
}

const exportLines = (env: Readonly<Record<string, string>>) =>
  Object.entries(env).map(([name, value]) => `export ${name}=${quote(value)}`);

/** What a person needs to know of the GitHub that is played beside the AWS. */
function gitHubLines({ apiUrl, repository, env, token }: LocalGitHub): string[] {
  return [
    `GitHub: repository ${repository}   ${apiUrl}`,
    '',
    'For octokit, gh or this action in place of a runner:',
    '',
    ...exportLines({ ...env, GITHUB_TOKEN: token }),
    '',
  ];
}

/** What a job is given to assume a role with, for which no keys are needed. */
const jobLines = ({ roleArn, env }: PlayedJobs): string[] => [
  `Role for its jobs, as the input role-to-assume: ${roleArn}`,
  '',
  ...exportLines(env),
  '',
];

/** What is served and the lines to export, as shown when a person starts the local AWS. */
export function greeting(
  aws: LocalAws,
  line: CommandLine,
  github?: LocalGitHub,
  jobs?: PlayedJobs,
): string {
  const runtime = line.runtime === 'docker' ? 'run with Docker' : 'seem to run (memory runtime)';
  return [
    `Local AWS: account ${aws.accountId}, region ${aws.region}`,
    `  App Runner, ECR, STS, CloudWatch Logs, Route 53   ${aws.endpoint}`,
    `  ECR's registry (${registryName(line)})   ${aws.registryHost}`,
    `  Images ${runtime}.`,
    ...aws.route53.zones.map(({ id, name }) => `  Hosted zone ${name} ${id}`),
    '',
    'For the AWS CLI, an SDK, Terraform or this action:',
    '',
    ...exportLines(aws.env),
    '',
    ...(github ? gitHubLines(github) : []),
    ...(jobs ? jobLines(jobs) : []),
    'Ctrl-C stops it. Requests:',
    '',
  ].join('\n');
}

const clockOf = (time: number) => new Date(time).toISOString().slice(11, 19);

/** One call as a line, such as `12:00:00 apprunner CreateService 200`. */
export function callLine({ service, operation, status, errorCode, time }: Call): string {
  return `${clockOf(time)} ${service} ${operation} ${status}${errorCode ? ` ${errorCode}` : ''}`;
}

/** One call of GitHub's API as a line, such as `12:00:00 github GET /repos/me/app/pulls 200`. */
export function gitHubCallLine({ method, path, status, time }: GitHubCall): string {
  return `${clockOf(time)} github ${method} ${path} ${status}`;
}
