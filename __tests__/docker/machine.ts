import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preparedBaseImage } from './prepared.ts';

const execute = promisify(execFile);

/** Runs a command to its end; answers what it printed, throws with what it complained of. */
export const run = async (
  command: string,
  args: readonly string[],
  options: {
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly input?: string;
  } = {},
): Promise<string> => {
  const { input, ...rest } = options;
  const running = execute(command, args, { maxBuffer: 16 * 1024 * 1024, ...rest });
  running.child.stdin?.end(input);
  const { stdout } = await running;
  return stdout.trim();
};

/** Fails with one sentence when a command this test needs is missing. */
export const need = async (command: string, how: string): Promise<void> => {
  try {
    await run(command, ['--version']);
  } catch (cause) {
    throw new Error(`This test needs the ${command} command: ${how}`, { cause });
  }
};

/** A Dockerfile's text for an application that is one line of JavaScript. */
export const nodeDockerfile = (script: string): string =>
  `FROM ${preparedBaseImage()}\nCMD ["node", "-e", ${JSON.stringify(script)}]\n`;

/** Builds an image into the engine from a Dockerfile's text; without a context unless a directory is given. */
export const build = async (tag: string, dockerfile: string, context?: string): Promise<void> => {
  const from = context === undefined ? ['-'] : ['--file', '-', context];
  const env = { ...process.env, BUILDX_BUILDER: 'default' };
  await run('docker', ['build', '--quiet', '--tag', tag, ...from], { input: dockerfile, env });
};

/** Builds an application of one line of JavaScript and pushes it, logged in as ECR's user. */
export const pushApplication = async (
  name: string,
  script: string,
  login: { readonly password: string; readonly configuration: string },
): Promise<void> => {
  const env = { ...process.env, DOCKER_CONFIG: login.configuration };
  const host = name.slice(0, name.indexOf('/'));
  const args = ['login', '--username', 'AWS', '--password-stdin', host];
  await run('docker', args, { env, input: login.password });
  await build(name, nodeDockerfile(script));
  await run('docker', ['push', '--quiet', name], { env });
};
