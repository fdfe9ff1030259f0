import { ActionError, errorMessage } from '../errors.ts';
import type { RegistryLogin } from '../ports.ts';
import { USER_AGENT } from '../version.ts';

const TIMEOUT_MS = 30_000;

/**
 * GETs a blob from a registry. ECR answers with a redirect to S3; fetch leaves the login out
 * of a request to another host, which is what S3 wants.
 *
 * @throws ActionError naming the URL and what went wrong
 */
export async function fetchBlob(url: string, login: RegistryLogin): Promise<string> {
  const basic = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  try {
    const response = await fetch(url, {
      headers: { authorization: `Basic ${basic}`, 'user-agent': USER_AGENT },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return await response.text();
    throw new Error(`status ${response.status}`);
  } catch (error) {
    throw new ActionError(
      `The image's configuration can't be read from ${url}: ${errorMessage(error)}. ` +
        `Allow ecr:GetDownloadUrlForLayer, and check that this machine reaches the registry.`,
      { cause: error },
    );
  }
}
