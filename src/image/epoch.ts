import { resolve } from 'node:path';
import { CancelledError, errorMessage } from '../errors.ts';
import type { BuildInputs } from '../inputs/build.ts';
import type { Git } from '../ports.ts';
import { SOURCE_DATE_EPOCH } from './build-command.ts';
import { isRemote } from './build-files.ts';
import { lastLine } from './login.ts';

/** The time that the files of a repeatable build get. */
export type Epoch =
  /** The workflow names it in the environment or in build-args; buildx passes it on. */
  | { readonly kind: 'own' }
  /** Seconds since 1970; `cutOff` when a shallow checkout hides whether the commit is older. */
  | { readonly kind: 'commit'; readonly seconds: number; readonly cutOff: boolean }
  /** There is none, for the reason given. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Where a build is. */
export interface Checkout {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Directory that relative paths start from. */
  readonly workspace: string;
}

/**
 * Finds the time of the last commit that touched what is built: the contexts or the Dockerfile.
 * A commit elsewhere then gives the same files with the same times. It is never a constant: web
 * servers make ETags of modification times, and browsers would keep stale files.
 *
 * @throws CancelledError and nothing else
 */
export async function sourceEpoch(
  git: Git,
  build: BuildInputs,
  { env, workspace }: Checkout,
): Promise<Epoch> {
  if (isOwn(build, env)) return { kind: 'own' };
  if (isRemote(build.context)) {
    return { kind: 'unknown', reason: `the context '${build.context}' is no directory` };
  }
  const context = resolve(workspace, build.context);
  try {
    return await lastCommit(git, context, sources(build, context, workspace));
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return { kind: 'unknown', reason: `git can't be started: ${errorMessage(error)}` };
  }
}

/** A build argument without a value is taken from the environment. */
function isOwn({ buildArgs }: BuildInputs, env: Checkout['env']): boolean {
  const named = buildArgs.some((item) => item.startsWith(`${SOURCE_DATE_EPOCH}=`));
  return named || Boolean(env[SOURCE_DATE_EPOCH]);
}

/** The local directories and files of a build; what is fetched says by itself what it is. */
function sources(build: BuildInputs, context: string, workspace: string): string[] {
  const contexts = build.buildContexts.map((item) => item.slice(item.indexOf('=') + 1));
  const others = [...(build.file ? [build.file] : []), ...contexts];
  return [
    context,
    ...others.filter((path) => !isRemote(path)).map((path) => resolve(workspace, path)),
  ];
}

async function lastCommit(git: Git, context: string, paths: readonly string[]): Promise<Epoch> {
  // In a job's container the checkout is somebody else's, and git reads that only when it is
  // called safe (git-config, safe.directory). The one program that a repository can have a log
  // run is the check of signatures.
  const inContext = ['-C', context, '-c', 'safe.directory=*', '--literal-pathspecs'];
  const log = ['log', '-1', '--format=%ct %P', '--no-show-signature', '--', ...paths];
  const { code, stdout, stderr } = await git([...inContext, ...log]);
  if (code !== 0) {
    return { kind: 'unknown', reason: `git log ended with code ${code}: ${gitError(stderr)}` };
  }
  const [seconds = '', ...parents] = stdout.trim().split(' ');
  if (!/^\d+$/.test(seconds)) {
    return { kind: 'unknown', reason: `no commit has touched ${context}` };
  }
  const rootless = parents.length === 0;
  const shallow = rootless && (await git([...inContext, 'rev-parse', '--is-shallow-repository']));
  return {
    kind: 'commit',
    seconds: Number(seconds),
    cutOff: shallow !== false && shallow.stdout.trim() === 'true',
  };
}

/** Git says first what is wrong, and then what might help on another machine. */
function gitError(stderr: string): string {
  return /^fatal: .*/m.exec(stderr)?.[0] ?? lastLine(stderr);
}
