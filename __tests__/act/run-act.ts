import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type ActLog, type ActStep, readActLog } from './act-log.ts';

/** What act is to run. */
export interface ActRequest {
  /** The workflow file's text. */
  readonly workflow: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** GITHUB_SHA. */
  readonly sha: string;
  /** GITHUB_REF. */
  readonly ref: string;
  /** OWNER/NAME. */
  readonly repository: string;
  /** `github.token`. */
  readonly token: string;
  /** Directory of a git repository, which the stand-in for actions/checkout fetches from. */
  readonly origin: string;
  /** Directories by the action, OWNER/NAME@REF, that they take the place of. */
  readonly actions: Readonly<Record<string, string>>;
  /** Where act's files go. */
  readonly temp: string;
  /** Added to the job's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** `vars`. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** How a job ended. */
export interface ActRun extends ActLog {
  /** act's exit code: 0 for a green job. */
  readonly code: number;
  /** Everything that act printed. */
  readonly printed: string;
  /** The steps with how they ended and what they said, for people. */
  readonly story: string;
  /** The main step of an id, or of a name that has these words. Throws when there is none. */
  step(idOrName: string, stage?: ActStep['stage']): ActStep;
}

const STAND_INS = fileURLToPath(new URL('stand-ins', import.meta.url));

/** A `uses` of an action from elsewhere. */
const USES = /uses: (?<action>[\w.-]+\/(?<name>[\w.-]+)@\S+)/g;

/**
 * Runs a workflow's job with act on this machine, without images: `uses`, defaults of action.yml,
 * the contexts, outputs, state and post steps are act's doing. There is no GitHub here to fetch
 * other actions from; those of the folder stand-ins take their place, and any other one fails.
 * act does not judge whether the event starts the workflow, nor `permissions` or `concurrency`.
 */
export async function runAct(request: ActRequest): Promise<ActRun> {
  const directory = await mkdtemp(join(request.temp, 'act-'));
  const workflows = join(directory, '.github', 'workflows');
  await mkdir(workflows, { recursive: true });
  await writeFile(join(workflows, 'workflow.yml'), request.workflow);
  await writeFile(join(directory, 'event.json'), JSON.stringify(request.event.payload));
  const places = { ...(await standIns(request.workflow, directory)), ...request.actions };
  const environment = join(directory, 'env');
  await writeFile(environment, envFile(jobEnvironment(request)), { mode: 0o600 });
  const args = [
    request.event.name,
    ...['--directory', directory, '--workflows', join(workflows, 'workflow.yml')],
    ...['--eventpath', join(directory, 'event.json'), '--json'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--container-daemon-socket', '-'],
    // Its own checkout would copy what lies here, whatever commit is asked for.
    ...['--no-skip-checkout', '--no-cache-server'],
    ...['--action-cache-path', join(directory, 'cache')],
    ...Object.entries(places).flatMap(([action, at]) => ['--local-repository', `${action}=${at}`]),
    ...Object.entries(request.variables ?? {}).flatMap(([name, value]) => [
      '--var',
      `${name}=${value}`,
    ]),
    ...['--env-file', environment],
    // Named without a value it is read from act's own environment, which no process list shows.
    ...['--secret', 'GITHUB_TOKEN'],
  ];
  const machine = machineEnvironment();
  // act runs actions with the node of its path, whatever their action.yml says.
  const path = [dirname(process.execPath), machine.PATH].join(delimiter);
  const child = spawn(preparedAct(), args, {
    cwd: directory,
    env: {
      ...machine,
      PATH: path,
      GITHUB_TOKEN: request.token,
      // Nobody's own settings of act.
      XDG_CONFIG_HOME: join(directory, 'config'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [out, complaints, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  const log = readActLog(out);
  return {
    ...log,
    code,
    printed: out + complaints,
    story: log.steps.map(shown).join('\n') + complaints,
    step: (idOrName, stage = 'Main') => {
      const found = log.steps.find(
        (step) => step.stage === stage && (step.id === idOrName || step.name.includes(idOrName)),
      );
      if (found) return found;
      throw new Error(
        `There is no ${stage} step '${idOrName}':\n${log.steps.map(shown).join('\n')}`,
      );
    },
  };
}

const shown = ({ stage, name, result, log }: ActStep): string =>
  `${stage} ${name}: ${result ?? 'not run'}\n${log}`;

/** A copy for each action that the workflow uses and that has a stand-in, by its whole `uses`. */
async function standIns(workflow: string, directory: string): Promise<Record<string, string>> {
  const places: Record<string, string> = {};
  for (const { groups } of workflow.matchAll(USES)) {
    const { action = '', name = '' } = groups ?? {};
    if (!['checkout', 'configure-aws-credentials', 'setup-node'].includes(name)) continue;
    const place = join(directory, 'actions', name);
    await cp(join(STAND_INS, name), place, { recursive: true });
    // act knows an action's own directory and none above it.
    await cp(join(STAND_INS, 'inputs.mjs'), join(place, 'inputs.mjs'));
    places[action] = place;
  }
  return places;
}

function jobEnvironment({ env, sha, ref, repository, origin }: ActRequest) {
  // act's name for the commit; GITHUB_SHA follows it.
  return { ...env, SHA_REF: sha, GITHUB_REF: ref, GITHUB_REPOSITORY: repository, ORIGIN: origin };
}

/** The format of `--env-file`; in single quotes nothing has a meaning of its own. */
function envFile(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => {
      if (/['\n]/.test(value)) throw new Error(`The value of ${name} can't be given to act.`);
      return `${name}='${value}'\n`;
    })
    .join('');
}

/** The machine's own AWS, GitHub and Node settings are no part of a job. */
function machineEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(AWS|GITHUB|ACTIONS|RUNNER|JEST|NODE|npm)_|^APPRUNNER_DEPLOY_ACT$/.test(name),
    ),
  );
}

function preparedAct(): string {
  const path = process.env.APPRUNNER_DEPLOY_ACT;
  if (path) return path;
  throw new Error('APPRUNNER_DEPLOY_ACT is not set: run these tests with npm test.');
}
