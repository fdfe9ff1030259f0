import { parseArgs } from 'node:util';
import type { Pace } from './apprunner/pace.ts';
import { readUndocumented, type Undocumented } from './apprunner/undocumented.ts';
import { repositoryName } from './github/repository/repository.ts';
import type { RegistryChoice } from './registry/backend.ts';

/** What the command line asks for. */
export interface CommandLine {
  readonly help: boolean;
  readonly port: number;
  readonly registryPort: number;
  readonly region: string | undefined;
  readonly accountId: string | undefined;
  readonly runtime: 'docker' | 'memory';
  readonly registry: RegistryChoice;
  readonly pace: Pace;
  readonly undocumented: Partial<Undocumented>;
  /** The repository, OWNER/NAME, of the GitHub that is played too; undefined for none. */
  readonly github: string | undefined;
  readonly githubPort: number;
  /** The names of the hosted zones that Route 53 has from its beginning. */
  readonly zones: readonly string[];
}

export const usage = `Usage: node local-aws/main.ts [options]

Plays App Runner, ECR, STS, CloudWatch Logs and Route 53 on this machine until Ctrl-C.

  --port N            port of the API (default 4566; 0 takes a free one)
  --registry-port N   port of ECR's registry (default 0, a free one)
  --runtime WHAT      docker: images really run (default); memory: they only seem to
  --registry WHAT     memory, image:NAME such as image:registry:3, or the path of a
                      docker-registry binary (default: what npm run local-aws finds, else memory)
  --pace WHAT         container: as fast as the container allows (default); app-runner: as slow
                      as App Runner; quick; or a number of seconds that operations take at least
  --undocumented NAME=VALUE
                      play App Runner the other way where no document settles it, such as
                      sameTagUpdate=keeps; local-aws/apprunner/undocumented.ts lists all
  --region NAME       default us-east-1
  --account-id ID     default 123456789012
  --github OWNER/NAME play GitHub's API too, for this one repository
  --github-port N     port of GitHub's API (default 0, a free one)
  --zone NAME         a hosted zone of Route 53, such as example.com; may be given again
  --help              this text

Faults, such as failed deployments, throttling or lost answers, are set while it runs:
  curl -d '{"kind":"ending","end":"ROLLBACK_SUCCEEDED"}' http://127.0.0.1:4566/_local-aws/faults
GET lists them, DELETE clears them; every kind is described in local-aws/faults/fault.ts.

With --github, pull requests are opened, pushed to, closed and reopened while it runs:
  curl -d '{"title":"Blue","headRef":"blue","headSha":"<40 hex>"}' $GITHUB_SERVER_URL/_local-github/pull-requests
  curl -d '{"sha":"<40 hex>"}' $GITHUB_SERVER_URL/_local-github/pull-requests/1/push
  curl -d '{}' $GITHUB_SERVER_URL/_local-github/pull-requests/1/close
  curl "$GITHUB_SERVER_URL/_local-github/pull-requests/1/event?action=synchronize" > event.json
The last is what a workflow finds at GITHUB_EVENT_PATH.
`;

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--${name} is '${text}', but must be a number from 0 to 65535, such as 4566.`);
}

function registryOf(text: string): RegistryChoice {
  if (text === 'memory') return { kind: 'memory' };
  if (text.startsWith('image:')) return { kind: 'container', image: text.slice('image:'.length) };
  if (text.includes('/')) return { kind: 'binary', path: text };
  throw new Error(
    `--registry is '${text}', but must be memory, image:NAME, or the path of a binary, such as /usr/bin/docker-registry.`,
  );
}

function runtimeOf(text: string): CommandLine['runtime'] {
  if (text === 'docker' || text === 'memory') return text;
  throw new Error(`--runtime is '${text}', but must be docker or memory.`);
}

function paceOf(text: string): Pace {
  if (text === 'container' || text === 'quick' || text === 'app-runner') return text;
  if (/^\d+(\.\d+)?$/.test(text)) return { operationMs: Number(text) * 1000 };
  throw new Error(
    `--pace is '${text}', but must be container, quick, app-runner or a number of seconds, such as 5.`,
  );
}

function zoneOf(text: string): string {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/i.test(text)) return text;
  throw new Error(`--zone is '${text}', but must be a domain name, such as example.com.`);
}

function optional(name: string, text: string | undefined, pattern: RegExp, example: string) {
  if (text === undefined || pattern.test(text)) return text;
  throw new Error(`--${name} is '${text}', which is not one. An example: ${example}.`);
}

/**
 * Reads the arguments after the script's name. Throws with a sentence for the user.
 *
 * @param found the registry that this machine was found to have, the default for --registry
 */
export function readCommandLine(
  args: string[],
  found: RegistryChoice = { kind: 'memory' },
): CommandLine {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '4566' },
      'registry-port': { type: 'string', default: '0' },
      runtime: { type: 'string', default: 'docker' },
      registry: { type: 'string' },
      pace: { type: 'string', default: 'container' },
      undocumented: { type: 'string', multiple: true, default: [] },
      region: { type: 'string' },
      'account-id': { type: 'string' },
      github: { type: 'string' },
      'github-port': { type: 'string', default: '0' },
      zone: { type: 'string', multiple: true, default: [] },
    },
  });
  return {
    help: values.help,
    port: portOf('port', values.port),
    registryPort: portOf('registry-port', values['registry-port']),
    region: optional('region', values.region, /^[a-z]{2}(-[a-z]+)+-\d$/, 'eu-central-1'),
    accountId: optional('account-id', values['account-id'], /^\d{12}$/, '123456789012'),
    runtime: runtimeOf(values.runtime),
    registry: values.registry === undefined ? found : registryOf(values.registry),
    pace: paceOf(values.pace),
    undocumented: readUndocumented(values.undocumented),
    github: optional('github', values.github, repositoryName, 'octocat/hello-world'),
    githubPort: portOf('github-port', values['github-port']),
    zones: values.zone.map(zoneOf),
  };
}
