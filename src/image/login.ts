import { ActionError } from '../errors.ts';
import type { Docker, RegistryLogin } from '../ports.ts';

/** Host and port of a registry, as image names start with it. */
export function registryHost(login: RegistryLogin): string {
  return login.endpoint.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}

/**
 * Logs docker in to ECR; the password goes through standard input.
 *
 * @param env variables that point docker at the private configuration
 * @throws ActionError with docker's last words when the registry refuses the login
 */
export async function logIn(
  docker: Docker,
  login: RegistryLogin,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const host = registryHost(login);
  const { code, stderr } = await docker(
    ['login', '--username', login.username, '--password-stdin', host],
    { env, input: login.password },
  );
  if (code === 0) return;
  throw new ActionError(
    `docker login to ${host} ended with code ${code}: ${lastLine(stderr)} ` +
      `Check that this machine reaches the registry and that the Docker engine runs.`,
  );
}

/** The last line of a command's output that says something. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}
