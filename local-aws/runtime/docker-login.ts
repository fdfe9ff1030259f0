import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PullSource } from '../ecr/images.ts';

/** Private docker configurations, so that neither the user's is touched nor a password in argv. */
export interface DockerLogin {
  /** A private directory for this process's files. */
  readonly directory: string;
  /** The environment in which docker can pull this image. */
  environmentFor(image: PullSource): Promise<NodeJS.ProcessEnv>;
  close(): Promise<void>;
}

const registryOf = (reference: string): string => reference.slice(0, reference.indexOf('/'));

const run = promisify(execFile);

const namesContext = async (): Promise<boolean> => {
  if (process.env.DOCKER_CONTEXT) return true;
  const directory = process.env.DOCKER_CONFIG || join(homedir(), '.docker');
  try {
    const config: unknown = JSON.parse(await readFile(join(directory, 'config.json'), 'utf8'));
    return typeof config === 'object' && config !== null && 'currentContext' in config;
  } catch {
    return false;
  }
};

/** The engine of the user's docker context, which a private configuration does not know. */
const engineOfContext = async (): Promise<NodeJS.ProcessEnv> => {
  if (process.env.DOCKER_HOST || !(await namesContext())) return {};
  const format = '{{.Endpoints.docker.Host}}';
  const { stdout } = await run('docker', ['context', 'inspect', '--format', format]);
  return { DOCKER_HOST: stdout.trim(), DOCKER_CONTEXT: undefined };
};

/** Makes the private directory; `close` removes it. */
export const createDockerLogin = async (): Promise<DockerLogin> => {
  const directory = await mkdtemp(join(tmpdir(), 'local-aws-'));
  const engine = await engineOfContext();
  return {
    directory,
    environmentFor: async (image) => {
      const auth = Buffer.from(`${image.username}:${image.password}`).toString('base64');
      // An image that everybody may pull has no user.
      const auths = image.username === '' ? {} : { [registryOf(image.reference)]: { auth } };
      const content = JSON.stringify({ auths });
      const name = createHash('sha256').update(content).digest('hex').slice(0, 16);
      const config = join(directory, name);
      await mkdir(config, { recursive: true, mode: 0o700 });
      await writeFile(join(config, 'config.json'), content, { mode: 0o600 });
      return { ...process.env, ...engine, DOCKER_CONFIG: config };
    },
    close: () => rm(directory, { recursive: true, force: true }),
  };
};
