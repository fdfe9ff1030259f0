import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, errorMessage } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Json = Readonly<Record<string, unknown>>;

/** A docker configuration of this run's own, with the variables that make docker use it. */
export interface PrivateDockerConfig {
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Makes a copy of the user's docker configuration under RUNNER_TEMP, so that the registry
 * login touches nothing of the user's while their other registries, contexts, builders and CLI
 * plugins go on working.
 *
 * @param registryHost host of the registry that this run logs in to, with its port
 * @param beforeMaking called with the directory before it exists, so that a clean-up can find it
 *   whatever happens: the copy may hold the user's other logins
 * @throws ActionError when the user's configuration can't be read
 */
export async function makePrivateDockerConfig(
  env: Environment,
  registryHost: string,
  beforeMaking: (directory: string) => void,
): Promise<PrivateDockerConfig> {
  const source = env.DOCKER_CONFIG || join(homedir(), '.docker');
  const config = await readConfig(join(source, 'config.json'));
  const directory = join(env.RUNNER_TEMP || tmpdir(), `apprunner-deploy-${randomUUID()}`);
  beforeMaking(directory);
  await mkdir(directory, { mode: 0o700 });
  const buildx = join(directory, 'buildx');
  await Promise.all([
    writeFile(
      join(directory, 'config.json'),
      JSON.stringify(configForRegistry(config, registryHost), null, 2),
      { mode: 0o600 },
    ),
    linkOthers(source, directory),
    copyBuilders(env.BUILDX_CONFIG || join(source, 'buildx'), buildx),
  ]);
  return { directory, env: { DOCKER_CONFIG: directory, BUILDX_CONFIG: buildx } };
}

/**
 * The user's config.json changed so that the login for one registry is kept in the file.
 * A credential helper named '' for a host overrides `credsStore` for that host alone
 * (docker/cli, getConfiguredCredentialStore): the password must not end in a user's keychain.
 */
export function configForRegistry(config: Json, registryHost: string): Json {
  const helpers = isObject(config.credHelpers) ? config.credHelpers : {};
  const auths = isObject(config.auths) ? config.auths : {};
  const others = Object.entries(auths).filter(([host]) => host !== registryHost);
  return {
    ...config,
    auths: Object.fromEntries(others),
    credHelpers: { ...helpers, [registryHost]: '' },
  };
}

async function readConfig(path: string): Promise<Json> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return {};
    throw new ActionError(`Docker's configuration ${path} can't be read: ${errorMessage(error)}`, {
      cause: error,
    });
  }
  const config = parsed(text);
  if (config) return config;
  throw new ActionError(
    `Docker's configuration ${path} is not a JSON object. Mend or remove it; docker itself refuses it too.`,
  );
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // The caller's sentence names the file; the parser's text would quote logins.
  }
}

/** Contexts, CLI plugins and whatever else lives there are only read, so links will do. */
async function linkOthers(source: string, directory: string): Promise<void> {
  const entries = await readdir(source, { withFileTypes: true }).catch(() => []);
  const others = entries.filter(({ name }) => name !== 'config.json' && name !== 'buildx');
  await Promise.all(
    others.map((entry) =>
      // 'junction' lets Windows link directories without a privilege; others ignore it.
      symlink(join(source, entry.name), join(directory, entry.name), 'junction'),
    ),
  );
}

/** Builders are copied, not linked: buildx writes here. Its build history may be large and stays. */
async function copyBuilders(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const history = join(source, 'refs');
  try {
    await cp(source, target, { recursive: true, filter: (path) => path !== history });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
